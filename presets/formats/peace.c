#include "formats/peace.h"

#include "base/text.h"
#include "corrections/correction.h"
#include "curves/table_text.h"
#include "formats/apo_filter.h"
#include "formats/apo_line.h"
#include "formats/apo_scope.h"
#include "formats/contents.h"
#include "formats/format.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/peace_lines.h"
#include "formats/peace_sliders.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_BYTES = 1 << 18 };

typedef struct {
    TareGathered gathered;
    TareApoScope scope; ///< of the group that is read
} Reader;

/** Takes a line of Equalizer APO's. */
static void take_line(Reader* reader, unsigned number, const TareApoLine* line)
{
    TareBand band;
    const char* why = NULL;
    if (tare_apo_filter_read(&band, line, TARE_DIALECT_APO, &why) != TARE_APO_FILTER_IS_BAND) {
        tare_gathered_unused(&reader->gathered, TARE_WARNING, number, why);
        return;
    }
    band.channel = tare_apo_scope_channel(&reader->scope);
    tare_gathered_band(&reader->gathered, number, &band);
}

static bool has_channel(Reader* reader, unsigned line)
{
    if (tare_apo_scope_has_channel(&reader->scope))
        return true;
    tare_gathered_unused(&reader->gathered, TARE_NOTE, line,
                         "it is for channels that headphones have not; expected L or R");
    return false;
}

static void read_slider(Reader* reader, const TarePeaceSlider* slider, bool is_off)
{
    TarePeaceLines lines;
    const char* const why = tare_peace_lines_of(&lines, slider);
    if ((!why && lines.n == 0) || !has_channel(reader, slider->line))
        return;
    if (is_off || lines.is_disabled)
        tare_gathered_unused(&reader->gathered, TARE_NOTE, slider->line,
                             "the slider is off; expected one that is on to use it");
    else if (why)
        tare_gathered_unused(&reader->gathered, TARE_WARNING, slider->line, why);
    for (unsigned i = 0; i < lines.n && !is_off && !lines.is_disabled; ++i)
        take_line(reader, slider->line, &lines.lines[i]);
}

/** Takes the sliders as points of a graphic equaliser. */
static void read_curve(Reader* reader, const TarePeaceGroup* group)
{
    TareCurve curve = {0};
    unsigned line = 0;
    for (unsigned i = 0; i < TARE_PEACE_MAX_SLIDERS; ++i) {
        const TarePeaceSlider* const slider = &group->sliders[i];
        const double gain_db = tare_peace_sliders_value(slider, TARE_PEACE_GAIN, 0.0);
        if (!slider->line || !tare_curve_can_hold(slider->values[TARE_PEACE_FREQUENCY], gain_db))
            continue;
        line = line ? line : slider->line;
        if (!tare_curve_append(&curve, slider->values[TARE_PEACE_FREQUENCY], gain_db))
            reader->gathered.is_short_of_memory = true;
    }
    (void)tare_curve_arrange(&curve);
    if (curve.n && has_channel(reader, line))
        tare_gathered_curve(&reader->gathered, line, tare_apo_scope_channel(&reader->scope),
                            &curve);
    tare_curve_clear(&curve);
}

static void read_group(Reader* reader, const TarePeaceGroup* group)
{
    static const char channel[] = "Channel";
    const char* why = NULL;
    if (memchr(group->targets.first, '=', (size_t)(group->targets.end - group->targets.first))) {
        tare_gathered_unused(&reader->gathered, TARE_WARNING, group->line,
                             "channels are not mixed here; expected names of channels");
        return;
    }
    (void)tare_apo_scope_read(&reader->scope, (TareSpan){channel, channel + sizeof channel - 1},
                              group->targets, &why);
    if (group->has_preamp && !group->is_off && tare_apo_scope_has_channel(&reader->scope))
        tare_gathered_preamp(&reader->gathered, tare_apo_scope_channel(&reader->scope),
                             group->preamp_db);
    if (group->is_curve && !group->is_off)
        read_curve(reader, group);
    for (unsigned i = 0; i < TARE_PEACE_MAX_SLIDERS && !group->is_curve; ++i)
        if (group->sliders[i].line && group->sliders[i].values[TARE_PEACE_FREQUENCY] > 0.0)
            read_slider(reader, &group->sliders[i], group->is_off);
}

static TareStatus read_groups(Reader* reader, TareContents* contents, TareSpan text)
{
    static const TareGatheredOrigin origin = {
        "peace", "configuration of Peace; filters as at 48000 Hz", false};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER, .set.reference_rate_hz = 48000.0};
    TarePeaceGroup* const groups = calloc(TARE_PEACE_MAX_GROUPS, sizeof *groups);
    if (!groups)
        return TARE_NO_MEMORY;
    tare_peace_sliders_read(groups, text, &reader->gathered);
    for (unsigned i = 0; i < TARE_PEACE_MAX_GROUPS; ++i)
        if (groups[i].is_named)
            read_group(reader, &groups[i]);
    const TareStatus status =
        tare_gathered_finish(&reader->gathered, contents, &correction, &origin);
    free(groups);
    return status;
}

static TareStatus read_text(TareContents* contents, const TareFormatInput* input,
                            const TareReporter* reporter)
{
    TareText buffer = {0};
    TareSpan text;
    Reader reader = {.gathered = {.file = input->file, .reporter = reporter},
                     .scope = {.is_in_channel = {true, true}}};
    *contents = (TareContents){0};
    TareStatus status =
        tare_table_decode(&text, &buffer, input->file, input->text, input->length, reporter);
    if (status == TARE_OK)
        status = read_groups(&reader, contents, text);
    if (status != TARE_OK)
        tare_contents_clear(contents);
    tare_gathered_clear(&reader.gathered);
    tare_text_clear(&buffer);
    return status;
}

const TareFormat tare_peace_format = {
    .name = "peace",
    .note = "configuration of Peace, the interface of Equalizer APO: its sliders",
    .endings = {".peace"},
    .holds = TARE_FORMAT_HOLDS_CHANNELS,
    .max_bytes = MAX_BYTES,
    .sniff = tare_peace_sliders_are_in,
    .read = read_text};
