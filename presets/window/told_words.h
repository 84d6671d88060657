/* What the program tare said, for somebody who sees a window and no command line. */

#ifndef TARE_WINDOW_TOLD_WORDS_H
#define TARE_WINDOW_TOLD_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** Leaves out the folders of the file that a message is about, and of a remark on what was done
    which option would have done something else. Cut to fit. */
void tare_told_words(const char* said, bool is_remark, char* words, size_t size);

#endif
