#include "review/outcome_words.h"

#include "review/word_patterns.h"

/* Short names keep the table below readable. */
#define GOOD TARE_OUTCOME_GOOD
#define BAD TARE_OUTCOME_BAD
#define TURNS TARE_OUTCOME_TURNS
#define MEANS TARE_OUTCOME_MEANS
#define PASSES TARE_OUTCOME_PASSES
#define ENDS TARE_OUTCOME_ENDS

typedef struct {
    const char* pattern; ///< of tare_word_is()
    unsigned does;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"a", PASSES},         {"about", PASSES},     {"addictive", GOOD},  {"after", MEANS},
    {"against", TURNS},    {"airier", GOOD},      {"airy", GOOD},       {"alive", GOOD},
    {"annoy*", BAD},       {"another", PASSES},   {"applied", PASSES},  {"applying", PASSES},
    {"artificial", BAD},   {"avoid*", TURNS},     {"awful", BAD},       {"back", PASSES},
    {"bad", BAD},          {"balance*", GOOD},    {"barely", TURNS},    {"bassheavy", BAD},
    {"bearable", GOOD},    {"beautiful*", GOOD},  {"best", GOOD},       {"better", GOOD},
    {"bit", PASSES},       {"bliss", GOOD},       {"bloat*", BAD},      {"body", GOOD},
    {"boom*", BAD},        {"bother*", BAD},      {"brilliant", GOOD},  {"calm*", GOOD},
    {"calms", TURNS},      {"clean*", GOOD},      {"clear*", GOOD},     {"clears", TURNS},
    {"closer", GOOD},      {"comfortabl*", GOOD}, {"complete", GOOD},   {"congest*", BAD},
    {"convinc*", GOOD},    {"correct", GOOD},     {"cured", GOOD},      {"cures", TURNS},
    {"crisp*", GOOD},      {"dark", BAD},         {"delight*", GOOD},   {"disappear*", GOOD | ENDS},
    {"distort*", BAD},     {"dominat*", BAD},     {"dron*", BAD},       {"drown*", BAD},
    {"dull", BAD},         {"edgy", BAD},         {"effortless", GOOD}, {"eliminat*", TURNS},
    {"engaging", GOOD},    {"enjoy*", GOOD},      {"even", GOOD},       {"everything", PASSES},
    {"exaggerat*", BAD},   {"excellent", GOOD},   {"exciting", GOOD},   {"exhaust*", BAD},
    {"extra", PASSES},     {"fabulous", GOOD},    {"fantastic", GOOD},  {"fatigu*", BAD},
    {"favorite", GOOD},    {"favourite", GOOD},   {"fewer", TURNS},     {"finally", GOOD},
    {"fine", GOOD},        {"fix*", TURNS},       {"fixed", TURNS},     {"flawless", GOOD},
    {"forward", GOOD},     {"fought", TURNS},     {"fun", GOOD},        {"gentle", PASSES},
    {"given", MEANS},      {"gone", GOOD | ENDS}, {"gorgeous", GOOD},   {"grain*", BAD},
    {"grat*", BAD},        {"great", GOOD},       {"happier", GOOD},    {"happy", GOOD},
    {"hard", BAD},         {"hardly", TURNS},     {"harsh*", BAD},      {"hate", BAD},
    {"heaven*", GOOD},     {"heavyhanded", BAD},  {"help", PASSES},     {"honk*", BAD},
    {"horribl*", BAD},     {"hot", BAD},          {"hurt*", BAD},       {"ideal", GOOD},
    {"impressive", GOOD},  {"improve*", GOOD},    {"irritat*", BAD},    {"it", PASSES},
    {"joy", GOOD},         {"just", PASSES},      {"kills", TURNS},     {"lacked", TURNS},
    {"lacks", TURNS},      {"last", GOOD},        {"lean", BAD},        {"less", TURNS},
    {"lifeless", BAD},     {"listenable", GOOD},  {"little", PASSES},   {"live", GOOD},
    {"lively", GOOD},      {"lose", TURNS},       {"loses", TURNS},     {"love", GOOD},
    {"lovel*", GOOD},      {"lower", PASSES},     {"magic*", GOOD},     {"marvel*", GOOD},
    {"mask*", BAD},        {"mere", PASSES},      {"mess*", BAD},       {"metallic", BAD},
    {"mids", PASSES},      {"minus", PASSES},     {"modest", PASSES},   {"mud*", BAD},
    {"muffled", BAD},      {"nasal", BAD},        {"nasty", BAD},       {"natural*", GOOD},
    {"neutral", GOOD},     {"nice*", GOOD},       {"nor", TURNS},       {"of", PASSES},
    {"off", PASSES},       {"offen*", BAD},       {"ok", GOOD},         {"okay", GOOD},
    {"on", PASSES},        {"once", MEANS},       {"only", PASSES},     {"open*", GOOD},
    {"out", PASSES},       {"overdone", BAD},     {"overpower*", BAD},  {"overwhelm*", BAD},
    {"pain*", BAD},        {"perfect*", GOOD},    {"pierc*", BAD},      {"plasticky", BAD},
    {"pleas*", GOOD},      {"pleasure", GOOD},    {"plus", PASSES},     {"presence", GOOD | PASSES},
    {"prevent*", TURNS},   {"problem*", BAD},     {"punch*", GOOD},     {"realistic", GOOD},
    {"reduc*", TURNS},     {"relax*", GOOD},      {"remov*", TURNS},    {"rewarding", GOOD},
    {"rid", TURNS},        {"right", GOOD},       {"robs", TURNS},      {"ruin*", BAD},
    {"satisf*", GOOD},     {"scream*", BAD},      {"sensible", GOOD},   {"shine*", GOOD},
    {"shines", GOOD},      {"shout*", BAD},       {"shrill*", BAD},     {"sibilan*", BAD},
    {"sibilance", PASSES}, {"sing*", GOOD},       {"sings", GOOD},      {"small", PASSES},
    {"smear*", BAD},       {"smile", GOOD},       {"smooth*", GOOD},    {"softens", TURNS},
    {"solid", GOOD},       {"solved", GOOD},      {"some", PASSES},     {"sorted", GOOD},
    {"splendid", GOOD},    {"spoil*", BAD},       {"spot", GOOD},       {"sting*", BAD},
    {"strain*", BAD},      {"stunning", GOOD},    {"sub", PASSES},      {"suffer*", BAD},
    {"superb", GOOD},      {"sweet*", GOOD},      {"taken", PASSES},    {"tame*", TURNS},
    {"tames", TURNS},      {"terribl*", BAD},     {"terrific", GOOD},   {"the", PASSES},
    {"thick", BAD},        {"thin", BAD},         {"through", MEANS},   {"thumps", BAD},
    {"tight*", GOOD},      {"tinny", BAD},        {"tires", BAD},       {"tiring", BAD},
    {"tolerable", GOOD},   {"too", BAD},          {"top", PASSES},      {"transform*", GOOD},
    {"transparent", GOOD}, {"trouble*", BAD},     {"ugly", BAD},        {"unbalanced", BAD},
    {"unbearable", BAD},   {"unlistenable", BAD}, {"unnatural", BAD},   {"unpleasant", BAD},
    {"unusable", BAD},     {"upper", PASSES},     {"using", MEANS},     {"vanish*", GOOD | ENDS},
    {"veil*", BAD},        {"via", MEANS},        {"warm", GOOD},       {"weak", BAD},
    {"weight", GOOD},      {"when", MEANS},       {"with", MEANS},      {"without", TURNS},
    {"wonder*", GOOD},     {"worked", GOOD},      {"works", GOOD},      {"worse", BAD},
    {"worst", BAD},        {"wrong", BAD},
};

unsigned tare_outcome_word(const char* word, size_t length)
{
    unsigned all = 0;
    for (const Row* row = NULL; (row = tare_word_next_row(words, sizeof words / sizeof *words,
                                                          sizeof *words, row, word, length));)
        all |= row->does;
    return all;
}
