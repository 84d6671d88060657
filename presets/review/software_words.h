/* The names of programs and devices that hold an equaliser, and of those who publish settings: what
   stands under such a name is what an equaliser is set to. */

#ifndef TARE_SOFTWARE_WORDS_H
#define TARE_SOFTWARE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** Whether a word, hyphens and case aside, is such a name. */
bool tare_software_is(const char* word, size_t length);

/** Whether a word is one right behind the name of a maker: "Apple Music". */
bool tare_software_is_of_maker(const char* word, size_t length);

/** Whether a word is one right behind "my": "in my player". */
bool tare_software_is_of_person(const char* word, size_t length);

#endif
