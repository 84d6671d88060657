/* Front matter: what a file tells of itself. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/front_matter.h"
#include "review/front_read.h"

static TareStatus read_front(TareFrontMatter* front, const char* text, ReviewReports* reports)
{
    const TareReporter reporter = review_fixture_reporter(reports);
    return tare_front_matter_read(front, "f.md", text, strlen(text), NULL, &reporter);
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
    const char* const no_name = "f.md:1:1: no front matter names the product; expected a line "
                                "\"---\" at the beginning, or \"Brand Model\" by --name";
    check_refused("Body", no_name);
    check_refused("----\na: b\n---\n", no_name);
    check_refused("---\na: b\n",
                  "f.md:1:1: the front matter does not end; expected a second line \"---\"");
    check_refused("---\n- a\n---\n",
                  "f.md:2:1: front matter is no mapping; expected \"key: value\" lines");
    check_refused("---\n---\n",
                  "f.md:2:1: front matter is no mapping; expected \"key: value\" lines");
    check_refused("---\n[a]: b\n---\n",
                  "f.md:2:1: a key is no plain text; expected \"key: value\"");
    check_refused("---\ndate: a\ndate: b\n---\n",
                  "f.md:3:1: a key appears twice; expected each key once");
    check_refused("---\nx: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\n---\n",
                  "f.md:2:20: values are nested too deeply; expected plain text");
    check_refused("---\ndate: a\n---\n",
                  "f.md:1:1: front matter names no product; expected a key \"target_name\", or "
                  "\"Brand Model\" by --name");
}

static void test_toml(void)
{
    TareFrontMatter front;
    ReviewReports reports;
    const char* const text = "+++\n"
                             "# a comment\n"
                             "title = \"x\" # another\n"
                             "date = 2024-02-29\n"
                             "draft = false\n"
                             "weight = -1.5\n"
                             "\"author\" = 'A \\B'\n"
                             "nested = {a = [1, {b = \"}\"}], c = 2}\n"
                             "\n"
                             "[extra]\n"
                             "target_name = \"Caf\\u00e9 \\\"1\\\"\"\n"
                             "summary = \"\"\"\nTwo\nlines \\\n   here\"\"\"\n"
                             "date = 1999-01-01\n"
                             "[taxonomies]\n"
                             "tags = [ # first\n"
                             "  \"One\",\n"
                             "  'Two', [\"not this\"],\n"
                             "]\n"
                             "+++\n"
                             "Body\n";
    REQUIRE(read_front(&front, text, &reports) == TARE_OK);
    CHECK_STR(front.target_name, "Caf\xc3\xa9 \"1\"");
    CHECK_STR(front.author, "A \\B");
    CHECK_STR(front.date, "2024-02-29");
    CHECK_STR(front.summary, "Two\nlines here");
    CHECK(front.summary_line == 12);
    CHECK(front.n_tags == 2);
    CHECK_STR(front.tags[1], "Two");
    CHECK_STR(text + front.body, "Body\n");
    CHECK(front.body_line == 23);
    CHECK(reports.n_reports == 0);
    tare_front_matter_clear(&front);
}

static void test_toml_refusals(void)
{
    static const struct {
        const char *text, *wanted;
    } bad[] = {
        {"a", "2:2: front matter is no TOML: \"=\" is missing; expected \"key = value\""},
        {"a: b", "2:2: front matter is no TOML: \"=\" is missing; expected \"key = value\""},
        {"= b", "2:1: front matter is no TOML: a key is missing; expected \"key = value\""},
        {"a =", "2:4: front matter is no TOML: a value is missing; expected \"key = value\""},
        {"a = \"b", "2:5: front matter is no TOML: a text does not end; expected another quote"},
        {"a = \"b\nc\"",
         "2:5: front matter is no TOML: a text does not end; expected another quote"},
        {"a = \"\\q\"", "2:7: front matter is no TOML: bad escape; expected one like \"\\n\""},
        {"a = \"\\ud800\"",
         "2:8: front matter is no TOML: bad escape; expected the number of a character"},
        {"a = \"\\u00g0\"", "2:8: front matter is no TOML: bad escape; expected hexadecimal digits "
                            "behind \"\\u\""},
        {"a = 1\nb = [1, 2",
         "3:5: front matter is no TOML: a list does not end; expected a bracket"},
        {"a = [1 \"b\"]", "2:8: front matter is no TOML: too much in a list; expected a comma"},
        {"a = \"b\" c",
         "2:9: front matter is no TOML: too much on the line; expected its end here"},
        {"[a", "2:1: front matter is no TOML: the name of a table does not end; expected "
               "\"[name]\""},
        {"date = 1\ndate = 2",
         "3:1: front matter is no TOML: a key appears twice; expected each key once"},
        {"a = {b}",
         "2:5: front matter is no TOML: a table does not end; expected \"{key = value}\""},
        {"a = [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
         "2:22: front matter is no TOML: values are nested too deeply; expected plain text"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
        char text[200], wanted[200];
        snprintf(text, sizeof text, "+++\n%s\n+++\n", bad[i].text);
        snprintf(wanted, sizeof wanted, "f.md:%s", bad[i].wanted);
        check_refused(text, wanted);
    }
    check_refused("+++\na = 1\n---\n",
                  "f.md:1:1: the front matter does not end; expected a second line \"+++\"");
}

static void test_toml_survives_failed_allocations(void)
{
    static const char text[] =
        "+++\ntarget_name = \"A\\tB\"\ntags = ['x', 'y']\nauthor = 'z'\n+++\n";
    for (unsigned n = 1;; ++n) {
        TareFrontMatter front;
        failing_malloc_start(n);
        const TareStatus status =
            tare_front_matter_read(&front, "f.md", text, sizeof text - 1, NULL, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        tare_front_matter_clear(&front);
        if (n_asked < n)
            break;
    }
}

/** A name from outside counts more than that in the front matter, and needs none. */
static void test_name_from_outside(void)
{
    static const char* const texts[] = {"Body\n", "---\ntarget_name: B\n---\nBody\n",
                                        "---\ntags: [a]\n---\nBody\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
        TareFrontMatter front;
        REQUIRE(tare_front_matter_read(&front, "f.md", texts[i], strlen(texts[i]), "Acme A",
                                       NULL) == TARE_OK);
        CHECK_STR(front.target_name, "Acme A");
        CHECK_STR(texts[i] + front.body, "Body\n");
        CHECK(front.body_line == (i ? 4 : 1));
        tare_front_matter_clear(&front);
    }
}

/** Of several keys for one thing the one that means it most counts, wherever it stands. */
static void test_keys_for_one_thing(void)
{
    TareFrontMatter front;
    ReviewReports reports;
    REQUIRE(read_front(&front,
                       "---\nurl: a\nproduct: B\nSource: c\ntarget_name: D\nauthor: {name: x}\n"
                       "licence: ~x  y\ntags: e\ncategories: [f, [g], h]\ntitle: i\n---\n",
                       &reports) == TARE_OK);
    CHECK_STR(front.source, "c");
    CHECK_STR(front.target_name, "D");
    CHECK_STR(front.licence, "~x y");
    CHECK(!front.author);
    CHECK(front.n_tags == 3);
    CHECK_STR(front.tags[2], "h");
    tare_front_matter_clear(&front);
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

int main(void)
{
    RUN(test_values);
    RUN(test_fences);
    RUN(test_refusals);
    RUN(test_toml);
    RUN(test_toml_refusals);
    RUN(test_toml_survives_failed_allocations);
    RUN(test_name_from_outside);
    RUN(test_keys_for_one_thing);
    RUN(test_place_of_yaml_error);
    RUN(test_more_tags_than_kept);
    return check_done();
}
