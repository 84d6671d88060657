/* Kinds of files that libsndfile does not read, and other programs do. */

#ifndef TARE_FOREIGN_H
#define TARE_FOREIGN_H

typedef struct TareReporter TareReporter;

/** Reports that a file, called `path` and found under `found`, cannot be read, `why` not; of a kind
    that is known by its first bytes with a line to paste that makes another file out of it, out of
    `made_from` unless that is NULL. */
void tare_foreign_refuse(const char* path, const char* found, const char* made_from,
                         const char* why, const TareReporter* reporter);

/** The same of a file with too many channels, or none. */
void tare_foreign_refuse_channels(const char* path, int n_channels, const char* made_from,
                                  const TareReporter* reporter);

/** Refuses sound of a rate that the kind of file to write, of some name, does not have: expected is
    another one. */
void tare_foreign_refuse_rate(const char* path, int rate_hz, int expected_hz, const char* kind,
                              const char* made_from, const TareReporter* reporter);

#endif
