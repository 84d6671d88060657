#include "review/afterwords.h"

#include "review/heads.h"
#include "review/meaning.h"
#include "review/setting_pieces.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"

/* A sentence that says more is about something else. */
enum { MAX_AFTERWORD = 80 };

/* Begin a sentence that points back. */
static const char* const pointing[] = {"all",   "applied", "dialed", "dialled", "done", "entered",
                                       "eq",    "in",      "loaded", "made",    "my",   "saved",
                                       "set",   "so",      "that*",  "these",   "this", "those",
                                       "typed", "using",   "values", "via",     "with", "works"};

/* Make a wish or a warning of it: "EQ can fix that", "This needs EQ". */
static const char* const wishing[] = {"able", "can*",  "could",  "help*", "if",      "may", "might",
                                      "must", "need*", "no",     "not",   "should",  "to",  "want*",
                                      "will", "would", "before", "fix*",  "require*"};

static bool is_one_of(const char* word, size_t length, const char* const* rows, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (tare_word_is(word, length, rows[i]))
            return true;
    return false;
}

/** Whether the first word points back and none makes a wish of the sentence. */
static bool points_back(const char* text, size_t length)
{
    bool is_first = true;
    for (size_t at = 0; at < length; ++at) {
        const size_t end = tare_setting_word_end(text, length, at);
        if (end == at)
            continue;
        if (is_first &&
            !is_one_of(text + at, end - at, pointing, sizeof pointing / sizeof *pointing))
            return false;
        if (is_one_of(text + at, end - at, wishing, sizeof wishing / sizeof *wishing))
            return false;
        is_first = false;
        at = end;
    }
    return !is_first;
}

bool tare_afterword_says_settings(const char* text, size_t length, const TareSubject* subject,
                                  bool* is_good)
{
    TareHead head = TARE_HEAD_NONE;
    *is_good = true;
    for (size_t i = 0; i < length; ++i) /* "That's my EQ, no preamp" */
        if (text[i] == ',' || text[i] == ';')
            length = i;
    if (length > MAX_AFTERWORD || tare_setting_has_figure(text, length) ||
        !points_back(text, length))
        return false;
    *is_good = tare_head_read(text, length, subject, &head);
    return head == TARE_HEAD_SETTINGS;
}
