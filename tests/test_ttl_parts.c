/* What bundles are put together from: templates, documents, lists of presets. */

#include "base/path.h"
#include "corrections/correction.h"
#include "document.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/printed.h"
#include "lv2/turtle.h"
#include "preset_list.h"
#include "template.h"

#include <stdlib.h>
#include <unistd.h>

/* Templates */

static void write_one(FILE* out)
{
    fputs("[1]", out);
}

static void write_long(FILE* out)
{
    fputs("@ONE@\n", out); /* is not filled in again */
}

static const TareTemplateWord words[] = {
    {"ONE", write_one}, {"ONE_MORE", write_long}, {NULL, NULL}};

/** `rest` is where filling stops, NULL where all is well. */
static void check_filled(const char* text, const char* wanted, const char* rest)
{
    char* filled = NULL;
    size_t length = 0;
    FILE* const out = open_memstream(&filled, &length);
    REQUIRE(out != NULL);
    CHECK_STR(tare_template_fill(out, text, words), rest);
    fclose(out);
    CHECK_STR(filled, wanted);
    free(filled);
}

static void test_words_of_templates_are_replaced(void)
{
    check_filled("", "", NULL);
    check_filled("no word", "no word", NULL);
    check_filled("@ONE@", "[1]", NULL);
    check_filled("a @ONE@@ONE@ b\n@ONE_MORE@c", "a [1][1] b\n@ONE@\nc", NULL);
    check_filled("\n\n", "\n\n", NULL);
}

static void test_prefixes_and_remarks_stay(void)
{
    check_filled("@prefix a: <@ONE@> .\n@ONE@", "@prefix a: <@ONE@> .\n[1]", NULL);
    check_filled("# of @TWO@\n#@ONE@", "# of @TWO@\n#@ONE@", NULL);
    check_filled("x # @ONE@", "x # [1]", NULL); /* only what starts a line is a remark */
}

static void test_unknown_words_are_told_by_their_place(void)
{
    check_filled("a\n@TWO@ b", "a\n", "@TWO@ b");
    check_filled("@ONE@ @ONE ", "[1] ", "@ONE ");
    check_filled("@", "", "@");
    check_filled("@one@", "", "@one@");
}

/* Documents */

/** Without the empty line at the end, which serd writes until 0.30 and no more from 0.32 on. */
static const char* trimmed(char* text)
{
    const size_t length = strlen(text);
    if (length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n')
        text[length - 1] = '\0';
    return text;
}

static void test_documents_replace_what_was_there(void)
{
    char folder[] = "/tmp/tare-turtle-XXXXXX";
    REQUIRE(mkdtemp(folder) != NULL);
    for (int round = 0; round < 2; ++round) {
        TareDocument document = tare_document_begin(folder, "a.ttl");
        REQUIRE(document.turtle != NULL);
        tare_turtle_text(document.turtle, "<urn:a>", "<urn:b>", round ? "new" : "old and longer");
        CHECK(tare_document_end(&document) && !document.path);
    }
    char* const path = tare_path_join(folder, "a.ttl");
    FILE* const in = fopen(path, "r");
    REQUIRE(in != NULL);
    char text[200] = "";
    CHECK(fread(text, 1, sizeof text - 1, in) > 0);
    CHECK_STR(trimmed(text), "<urn:a>\n\t<urn:b> \"new\" .\n");
    fclose(in);
    CHECK(unlink(path) == 0 && rmdir(folder) == 0);
    free(path);
}

static void test_documents_that_cannot_be_written_are_told(void)
{
    printed_start(stderr);
    TareDocument document = tare_document_begin("/nowhere/at/all", "a.ttl");
    const bool has_begun = document.turtle != NULL;
    const bool is_good = tare_document_end(&document);
    CHECK_STR(printed_stop(), "/nowhere/at/all/a.ttl: No such file or directory\n"
                              "/nowhere/at/all/a.ttl could not be written\n");
    CHECK(!has_begun && !is_good);
    printed_start(stderr);
    document = tare_document_begin("/dev", "full");
    for (unsigned i = 0; document.turtle && i < 2000; ++i)
        tare_turtle_text(document.turtle, "<urn:a>", "<urn:b>", "so much that it must be written");
    const bool is_full = !tare_document_end(&document);
    CHECK_STR(printed_stop(), "/dev/full could not be written\n");
    CHECK(is_full);
}

/* Lists of presets */

static TareCorrection preset(const char* id, const char* brand, const char* model)
{
    return (TareCorrection){.entry.id = id,
                            .entry.brand = brand,
                            .entry.model = model,
                            .entry.author = "Anna",
                            .entry.kind = TARE_KIND_PRESET};
}

static void test_presets_are_listed_by_label_and_by_brand(void)
{
    const TareCorrection a = preset("b/anna", "b", "one"), b = preset("a-2/anna", "A&B", "two"),
                         c = preset("a-3/anna", "A B", "three"), d = preset("c/anna", "B", "zero");
    const TareCorrection* const all[] = {&a, &b, &c, &d};
    TarePresetList list;
    REQUIRE(tare_preset_list_make(&list, all, 4));
    CHECK(list.n == 4 && list.presets[0].correction == &b && list.presets[1].correction == &c &&
          list.presets[2].correction == &a && list.presets[3].correction == &d);
    CHECK_STR(list.presets[0].uri, "urn:tare:preset:a-and-b--two--anna");
    CHECK_STR(list.by_brand[0]->brand, "a-b"); /* signs do not tell brands apart */
    CHECK(tare_preset_list_n_of_brand(&list, 0) == 2 && tare_preset_list_n_of_brand(&list, 1) == 1);
    CHECK(tare_preset_list_n_of_brand(&list, 2) == 2 && tare_preset_list_n_of_brand(&list, 4) == 0);
    CHECK(list.by_brand[2]->correction == &a && list.by_brand[3]->correction == &d);
    tare_preset_list_clear(&list);
    CHECK(!list.presets && !list.by_brand && list.n == 0);
}

static void test_two_presets_of_one_label_are_refused(void)
{
    const TareCorrection a = preset("a/anna", "A", "one"), b = preset("b/anna", "B", "one"),
                         c = preset("c/anna", "A", "one");
    const TareCorrection* const all[] = {&a, &b, &c};
    TarePresetList list;
    printed_start(stderr);
    const bool is_made = tare_preset_list_make(&list, all, 3);
    const char* const said = printed_stop();
    CHECK(!is_made && list.n == 0);
    CHECK(strstr(said, " have the same label, but for case and blanks; expected that author, rig, "
                       "target or the id behind "
                       "its / tell them apart\n") != NULL);
    CHECK(strstr(said, "a/anna") && strstr(said, "c/anna") && !strstr(said, "b/anna"));
}

static void test_a_list_of_nothing(void)
{
    TarePresetList list;
    CHECK(tare_preset_list_make(&list, NULL, 0) && list.n == 0);
    tare_preset_list_clear(&list);
}

static void test_failed_allocations_of_lists(void)
{
    const TareCorrection a = preset("a/anna", "A", "one"), b = preset("b/anna", "B", "one");
    const TareCorrection* const all[] = {&a, &b};
    for (unsigned n = 1;; ++n) {
        TarePresetList list;
        printed_start(stderr);
        failing_malloc_start(n);
        const bool is_made = tare_preset_list_make(&list, all, 2);
        const unsigned n_asked = failing_malloc_stop();
        CHECK_STR(printed_stop(), n_asked < n ? "" : "memory is short\n");
        CHECK(is_made == (n_asked < n) && list.n == (is_made ? 2 : 0));
        tare_preset_list_clear(&list);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_words_of_templates_are_replaced);
    RUN(test_prefixes_and_remarks_stay);
    RUN(test_unknown_words_are_told_by_their_place);
    RUN(test_documents_replace_what_was_there);
    RUN(test_documents_that_cannot_be_written_are_told);
    RUN(test_presets_are_listed_by_label_and_by_brand);
    RUN(test_two_presets_of_one_label_are_refused);
    RUN(test_a_list_of_nothing);
    RUN(test_failed_allocations_of_lists);
    return check_done();
}
