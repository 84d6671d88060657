/* The place of a preset in lists that hosts sort: a label folded to letters, digits and hyphens
   that sort, byte for byte, as a person sorts labels.

   Labels are compared part by part, parts word by word, words letter by letter:
   - Parts end at " - ", brackets and commas, words at all other signs and at blanks; what ends
     sooner comes first.
   - Case and accents do not count. Digits come before letters, these before those of other scripts,
     which stand in the order of Unicode. "+" is read as the word "plus", "&" as "and".

   The key says that as it is read: "acme--one-plus--anna" for "Acme - One+ (Anna)". Two kinds of
   labels look stranger:
   - A letter of another script is written "zzz004e2d", its number in Unicode behind three z; where
     letters of a label would look like that ("zzy", "zzz"), the third one is written as two. So the
     order holds for them as well.
   - After accents, and signs that few names have between their words, the key ends in "---" and a
     checksum of the label, so that labels which differ in these only have keys of their own.

   Nothing but the label decides on its key: it is the same in every list. */

#ifndef TARE_PRESET_KEY_H
#define TARE_PRESET_KEY_H

/** The key of a label in UTF-8, to be freed; NULL when memory is short. Only labels that differ in
    nothing but case, and blanks, hyphens, points and slashes, have the same one. */
char* tare_preset_key(const char* label);

#endif
