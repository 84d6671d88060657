/* A file of sound to write, which is not there before it is complete, or what goes through standard
   output. */

#ifndef TARE_SOUND_OUT_H
#define TARE_SOUND_OUT_H

#include "base/new_file.h"
#include "base/report.h"

#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>

typedef struct TareSoundOut {
    const char* path; ///< as it is called
    SNDFILE* file;
    SF_INFO info;
    TareNewFile new_file;
    FILE* spool; ///< in place of a pipe; else NULL
} TareSoundOut;

/** Whether a path may be written without anything being lost: the file to read above all, and any
    other one unless that is wished. Says what may not. */
bool tare_sound_out_may_be(const char* path, const char* in_path, bool may_replace,
                           const TareReporter* reporter);

/** Opens it for sound as `info` says; standard output for "-". TARE_IO_ERROR, reported, when that
    cannot be written. The caller closes it in any case; the path must live as long. */
TareStatus tare_sound_out_open(TareSoundOut* out, const char* path, const SF_INFO* info,
                               const TareReporter* reporter);

/** Ends the sound; the file can then be read and written at tare_sound_out_descriptor(). */
TareStatus tare_sound_out_end(TareSoundOut* out, const TareReporter* reporter);
int tare_sound_out_descriptor(const TareSoundOut* out);

/** Gives the complete file its name, or sends it down the pipe. */
TareStatus tare_sound_out_hand_over(TareSoundOut* out, const TareReporter* reporter);

/** Removes what was not handed over. */
void tare_sound_out_close(TareSoundOut* out);

/** Says that a file cannot be written, and why; TARE_IO_ERROR. */
TareStatus tare_sound_out_fail(const TareSoundOut* out, const char* why,
                               const TareReporter* reporter);

#endif
