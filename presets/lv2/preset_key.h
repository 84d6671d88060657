/* The place of a preset in lists that hosts sort: a label folded to letters, digits and hyphens
   that sort, byte for byte, as a person sorts labels.

   Labels are compared part by part, parts word by word, words letter by letter:
   - Parts end at " - ", brackets and commas, words at all other signs and at blanks; what ends
     sooner comes first.
   - Case and accents do not count. Digits come before letters, these before those of other scripts,
     which stand in the order of Unicode. "+" is read as the word "plus".

   The key says that as it is read: "acme--one-plus--anna" for "Acme - One+ (Anna)". Two kinds of
   labels look stranger, so that the order holds for them as well:
   - A letter of another script is written "zzz004e2d", its number in Unicode behind three z; where
     letters of a label would look like that ("zzy", "zzz"), the third one is written as two.
   - Signs that no name needs between its words end the key as "---" and a checksum of the label, so
     that labels which differ in these only have keys of their own.

   Nothing but the label decides on its key: it is the same in every list. */

#ifndef TARE_PRESET_KEY_H
#define TARE_PRESET_KEY_H

/** The key of a label in UTF-8, to be freed; NULL when memory is short. Labels have the same one
    when they differ in case, accents and common signs between words only. */
char* tare_preset_key(const char* label);

#endif
