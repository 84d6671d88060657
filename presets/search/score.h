/* What the scores of a search mean, so that a caller can draw lines between them. */

#ifndef TARE_SCORE_H
#define TARE_SCORE_H

#define TARE_SCORE_NAME 1.0         ///< the id, or the whole name but for case, blanks, hyphens
#define TARE_SCORE_WORDS 0.98       ///< the words of the whole name in another order
#define TARE_SCORE_MODEL 0.96       ///< the whole name without the brand
#define TARE_SCORE_MODEL_WORDS 0.94 ///< its words in another order
#define TARE_SCORE_BARE 0.93        ///< the name without the variant, with or without the brand
#define TARE_SCORE_ALIAS_LESS 0.005 ///< at most so much less for one of these by aliases
#define TARE_SCORE_LIKE_MAX 0.92    ///< at most for everything that is only similar
#define TARE_SCORE_MIN 0.3          ///< below it nothing is found

#endif
