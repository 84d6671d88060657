#include "review/sensations.h"

#include "review/word_patterns.h"

typedef struct {
    const char* pattern; ///< of tare_word_is()
    int direction;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"absent", -1},   {"aggressive", 1}, {"airless", -1}, {"blar*", 1},   {"bloat*", 1},
    {"bloom*", 1},    {"boom*", 1},      {"boxy", 1},     {"bright*", 1}, {"brittle", 1},
    {"closed", -1},   {"congested", 1},  {"crisp*", 1},   {"dark", -1},   {"dead", -1},
    {"dim", -1},      {"distant", -1},   {"dull*", -1},   {"edgy", 1},    {"fat", 1},
    {"fatigu*", 1},   {"fizzy", 1},      {"flabby", 1},   {"forward", 1}, {"glare", 1},
    {"glassy", 1},    {"grainy", 1},     {"gritty", 1},   {"harsh*", 1},  {"heavy", 1},
    {"hissy", 1},     {"hollow", -1},    {"honk*", 1},    {"hot", 1},     {"lean", -1},
    {"lifeless", -1}, {"loud", 1},       {"missing", -1}, {"mud*", 1},    {"muffled", -1},
    {"nasal", 1},     {"peaky", 1},      {"piercing", 1}, {"quiet", -1},  {"recessed", -1},
    {"rumbl*", 1},    {"scooped", -1},   {"screech*", 1}, {"sharp", 1},   {"shout*", 1},
    {"shrill", 1},    {"shy", -1},       {"sibilan*", 1}, {"sizzl*", 1},  {"soft", -1},
    {"spicy", 1},     {"spitty", 1},     {"splashy", 1},  {"steely", 1},  {"strident", 1},
    {"strong", 1},    {"sucked", -1},    {"sunken", -1},  {"thick", 1},   {"thin", -1},
    {"tinny", 1},     {"tiz*", 1},       {"tubby", 1},    {"veil*", -1},  {"weak", -1},
    {"whisper*", -1}, {"wimpy", -1},     {"wool*", 1},    {"zing*", 1},
};

int tare_sensation(const char* word, size_t length)
{
    const Row* const row =
        tare_word_next_row(words, sizeof words / sizeof *words, sizeof *words, NULL, word, length);
    return row ? row->direction : 0;
}
