/* What the sections of a review are about, as their headings tell. */

#ifndef TARE_HEADING_WORDS_H
#define TARE_HEADING_WORDS_H

/** Why a section with this heading is not read, in words; NULL for one that is, as all are of whose
    heading nothing is known. */
const char* tare_heading_unread_reason(const char* heading);

#endif
