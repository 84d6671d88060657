/* What is said behind a list of what it was: "Set in Neutron.", "(my EQ)". */

#ifndef TARE_AFTERWORDS_H
#define TARE_AFTERWORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareSubject TareSubject;

/** Whether a sentence behind a list says that it was one of settings. False in `*is_good` when
    memory was short. */
bool tare_afterword_says_settings(const char* text, size_t length, const TareSubject* subject,
                                  bool* is_good);

#endif
