/* Words for what too much or too little of a band sounds like: "thick", "dull". */

#ifndef TARE_SENSATIONS_H
#define TARE_SENSATIONS_H

#include <stddef.h>

/** 1 for a word of too much, -1 for one of too little, 0 for any other. */
int tare_sensation(const char* word, size_t length);

#endif
