/* Which corrections become shipped presets. */

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "helpers/check.h"
#include "search/models.h"
#include "shipped.h"

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

/** The ids that are chosen of a catalogue, a blank behind each; `text` is cleared. */
static const char* chosen(TareText* text, size_t max)
{
    static char ids[4096];
    TareCatalogue* catalogue = tare_catalogue_new();
    CHECK(!text->failed && catalogue);
    CHECK(tare_catalogue_add_text(catalogue, "test", text->data, text->length, NULL) == TARE_OK);
    TareModels* models = tare_models_new(catalogue);
    TareShipped shipped = {0};
    CHECK(models && tare_shipped_make(&shipped, catalogue, models, max));
    ids[0] = '\0';
    for (size_t i = 0; i < shipped.n; ++i) {
        const size_t n = strlen(ids);
        snprintf(ids + n, sizeof ids - n, "%s ", shipped.corrections[i]->entry.id);
    }
    tare_shipped_clear(&shipped);
    tare_models_free(models);
    tare_catalogue_free(catalogue);
    tare_text_clear(text);
    return ids;
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
    return check_done();
}
