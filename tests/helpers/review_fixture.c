#include "helpers/review_fixture.h"

#include "base/text.h"
#include "corrections/catalogue.h"
#include "review/brands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Those of the catalogue in the source tree; NULL when it cannot be read. */
static TareBrands* read_brands(void)
{
    char path[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(path, sizeof path, "%s/presets/catalogue/opra.tare", source ? source : ".");
    TareCatalogue* const catalogue = tare_catalogue_new();
    TareBrands* brands = NULL;
    if (catalogue && tare_catalogue_add_file(catalogue, path, TARE_READ_ENTRIES, NULL) == TARE_OK)
        brands = tare_brands_new(catalogue);
    tare_catalogue_free(catalogue);
    return brands;
}

const TareReviewContext* review_fixture_context(void)
{
    static TareReviewContext context = {.origin = {.name = "tester",
                                                   .author = "A Tester",
                                                   .source = "https://example.org",
                                                   .licence = "CC0-1.0"}};
    if (!context.brands)
        context.brands = read_brands();
    return &context;
}

const char* review_fixture_path(const char* name)
{
    static char path[4096];
    const char* const source = getenv("TARE_SOURCE_DIR");
    snprintf(path, sizeof path, "%s/tests/data/reviews/%s", source ? source : ".", name);
    return path;
}

TareStatus review_fixture_read(TareReview* review, const char* name, const TareReporter* reporter)
{
    return tare_review_read_file(review, review_fixture_path(name), name, review_fixture_context(),
                                 reporter);
}

TareStatus review_fixture_say(TareReview* review, const char* words)
{
    TareText text = {0};
    tare_text_format(&text,
                     "---\ntarget_name: \"Acme HX-500\"\ncompany_id: acme\n"
                     "tags: [Headphones, Over-ear]\n---\n## Scientific Validity\n\n%s\n",
                     words);
    const TareStatus status = text.failed
                                  ? TARE_NO_MEMORY
                                  : tare_review_read_text(review, "acme.md", text.data, text.length,
                                                          review_fixture_context(), NULL);
    tare_text_clear(&text);
    return status;
}

TareStatus review_fixture_note(TareReview* review, const char* words)
{
    TareReviewContext context = *review_fixture_context();
    context.name = "Acme HX-500";
    return tare_review_read_text(review, "note.txt", words, strlen(words), &context, NULL);
}

static void keep(void* data, const TareReport* report)
{
    ReviewReports* const reports = data;
    snprintf(reports->text, sizeof reports->text, "%s:%u:%u: %s", report->file, report->line,
             report->column, report->message);
    ++reports->n_reports;
}

TareReporter review_fixture_reporter(ReviewReports* reports)
{
    *reports = (ReviewReports){"", 0};
    return (TareReporter){keep, reports};
}
