/* This program, as a file. */

#ifndef TARE_PROGRAM_H
#define TARE_PROGRAM_H

enum { TARE_PROGRAM_PATH = 4096 };

/** Its path, whatever it was called by; "" when that cannot be found out. */
void tare_program_path(char path[TARE_PROGRAM_PATH]);

/** The folder that it lies in; "" likewise. */
void tare_program_folder(char path[TARE_PROGRAM_PATH]);

#endif
