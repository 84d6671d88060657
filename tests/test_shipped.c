/* Which corrections become shipped presets. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "meant_standard.h"
#include "search/models.h"
#include "shipped.h"
#include "standards.h"

/** A block of the catalogue; `more` holds further lines. */
static void add_block(TareText* text, const char* model, const char* variant, const char* source,
                      const char* more)
{
    tare_text_format(text, "id acme-%s-%s/%s\nbrand Acme\nmodel %s\nkind preset\nauthor %s\n%s",
                     model, variant ? variant : "bare", source, model, source, more);
    if (variant)
        tare_text_format(text, "variant %s\n", variant);
    tare_text_format(text, "peak 1000 -3 1\n\n");
}

static void keep_report(void* data, const TareReport* report)
{
    TareText* const reports = data;
    CHECK(report->severity == TARE_ERROR && strstr(report->message, "; expected"));
    tare_text_format(reports, "%s%s:%u:%u: %s", reports->length ? "\n" : "", report->file,
                     report->line, report->column, report->message);
}

/** Chooses from a catalogue, `list` are standards. Returns the ids, a blank behind each, or what is
    reported; `text` is cleared. */
static const char* chosen_with(TareText* text, const char* list, size_t max)
{
    static char ids[1 << 16];
    TareText reports = {0};
    const TareReporter reporter = {keep_report, &reports};
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(!text->failed && catalogue);
    CHECK(tare_catalogue_add_text(catalogue, "test", text->data, text->length, NULL) == TARE_OK);
    TareModels* models = tare_models_new(catalogue);
    TareStandards standards = {0};
    CHECK(tare_standards_read(&standards, "list", list, strlen(list), NULL) == TARE_OK);
    const TareLookup lookup = {catalogue, models, NULL, "list", &reporter};
    TareShipped shipped = {0};
    const bool is_made = models && tare_shipped_make(&shipped, &lookup, &standards, max);
    CHECK(is_made == (reports.length == 0) && (is_made || shipped.n == 0));
    snprintf(ids, sizeof ids, "%s", reports.data ? reports.data : "");
    tare_text_clear(&reports);
    for (size_t i = 0; i < shipped.n; ++i) {
        const size_t n = strlen(ids);
        snprintf(ids + n, sizeof ids - n, "%s ", shipped.corrections[i]->entry.id);
    }
    tare_shipped_clear(&shipped);
    tare_standards_clear(&standards);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    tare_text_clear(text);
    return ids;
}

static const char* chosen(TareText* text, size_t max)
{
    return chosen_with(text, "", max);
}

static void test_one_of_a_model(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "bob", "");
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "two", NULL, "bob", "");
    CHECK_STR(chosen(&text, 9), "acme-one-bare/anna acme-two-bare/bob ");
}

static void test_most_measured_first(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "two", NULL, "anna", "");
    add_block(&text, "two", NULL, "bob", "");
    add_block(&text, "two", NULL, "carl", "");
    add_block(&text, "three", NULL, "anna", "");
    add_block(&text, "three", NULL, "bob", "");
    CHECK_STR(chosen(&text, 9), "acme-two-bare/anna acme-three-bare/anna acme-one-bare/anna ");
}

/** Several targets or fits of one measurement count once; between equals they decide. */
static void test_measurers_are_counted_not_corrections(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "auto-harman", "rig Anna\n");
    add_block(&text, "one", NULL, "auto-flat", "rig anna\n");
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "two", NULL, "anna", "");
    add_block(&text, "two", NULL, "bob", "");
    add_block(&text, "three", NULL, "anna", "");
    CHECK_STR(chosen(&text, 9), "acme-two-bare/anna acme-one-bare/anna acme-three-bare/anna ");
    tare_text_format(&text, "id acme-one/a\nbrand Acme\nmodel one\nkind preset\nauthor Anna/Auto\n"
                            "peak 1000 -3 1\n\n");
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "a", NULL, "x", "");
    add_block(&text, "a", NULL, "y", "");
    CHECK_STR(chosen(&text, 9), "acme-a-bare/x acme-one-bare/anna ");
}

static void test_bare_models_before_variants(void)
{
    TareText text = {0};
    add_block(&text, "one", "wired", "anna", "");
    add_block(&text, "one", "wired", "bob", "");
    add_block(&text, "two", NULL, "anna", "");
    CHECK_STR(chosen(&text, 9), "acme-two-bare/anna acme-one-wired/anna ");
}

static void test_nothing_makeshift(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "version makeshift\n");
    add_block(&text, "two", NULL, "anna", "version makeshift\n");
    add_block(&text, "two", NULL, "bob", "");
    add_block(&text, "one", "10-band-graphic-eq", "anna", "");
    CHECK_STR(chosen(&text, 9), "acme-two-bare/bob acme-one-10-band-graphic-eq/anna ");
}

static void add_review(TareText* text, const char* model, const char* facts)
{
    tare_text_format(text,
                     "id acme-%s/review\nbrand Acme\nmodel %s\nkind review\nauthor Rita\n"
                     "peak 1000 -3 1\nevidence a.md\nline 1\ntext cut 1 kHz\n%s\n",
                     model, model, facts);
}

/** Advice comes first, and beside the model's default; reviews that tell of faults only are like
   any other correction, and nobody's measurement. */
static void test_advice_of_reviews_first(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "");
    add_review(&text, "two", "note Q assumed\nsays remedy\n");
    add_review(&text, "three", "note Q assumed\nstated -6\n");
    add_review(&text, "one", "says remedy\n");
    CHECK_STR(chosen(&text, 9),
              "acme-one/review acme-two/review acme-one-bare/anna acme-three/review ");
}

static void test_no_more_than_asked_for(void)
{
    TareText text = {0};
    add_review(&text, "two", "says remedy\n");
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "b", NULL, "anna", "");
    CHECK_STR(chosen(&text, 2), "acme-two/review acme-b-bare/anna ");
    add_block(&text, "b", NULL, "anna", "");
    CHECK_STR(chosen(&text, 0), "");
    tare_text_append(&text, "", 0);
    CHECK_STR(chosen(&text, 2), "");
}

static void add_models(TareText* text, unsigned first, unsigned end)
{
    char model[16];
    for (unsigned i = first; i < end; ++i) {
        snprintf(model, sizeof model, "m%u", i);
        for (unsigned k = 0; k < 1 + i % 4; ++k)
            add_block(text, model, NULL, (const char*[]){"anna", "bob", "carl", "dora"}[k], "");
    }
}

/** How many of the ids in `before` are in `after` as well. */
static unsigned count_kept(char* before, const char* after)
{
    unsigned n = 0;
    for (char* id = strtok(before, " "); id; id = strtok(NULL, " "))
        n += strstr(after, id) != NULL;
    return n;
}

/** What is added to the catalogue takes the place of as many others at most. */
static void test_little_data_changes_little(void)
{
    char before[4096];
    TareText text = {0};
    add_models(&text, 0, 90);
    snprintf(before, sizeof before, "%s", chosen(&text, 40));
    add_models(&text, 0, 90);
    add_block(&text, "new", NULL, "anna", "");
    add_block(&text, "m5", NULL, "emil", "");
    add_block(&text, "m6", NULL, "emil", "");
    CHECK(count_kept(before, chosen(&text, 40)) >= 38);
}

/** Of whom as many measured both: those with more reviews, then those known for longer. */
static void test_reviews_and_age_count_between_equals(void)
{
    TareText text = {0};
    add_block(&text, "a", NULL, "anna", "");
    add_block(&text, "b", NULL, "anna", "date 2024-05-01\n");
    add_block(&text, "c", NULL, "anna", "date 2021-01-31\n");
    add_block(&text, "d", NULL, "anna", "");
    add_review(&text, "d", "note Q assumed\nstated -6\n");
    CHECK_STR(chosen(&text, 9),
              "acme-d-bare/anna acme-c-bare/anna acme-b-bare/anna acme-a-bare/anna ");
}

/** In-ears are measured by more people; yet only one of three is one. */
static void test_two_on_the_head_for_each_in_the_ear(void)
{
    static const char* const forms[] = {
        "form in-ear\n",  "form earbud\n", "form over-ear\n", "form on-ear\n", "",
        "form over-ear\n"};
    TareText text = {0};
    for (unsigned i = 0; i < 6; ++i) {
        const char model[] = {(char)('a' + i), '\0'};
        add_block(&text, model, NULL, "anna", forms[i]);
        if (i < 2)
            add_block(&text, model, NULL, "bob", forms[i]);
    }
    add_block(&text, "g", NULL, "anna", forms[0]);
    TareText again = {0};
    tare_text_append(&again, text.data, text.length);
    CHECK_STR(chosen(&text, 5), "acme-c-bare/anna acme-d-bare/anna acme-a-bare/anna "
                                "acme-e-bare/anna acme-f-bare/anna ");
    CHECK_STR(chosen(&again, 9), "acme-c-bare/anna acme-d-bare/anna acme-a-bare/anna "
                                 "acme-e-bare/anna acme-f-bare/anna acme-b-bare/anna "
                                 "acme-g-bare/anna ");
}

/** Standards come before all that is popular, and never give way to it. */
static void test_standards_ship_in_any_case(void)
{
    static const char list[] = "# those\nAcme rare: a reason\n\nacme Odd wired: another\n";
    for (size_t max = 0; max <= 3; ++max) {
        TareText text = {0};
        add_models(&text, 1, 6);
        add_block(&text, "rare", NULL, "anna", "");
        add_block(&text, "odd", "wired", "anna", "");
        const char* const ids = chosen_with(&text, list, max);
        CHECK_STR(ids, max < 3 ? "acme-rare-bare/anna acme-odd-wired/anna "
                               : "acme-rare-bare/anna acme-odd-wired/anna acme-m3-bare/anna ");
    }
}

/** A preset stays for ever by its URI: beside the model's default, which another one became, and
    also when it is makeshift. */
static void test_presets_are_kept_by_uri(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "one", NULL, "bob", "");
    add_block(&text, "two", "tenbands", "bob", "version makeshift\n");
    CHECK_STR(chosen_with(&text,
                          "urn:tare:preset:acme--one--bob: shipped before 2027\n"
                          "urn:tare:preset:acme--two--tenbands--bob: before 2027\n"
                          "acme one: a standard\n",
                          0),
              "acme-one-bare/anna acme-one-bare/bob acme-two-tenbands/bob ");
}

static void test_standards_that_are_not_clear_are_refused(void)
{
    static const struct {
        const char *list, *said;
    } cases[] = {
        {"\nacme three: x", "list:2:1: acme three is not in the catalogue; expected one like "},
        {"acme two: x", "list:1:1: acme two means more than one model; expected one of "},
        {"acme salamanader: x", "list:1:1: acme salamanader is not written as in the catalogue; "
                                "expected Acme salamander"},
        {"urn:tare:preset:acme--one: x",
         "list:1:1: urn:tare:preset:acme--one is no preset of the catalogue; expected the URI of "
         "one"},
        {"acme makeshift: x",
         "list:1:1: acme makeshift has makeshift corrections only; expected another"},
        {"acme one: x\nACME-one: y", "list:2:1: ACME-one is named in another line; expected it "
                                     "once"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        TareText text = {0};
        add_block(&text, "one", NULL, "anna", "");
        add_block(&text, "two", "wired", "anna", "");
        add_block(&text, "two", "wireless", "anna", "");
        add_block(&text, "salamander", NULL, "anna", "");
        add_block(&text, "makeshift", NULL, "anna", "version makeshift\n");
        const char* const said = chosen_with(&text, cases[i].list, 9);
        if (strncmp(said, cases[i].said, strlen(cases[i].said)) != 0)
            CHECK_STR(said, cases[i].said);
    }
}

/** All that is wrong is told in one run. */
static void test_every_unclear_standard_is_told(void)
{
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "");
    const char* const said = chosen_with(&text, "a: x\nacme one: x\nb: x\n", 9);
    CHECK(strstr(said, "list:1:1: a is not") && strstr(said, "\nlist:3:1: b is not"));
}

static void test_too_many_standards_are_refused(void)
{
    for (unsigned n = TARE_MAX_SHIPPED; n <= TARE_MAX_SHIPPED + 1; ++n) {
        TareText text = {0}, list = {0};
        add_models(&text, 0, n);
        for (unsigned i = 0; i < n; ++i)
            tare_text_format(&list, "Acme m%u: x\n", i);
        const char* const said = chosen_with(&text, list.data, 0);
        if (n > TARE_MAX_SHIPPED)
            CHECK_STR(said, "list:0:0: 250 presets by advice of reviews and by name; expected 249 "
                            "at most");
        else
            CHECK(strstr(said, "acme-m248-bare/anna "));
        tare_text_clear(&list);
    }
}

static void test_failed_allocations(void)
{
    static const char list[] = "acme one: x\nurn:tare:preset:acme--two--anna: y\n";
    TareText text = {0};
    add_block(&text, "one", NULL, "anna", "");
    add_block(&text, "two", NULL, "anna", "");
    TareCatalogue* catalogue = tare_catalogue_new();
    REQUIRE(tare_catalogue_add_text(catalogue, "test", text.data, text.length, NULL) == TARE_OK);
    TareModels* models = tare_models_new(catalogue);
    REQUIRE(models);
    TareStandards standards = {0};
    REQUIRE(tare_standards_read(&standards, "list", list, strlen(list), NULL) == TARE_OK);
    const TareLookup lookup = {.catalogue = catalogue, .models = models, .file = "list"};
    for (unsigned n = 1;; ++n) {
        TareShipped shipped = {0};
        failing_malloc_start(n);
        const bool is_made = tare_shipped_make(&shipped, &lookup, &standards, 9);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_made ? shipped.n == 2 : shipped.n == 0 && n_asked >= n);
        tare_shipped_clear(&shipped);
        if (n_asked < n) {
            CHECK(is_made);
            break;
        }
    }
    tare_standards_clear(&standards);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    tare_text_clear(&text);
}

int main(void)
{
    RUN(test_one_of_a_model);
    RUN(test_most_measured_first);
    RUN(test_measurers_are_counted_not_corrections);
    RUN(test_bare_models_before_variants);
    RUN(test_nothing_makeshift);
    RUN(test_advice_of_reviews_first);
    RUN(test_no_more_than_asked_for);
    RUN(test_little_data_changes_little);
    RUN(test_reviews_and_age_count_between_equals);
    RUN(test_two_on_the_head_for_each_in_the_ear);
    RUN(test_standards_ship_in_any_case);
    RUN(test_presets_are_kept_by_uri);
    RUN(test_standards_that_are_not_clear_are_refused);
    RUN(test_every_unclear_standard_is_told);
    RUN(test_too_many_standards_are_refused);
    RUN(test_failed_allocations);
    return check_done();
}
