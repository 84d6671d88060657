/* The forms of headphones. */

#ifndef TARE_FORM_H
#define TARE_FORM_H

typedef enum {
    TARE_FORM_UNKNOWN,
    TARE_FORM_OVER_EAR,
    TARE_FORM_ON_EAR,
    TARE_FORM_IN_EAR,
    TARE_FORM_EARBUD,
    TARE_N_FORMS
} TareForm;

/** "in-ear"; NULL when unknown or out of range. */
const char* tare_form_name(TareForm form);

/** The form of such a name; TARE_FORM_UNKNOWN for any other text and for NULL. */
TareForm tare_form_find(const char* name);

#endif
