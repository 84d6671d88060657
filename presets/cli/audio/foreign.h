/* Kinds of files that libsndfile does not read, and other programs do. */

#ifndef TARE_CLI_FOREIGN_H
#define TARE_CLI_FOREIGN_H

/** What a file seems to be, by its first bytes: "AAC or ALAC in MP4"; NULL when that is not known.
 */
const char* tare_foreign_name(const char* path);

/** Says how to make a file that can be read out of one that cannot, in a line to be pasted: writes
    `ffmpeg -i song.m4a ... song.wav` with what stands between, quoted for a shell. Returns `line`.
 */
const char* tare_foreign_line(char* line, unsigned size, const char* path, const char* options);

#endif
