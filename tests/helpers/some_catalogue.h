/* Catalogues out of texts, and what is wrong with them. All of it here, as check.h counts in the
   file that checks. */

#ifndef TARE_TESTS_SOME_CATALOGUE_H
#define TARE_TESTS_SOME_CATALOGUE_H

#include "corrections/catalogue.h"
#include "helpers/check.h"
#include "helpers/seen.h"

#include <string.h>

/** Reads a text; the caller frees the catalogue. */
static inline TareCatalogue* read_text(const char* text, TareStatus* status, Seen* seen)
{
    TareCatalogue* catalogue = tare_catalogue_new();
    const TareReporter reporter = seen_reporter(seen);
    *status = tare_catalogue_add_text(catalogue, "t.tare", text, strlen(text), &reporter);
    return catalogue;
}

/** All of the correction with an index; NULL when there is none. */
static inline const TareCorrection* correction_at(TareCatalogue* catalogue, size_t i)
{
    const TareEntry* entry = tare_catalogue_get(catalogue, i);
    return entry ? tare_catalogue_correction(catalogue, entry, NULL) : NULL;
}

/** A good block before and after: both must survive whatever stands between. */
static inline void check_report(const char* between, const char* wanted)
{
    char text[4096];
    snprintf(text, sizeof text,
             "kind user\nid a/a\nbrand A\nmodel A\n%s\nid z/z\nbrand Z\nmodel Z\n", between);
    Seen seen = {0};
    TareStatus status;
    TareCatalogue* catalogue = read_text(text, &status, &seen);
    CHECK(status == TARE_BAD_INPUT && seen.n == 1 && seen.severity == TARE_WARNING);
    CHECK_STR(seen.last, wanted);
    CHECK(tare_catalogue_n_corrections(catalogue) == 2);
    CHECK(tare_catalogue_find_id(catalogue, "a/a") && tare_catalogue_find_id(catalogue, "z/z"));
    tare_catalogue_free(catalogue);
}

/** The block "m" stands in lines 5 to 7, what is wrong with it in line 8. */
static inline void check_bad_line(const char* line, const char* wanted)
{
    char between[512];
    snprintf(between, sizeof between, "id m\nbrand M\nmodel M\n%s", line);
    check_report(between, wanted);
}

#endif
