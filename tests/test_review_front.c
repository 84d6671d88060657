/* Front matter and sections: what is read of a file at all. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/front_matter.h"
#include "review/sections.h"

static TareStatus read_front(TareFrontMatter* front, const char* text, ReviewReports* reports)
{
    const TareReporter reporter = review_fixture_reporter(reports);
    return tare_front_matter_read(front, "f.md", text, strlen(text), &reporter);
}

static void check_refused(const char* text, const char* wanted)
{
    TareFrontMatter front;
    ReviewReports reports;
    CHECK(read_front(&front, text, &reports) == TARE_BAD_INPUT);
    CHECK_STR(reports.text, wanted);
    CHECK(reports.n_reports == 1);
    CHECK(!front.target_name && !front.n_tags);
}

static void test_values(void)
{
    TareFrontMatter front;
    ReviewReports reports;
    const char* const text = "---\n"
                             "rating: [1, {a: [2]}, 3]\n"
                             "target_name: \"Example EX-1\"\n"
                             "company_id: example\n"
                             "date: 2024-02-29\n"
                             "summary: >\n  Folded\n  text\n"
                             "tags: [One, \"Two words\", Three]\n"
                             "---\n"
                             "Body\n";
    REQUIRE(read_front(&front, text, &reports) == TARE_OK);
    CHECK_STR(front.target_name, "Example EX-1");
    CHECK_STR(front.company_id, "example");
    CHECK_STR(front.date, "2024-02-29");
    CHECK_STR(front.summary, "Folded text\n");
    CHECK(front.summary_line == 6);
    CHECK(front.n_tags == 3);
    CHECK_STR(front.tags[1], "Two words");
    CHECK_STR(text + front.body, "Body\n");
    CHECK(front.body_line == 11);
    CHECK(reports.n_reports == 0);
    tare_front_matter_clear(&front);
}

static void test_fences(void)
{
    static const char* const good[] = {
        "---\ntarget_name: A\n---\n",
        "--- \t\ntarget_name: A\n---  \n",
        "---\r\ntarget_name: A\r\n---\r\nBody",
        "---\ntarget_name: A\n---",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; ++i) {
        TareFrontMatter front;
        ReviewReports reports;
        CHECK(read_front(&front, good[i], &reports) == TARE_OK);
        CHECK_STR(front.target_name, "A");
        tare_front_matter_clear(&front);
    }
}

static void test_refusals(void)
{
    check_refused("Body", "f.md:1:1: no front matter; expected a line \"---\" at the beginning");
    check_refused("----\na: b\n---\n",
                  "f.md:1:1: no front matter; expected a line \"---\" at the beginning");
    check_refused("---\na: b\n",
                  "f.md:1:1: the front matter does not end; expected a second line \"---\"");
    check_refused("---\n- a\n---\n",
                  "f.md:2:1: front matter is no mapping; expected \"key: value\" lines");
    check_refused("---\n---\n",
                  "f.md:2:1: front matter is no mapping; expected \"key: value\" lines");
    check_refused("---\n[a]: b\n---\n",
                  "f.md:2:1: a key is no plain text; expected \"key: value\"");
    check_refused("---\ndate: a\ndate: b\n---\n",
                  "f.md:3:7: a key appears twice; expected each key once");
    check_refused("---\nx: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\n---\n",
                  "f.md:2:20: values are nested too deeply; expected plain text");
    check_refused("---\ndate: a\n---\n",
                  "f.md:1:1: front matter names no product; expected a key \"target_name\"");
}

/** The place of a YAML error is that in the file. */
static void test_place_of_yaml_error(void)
{
    TareFrontMatter front;
    ReviewReports reports;
    CHECK(read_front(&front, "---\na: 1\n\tb: 2\n---\n", &reports) == TARE_BAD_INPUT);
    CHECK(!strncmp(reports.text, "f.md:3:1: front matter is no YAML: ", 35));
}

static void test_more_tags_than_kept(void)
{
    char text[2000] = "---\ntarget_name: A\ntags: [";
    for (int i = 0; i < 2 * TARE_MAX_TAGS; ++i)
        strcat(text, "Tag, ");
    strcat(text, "]\n---\n");
    TareFrontMatter front;
    ReviewReports reports;
    REQUIRE(read_front(&front, text, &reports) == TARE_OK);
    CHECK(front.n_tags == TARE_MAX_TAGS);
    tare_front_matter_clear(&front);
}

static const char body[] = "Before\n"
                           "\n"
                           "## Overview\n"
                           "Not this.\n"
                           "\n"
                           "## Scientific validity\n"
                           "First *line*\n"
                           "second `line` [1](http://a) ![picture](b).\n"
                           "\n"
                           "- item\n"
                           "\n"
                           "```\n"
                           "code\n"
                           "```\n"
                           "\n"
                           "| a | b |\n"
                           "|---|---|\n"
                           "| 1 | 2 |\n"
                           "\n"
                           "### Deeper\n"
                           "Still this.\n"
                           "\n"
                           "<p>html</p>\n"
                           "\n"
                           "## References\n"
                           "[1] Not this.\n";

static void test_sections(void)
{
    TareParagraphs paragraphs;
    REQUIRE(tare_paragraphs_read(&paragraphs, body, strlen(body), 20));
    REQUIRE(paragraphs.n_items == 3);
    CHECK_STR(paragraphs.items[0].text, "First line\nsecond line [1] .");
    CHECK_STR(paragraphs.items[0].section, "Scientific Validity");
    CHECK(paragraphs.items[0].line == 26);
    CHECK_STR(paragraphs.items[1].text, "item");
    CHECK(paragraphs.items[1].line == 29);
    CHECK_STR(paragraphs.items[2].text, "Still this.");
    tare_paragraphs_clear(&paragraphs);
}

/** cmark itself would end the program. */
static void test_sections_survive_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareParagraphs paragraphs;
        const bool is_good = tare_paragraphs_read(&paragraphs, body, strlen(body), 1);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        CHECK(paragraphs.n_items == (is_good ? 3 : 0));
        tare_paragraphs_clear(&paragraphs);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_values);
    RUN(test_fences);
    RUN(test_refusals);
    RUN(test_place_of_yaml_error);
    RUN(test_more_tags_than_kept);
    RUN(test_sections);
    RUN(test_sections_survive_failed_allocations);
    return check_done();
}
