#include "review/paragraphs.h"

#include "review/bare_notes.h"
#include "review/felt_notes.h"
#include "review/figures.h"
#include "review/findings.h"
#include "review/front_matter.h"
#include "review/measured_notes.h"
#include "review/outline.h"
#include "review/review_rules.h"
#include "review/settings.h"

#include <string.h>

/* What stands above the first heading, or in a text without any. */
static const char no_section[] = "Text";

/** What is being read. */
typedef struct {
    const char* file;
    TareSubject subject;
    bool is_english; ///< else only lists of settings can be read
} Source;

/** Reads settings and what stands around them. `settings` is NULL where there can be none. */
static void read_paragraph(const Source* source, TareParagraph* paragraph, TareSettings* settings,
                           unsigned* n_sentences, TareFindings* findings)
{
    TareProse prose = {.file = source->file,
                       .section = paragraph->section ? paragraph->section : no_section,
                       .line = paragraph->line,
                       .text = paragraph->text,
                       .length = paragraph->length,
                       .subject = source->subject};
    if (settings)
        tare_settings_read(settings, paragraph, &prose, n_sentences, findings);
    if (source->is_english && tare_figures_may_be_in(prose.text, prose.length))
        tare_review_rules_read(&prose, n_sentences, findings);
}

/** Notes whether the text is a note, and of what. False when memory was short. */
static bool note_kind(const Source* source, const TareFrontMatter* front,
                      const TareOutline* outline, TareSettings* settings)
{
    bool is_good = true;
    if (!front->is_named_from_outside || front->body)
        return true;
    settings->is_measured = tare_note_is_measured(outline);
    settings->is_bare = !settings->is_measured && !outline->has_grid &&
                        tare_note_is_bare(outline, &source->subject, &is_good);
    if (settings->is_bare && tare_note_is_felt(outline, &is_good)) {
        settings->is_measured = true;
        settings->is_bare = false;
    }
    return is_good;
}

TareStatus tare_paragraphs_read(const char* file, const TareFrontMatter* front,
                                const TareBrands* brands, const char* language,
                                TareOutline* outline, TareFindings* findings)
{
    const Source source = {file, {front->target_name, brands}, language == NULL};
    TareSettings settings = {.is_at_top = front->is_named_from_outside};
    findings->failed = !note_kind(&source, front, outline, &settings);
    unsigned n_sentences = 0;
    if (front->summary) {
        TareParagraph summary = {.text = front->summary,
                                 .length = strlen(front->summary),
                                 .section = "Summary",
                                 .line = front->summary_line};
        read_paragraph(&source, &summary, NULL, &n_sentences, findings);
    }
    for (size_t i = 0; i < outline->n_paragraphs && !findings->failed; ++i) {
        if (i == 0 || outline->paragraphs[i].kind == TARE_BLOCK_PROSE ||
            outline->paragraphs[i - 1].kind == TARE_BLOCK_PROSE)
            tare_settings_begin(&settings, outline->paragraphs + i, outline->n_paragraphs - i);
        read_paragraph(&source, &outline->paragraphs[i], &settings, &n_sentences, findings);
    }
    return findings->failed ? TARE_NO_MEMORY : TARE_OK;
}
