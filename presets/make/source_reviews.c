/* Product reviews in Markdown, as Frieve-A/audioreview has them. */

#include "base/file.h"
#include "base/path.h"
#include "base/walk.h"
#include "cli/frame/terminal.h"
#include "make/batch.h"
#include "make/known_names.h"
#include "make/source.h"
#include "review/brands.h"
#include "review/review.h"

#include <stdlib.h>

/* Names that are known before. */
static const char* const known_files[] = {"opra.tare"};

enum { MAX_LICENCE_BYTES = 1 << 16 };

/* What the texts do not tell of themselves. */
static const TareReviewOrigin origin = {.name = "audioreview",
                                        .author = "Frieve-A audioreview",
                                        .source = "https://github.com/Frieve-A/audioreview",
                                        .licence = "MIT"};

/* Where a folder has its licence and its texts: one with the reviews only, and the whole source. */
static const struct {
    const char *licence, *texts;
} places[] = {{"LICENSE.reviews", "md"}, {"LICENSE", "_products/en"}};

enum { N_PLACES = sizeof places / sizeof *places };

static const char attribution[] =
    "The corrections in reviews.tare are made from the product reviews of\n"
    "Frieve-A/audioreview, https://github.com/Frieve-A/audioreview. The quotes in the\n"
    "lines \"text\" are those of its author; bands and notes are derived from them.\n"
    "Whoever passes reviews.tare on, changed or not, passes this notice on with it.\n"
    "\n";

/** Which of the places a folder has; N_PLACES when none. */
static size_t place_in(const char* folder)
{
    size_t i = 0;
    while (i < N_PLACES && !(tare_source_has(folder, places[i].licence) &&
                             tare_source_has(folder, places[i].texts)))
        ++i;
    return i;
}

static bool is_in(const char* folder)
{
    return place_in(folder) < N_PLACES;
}

/** Where reviews go, and what is known besides their texts. */
typedef struct {
    TareBatch* batch;
    TareReviewContext context;
} Reading;

static TareStatus read_review(const Reading* reading, const TareWalkFile* file,
                              const TareReporter* reporter)
{
    TareReview review;
    const TareStatus status =
        tare_review_read_file(&review, file->path, file->name, &reading->context, reporter);
    if (status != TARE_OK)
        return status;
    const bool is_kept =
        !review.has_correction || tare_batch_add(reading->batch, &review.correction);
    tare_review_clear(&review);
    return is_kept ? TARE_OK : TARE_NO_MEMORY;
}

static TareStatus read_folder(const char* folder, const Reading* reading,
                              const TareReporter* reporter)
{
    TareWalk walk = {0};
    TareStatus status = tare_walk_folder(&walk, folder, ".md", reporter);
    TareStatus worst = status;
    for (size_t i = 0; i < walk.n_files && status != TARE_NO_MEMORY; ++i) {
        tare_terminal_progress("reviews", (double)i, (double)walk.n_files);
        status = read_review(reading, &walk.files[i], reporter);
        worst = status == TARE_OK ? worst : status;
    }
    tare_terminal_clear_progress();
    tare_walk_clear(&walk);
    return worst;
}

static TareStatus read_reviews(const char* folder, const char* out, const TareSame* same,
                               TareBatch* batch, const TareReporter* reporter)
{
    TareKnownNames* const names = tare_known_names_new(out, known_files, 1, same);
    Reading reading = {batch, {.origin = origin}};
    if (names)
        reading.context.brands = tare_known_names_brands(names);
    char* const texts = tare_path_join(folder, places[place_in(folder)].texts);
    TareStatus status =
        texts && reading.context.brands ? read_folder(texts, &reading, reporter) : TARE_NO_MEMORY;
    if (status != TARE_NO_MEMORY &&
        (!tare_batch_settle_names(batch, same, names) || !tare_batch_move_ids(batch)))
        status = TARE_NO_MEMORY;
    tare_known_names_free(names);
    tare_brands_free(reading.context.brands);
    free(texts);
    return status;
}

static bool write_licence(const char* folder, FILE* out, const TareReporter* reporter)
{
    char* const path = tare_path_join(folder, places[place_in(folder)].licence);
    char* text = NULL;
    size_t length = 0;
    const bool is_read =
        path && tare_file_read(path, MAX_LICENCE_BYTES, &text, &length, reporter) == TARE_OK;
    if (is_read) {
        fputs(attribution, out);
        fwrite(text, 1, length, out);
    }
    free(text);
    free(path);
    return is_read && !ferror(out);
}

const TareSource tare_source_reviews = {
    .name = "reviews",
    .marks = "LICENSE.reviews and md",
    .head = "# Corrections out of reviews. Made by \"./wscript catalogue\" and not to be edited; "
            "whose the\n"
            "# words are, and under which terms they stand, is in reviews.LICENSE.\n",
    .is_in = is_in,
    .read = read_reviews,
    .write_licence = write_licence};
