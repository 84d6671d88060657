/* Which names are of one product: by rules, and by a table. */

#include "base/text.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/seen.h"
#include "make/same.h"
#include "make/same_table.h"

#include <stdlib.h>
#include <string.h>

static const char table_text[] =
    "# a comment\n"
    "maker Boreal Works = BW = Boreal by Zed ; its own sign\n"
    "maker Zed = Zed Inc ; the same\n"
    "line Boreal Works: SilentMode = SM ; its own short name\n"
    "product Boreal Works: Aura Pro 90 = Aura 90 = SM 90 ; made in one version only\n"
    "product Zed: One = First = one. 1.0 ; renamed\n"
    "product Zed: Pod 2 = Pod 2nd Gen ; numbered by sellers\n"
    "product Zed: Kite Red = Other: Zed Kite Red ; the maker was not known\n"
    "state earpads = pads ; one word for both\n"
    "apart Zed: Kite 2 = Kite II ; two that are sold side by side\n"
    "form over-ear Zed: Kite 5 ; seen in its manual\n";

static TareSame* table_of(const char* text)
{
    TareSame* const same = tare_same_new();
    CHECK(same && tare_same_add_text(same, "t", text, strlen(text), NULL) == TARE_OK);
    return same;
}

static char* key_of(const TareSame* same, const char* brand, const char* model)
{
    TareText key = {0};
    CHECK(tare_same_key(same, &key, brand, model));
    return key.data;
}

/** Whether two names, "BRAND|MODEL", have one key. */
static bool is_same(const TareSame* same, const char* a, const char* b)
{
    char a_brand[60], b_brand[60];
    const size_t n_a = strcspn(a, "|"), n_b = strcspn(b, "|");
    snprintf(a_brand, sizeof a_brand, "%.*s", (int)n_a, a);
    snprintf(b_brand, sizeof b_brand, "%.*s", (int)n_b, b);
    char* const a_key = key_of(same, a_brand, a + n_a + 1);
    char* const b_key = key_of(same, b_brand, b + n_b + 1);
    const bool result = !strcmp(a_key, b_key);
    free(a_key);
    free(b_key);
    return result;
}

static void test_rules_for(void)
{
    CHECK(is_same(NULL, "Zed|Kite II", "ZED|kite-2"));
    CHECK(is_same(NULL, "Zed|KiteMk2", "Zed|Kite MkII"));
    CHECK(is_same(NULL, "Zed|Kite Mk2", "Zed|Kite Mark II"));
    CHECK(is_same(NULL, "Zed|Kite 2nd Gen", "Zed|Kite Gen 2"));
    CHECK(is_same(NULL, "Zed Audio|Kite", "Zed|Kite"));
    CHECK(is_same(NULL, "Zed|Audio Kite", "Zed Acoustics|Kite"));
    CHECK(is_same(NULL, "Zed|Zed Kite", "Zed|Kite"));
    CHECK(is_same(NULL, "Zed|x Nobody Kite", "Zed|Nobody Kite"));
    CHECK(is_same(NULL, "Zed|Kite Plus", "Zed|Kite+"));
}

static void test_rules_against(void)
{
    CHECK(!is_same(NULL, "Zed|Kite", "Zed|Kite Pro"));
    CHECK(!is_same(NULL, "Zed|Kite", "Zed|Kite 2"));
    CHECK(!is_same(NULL, "Zed|Kite", "Zed|Kite+"));
    CHECK(!is_same(NULL, "Zed|Kite Mk2", "Zed|Kite 2"));
    CHECK(!is_same(NULL, "Zed|Kite", "Zed|Kite Wireless"));
    CHECK(!is_same(NULL, "Zed|Kite", "Zed Labs|Kite"));
    CHECK(!is_same(NULL, "Zed|Kite", "Zet|Kite"));
    CHECK(!is_same(NULL, "Zed|X1", "Zed|1"));
    CHECK(!is_same(NULL, "Zed|25 II", "Zed|252"));
    CHECK(!is_same(NULL, "Zed|QM 45", "Zed|SilentMode 45"));
}

static void test_table(void)
{
    TareSame* const same = table_of(table_text);
    CHECK(is_same(same, "BW|Aura", "Boreal Works|Aura"));
    CHECK(is_same(same, "Boreal|by Zed Aura", "Boreal Works|Aura"));
    CHECK(is_same(same, "BW|SM 45", "boreal works|Silent Mode 45"));
    CHECK(is_same(same, "BW|Aura90", "Boreal Works|Aura Pro 90"));
    CHECK(is_same(same, "BW|SM 90", "Boreal Works|Aura Pro 90"));          /* a line in a product */
    CHECK(!is_same(same, "BW|Aura 90 II", "Boreal Works|Aura Pro 90 II")); /* the whole only */
    CHECK(!is_same(same, "Other|SM 45", "Other|SilentMode 45"));
    CHECK(!is_same(same, "BW|SMX", "BW|SilentModeX")); /* whole words only */
    CHECK(!is_same(same, "Zed|Kite 2", "Zed|Kite II"));
    CHECK(is_same(same, "Zed|Kite 2", "Zed|KITE-2"));
    CHECK(is_same(same, "Zed|Kite 3", "Zed|Kite III"));
    CHECK(is_same(same, "Zed|One 1.0", "Zed|First"));
    CHECK(!is_same(same, "Zed|One 10", "Zed|First"));
    tare_same_free(same);
}

static void test_makers(void)
{
    TareSame* const same = table_of(table_text);
    static const char* const makers[] = {"BW", "Boreal Works", "boreal-works", "BW Audio"};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; ++i) {
        TareText key = {0};
        CHECK(tare_same_maker_key(same, &key, makers[i]));
        CHECK_STR(key.data, "borealworks");
        tare_text_clear(&key);
    }
    tare_same_free(same);
}

static void check_variants(const TareSame* same, const char* a, const char* b, bool is_one)
{
    TareText a_key = {0}, b_key = {0};
    CHECK(tare_same_variant_key(same, &a_key, a) && tare_same_variant_key(same, &b_key, b));
    CHECK(a_key.data && b_key.data && (strcmp(a_key.data, b_key.data) == 0) == is_one);
    tare_text_clear(&a_key);
    tare_text_clear(&b_key);
}

static void test_variants(void)
{
    TareSame* const same = table_of(table_text);
    check_variants(same, "Worn Pads", "worn earpads", true);
    check_variants(same, "worn earpads, ANC on", "ANC on, worn pads", true);
    check_variants(same, "2nd Gen", "Gen 2", true);
    check_variants(same, NULL, "", true);
    check_variants(same, "padstone", "earpadstone", false);
    check_variants(same, "250 Ohm", "80 Ohm", false);
    check_variants(same, "ANC on", "ANC off", false);
    check_variants(same, "a, b", "a b", false);
    check_variants(same, NULL, "ANC on", false);
    check_variants(same, "q,p,o,n,m,l,k,j,i,h,g,f,e,d,c,b,a", "q,p", false);
    tare_same_free(same);
}

static void check_spelled(const TareSame* same, const char* brand, const char* model,
                          const char* wanted_brand, const char* wanted_model)
{
    const char *b = NULL, *m = NULL, *v = NULL;
    CHECK(tare_text_set(&b, brand) && tare_text_set(&m, model));
    CHECK(tare_same_spell(same, &b, &m, &v));
    CHECK_STR(b, wanted_brand);
    CHECK_STR(m, wanted_model);
    (void)tare_text_set(&b, NULL);
    (void)tare_text_set(&m, NULL);
}

static void test_spelling(void)
{
    TareSame* const same = table_of(table_text);
    check_spelled(same, "BW", "Kite 9", "Boreal Works", "Kite 9");
    check_spelled(same, "Boreal", "by Zed Kite 9", "Boreal Works", "Kite 9");
    check_spelled(same, "bw", "AURA90", "Boreal Works", "Aura Pro 90");
    check_spelled(same, "Boreal", "Kite", "Boreal", "Kite");
    check_spelled(same, "Zed", "first", "Zed", "One");
    check_spelled(same, "BW", "Audio Kite", "Boreal Works", "Kite");
    check_spelled(NULL, "BW", "Kite", "BW", "Kite");
    tare_same_free(same);
}

static void check_variant(const TareSame* same, const char* variant, const char* model,
                          const char* wanted)
{
    const char *b = NULL, *m = NULL, *v = NULL;
    CHECK(tare_text_set(&b, "zed") && tare_text_set(&m, "Pod") && tare_text_set(&v, variant));
    CHECK(tare_same_spell(same, &b, &m, &v));
    CHECK_STR(m, model);
    CHECK_STR(v, wanted);
    (void)tare_text_set(&b, NULL);
    (void)tare_text_set(&m, NULL);
    (void)tare_text_set(&v, NULL);
}

static void test_what_stands_in_brackets_may_be_of_the_name(void)
{
    TareSame* const same = table_of(table_text);
    check_variant(same, "2nd generation", "Pod 2", NULL);
    check_variant(same, "ANC on, 2nd Gen", "Pod 2", "ANC on");
    check_variant(same, "Gen 2, ANC on", "Pod 2", "ANC on");
    check_variant(same, "3rd Gen", "Pod", "3rd Gen");
    check_variant(same, NULL, "Pod", NULL);
    check_spelled(same, "Other", "Zed Kite Red", "Zed", "Kite Red");
    CHECK(is_same(same, "Other|zed kite-red", "Zed|Kite Red"));
    tare_same_free(same);
}

static void test_what_a_name_ends_with_in_brackets_is_a_part_of_the_variant(void)
{
    TareSame* const same = table_of("product Zed: Pod Pro (9 Ohm) = Pod 9 Ohm ; told so\n");
    check_variant(same, "9 Ohm", "Pod Pro", "9 Ohm");
    check_variant(same, "worn, 9 ohm", "Pod Pro", "9 Ohm, worn");
    check_variant(same, "worn", "Pod", "worn");
    tare_same_free(same);
}

static void test_forms_and_reasons(void)
{
    TareSame* const same = table_of(table_text);
    char* const kite = key_of(same, "zed", "KITE-5");
    char* const other = key_of(same, "zed", "Kite 6");
    char* const two = key_of(same, "Zed", "Kite 2");
    char* const roman = key_of(same, "Zed", "Kite II");
    CHECK(tare_same_form(same, kite) == TARE_FORM_OVER_EAR);
    CHECK(tare_same_form(same, other) == TARE_FORM_UNKNOWN);
    CHECK(tare_same_form(NULL, kite) == TARE_FORM_UNKNOWN);
    CHECK_STR(tare_same_apart(same, two, roman), "two that are sold side by side");
    CHECK_STR(tare_same_apart(same, two, kite), NULL);
    CHECK_STR(tare_same_apart(NULL, two, roman), NULL);
    free(kite);
    free(other);
    free(two);
    free(roman);
    tare_same_free(same);
}

static void test_bad_lines(void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"mak A = B ; r",
         "t:1:1: unknown key; expected 'maker', 'line', 'product', 'state', 'apart' or 'form'"},
        {"maker A = B", "t:1:12: no reason; expected one behind ';'"},
        {"maker A = B ;", "t:1:14: no reason; expected one behind ';'"},
        {"\nline Z: A ; r", "t:2:10: one name; expected others of the same behind '='"},
        {"maker A = - ; r", "t:1:11: no letter or digit; expected a name"},
        {"maker A = ; r", "t:1:10: no letter or digit; expected a name"},
        {"product A = B ; r", "t:1:9: no maker; expected 'MAKER: NAME'"},
        {"product A: - = B ; r", "t:1:12: no letter or digit; expected a name"},
        {"maker A = B ; r\nmaker C = b ; r",
         "t:2:11: a name that stands in a rule of this kind already; expected each once"},
        {"product A: K2 = K 2 ; r",
         "t:1:17: a name that stands in a rule of this kind already; expected each once"},
        {"form over A: B ; r",
         "t:1:6: unknown form; expected 'over-ear', 'on-ear', 'in-ear' or 'earbud'"},
        {"state a = b ; r\nmaker A = B ; r",
         "t:2:1: rule behind one of a later kind; expected makers, lines, products, states, those "
         "apart, and forms in this order"},
        {"maker A\xff = B ; r", "t:1:8: not UTF-8; expected text"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        Seen seen = {0};
        const TareReporter reporter = seen_reporter(&seen);
        TareSame* const same = tare_same_new();
        REQUIRE(same != NULL);
        CHECK(tare_same_add_text(same, "t", cases[i].text, strlen(cases[i].text), &reporter) ==
              TARE_BAD_INPUT);
        CHECK(seen.n == 1);
        CHECK_STR(seen.last, cases[i].message);
        tare_same_free(same);
    }
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareSame* const same = tare_same_new();
        TareText key = {0}, variant = {0};
        const bool is_good =
            same &&
            tare_same_add_text(same, "t", table_text, strlen(table_text), NULL) == TARE_OK &&
            tare_same_key(same, &key, "BW", "SM 90") &&
            tare_same_variant_key(same, &variant, "worn pads, x");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        if (is_good)
            CHECK_STR(key.data, "borealworksaurapro90");
        tare_text_clear(&key);
        tare_text_clear(&variant);
        tare_same_free(same);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_rules_for);
    RUN(test_rules_against);
    RUN(test_table);
    RUN(test_makers);
    RUN(test_variants);
    RUN(test_spelling);
    RUN(test_what_stands_in_brackets_may_be_of_the_name);
    RUN(test_what_a_name_ends_with_in_brackets_is_a_part_of_the_variant);
    RUN(test_forms_and_reasons);
    RUN(test_bad_lines);
    RUN(test_failed_allocations);
    return check_done();
}
