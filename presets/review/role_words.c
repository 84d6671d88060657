#include "review/role_words.h"

#include "review/words.h"

/* Short names keep the table below readable. */
#define ABBREVIATES TARE_ROLE_ABBREVIATES
#define GOES_ON TARE_ROLE_GOES_ON
#define SIZE TARE_ROLE_SIZE
#define MEASURES TARE_ROLE_MEASURES
#define IS TARE_ROLE_IS
#define CAUSES TARE_ROLE_CAUSES
#define LIES TARE_ROLE_LIES
#define ALIGNS TARE_ROLE_ALIGNS
#define IS_CHANGED TARE_ROLE_IS_CHANGED
#define WIDENS TARE_ROLE_WIDENS
#define FALLS TARE_ROLE_FALLS
#define LEADS TARE_ROLE_LEADS
#define FILLS TARE_ROLE_FILLS
#define BARS TARE_ROLE_BARS
#define FILTERS TARE_ROLE_FILTERS
#define USES TARE_ROLE_USES
#define UNDOES TARE_ROLE_UNDOES
#define OFF TARE_ROLE_OFF
#define IS_SHOWN TARE_ROLE_IS_SHOWN
#define IS_ASKED TARE_ROLE_IS_ASKED
#define ADVISES TARE_ROLE_ADVISES
#define DEMANDS TARE_ROLE_DEMANDS
#define RESTORES TARE_ROLE_RESTORES
#define SOOTHES TARE_ROLE_SOOTHES
#define DEFAULT TARE_ROLE_DEFAULT
#define RESPONSE TARE_ROLE_RESPONSE
#define PRONOUN TARE_ROLE_PRONOUN
#define PLACE TARE_ROLE_PLACE

typedef struct {
    const char* pattern; ///< of tare_word_is()
    TareRoles roles;
} Row;

/* In the order of letters. */
static const Row words[] = {
    {"advis*", ADVISES},
    {"advisable", IS_ASKED},
    {"advised", IS_ASKED},
    {"after", UNDOES},
    {"aligned", ALIGNS},
    {"all", IS_CHANGED},
    {"amplitude", SIZE},
    {"appearing", GOES_ON},
    {"approx", ABBREVIATES},
    {"area", PLACE},
    {"areas", PLACE},
    {"as", FILLS},
    {"avg", ABBREVIATES},
    {"band", FILTERS | PLACE},
    {"bands", FILTERS | PLACE},
    {"bandwidth", WIDENS},
    {"bass", IS_CHANGED | RESPONSE},
    {"be", FILLS},
    {"because", CAUSES | BARS},
    {"been", UNDOES},
    {"before", UNDOES},
    {"being", IS},
    {"both", DEFAULT},
    {"buyers", ADVISES},
    {"by", LEADS | USES},
    {"bypassed", OFF},
    {"ca", ABBREVIATES},
    {"can't", OFF},
    {"cannot", OFF},
    {"caused", CAUSES},
    {"center", FILLS},
    {"centre", FILLS},
    {"cf", ABBREVIATES},
    {"compensat*", RESTORES},
    {"consider", ADVISES},
    {"correct*", RESTORES},
    {"counteract*", RESTORES},
    {"cures", RESTORES},
    {"curve", RESPONSE},
    {"curve*", IS_SHOWN},
    {"data", IS_SHOWN},
    {"declin*", FALLS},
    {"deep", MEASURES},
    {"default", DEFAULT},
    {"depth", SIZE},
    {"descend*", FALLS},
    {"despite", UNDOES},
    {"disabled", OFF},
    {"due", CAUSES},
    {"e.g", ABBREVIATES},
    {"eg", ABBREVIATES},
    {"especially", GOES_ON},
    {"everything", IS_CHANGED},
    {"except", CAUSES},
    {"falling", FALLS},
    {"falls", FALLS},
    {"fc", FILLS},
    {"fig", ABBREVIATES},
    {"filter*", FILTERS},
    {"fixes", RESTORES},
    {"flattens", RESTORES},
    {"found", GOES_ON},
    {"frequency", FILLS},
    {"gain", SIZE | FILLS},
    {"graph*", IS_SHOWN | RESPONSE},
    {"had", UNDOES},
    {"has", UNDOES},
    {"have", UNDOES},
    {"height", SIZE},
    {"help", SOOTHES},
    {"helps", SOOTHES},
    {"high", MEASURES},
    {"highs", RESPONSE},
    {"how", BARS},
    {"i.e", ABBREVIATES},
    {"ie", ABBREVIATES},
    {"in", MEASURES},
    {"incl", ABBREVIATES},
    {"intensity", SIZE},
    {"is", IS | LIES},
    {"it", IS_CHANGED | PRONOUN},
    {"its", BARS | PRONOUN},
    {"level", SIZE},
    {"lies", LIES},
    {"line", RESTORES},
    {"listeners", ADVISES},
    {"localised", GOES_ON},
    {"localized", GOES_ON},
    {"located", GOES_ON},
    {"magnitude", SIZE},
    {"mainly", GOES_ON},
    {"makes", SOOTHES},
    {"measures", LIES},
    {"midrange", RESPONSE},
    {"mids", RESPONSE},
    {"mostly", GOES_ON},
    {"must", ADVISES | DEMANDS},
    {"necessary", IS_ASKED},
    {"needed", IS_ASKED},
    {"neutral", DEFAULT},
    {"neutrali?e*", RESTORES},
    {"no", ABBREVIATES},
    {"normal", DEFAULT},
    {"normali*", ALIGNS},
    {"normalization", ALIGNS},
    {"notably", GOES_ON},
    {"now", UNDOES},
    {"occurring", GOES_ON},
    {"off", OFF},
    {"ought", ADVISES},
    {"owing", CAUSES},
    {"owners", ADVISES},
    {"particularly", GOES_ON},
    {"peaking", GOES_ON},
    {"pk", FILLS},
    {"plot*", IS_SHOWN},
    {"primarily", GOES_ON},
    {"range", PLACE},
    {"ranges", PLACE},
    {"recommend*", ADVISES},
    {"recommended", IS_ASKED},
    {"rectif*", RESTORES},
    {"region", PLACE},
    {"regions", PLACE},
    {"required", IS_ASKED},
    {"resolv*", RESTORES},
    {"response", IS_SHOWN | RESPONSE},
    {"restor*", RESTORES},
    {"rises", LIES},
    {"save", CAUSES},
    {"seen", GOES_ON},
    {"setting*", FILTERS},
    {"should", ADVISES | DEMANDS},
    {"since", UNDOES},
    {"sits", LIES},
    {"situated", GOES_ON},
    {"size", SIZE},
    {"slop*", FALLS},
    {"smooths", SOOTHES},
    {"solves", RESTORES},
    {"standard", DEFAULT},
    {"stands", LIES},
    {"stock", DEFAULT},
    {"strength", SIZE},
    {"strong", MEASURES},
    {"subbass", RESPONSE},
    {"such", FILLS},
    {"suggest*", ADVISES},
    {"suggested", IS_ASKED},
    {"tall", MEASURES},
    {"tame", RESTORES},
    {"tames", RESTORES},
    {"thanks", CAUSES},
    {"that", BARS},
    {"the", IS_CHANGED},
    {"their", BARS | PRONOUN},
    {"these", PRONOUN},
    {"they", PRONOUN},
    {"this", PRONOUN},
    {"through", FILLS | USES},
    {"to", FILLS | DEMANDS},
    {"tonal*", RESPONSE},
    {"treble", IS_CHANGED | RESPONSE},
    {"try", ADVISES},
    {"tuning", RESPONSE},
    {"users", ADVISES},
    {"using", LEADS | FILLS | USES},
    {"via", LEADS | FILLS | USES},
    {"visible", GOES_ON},
    {"vs", ABBREVIATES},
    {"want", ADVISES},
    {"warranted", IS_ASKED},
    {"was", UNDOES},
    {"we", ADVISES},
    {"were", UNDOES},
    {"whether", BARS},
    {"which", IS},
    {"wide", WIDENS},
    {"width", WIDENS},
    {"wish", ADVISES},
    {"with", LEADS | USES},
    {"yields", SOOTHES},
    {"you", ADVISES},
    {"zone", PLACE},
    {"zones", PLACE},
};

bool tare_role_is(const char* word, size_t length, TareRoles roles)
{
    for (const void* row = NULL; (row = tare_word_next_row(words, sizeof words / sizeof *words,
                                                           sizeof *words, row, word, length));)
        if (((const Row*)row)->roles & roles)
            return true;
    return false;
}
