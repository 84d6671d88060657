/* Whether words speak of another product than the reviewed one. */

#ifndef TARE_OTHER_PRODUCT_H
#define TARE_OTHER_PRODUCT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareClause TareClause;
typedef struct TareSentence TareSentence;

typedef struct TareSubject TareSubject;

/** Whether the model or brand named last before the figures of a clause, or one named in the
   clause, is not the reviewed one, or the clause compares with something that has a name and is no
   target. What looks like a model: letters with digits, "HD681", "SE-300", "HD 600". */
bool tare_is_other_product(const TareClause* clause, const TareSubject* subject);

/** Whether a name, blanks and hyphens aside, is made of whole words of the product's name. */
bool tare_is_part_of_name(const char* name, size_t length, const char* target_name);

/** Whether the name of the reviewed product, or a part of it that is a name, begins at a token. */
bool tare_is_this_product(const TareSentence* sentence, size_t index, const TareSubject* subject);

/** Whether the model or brand that a sentence names last is not the reviewed one. */
bool tare_names_other_product(const TareSentence* sentence, const TareSubject* subject);

/** Whether a sentence is about another product than the subject: "The Sundara has less of it". */
bool tare_opens_on_other_product(const TareSentence* sentence, const TareSubject* subject);

#endif
