/* Keys of labels: plain, and in the order in which a person sorts labels, whatever they hold. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "lv2/preset_key.h"

#include <stdlib.h>
#include <string.h>

static void check_key(const char* label, const char* wanted)
{
    char* const key = tare_preset_key(label);
    CHECK_STR(key, wanted);
    free(key);
}

static void test_keys_are_read_as_labels_are(void)
{
    check_key("Acme - One (Anna)", "acme--one--anna");
    check_key("Audio-Technica - ATH-M50x (oratory1990, Harman Target)",
              "audio-technica--ath-m50x--oratory1990--harman-target");
    check_key("HIFIMAN - Sundara (2020) (AutoEQ, Rtings)",
              "hifiman--sundara--2020--autoeq--rtings");
    check_key("CCA - CRA+ (A)", "cca--cra-plus--a");
    check_key("A - B+C", "a--b-plus-c");
    check_key("Tangzu - S.G (Anna/Bob, X (Y))", "tangzu--s-g--anna-bob--x--y");
    check_key("Master & Dynamic - B&W (A)", "master-and-dynamic--b-and-w--a");
    check_key("Shozy - Pink nozzle, whizzer", "shozy--pink-nozzle--whizzer");
    check_key("", "0");
}

static void test_other_scripts_are_numbers(void)
{
    check_key("A \xE4\xB8\xAD", "a-zzz004e2d");
    check_key("\xD0\xAF\xD1\x8F", "zzz00044fzzz00044f"); /* capitals as small letters */
    check_key("z\xE4\xB8\xADz", "zzyd004e2dz");
    check_key("zz\xE4\xB8\xAD", "zzyc004e2d");
    check_key("zzz zzy", "zzyb-zzya");
}

/** Names that differ in these only have keys of their own. */
static void test_accents_and_odd_signs_end_in_a_checksum(void)
{
    static const char* const labels[] = {
        "A - B! (C)", "A - B? (C)",         "A - B\" (C)",       "A - B <> (C)",
        "A -  B (C)", "A - \xC2\xA9 B (C)", "A - B. (C)",        "A - B' (C)",
        "A - 'B (C)", "\xC3\x84 - B (C)",   "A\xCC\x88 - B (C)", "A - \xEF\xBC\xA2 (C)",
        "! - ! (!)",  "! - ! (?)"};
    enum { n = sizeof labels / sizeof *labels };
    char* keys[n];
    for (size_t i = 0; i < n; ++i) {
        keys[i] = tare_preset_key(labels[i]);
        REQUIRE(keys[i]);
        const char* const sum = strstr(keys[i], "---");
        CHECK(sum && strlen(sum) == 11 && strspn(sum + 3, "0123456789abcdef") == 8);
        for (size_t k = 0; k < i; ++k)
            CHECK(strcmp(keys[i], keys[k]) != 0);
    }
    for (size_t i = 0; i < n; ++i)
        CHECK(!strncmp(keys[i], labels[i][0] == '!' ? "0---" : "a--b--c---", 4));
    for (size_t i = 0; i < n; ++i)
        free(keys[i]);
}

static void test_keys_are_letters_digits_and_hyphens(void)
{
    char label[256];
    for (int i = 1; i < 256; ++i)
        label[i - 1] = (char)i;
    label[255] = '\0';
    char* const key = tare_preset_key(label);
    REQUIRE(key);
    CHECK(strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(key));
    free(key);
}

/* The order. Labels are strung together of pieces whose places in the alphabet are known here: a
   gap, digits, letters, other scripts. */

enum { WORD = 1, PART = 0, PLUS = 2, AND = 3, max_pieces = 9, max_places = 8 * max_pieces };

typedef struct {
    const char* text;
    int place; ///< PART, WORD, PLUS, AND or that of the letter
} Piece;

static const Piece pieces[] = {{" ", WORD},
                               {"-", WORD},
                               {".", WORD},
                               {"'", WORD},

                               {" (", PART},
                               {", ", PART},
                               {" - ", PART},
                               {") (", PART},
                               {"+", PLUS},
                               {"&", AND},
                               {"0", '0'},
                               {"2", '2'},
                               {"9", '9'},
                               {"a", 'a'},
                               {"A", 'a'},
                               {"\xC3\xA4", 'a'},
                               {"\xC3\x89", 'e'},
                               {"O", 'o'},
                               {"\xC3\x98", 'o'},
                               {"p", 'p'},
                               {"x", 'x'},
                               {"Y", 'y'},
                               {"y", 'y'},
                               {"z", 'z'},
                               {"Z", 'z'},
                               {"\xC5\xBD", 'z'},
                               {"\xEF\xBC\xBA", 'z'}, /* full width */
                               {"\xD0\xAF", 0x44F},
                               {"\xD1\x8F", 0x44F},
                               {"\xE4\xB8\xAD", 0x4E2D},
                               {"\xEA\xB0\x80", 0xAC00},
                               {"\xF0\xA0\x80\x80", 0x20000}};

typedef struct {
    char label[8 * max_pieces];
    int places[max_places]; ///< gaps only between letters, and one only between two
    size_t n;
    int gap;       ///< at the end; -1 for none
    size_t n_read; ///< how far the label is, up to the last letter
} Sample;

static void add_place(Sample* sample, int place)
{
    if (sample->gap >= 0 && sample->n > 0)
        sample->places[sample->n++] = sample->gap;
    sample->gap = -1;
    sample->places[sample->n++] = place;
}

static void add_gap(Sample* sample, int gap)
{
    if (strstr(sample->label + sample->n_read, " - "))
        gap = PART; /* of two pieces or three */
    sample->gap = sample->gap < 0 || gap < sample->gap ? gap : sample->gap;
}

static void add_piece(Sample* sample, const Piece* piece)
{
    strcat(sample->label, piece->text);
    if (piece->place == PLUS || piece->place == AND) {
        add_gap(sample, WORD);
        for (const char* c = piece->place == PLUS ? "plus" : "and"; *c; ++c)
            add_place(sample, *c);
        sample->gap = WORD;
    } else if (piece->place == PART || piece->place == WORD) {
        add_gap(sample, piece->place);
    } else {
        add_place(sample, piece->place);
    }
    if (piece->place > WORD)
        sample->n_read = strlen(sample->label);
}

static const Piece* some_piece(uint64_t* state)
{
    return &pieces[noise_below(state, sizeof pieces / sizeof *pieces)];
}

static Sample sample_of(uint64_t* state)
{
    Sample sample = {.gap = -1};
    for (size_t n = 1 + noise_below(state, max_pieces - 1); n; --n)
        add_piece(&sample, some_piece(state));
    return sample;
}

static int sign(int x)
{
    return (x > 0) - (x < 0);
}

static int compare(const Sample* a, const Sample* b)
{
    for (size_t i = 0; i < a->n && i < b->n; ++i)
        if (a->places[i] != b->places[i])
            return sign(a->places[i] - b->places[i]);
    return sign((int)a->n - (int)b->n);
}

/** Without the checksum of odd signs, which pieces side by side may make. */
static char* plain_key(const char* label)
{
    char* const key = tare_preset_key(label);
    char* const sum = key ? strstr(key, "---") : NULL;
    if (sum)
        *sum = '\0';
    return key;
}

static void check_order(const Sample* a, const Sample* b)
{
    char* const keys[] = {plain_key(a->label), plain_key(b->label)};
    REQUIRE(keys[0] && keys[1]);
    if (a->n && b->n && sign(strcmp(keys[0], keys[1])) != compare(a, b)) {
        fprintf(stderr, "%s, %s: %s, %s\n", a->label, b->label, keys[0], keys[1]);
        CHECK_STR("the order of keys", "that of labels");
    }
    free(keys[0]);
    free(keys[1]);
}

static void test_keys_sort_as_labels(void)
{
    uint64_t state = 1;
    for (int i = 0; i < 200000; ++i) {
        const Sample a = sample_of(&state);
        const Sample b = sample_of(&state);
        check_order(&a, &b);
        Sample longer = a; /* labels that begin alike */
        add_piece(&longer, some_piece(&state));
        Sample other = a;
        add_piece(&other, some_piece(&state));
        check_order(&longer, &other);
        check_order(&longer, &a);
    }
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        char* const key = tare_preset_key("Acme - \xE4\xB8\xAD! (Anna)");
        const unsigned n_asked = failing_malloc_stop();
        CHECK((key != NULL) == (n_asked < n));
        free(key);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_keys_are_read_as_labels_are);
    RUN(test_other_scripts_are_numbers);
    RUN(test_accents_and_odd_signs_end_in_a_checksum);
    RUN(test_keys_are_letters_digits_and_hyphens);
    RUN(test_keys_sort_as_labels);
    RUN(test_failed_allocations);
    return check_done();
}
