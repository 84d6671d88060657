/* A file of sound, or what comes through standard input, opened to be read. */

#ifndef TARE_SOUND_IN_H
#define TARE_SOUND_IN_H

#include "base/report.h"

#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>

typedef struct TareSoundIn {
    const char* path; ///< as it is called
    SNDFILE* file;
    SF_INFO info;
    FILE* spool;         ///< in place of a pipe; else NULL
    char spool_path[32]; ///< of it
} TareSoundIn;

/** Opens a file, or standard input for "-". TARE_BAD_INPUT, reported, for what is no sound that can
    be corrected: another kind of file, an incomplete one, too many channels, a sample rate beyond
    the limits; TARE_IO_ERROR, reported, when a pipe cannot be kept. The caller closes it in any
    case; the path must live as long. */
TareStatus tare_sound_in_open(TareSoundIn* in, const char* path, const TareReporter* reporter);

/** Where its bytes can be read again. */
const char* tare_sound_in_place(const TareSoundIn* in);

/** Whether all of it has come, when so many frames have; says what is missing. */
TareStatus tare_sound_in_check_end(const TareSoundIn* in, sf_count_t n_frames,
                                   const TareReporter* reporter);

/** Whether the header does not tell how many frames there are. */
bool tare_sound_in_is_open_ended(const TareSoundIn* in);

/** All zeros is closed. */
void tare_sound_in_close(TareSoundIn* in);

#endif
