#include "formats/apo_iir.h"

#include "base/number.h"
#include "base/text.h"
#include "curves/table_text.h"
#include "formats/second_order.h"

#include <string.h>

enum { MAX_NUMBERS = 6, MAX_WORD = 40 };

static bool next_word(TareSpan* rest, TareSpan* word)
{
    *rest = tare_table_trim(*rest);
    word->first = rest->first;
    while (rest->first < rest->end && *rest->first != ' ' && *rest->first != '\t')
        ++rest->first;
    word->end = rest->first;
    return word->first < word->end;
}

static bool read_number(TareSpan word, double* number)
{
    char text[MAX_WORD];
    size_t used = 0;
    const size_t length = (size_t)(word.end - word.first);
    if (length > sizeof text)
        return false;
    for (size_t i = 0; i < length; ++i)
        text[i] = word.first[i] == ',' ? '.' : word.first[i];
    return tare_number_parse(text, length, number, &used) && used == length;
}

bool tare_apo_iir_read(TareSecondOrder* filter, TareSpan value)
{
    static const char* const words[] = {"ON", "IIR", "Order", NULL, "Coefficients"};
    double x[MAX_NUMBERS] = {0.0}, order = 0.0;
    TareSpan word;
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i)
        if (!next_word(&value, &word) ||
            (words[i] ? !tare_span_equals(word, words[i]) : !read_number(word, &order)))
            return false;
    const int n = order == 1.0 ? 4 : order == 2.0 ? 6 : 0;
    for (int i = 0; i < n; ++i)
        if (!next_word(&value, &word) || !read_number(word, &x[i]))
            return false;
    if (n == 4)
        *filter = tare_second_order_of_coefficients((double[3]){x[0], x[1], 0.0},
                                                    (double[3]){x[2], x[3], 0.0});
    else if (n == 6)
        *filter = tare_second_order_of_coefficients(x, x + 3);
    return n > 0;
}
