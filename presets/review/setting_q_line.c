#include "review/setting_q_line.h"

#include "base/ascii.h"
#include "review/findings.h"
#include "review/normalise.h"
#include "review/quantities.h"
#include "review/setting_figures.h"
#include "review/setting_text.h"
#include "review/word_patterns.h"
#include "tare/limits.h"

/* Longer lines, or such with more words, are prose. */
enum { MAX_LENGTH = 90, MAX_WORDS = 12 };

/** What is known of a line while it is read. */
typedef struct {
    TareSettingQLine* line;
    unsigned n_words;
    bool is_behind_q, has_except, has_ordinal, is_good;
} Reader;

#define IS_ONE_OF(word, length, words)                                                             \
    is_one_of(word, length, words, sizeof(words) / sizeof *(words))

static bool is_one_of(const char* word, size_t length, const char* const* words, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        if (tare_word_is(word, length, words[i]))
            return true;
    return false;
}

static void take_word(Reader* reader, const char* word, size_t length)
{
    static const char* const qs[] = {"q", "qs", "q's"};
    static const char* const all[] = {"all",     "always",     "both",      "constant", "default",
                                      "each",    "every*",     "otherwise", "same",     "those",
                                      "through", "throughout", "unless"};
    static const char* const excepts[] = {"but", "except", "only"};
    ++reader->n_words;
    if (IS_ONE_OF(word, length, qs))
        reader->is_behind_q = true;
    reader->line->is_common = reader->line->is_common || IS_ONE_OF(word, length, all);
    reader->has_except = reader->has_except || IS_ONE_OF(word, length, excepts);
    reader->line->is_except_last =
        reader->line->is_except_last || tare_word_is(word, length, "last");
    reader->has_ordinal = reader->has_ordinal || tare_word_is(word, length, "last") ||
                          tare_word_is(word, length, "first");
}

static void take_number(Reader* reader, const TareQuantity* number)
{
    TareSettingQLine* const line = reader->line;
    const bool is_q = reader->is_behind_q && number->kind == TARE_QUANTITY_NUMBER &&
                      number->sign == TARE_SIGN_NONE && number->lo >= TARE_Q_MIN &&
                      number->lo <= TARE_Q_MAX;
    const bool is_second = line->q > 0.0;
    if (!is_q || line->except_q > 0.0 ||
        (is_second && !(reader->has_except && reader->has_ordinal)))
        reader->is_good = false;
    else if (is_second)
        line->except_q = number->lo;
    else
        line->q = number->lo;
    reader->is_behind_q = false;
}

static void read(Reader* reader, const char* text, size_t length)
{
    for (size_t at = 0; at < length && reader->is_good;) {
        TareQuantity number;
        const size_t end = tare_setting_word_end(text, length, at);
        if (end > at) {
            take_word(reader, text + at, end - at);
            at = end;
        } else if (tare_setting_begins_number(text, length, at) &&
                   tare_quantity_read_single(text + at, length - at, &number)) {
            take_number(reader, &number);
            at += number.length;
        } else {
            ++at;
        }
    }
}

/** Whether a "q" that is no part of a word stands in a text: hardly any has one. */
static bool has_q(const char* text, size_t length)
{
    for (size_t i = 0; i < length; ++i)
        if (tare_ascii_lower(text[i]) == 'q' && (i == 0 || !tare_is_letter(text[i - 1])) &&
            (i + 1 == length || !tare_is_letter(text[i + 1]) ||
             tare_ascii_lower(text[i + 1]) == 's'))
            return true;
    return false;
}

bool tare_setting_q_line_read(TareSettingQLine* line, const char* text, size_t length,
                              bool* is_good)
{
    TareNormalised normalised;
    *line = (TareSettingQLine){0};
    if (length > MAX_LENGTH || !has_q(text, length))
        return false;
    if (!tare_setting_figures_normalise(&normalised, text, length)) {
        *is_good = false;
        return false;
    }
    Reader reader = {.line = line, .is_good = true};
    read(&reader, normalised.text, normalised.length);
    tare_normalised_clear(&normalised);
    const bool is_half_told = reader.has_except && line->except_q == 0.0 && line->is_common;
    return reader.is_good && line->q > 0.0 && !is_half_told && reader.n_words <= MAX_WORDS;
}

static void set(TareFinding* finding, double q)
{
    finding->fact.filter.q = q;
    finding->fact.is_q_stated = true;
}

void tare_setting_q_line_apply(const TareSettingQLine* line, TareFindings* findings,
                               unsigned recipe)
{
    TareFinding *first = NULL, *last = NULL;
    for (size_t i = 0; i < findings->n_findings && recipe; ++i) {
        TareFinding* const finding = &findings->findings[i];
        if (finding->recipe != recipe)
            continue;
        first = first ? first : finding;
        last = finding;
        if (!finding->fact.is_q_stated)
            set(finding, line->q);
    }
    if (first && line->except_q > 0.0)
        set(line->is_except_last ? last : first, line->except_q);
}

void tare_setting_q_line_apply_to_sentence(const TareSettingQLine* line, TareFindings* findings,
                                           unsigned sentence)
{
    for (size_t i = 0; i < findings->n_findings; ++i)
        if (findings->findings[i].sentence == sentence && !findings->findings[i].fact.is_q_stated)
            set(&findings->findings[i], line->q);
}
