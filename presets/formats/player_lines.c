#include "formats/player_lines.h"

#include "base/number.h"
#include "corrections/correction.h"
#include "formats/comment.h"
#include "formats/format.h"
#include "formats/output.h"
#include "formats/written.h"
#include "pipewire/chain/rack.h"
#include "settings.h"

#include <string.h>

/** How a player is told. LADSPA's hosts know few defaults: they are told all values, in the order
    of the ports or by name; those of LV2 only what is not the default. */
typedef struct {
    TareChainKind kind;
    const char* help; ///< comment lines
    const char* before;
    const char* behind_rate; ///< where the rate stands in between; else NULL
    const char* open;        ///< before a control
    const char* close;       ///< between its name and its value; NULL: no name is said
    const char* between;
    const char* after;
    bool has_dashes; ///< names have '-' where symbols have '_'
} Line;

static const char* name_of(const TareRackControl* control)
{
    return strchr(control->name, ':') + 1;
}

static void write_name(FILE* out, const Line* line, const char* name)
{
    fputs(line->open, out);
    for (; *name; ++name)
        fputc(line->has_dashes && *name == '_' ? '-' : *name, out);
    fputs(line->close, out);
}

/** Whether a control must be said. Hosts of GStreamer take switches for off unless told. */
static bool is_said(const Line* line, const TareRack* rack, const TareRack* flat, unsigned i)
{
    return line->kind != TARE_CHAIN_LV2 || rack->controls[i].value != flat->controls[i].value ||
           (line->has_dashes && strcmp(name_of(&rack->controls[i]), "enabled") == 0);
}

static void write_controls(FILE* out, const Line* line, const TareRack* rack, const TareRack* flat)
{
    char value[TARE_NUMBER_SIZE];
    const char* between = "";
    for (unsigned i = 0; i < rack->n; ++i) {
        if (!is_said(line, rack, flat, i))
            continue;
        fputs(between, out);
        if (line->close)
            write_name(out, line, name_of(&rack->controls[i]));
        fputs(tare_number_format_float(value, sizeof value, rack->controls[i].value), out);
        between = line->between;
    }
}

static bool write_line(const Line* line, const TareFormatOutput* output)
{
    FILE* const out = output->file;
    const TareControls controls = tare_settings_from_set(&output->correction->set);
    const TareControls nothing = tare_rack_flat();
    TareRack rack, flat;
    (void)tare_rack_make(&rack, line->kind, &controls, 0.0);
    (void)tare_rack_make(&flat, line->kind, &nothing, 0.0);
    fputs("# Written by Tare.\n", out);
    tare_comment_origin(out, output->correction, output->correction->set.reference_rate_hz);
    fprintf(out, "#\n%s%s", line->help, line->before);
    if (line->behind_rate) {
        tare_written_number(out, output->rate_hz > 0.0 ? output->rate_hz : TARE_USUAL_RATE_HZ);
        fputs(line->behind_rate, out);
    }
    write_controls(out, line, &rack, &flat);
    fputs(line->after, out);
    return !ferror(out);
}

static bool write_alsa(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {
        .kind = TARE_CHAIN_LADSPA,
        .help = "# For ~/.asoundrc; then play to the device \"tare\". Where the plugin is not in "
                "ALSA's\n# own folder, path says where: path \"/usr/local/lib/ladspa\" beside "
                "plugins. A blank\n# would end the path.\n",
        .before = "pcm.tare_correction {\n"
                  "    type ladspa\n"
                  "    slave.pcm \"plug:default\"\n"
                  "    channels 2\n"
                  "    plugins {\n"
                  "        0 {\n"
                  "            label tare_eq\n"
                  "            policy none\n"
                  "            input {\n"
                  "                bindings {\n"
                  "                    0 \"Input left\"\n"
                  "                    1 \"Input right\"\n"
                  "                }\n"
                  "                controls {\n",
        .open = "                    \"",
        .close = "\" ",
        .between = "\n",
        .after = "\n"
                 "                }\n"
                 "            }\n"
                 "            output {\n"
                 "                bindings {\n"
                 "                    0 \"Output left\"\n"
                 "                    1 \"Output right\"\n"
                 "                }\n"
                 "            }\n"
                 "        }\n"
                 "    }\n"
                 "}\n"
                 "pcm.tare {\n"
                 "    type plug\n"
                 "    slave.pcm \"tare_correction\"\n"
                 "}\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_ecasound(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {.kind = TARE_CHAIN_LADSPA,
                              .help = "# For ecasound, behind its input, which must be stereo.\n",
                              .before = "-el:tare_eq,",
                              .between = ",",
                              .after = "\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_ffmpeg(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {.kind = TARE_CHAIN_LV2,
                              .help = "# For a shell: ffmpeg -i IN ... OUT, and ffplay.\n",
                              .before = "-af 'lv2=p=urn\\\\:tare\\\\:eq:c=",
                              .open = "",
                              .close = "=",
                              .between = "|",
                              .after = "'\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_gstreamer(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {
        .kind = TARE_CHAIN_LV2,
        .help = "# For a pipeline of gst-launch-1.0. The rate stands fixed in front, as the plugin "
                "would\n# end the stream where it changes.\n",
        .before = "audioconvert ! audioresample ! audio/x-raw,rate=",
        .behind_rate = " ! urn-tare-eq ",
        .open = "",
        .close = "=",
        .between = " ",
        .after = " ! audioconvert\n",
        .has_dashes = true};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_mpd(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {
        .kind = TARE_CHAIN_LV2,
        .help = "# For mpd.conf; then say in each audio_output:  filters \"tare\"\n",
        .before = "filter {\n"
                  "    plugin \"ffmpeg\"\n"
                  "    name \"tare\"\n"
                  "    graph \"lv2=p=urn\\\\\\\\:tare\\\\\\\\:eq:c=",
        .open = "",
        .close = "=",
        .between = "|",
        .after = "\"\n}\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_mpv(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {
        .kind = TARE_CHAIN_LV2,
        .help = "# For a shell: mpv ... FILE; in mpv.conf without the dashes and the quotes.\n",
        .before = "--af='lavfi=[lv2=p=urn\\\\:tare\\\\:eq:c=",
        .open = "",
        .close = "=",
        .between = "|",
        .after = "]'\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_pulseaudio(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {
        .kind = TARE_CHAIN_LADSPA,
        .help =
            "# For default.pa of PulseAudio, or behind pactl; then play to the sink \"tare\".\n",
        .before = "load-module module-ladspa-sink sink_name=tare plugin=tare label=tare_eq "
                  "input_ladspaport_map=\"Input left,Input right\" "
                  "output_ladspaport_map=\"Output left,Output right\" control=",
        .between = ",",
        .after = "\n"};
    (void)reporter;
    return write_line(&line, output);
}

static bool write_sox(const TareFormatOutput* output, const TareReporter* reporter)
{
    static const Line line = {.kind = TARE_CHAIN_LADSPA,
                              .help = "# For a shell: sox IN OUT ..., of stereo files.\n",
                              .before = "ladspa tare tare_eq ",
                              .between = " ",
                              .after = "\n"};
    (void)reporter;
    return write_line(&line, output);
}

enum { HOLDS = TARE_FORMAT_HOLDS_CHANNELS | TARE_FORMAT_HOLDS_RATE };

const TareFormat tare_alsa_format = {.name = "alsa",
                                     .note = "lines for .asoundrc: LADSPA, 7 digits",
                                     .holds = HOLDS,
                                     .write = write_alsa};

const TareFormat tare_ecasound_format = {.name = "ecasound",
                                         .note = "words for ecasound: LADSPA, 7 digits",
                                         .holds = HOLDS,
                                         .write = write_ecasound};

const TareFormat tare_ffmpeg_format = {.name = "ffmpeg",
                                       .note = "words for ffmpeg and ffplay: LV2, 7 digits",
                                       .holds = HOLDS,
                                       .write = write_ffmpeg};

const TareFormat tare_gstreamer_format = {.name = "gstreamer",
                                          .note = "part of a GStreamer pipeline: LV2, 7 digits",
                                          .holds = HOLDS,
                                          .write = write_gstreamer};

const TareFormat tare_mpd_format = {
    .name = "mpd", .note = "lines for mpd.conf: LV2, 7 digits", .holds = HOLDS, .write = write_mpd};

const TareFormat tare_mpv_format = {
    .name = "mpv", .note = "words for mpv: LV2, 7 digits", .holds = HOLDS, .write = write_mpv};

const TareFormat tare_pulseaudio_format = {.name = "pulseaudio",
                                           .note =
                                               "line for PulseAudio's default.pa: LADSPA, 7 digits",
                                           .holds = HOLDS,
                                           .write = write_pulseaudio};

const TareFormat tare_sox_format = {
    .name = "sox", .note = "words for sox: LADSPA, 7 digits", .holds = HOLDS, .write = write_sox};
