#include "review/felt_notes.h"

#include "review/normalise.h"
#include "review/outline.h"
#include "review/setting_figures.h"
#include "review/setting_line.h"
#include "review/setting_text.h"
#include "review/setting_words.h"

#include <string.h>

/** How many figures go the way of what is heard of them, and how many against it. */
typedef struct {
    unsigned n_along, n_against;
    bool has_q;
} Count;

static void count_line(Count* count, const char* line, size_t length, bool* is_good)
{
    TareNormalised normalised;
    TareSettingLine read;
    if (length > TARE_SETTING_MAX_LINE || !tare_setting_words_may_be(line, length))
        return;
    if (!tare_setting_figures_normalise(&normalised, line, length)) {
        *is_good = false;
        return;
    }
    if (tare_setting_line_read(&read, normalised.text, normalised.length, false)) {
        for (size_t i = 0; i < read.n_settings && read.sensation; ++i) {
            const double along = read.settings[i].band.gain_db * read.sensation;
            count->n_along += along > 0.0;
            count->n_against += along < 0.0;
        }
        count->has_q = count->has_q || read.has_q;
    }
    tare_normalised_clear(&normalised);
}

bool tare_note_is_felt(const TareOutline* outline, bool* is_good)
{
    Count count = {0};
    for (size_t i = 0; i < outline->n_paragraphs; ++i) {
        for (const char* line = outline->paragraphs[i].text; *line;) {
            const size_t length = strcspn(line, "\n\v");
            count_line(&count, line, length, is_good);
            line += length;
            line += *line != '\0';
        }
    }
    return count.n_along && !count.n_against && !count.has_q;
}
