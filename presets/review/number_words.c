#include "review/number_words.h"

#include "review/word_patterns.h"

typedef struct {
    const char* word;
    double value;
} Number;

/* In the order of letters. */
static const Number numbers[] = {
    {"a", 1.0},       {"an", 1.0},          {"eight", 8.0},   {"eighteen", 18.0}, {"eighty", 80.0},
    {"eleven", 11.0}, {"fifteen", 15.0},    {"fifty", 50.0},  {"five", 5.0},      {"forty", 40.0},
    {"four", 4.0},    {"fourteen", 14.0},   {"nine", 9.0},    {"ninety", 90.0},   {"one", 1.0},
    {"seven", 7.0},   {"seventy", 70.0},    {"six", 6.0},     {"sixteen", 16.0},  {"sixty", 60.0},
    {"ten", 10.0},    {"thirteen", 13.0},   {"thirty", 30.0}, {"three", 3.0},     {"twelve", 12.0},
    {"twenty", 20.0}, {"twentyfive", 25.0}, {"two", 2.0},
};

double tare_number_word(const char* word, size_t length)
{
    const size_t n = sizeof numbers / sizeof *numbers;
    const Number* const row = tare_word_next_row(numbers, n, sizeof *numbers, NULL, word, length);
    return row ? row->value : 0.0;
}
