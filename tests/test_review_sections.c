/* Sections and paragraphs: what of a text is read at all, and what is said of the rest. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "review/heading_words.h"
#include "review/outline.h"
#include "review/sections.h"

static TareOutline read(const char* text, unsigned first_line)
{
    TareOutline outline = {0};
    CHECK(tare_markdown_read(&outline, text, strlen(text), first_line));
    return outline;
}

static void check_paragraph(const TareOutline* outline, size_t i, const char* section,
                            unsigned line, const char* text)
{
    REQUIRE(i < outline->n_paragraphs);
    CHECK_STR(outline->paragraphs[i].text, text);
    CHECK(outline->paragraphs[i].length == strlen(text));
    CHECK_STR(outline->paragraphs[i].section, section);
    CHECK(outline->paragraphs[i].line == line);
}

static void check_unread(const TareOutline* outline, size_t i, const char* reason, unsigned line,
                         const char* text)
{
    REQUIRE(i < outline->n_unread);
    CHECK_STR(outline->unread[i].text, text);
    CHECK_STR(outline->unread[i].reason, reason);
    CHECK(outline->unread[i].line == line);
}

static const char body[] = "Before\n"
                           "\n"
                           "## Price\n"
                           "Not this.\n"
                           "\n"
                           "### Sound for the money\n"
                           "Nor this.\n"
                           "\n"
                           "## Sound\n"
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
                           "[7] A source.\n"
                           "\n"
                           "<!-- comment -->\n"
                           "\n"
                           "## References\n"
                           "[1] Not this.\n";

static void test_sections(void)
{
    TareOutline outline = read(body, 20);
    REQUIRE(outline.n_paragraphs == 4);
    CHECK(!outline.paragraphs[0].section);
    check_paragraph(&outline, 1, "Sound", 29, "First line\nsecond line [1] .");
    check_paragraph(&outline, 2, "Sound", 32, "item");
    check_paragraph(&outline, 3, "Deeper", 43, "Still this.");
    REQUIRE(outline.n_unread == 5);
    check_unread(&outline, 0, "about prices", 22, "Price");
    check_unread(&outline, 1, "code without settings", 35, "code");
    check_unread(&outline, 2, "a table without settings", 38, "a");
    check_unread(&outline, 3, "a source", 45, "[7] A source.");
    check_unread(&outline, 4, "a list of sources", 49, "References");
    tare_outline_clear(&outline);
}

/** Which sections are read is told by their headings, in any words. */
static void test_headings(void)
{
    static const char* const read[] = {"Sound",
                                       "Measurements",
                                       "Advice on equalisation",
                                       "Overview",
                                       "Verdict",
                                       "Technology Level",
                                       "How it sounds for its price",
                                       "Comparison with the Harman target",
                                       "Treble",
                                       "",
                                       "Frequency response (source: our rig)",
                                       "Bass: value for money",
                                       "Conclusion",
                                       "EQ",
                                       "Pricey words about tuning",
                                       "Fit & comfort"};
    static const char* const unread[] = {"Price",
                                         "PRICING",
                                         "Value for money",
                                         "Cost-Performance (Is the Price Justified?)",
                                         "Comparisons",
                                         "Acme 1 vs. Acme 2",
                                         "Sound comparison",
                                         "Alternatives",
                                         "The competition",
                                         "References",
                                         "Sources",
                                         "Works cited",
                                         "What's in the Box?",
                                         "Unboxing",
                                         "Specs",
                                         "Technical specifications",
                                         "Sound isolation",
                                         "Noise cancelling",
                                         "ANC",
                                         "Microphone quality",
                                         "Call quality",
                                         "Battery life",
                                         "Comments (12)",
                                         "About the author",
                                         "Related posts"};
    for (size_t i = 0; i < sizeof read / sizeof *read; ++i) {
        if (tare_heading_unread_reason(read[i]))
            fprintf(stderr, "%s: %s\n", read[i], tare_heading_unread_reason(read[i]));
        CHECK(!tare_heading_unread_reason(read[i]));
    }
    for (size_t i = 0; i < sizeof unread / sizeof *unread; ++i) {
        if (!tare_heading_unread_reason(unread[i]))
            fprintf(stderr, "%s is read\n", unread[i]);
        CHECK(tare_heading_unread_reason(unread[i]));
    }
}

/** The title of a text says nothing of what is in it; a section of the same level does. */
static void test_title(void)
{
    TareOutline outline = read("# Worth its price?\n\nThis.\n\n## Price\n\nNot this.\n", 1);
    CHECK(outline.n_paragraphs == 1 && outline.n_unread == 1);
    tare_outline_clear(&outline);
    outline = read("# Price\n\nNot this.\n\n# Sound\n\nThis.\n", 1);
    REQUIRE(outline.n_paragraphs == 1);
    CHECK_STR(outline.paragraphs[0].text, "This.");
    tare_outline_clear(&outline);
}

/** In plain text a short line by itself is a heading, and so is one in capitals above others. */
static void test_plain_text(void)
{
    TareOutline outline = read("A review of something.\n\n"
                               "Sound\n\n"
                               "The bass\nis fine.\n\n"
                               "PRICE\nNot this.\n\nNor this one.\n\n"
                               "TREBLE:\n"
                               "This.\n",
                               1);
    REQUIRE(outline.n_paragraphs == 3);
    check_paragraph(&outline, 1, "Sound", 5, "The bass\nis fine.");
    check_paragraph(&outline, 2, "TREBLE:", 14, "This.");
    REQUIRE(outline.n_unread == 1);
    check_unread(&outline, 0, "about prices", 8, "PRICE");
    tare_outline_clear(&outline);
}

static void test_headings_in_bold(void)
{
    TareOutline outline = read("# Acme\n\n**Price**\n\nNot this.\n\n**Sound**\n\nThis.\n\n"
                               "**It has 5 drivers.**\n\nPrice\n\nAnd this.\n",
                               1);
    REQUIRE(outline.n_paragraphs == 4);
    check_paragraph(&outline, 0, "Sound", 9, "This.");
    check_paragraph(&outline, 1, "Sound", 11, "It has 5 drivers.");
    check_paragraph(&outline, 3, "Sound", 15, "And this.");
    tare_outline_clear(&outline);
}

/** Rows of a table that are settings become sentences, with the units of the heads. */
static void test_tables(void)
{
    TareOutline outline = read("## EQ\n\n"
                               "| Type | Freq (Hz) | Gain (dB) | Q |\n"
                               "|:---|---:|---|---|\n"
                               "| Peak | 60 | +4 | 0.7 |\n"
                               "| | 3 kHz | -2.5 dB | |\n"
                               "| note | none |\n"
                               "\n"
                               "Then:\n\n"
                               "60 Hz | 4 dB\n"
                               "----- | ----\n"
                               "1 kHz | 2 dB\n",
                               1);
    REQUIRE(outline.n_paragraphs == 5);
    check_paragraph(&outline, 0, "EQ", 5, "Peak, 60 Hz, Gain +4 dB, Q 0.7");
    check_paragraph(&outline, 1, "EQ", 6, "3 kHz, Gain -2.5 dB");
    check_paragraph(&outline, 3, "EQ", 11, "60 Hz, 4 dB"); /* a filter is no head */
    check_paragraph(&outline, 4, "EQ", 13, "1 kHz, 2 dB");
    CHECK(outline.n_unread == 0);
    tare_outline_clear(&outline);
}

/** Columns that are filters are told as rows. */
static void test_tables_on_their_side(void)
{
    TareOutline outline = read("| Frequency | 60 Hz | 7.2 kHz |\n"
                               "|---|---|---|\n"
                               "| Gain | +3 dB | -4 dB |\n"
                               "\n"
                               "| Hz | 60 | 7200 |\n"
                               "|---|---|---|\n"
                               "| dB | +3 | -4 |\n"
                               "| Q | 1 | 4 |\n",
                               1);
    REQUIRE(outline.n_paragraphs == 4);
    check_paragraph(&outline, 0, NULL, 1, "60 Hz, Gain +3 dB");
    check_paragraph(&outline, 1, NULL, 1, "7.2 kHz, Gain -4 dB");
    check_paragraph(&outline, 2, NULL, 5, "Hz 60, dB +3, Q 1");
    tare_outline_clear(&outline);
}

/** Lines of code, and short lines with figures, are read one by one. */
static void test_lines(void)
{
    TareOutline outline =
        read("## EQ\n\n"
             "```\nPreamp: -3 dB\n\nFilter 1: ON PK Fc 60 Hz Gain 4 dB Q 0.7\n```\n\n"
             "    Filter 2: -1 dB\n\n"
             "add 4 dB at 60\ncut 3k by 2\n\n"
             "A peak of 6 dB at\n5 kHz.\n",
             1);
    REQUIRE(outline.n_paragraphs == 6);
    check_paragraph(&outline, 0, "EQ", 4, "Preamp: -3 dB");
    check_paragraph(&outline, 1, "EQ", 6, "Filter 1: ON PK Fc 60 Hz Gain 4 dB Q 0.7");
    check_paragraph(&outline, 2, "EQ", 9, "Filter 2: -1 dB");
    check_paragraph(&outline, 3, "EQ", 11, "add 4 dB at 60");
    check_paragraph(&outline, 4, "EQ", 12, "cut 3k by 2");
    check_paragraph(&outline, 5, "EQ", 14, "A peak of 6 dB at\n5 kHz.");
    CHECK(outline.n_unread == 0);
    tare_outline_clear(&outline);
}

/** cmark itself would end the program. */
static void test_survives_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        TareOutline outline = {0};
        const bool is_good = tare_markdown_read(&outline, body, strlen(body), 1);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        CHECK(outline.n_paragraphs == (is_good ? 4 : 0));
        tare_outline_clear(&outline);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_sections);
    RUN(test_headings);
    RUN(test_title);
    RUN(test_plain_text);
    RUN(test_headings_in_bold);
    RUN(test_tables);
    RUN(test_tables_on_their_side);
    RUN(test_lines);
    RUN(test_survives_failed_allocations);
    return check_done();
}
