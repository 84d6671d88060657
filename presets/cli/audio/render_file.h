/* An audio file, corrected into another one. */

#ifndef TARE_CLI_RENDER_FILE_H
#define TARE_CLI_RENDER_FILE_H

#include "cli/frame/cli.h"

typedef struct TareBandSet TareBandSet;
typedef struct TareSound TareSound;

typedef struct TareRenderWish {
    const TareSound* sound;
    const TareBandSet* set; ///< of the correction
    bool force;             ///< replace a file that is there
    bool as_float;          ///< write fractions of 32 bits
    bool is_quiet;          ///< show no progress
    const char* format;     ///< ending of the kind to write, "flac"; NULL: as the name says
    double quality;         ///< of a lossy kind, 0 to 10; NaN for the usual one
} TareRenderWish;

/** Whether this program was built with the library that reads sound. */
bool tare_render_file_is_built(void);

/** Whether files with this ending can be written. */
bool tare_render_file_writes(const char* ending);

/** Writes `out_path`, in the format that its ending says, else in that of the input; "-" stands for
    standard input and output. Says what is wrong with either file. From then on an interrupt is a
   wish, so that nothing half written stays: see interrupt.h. */
TareExit tare_render_file(const TareCommand* command, const char* in_path, const char* out_path,
                          const TareRenderWish* wish);

#endif
