#include "formats/camilladsp_read.h"

#include "base/pool.h"
#include "corrections/correction.h"
#include "formats/camilladsp_filter.h"
#include "formats/contents.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/tree.h"

#include <string.h>

/** Where the file is read. */
typedef struct {
    TareGathered gathered;
    const TareTree* filters;
} Reader;

static void leave_out(const Reader* reader, TareSeverity severity, const TareTree* part,
                      const char* why)
{
    tare_report(reader->gathered.reporter, severity, reader->gathered.file, part->line, 0,
                "step is not used: %s", why);
}

/** The channels that a step is for, as bits: of a number, a list of them, or all; 0 for others. */
static unsigned channels_of(const Reader* reader, const TareTree* step)
{
    const TareTree* const one = tare_tree_get(step, "channel");
    const TareTree* const list = tare_tree_get(step, "channels");
    double number = -1.0;
    unsigned channels = 0;
    if (!one && !list)
        return 3;
    if (tare_tree_number(one, &number) && (number == 0.0 || number == 1.0))
        channels |= 1u << (unsigned)number;
    for (const TareTree* part = list ? list->first : NULL; part; part = part->next)
        if (tare_tree_number(part, &number) && (number == 0.0 || number == 1.0))
            channels |= 1u << (unsigned)number;
    if (!channels)
        leave_out(reader, TARE_NOTE, step,
                  "it is for channels that headphones have not; expected 0 or 1");
    return channels;
}

static void read_name(Reader* reader, const TareTree* name, TareChannel channel)
{
    const TareTree* const filter = tare_tree_get(reader->filters, name->text);
    if (name->kind == TARE_TREE_TEXT && filter)
        tare_camilladsp_filter(&reader->gathered, filter, channel);
    else
        tare_report(reader->gathered.reporter, TARE_WARNING, reader->gathered.file, name->line, 0,
                    "filter %s is not used: there is none of that name; expected one under filters",
                    name->text);
}

static void read_filters_of(Reader* reader, const TareTree* step)
{
    static const TareChannel meant[] = {TARE_CHANNEL_BOTH, TARE_CHANNEL_LEFT, TARE_CHANNEL_RIGHT,
                                        TARE_CHANNEL_BOTH};
    const unsigned channels = channels_of(reader, step);
    const TareTree* const names = tare_tree_get(step, "names");
    if (!channels)
        return;
    if (!names || names->kind != TARE_TREE_LIST)
        leave_out(reader, TARE_WARNING, step, "names are missing; expected a list of filters");
    for (const TareTree* name = names ? names->first : NULL; name; name = name->next)
        read_name(reader, name, meant[channels]);
}

static void read_step(Reader* reader, const TareTree* step)
{
    const TareTree* const type = tare_tree_get(step, "type");
    if (tare_tree_is_true(tare_tree_get(step, "bypassed")))
        leave_out(reader, TARE_NOTE, step, "it is bypassed; expected bypassed: false");
    else if (tare_tree_is(type, "Filter"))
        read_filters_of(reader, step);
    else if (tare_tree_is(type, "Mixer"))
        leave_out(reader, TARE_WARNING, step,
                  "channels are not mixed here; expected filters for channels 0 and 1");
    else
        leave_out(reader, TARE_WARNING, step, "a correction has no such thing; expected Filter");
}

/** The rate at which the filters are made. */
static double rate_of(const Reader* reader, const TareTree* root)
{
    double rate_hz = 0.0;
    const TareTree* const rate = tare_tree_get(tare_tree_get(root, "devices"), "samplerate");
    if (tare_tree_number(rate, &rate_hz) && rate_hz >= 44100.0 && rate_hz <= 768000.0)
        return rate_hz;
    tare_report(reader->gathered.reporter, TARE_NOTE, reader->gathered.file, rate ? rate->line : 0,
                0,
                "filters are read as for 48000 Hz; expected devices with a samplerate of 44100 "
                "to 768000");
    return 48000.0;
}

/** Whether a step of the pipeline names a filter, used or not. */
static bool is_named(const TareTree* pipeline, const char* filter)
{
    for (const TareTree* step = pipeline->first; step; step = step->next) {
        const TareTree* const names = tare_tree_get(step, "names");
        for (const TareTree* name = names ? names->first : NULL; name; name = name->next)
            if (tare_tree_is(name, filter))
                return true;
    }
    return false;
}

/** Tells which filters no step names. */
static void tell_unnamed(const Reader* reader, const TareTree* pipeline)
{
    for (const TareTree* filter = reader->filters ? reader->filters->first : NULL; filter;
         filter = filter->next)
        if (!is_named(pipeline, filter->key))
            tare_report(reader->gathered.reporter, TARE_NOTE, reader->gathered.file, filter->line,
                        0, "filter %s is not used: no step names it; expected it in the pipeline",
                        filter->key);
}

static void read_all(Reader* reader, const TareTree* root)
{
    const TareTree* const pipeline = tare_tree_get(root, "pipeline");
    reader->filters = tare_tree_get(root, "filters");
    if (pipeline) {
        for (const TareTree* step = pipeline->first; step; step = step->next)
            read_step(reader, step);
        tell_unnamed(reader, pipeline);
        return;
    }
    tare_report(reader->gathered.reporter, TARE_NOTE, reader->gathered.file, 0, 0,
                "there is no pipeline, all filters are taken for both channels; expected one");
    for (const TareTree* filter = reader->filters ? reader->filters->first : NULL; filter;
         filter = filter->next)
        tare_camilladsp_filter(&reader->gathered, filter, TARE_CHANNEL_BOTH);
}

static bool begins_line(const char* text, const char* word)
{
    for (const char* at = strstr(text, word); at; at = strstr(at + 1, word))
        if (at == text || at[-1] == '\n' || at[-1] == '\r' || at[-1] == '\xBF')
            return true;
    return false;
}

bool tare_camilladsp_read_knows(const char* text, size_t length)
{
    (void)length;
    return (begins_line(text, "filters:") || begins_line(text, "pipeline:")) &&
           strstr(text, "type:") && strstr(text, "parameters:");
}

TareStatus tare_camilladsp_read(TareContents* contents, const TareFormatInput* input,
                                const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {"camilladsp", "configuration of CamillaDSP", false};
    TareTree* root = NULL;
    TarePool pool = {0};
    Reader reader = {.gathered = {.file = input->file, .reporter = reporter}};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER};
    *contents = (TareContents){0};
    TareStatus status = tare_tree_read_yaml(&root, &pool, input, reporter);
    if (status == TARE_OK) {
        const double rate_hz = rate_of(&reader, root);
        reader.gathered.rate_hz = rate_hz;
        correction.set.reference_rate_hz = tare_gathered_own_rate_hz(rate_hz);
        read_all(&reader, root);
        status = tare_gathered_finish(&reader.gathered, contents, &correction, &origin);
    }
    if (status != TARE_OK)
        tare_contents_clear(contents);
    tare_gathered_clear(&reader.gathered);
    tare_pool_clear(&pool);
    return status;
}
