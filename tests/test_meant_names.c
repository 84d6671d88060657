/* Whether the names of the shipped catalogue mean their models however they are written, and names
   beside them none: drawn and altered by seed. TARE_CATALOGUE may name another folder than that of
   the source tree. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/entry.h"
#include "helpers/check.h"
#include "helpers/mistype.h"
#include "helpers/noise.h"
#include "names/aliases.h"
#include "names/fold.h"
#include "search/meant.h"
#include "search/models.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { N_SLIPS = 500, N_NEIGHBOURS = 300, MIN_SLIP_LETTERS = 6, N_ALTERATIONS = 5, STEP = 3 };

static TareCatalogue* catalogue;
static TareModels* models;
static TareAliases* aliases;

/** Folded without blanks and with numbers as digits, so that what is one name is one text; to be
    freed. */
static char* plain_name(const char* name)
{
    static const char* const numerals[][2] = {
        {"ii", "2"}, {"iii", "3"}, {"iv", "4"}, {"plus", "+"}};
    TareText words = {0}, plain = {0};
    tare_fold_words(&words, name);
    for (const char* word = words.data; *word;) {
        const size_t length = strcspn(word, " ");
        const char* taken = NULL;
        for (size_t i = 0; i < sizeof numerals / sizeof *numerals; ++i)
            if (strlen(numerals[i][0]) == length && !memcmp(word, numerals[i][0], length))
                taken = numerals[i][1];
        tare_text_append(&plain, taken ? taken : word, taken ? 1 : length);
        word += length + (word[length] == ' ');
    }
    tare_text_clear(&words);
    return plain.data;
}

static bool is_same_name(const char* a, const char* b)
{
    char* const plain_a = plain_name(a);
    char* const plain_b = plain_name(b);
    const bool is_same = strcmp(plain_a, plain_b) == 0;
    free(plain_a);
    free(plain_b);
    return is_same;
}

static void name_of(const TareModel* model, char name[MISTYPE_MAX])
{
    tare_entry_display_name(model->corrections[0], name, MISTYPE_MAX);
}

/** What a query means; NULL when nothing, or more than one. */
static const TareEntry* meant_by(const char* query)
{
    TareMeant meant;
    tare_meant(&meant, models, aliases, query);
    return meant.entry;
}

/** Whether a query means a model, and whether it means another. */
static bool means(const char* query, const char* name, size_t* n_wrong)
{
    const TareEntry* const entry = meant_by(query);
    char found[MISTYPE_MAX] = "";
    if (entry)
        tare_entry_display_name(entry, found, sizeof found);
    const bool is_right = entry && is_same_name(found, name);
    if (entry && !is_right) {
        fprintf(stderr, "'%s' means %s\n", query, found);
        ++*n_wrong;
    }
    return is_right;
}

/** Every third name of the catalogue, others each time, in the ways that leave it complete, but for
    another order. */
static void test_complete_names_mean_their_models(void)
{
    uint64_t random = 362436069u;
    for (size_t way = 0; way < N_MISTYPES; ++way) {
        if (!mistypes[way].is_complete || strstr(mistypes[way].name, "reverse"))
            continue;
        size_t n = 0, n_right = 0, n_wrong = 0;
        for (size_t i = way % STEP; i < tare_models_n(models); i += STEP, ++n) {
            const TareModel* const model = tare_models_get(models, i);
            const TareEntry* const c = model->corrections[0];
            char rest[MISTYPE_MAX_NAME], query[MISTYPE_MAX], name[MISTYPE_MAX];
            snprintf(rest, sizeof rest, c->variant ? "%s (%s)" : "%s", c->model, c->variant);
            mistypes[way].type(query, c->brand, rest, &random);
            name_of(model, name);
            n_right += means(query, name, &n_wrong);
        }
        printf("%-34s %zu of %zu right, %zu wrong\n", mistypes[way].name, n_right, n, n_wrong);
        CHECK(100 * n_right >= 99 * n);
        CHECK(n_wrong == 0);
    }
}

/** Where a word of so many letters begins, the longest of the name; NULL when there is none. */
static char* long_word(char* name, size_t* length)
{
    char* found = NULL;
    *length = MIN_SLIP_LETTERS - 1;
    for (char* word = name; *word;) {
        size_t n = 0;
        while (isalpha((unsigned char)word[n]))
            ++n;
        const char behind = word[n];
        const bool is_whole = !isalnum((unsigned char)behind) && !((unsigned char)behind & 0x80);
        if (n > *length && is_whole) {
            found = word;
            *length = n;
        }
        word += n > 0 ? n : 1;
    }
    return found;
}

/** Exchanges two letters of a word, or leaves one out, or doubles one. */
static void slip(char* word, size_t length, uint64_t* random)
{
    const size_t at = 1 + noise_below(random, length - 3);
    const char letter = word[at];
    switch (noise_below(random, 3)) {
    case 0:
        word[at] = word[at + 1];
        word[at + 1] = letter;
        break;
    case 1:
        memmove(word + at, word + at + 1, strlen(word + at));
        break;
    default:
        memmove(word + at + 1, word + at, strlen(word + at) + 1);
        break;
    }
}

static void test_a_slip_in_a_long_word_is_forgiven(void)
{
    uint64_t random = 521288629u;
    size_t drawn[2 * N_SLIPS];
    const size_t n = mistype_draw(drawn, 2 * N_SLIPS, tare_models_n(models), &random);
    size_t n_slips = 0, n_right = 0, n_wrong = 0;
    for (size_t i = 0; i < n && n_slips < N_SLIPS; ++i) {
        char name[MISTYPE_MAX], query[MISTYPE_MAX];
        size_t length = 0;
        name_of(tare_models_get(models, drawn[i]), name);
        strcpy(query, name);
        char* const word = long_word(query, &length);
        if (!word)
            continue;
        slip(word, length, &random);
        ++n_slips;
        const bool is_right = means(query, name, &n_wrong);
        n_right += is_right;
        if (!is_right)
            fprintf(stderr, "not understood: %s\n", query);
    }
    printf("with a slip in a long word: %zu of %zu right, %zu wrong\n", n_right, n_slips, n_wrong);
    CHECK(n_slips > N_SLIPS / 2);
    CHECK(10 * n_right >= 9 * n_slips);
    CHECK(n_wrong == 0);
}

static bool change_digit(char* name, uint64_t* random)
{
    char* const digit = strpbrk(name, "0123456789");
    if (digit)
        *digit = (char)('0' + (*digit - '0' + 1 + (int)noise_below(random, 8)) % 10);
    return digit != NULL;
}

static bool add_numeral(char* name, uint64_t* random)
{
    static const char* const numerals[] = {"II", "III", "IV", "2", "MkII", "Gen 2"};
    strcat(name, " ");
    strcat(name, numerals[noise_below(random, sizeof numerals / sizeof *numerals)]);
    return true;
}

static bool add_word(char* name, uint64_t* random)
{
    static const char* const words[] = {"Pro",  "Plus", "+",    "Max",   "Lite", "SE",      "DSP",
                                        "Mini", "Open", "Clip", "Ultra", "Core", "Wireless"};
    strcat(name, " ");
    strcat(name, words[noise_below(random, sizeof words / sizeof *words)]);
    return true;
}

/** Another letter directly before a digit. */
static bool change_code_letter(char* name, uint64_t* random)
{
    for (char* p = name; p[0] && p[1]; ++p)
        if (isupper((unsigned char)p[0]) && isdigit((unsigned char)p[1])) {
            *p = (char)('A' + (*p - 'A' + 1 + (int)noise_below(random, 24)) % 26);
            return true;
        }
    return false;
}

/** The maker of another model. */
static bool change_maker(char* name, uint64_t* random)
{
    const TareModel* const other =
        tare_models_get(models, noise_below(random, tare_models_n(models)));
    const char* const blank = strchr(name, ' ');
    char rest[MISTYPE_MAX];
    strcpy(rest, blank ? blank : "");
    snprintf(name, MISTYPE_MAX, "%s%.400s", other->corrections[0]->brand, rest);
    return blank != NULL;
}

static bool is_written_there(const char* name)
{
    for (size_t i = 0; i < tare_models_n(models); ++i) {
        char other[MISTYPE_MAX];
        const TareEntry* const entry = tare_models_get(models, i)->corrections[0];
        name_of(tare_models_get(models, i), other);
        if (is_same_name(name, other))
            return true;
        snprintf(other, sizeof other, "%s %s", entry->brand, entry->model);
        if (is_same_name(name, other))
            return true;
    }
    return false;
}

/** As it is, or with the numeral of its mark in digits, which is the same name. */
static bool is_in_catalogue(const char* name)
{
    char in_digits[MISTYPE_MAX];
    const char* const mark = strstr(name, " MkII");
    if (!mark)
        return is_written_there(name);
    snprintf(in_digits, sizeof in_digits, "%.*s Mk2", (int)(mark - name), name);
    return is_written_there(name) || is_written_there(in_digits);
}

static void test_names_beside_those_of_the_catalogue_mean_nothing(void)
{
    static bool (*const alter[N_ALTERATIONS])(char*, uint64_t*) = {
        change_digit, add_numeral, add_word, change_code_letter, change_maker};
    uint64_t random = 88675123u;
    size_t n_tried = 0, n_wrong = 0;
    for (size_t i = 0; n_tried < N_NEIGHBOURS; ++i) {
        char name[MISTYPE_MAX] = "";
        const TareModel* const model =
            tare_models_get(models, noise_below(&random, tare_models_n(models)));
        snprintf(name, sizeof name, "%s %s", model->corrections[0]->brand,
                 model->corrections[0]->model);
        if (!alter[i % N_ALTERATIONS](name, &random))
            continue;
        const TareEntry* const entry = meant_by(name);
        if (!entry || !is_in_catalogue(name)) {
            n_wrong += entry != NULL;
            ++n_tried;
        }
        if (entry && !is_in_catalogue(name))
            fprintf(stderr, "'%s' means %s\n", name, entry->id);
    }
    printf("%zu names that the catalogue does not have: %zu mean a model\n", n_tried, n_wrong);
    CHECK(n_wrong == 0);
}

int main(void)
{
    const char* const other = getenv("TARE_CATALOGUE");
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[1000];
    snprintf(folder, sizeof folder, "%s/presets/catalogue", source ? source : ".");
    catalogue = tare_catalogue_new();
    aliases = tare_aliases_new();
    if (!catalogue || !aliases ||
        tare_catalogue_add_folder(catalogue, other ? other : folder, TARE_READ_ENTRIES, NULL) ||
        tare_aliases_add_folder(aliases, folder, NULL))
        return 1;
    models = tare_models_new(catalogue);
    RUN(test_complete_names_mean_their_models);
    RUN(test_a_slip_in_a_long_word_is_forgiven);
    RUN(test_names_beside_those_of_the_catalogue_mean_nothing);
    tare_models_free(models);
    tare_aliases_free(aliases);
    tare_catalogue_free(catalogue);
    return check_done();
}
