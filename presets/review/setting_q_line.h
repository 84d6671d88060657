/* Lines that tell the Q of filters that stand in others: "all with Q 2 but the first, Q 1". */

#ifndef TARE_SETTING_Q_LINE_H
#define TARE_SETTING_Q_LINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct TareFindings TareFindings;

typedef struct TareSettingQLine {
    double q;
    double except_q;     ///< of one filter; 0 for none
    bool is_common;      ///< it is that of all filters, and not of the one right before
    bool is_except_last; ///< the one is the last and not the first
} TareSettingQLine;

/** Reads a line or sentence in which nothing but a Q is told, with hardly any other words. False
   for any other; `*is_good` turns false when memory was short. */
bool tare_setting_q_line_read(TareSettingQLine* line, const char* text, size_t length,
                              bool* is_good);

/** Gives the filters of a recipe that state no Q this one. */
void tare_setting_q_line_apply(const TareSettingQLine* line, TareFindings* findings,
                               unsigned recipe);

/** Gives the filters of a sentence that state no Q this one. */
void tare_setting_q_line_apply_to_sentence(const TareSettingQLine* line, TareFindings* findings,
                                           unsigned sentence);

#endif
