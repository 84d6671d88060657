/* Web pages: what of them is the review, and what they tell of themselves. */

#include "corrections/evidence.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/review_fixture.h"
#include "review/fact.h"
#include "review/front_matter.h"
#include "review/outline.h"
#include "review/page.h"
#include "review/page_depth.h"
#include "review/sections.h"

#include <stdlib.h>

static const char page[] =
    "<!DOCTYPE html>\n"
    "<!-- saved from url=(0028)https://audio.example/acme-1 -->\n"
    "<html lang=en><head><title>Acme 1: +9 dB at 9 kHz</title>\n"
    "<meta name=\"Author\" content=\"Jane  Doe\"><meta property='article:published_time'\n"
    " content='2024-05-06T07:08:09Z'><link rel=license href=https://cc.example/by>\n"
    "<style>p { width: 9dB at 9kHz }</style><script>if (a<b) x = '+9 dB at 9 "
    "kHz';</script></head>\n"
    "<body><nav><ul><li>Home<li>Amps</ul></nav>\n"
    "<article><h1>The Acme 1: worth its price?</h1>\n"
    "<p>A headphone.\n"
    "<h2>Sound &amp; bass</h2>\n"
    "<div><p>There is a\n  <b>+6 dB peak</b> at 5&nbsp;kHz<sup>[1]</sup>.<br>And more.</p></div>\n"
    "<ul><li>One item<li>Another</ul>\n"
    "<p><strong>Price</strong></p><p>Not this.</p>\n"
    "<h3>EQ</h3><table><tr><th>Frequency (Hz)<th>Gain (dB)<th>Q\n"
    "<tr><td>3000<td>\xe2\x88\x92"
    "3<td>2<tr><td>none</table>\n"
    "<table><tr><td>Weight<td>250 g</table>\n"
    "<pre>Preamp: -3 dB\nFilter 1: ON PK Fc 60 Hz Gain 4 dB Q 0.7\n</pre>\n"
    "<table><tr><td><p>In a layout.</table>\n"
    "</article><aside><p>+9 dB at 9 kHz</aside>\n"
    "<footer><p>+9 dB at 9 kHz</footer></body></html>\n";

static void check_paragraph(const TareOutline* outline, size_t i, const char* section,
                            unsigned line, const char* text)
{
    REQUIRE(i < outline->n_paragraphs);
    CHECK_STR(outline->paragraphs[i].text, text);
    CHECK_STR(outline->paragraphs[i].section ? outline->paragraphs[i].section : "", section);
    CHECK(outline->paragraphs[i].line == line);
}

static void test_paragraphs(void)
{
    TareOutline outline = {0};
    TareFrontMatter front = {0};
    REQUIRE(tare_page_read(&outline, &front, "f.html", page, sizeof page - 1, NULL) == TARE_OK);
    check_paragraph(&outline, 0, "The Acme 1: worth its price?", 9, "A headphone.");
    check_paragraph(&outline, 1, "Sound & bass", 11,
                    "There is a +6 dB peak at 5\xc2\xa0kHz[1].\nAnd more.");
    check_paragraph(&outline, 2, "Sound & bass", 13, "One item");
    check_paragraph(&outline, 3, "Sound & bass", 13, "Another");
    check_paragraph(&outline, 4, "EQ", 15,
                    "3000 Hz, Gain \xe2\x88\x92"
                    "3 dB, Q 2");
    check_paragraph(&outline, 5, "EQ", 18, "Preamp: -3 dB");
    check_paragraph(&outline, 6, "EQ", 19, "Filter 1: ON PK Fc 60 Hz Gain 4 dB Q 0.7");
    check_paragraph(&outline, 7, "EQ", 21, "In a layout.");
    CHECK(outline.n_paragraphs == 8);
    static const char* const unread[] = {"nav", "Price", "Weight", "aside", "footer"};
    REQUIRE(outline.n_unread == 5);
    for (size_t i = 0; i < 5; ++i)
        CHECK_STR(outline.unread[i].text, unread[i]);
    CHECK_STR(outline.unread[1].reason, "about prices");
    CHECK_STR(outline.unread[2].reason, "a table without settings");
    tare_outline_clear(&outline);
    tare_front_matter_clear(&front);
}

/** A list, a table with a blank line in it, line breaks, and what is no part of a review. */
static void test_html_within(void)
{
    static const char text[] = "My EQ <br>60 Hz +2 dB<BR/>3 kHz -3 dB\n"
                               "\n"
                               "<ul><li>80 Hz +3 dB\n"
                               "<li>4 kHz -2 dB</ul>\n"
                               "\n"
                               "<table><tr><th>Frequency<th>Gain\n"
                               "\n"
                               "<tr><td>9 kHz<td>-4 dB\n"
                               "</table>\n"
                               "\n"
                               "<!-- 1 kHz +9 dB -->\n"
                               "\n"
                               "<script>x = '1 kHz +9 dB'</script>\n";
    TareOutline outline = {0};
    REQUIRE(tare_markdown_read(&outline, text, sizeof text - 1, 1));
    REQUIRE(outline.n_paragraphs == 4);
    check_paragraph(&outline, 0, "", 1, "My EQ \n60 Hz +2 dB\n3 kHz -3 dB");
    check_paragraph(&outline, 1, "", 3, "80 Hz +3 dB");
    check_paragraph(&outline, 2, "", 4, "4 kHz -2 dB");
    check_paragraph(&outline, 3, "", 6, "9 kHz, Gain -4 dB");
    CHECK(outline.paragraphs[1].kind == TARE_BLOCK_ITEM);
    CHECK(outline.paragraphs[3].kind == TARE_BLOCK_ITEM);
    CHECK(outline.n_unread == 0);
    tare_outline_clear(&outline);
}

static void test_facts(void)
{
    TareOutline outline = {0};
    TareFrontMatter front = {0};
    REQUIRE(tare_page_read(&outline, &front, "f.html", page, sizeof page - 1, NULL) == TARE_OK);
    CHECK_STR(front.author, "Jane Doe");
    CHECK_STR(front.source, "https://audio.example/acme-1");
    CHECK_STR(front.licence, "https://cc.example/by");
    CHECK_STR(front.date, "2024-05-06");
    tare_outline_clear(&outline);
    tare_front_matter_clear(&front);
}

static void test_whole_review(void)
{
    TareReview review;
    const TareReviewContext context = {.name = "Acme 1"};
    REQUIRE(tare_review_read_text(&review, "f.html", page, sizeof page - 1, &context, NULL) ==
            TARE_OK);
    CHECK(review.is_headphone && !review.language);
    bool has_peak = false;
    for (size_t i = 0; i < review.n_facts; ++i) {
        const TareBand* const filter = &review.facts[i].filter;
        CHECK(filter->freq_hz != 9000);
        has_peak = has_peak || (filter->freq_hz == 5000 && filter->gain_db == -6);
    }
    CHECK(has_peak);
    CHECK_STR(review.correction.entry.id, "acme-1/jane-doe");
    tare_review_clear(&review);
}

static void test_what_is_a_page(void)
{
    static const char* const pages[] = {"<html>", "\n <!doctype HTML><p>",
                                        "<?xml version='1.0'?>\n<html",
                                        "<!-- x -->\n<HTML lang=en>"};
    static const char* const others[] = {"",         "<",           "html",       "<p>text</p>",
                                         "# <html>", "---\n<html>", "Text <html>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; ++i)
        CHECK(tare_page_is(pages[i], strlen(pages[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i)
        CHECK(!tare_page_is(others[i], strlen(others[i])));
}

/** "<!doctype html>" and many of one tag. */
static char* make_deep(const char* tag, size_t n)
{
    static const char head[] = "<!doctype html>";
    char* const text = malloc(sizeof head + n * strlen(tag));
    if (!text)
        abort();
    strcpy(text, head);
    char* end = text + sizeof head - 1;
    for (size_t i = 0; i < n; ++i, end += strlen(tag))
        strcpy(end, tag);
    return text;
}

/** Gumbo would be busy for minutes. */
static void test_depth(void)
{
    static const char deep[] = "<a><b></b><p><li><br><i></i></a><script>a<b<c<d</script><u>";
    CHECK(tare_page_depth(deep, sizeof deep - 1) == 2);
    CHECK(tare_page_depth("<script><a>", 11) == 0);
    static const char* const tags[] = {"<div>", "<b>", "<b><p>", "<table><td>"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; ++i) {
        char* const text = make_deep(tags[i], 100000);
        ReviewReports reports;
        const TareReporter reporter = review_fixture_reporter(&reports);
        TareOutline outline = {0};
        TareFrontMatter front = {0};
        CHECK(tare_page_read(&outline, &front, "f.html", text, strlen(text), &reporter) ==
              TARE_BAD_INPUT);
        CHECK_STR(reports.text,
                  "f.html:1:1: elements are nested too deeply; expected at most 1000 in "
                  "one another");
        free(text);
    }
}

/** Long pages of anything else are read. */
static void test_long_pages(void)
{
    static const char* const tags[] = {
        "<p>", "x ", "</b>", "<td>", "<tr><td>1 dB<td>2 Hz", "<br>", "<x y=1></x>", "&lt;", "<"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; ++i) {
        char* const text = make_deep(tags[i], 20000);
        TareOutline outline = {0};
        TareFrontMatter front = {0};
        CHECK(tare_page_read(&outline, &front, "f.html", text, strlen(text), NULL) == TARE_OK);
        tare_outline_clear(&outline);
        free(text);
    }
}

static void test_survives_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareOutline outline = {0};
        TareFrontMatter front = {0};
        failing_malloc_start(n);
        const TareStatus status =
            tare_page_read(&outline, &front, "f.html", page, sizeof page - 1, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        CHECK(outline.n_paragraphs == (status == TARE_OK ? 8 : 0));
        tare_outline_clear(&outline);
        tare_front_matter_clear(&front);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_paragraphs);
    RUN(test_html_within);
    RUN(test_facts);
    RUN(test_whole_review);
    RUN(test_what_is_a_page);
    RUN(test_depth);
    RUN(test_long_pages);
    RUN(test_survives_failed_allocations);
    return check_done();
}
