#include "review/heads.h"

#include "review/normalise.h"
#include "review/other_product.h"
#include "review/sentences.h"
#include "review/token.h"

/* Short names keep the table below readable. */
enum {
    SETTINGS = 1 << TARE_HEAD_SETTINGS,
    FAULTS = 1 << TARE_HEAD_FAULTS,
    OTHER = 1 << TARE_HEAD_OTHER,
    UNDOES = 1 << (TARE_HEAD_OTHER + 1), ///< "without EQ"
};

static const struct {
    const char* pattern; ///< of tare_word_is()
    unsigned says;
} words[] = {
    {"adjustment*", SETTINGS}, {"anc", OTHER},
    {"applied", SETTINGS},     {"apply", SETTINGS},
    {"autoeq*", SETTINGS},     {"before", UNDOES},
    {"comparison*", OTHER},    {"correction*", SETTINGS},
    {"deviat*", FAULTS},       {"dialed", SETTINGS},
    {"dialled", SETTINGS},     {"distortion", OTHER},
    {"eq", SETTINGS},          {"eqing", SETTINGS},
    {"equali*", SETTINGS},     {"error*", FAULTS},
    {"fault*", FAULTS},        {"filter*", SETTINGS},
    {"fix*", SETTINGS},        {"found", FAULTS},
    {"graph*", FAULTS},        {"hear*", FAULTS},
    {"isolation", OTHER},      {"measure*", FAULTS},
    {"mic*", OTHER},           {"mode*", OTHER},
    {"noise", OTHER},          {"no", UNDOES},
    {"nozzle*", OTHER},        {"off", UNDOES},
    {"oratory*", SETTINGS},    {"parametric", SETTINGS},
    {"peq", SETTINGS},         {"preset*", SETTINGS},
    {"problem*", FAULTS},      {"raw", UNDOES},
    {"response", FAULTS},      {"result*", FAULTS},
    {"setting*", SETTINGS},    {"settled", SETTINGS},
    {"specification*", OTHER}, {"specs", OTHER},
    {"stock", UNDOES},         {"thd*", OTHER},
    {"tips", OTHER},           {"try", SETTINGS},
    {"tuning", OTHER},         {"tweak*", SETTINGS},
    {"uncorrected", UNDOES},   {"unequali*", UNDOES},
    {"use", SETTINGS},         {"used", SETTINGS},
    {"versus", OTHER},         {"vs", OTHER},
    {"weakness*", FAULTS},     {"without", UNDOES},
};

/** What all the words of a sentence say. */
static unsigned says(const TareSentence* sentence)
{
    unsigned all = 0;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        for (size_t w = 0; w < sizeof words / sizeof *words; ++w)
            all |= tare_token_is(sentence, i, words[w].pattern) ? words[w].says : 0;
    }
    return all;
}

static TareHead head_of(const TareSentence* sentence, const TareSubject* subject)
{
    const unsigned all = says(sentence);
    if ((all & OTHER) || tare_names_other_product(sentence, subject))
        return TARE_HEAD_OTHER;
    if (all & UNDOES)
        return all & (SETTINGS | FAULTS) ? TARE_HEAD_FAULTS : TARE_HEAD_NONE;
    if ((all & SETTINGS) && (all & FAULTS)) /* "measured response and EQ" */
        return TARE_HEAD_NONE;
    return all & SETTINGS ? TARE_HEAD_SETTINGS : all & FAULTS ? TARE_HEAD_FAULTS : TARE_HEAD_NONE;
}

bool tare_head_read(const char* text, size_t length, const TareSubject* subject, TareHead* head)
{
    TareNormalised normalised;
    TareSentence sentence;
    size_t position = 0;
    if (!tare_normalise(&normalised, text, length))
        return false;
    *head = TARE_HEAD_NONE;
    while (tare_sentence_next(&normalised, &position, &sentence))
        *head = head_of(&sentence, subject); /* the last sentence introduces */
    tare_normalised_clear(&normalised);
    return true;
}
