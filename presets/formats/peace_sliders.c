#include "formats/peace_sliders.h"

#include "base/utf8.h"
#include "curves/table_number.h"
#include "curves/table_text.h"
#include "formats/gathered.h"
#include "formats/ini.h"

#include <string.h>

/** The sections of sliders, with the number of the group behind the name, and their keys, with that
    of the slider. */
static const struct {
    const char *section, *key;
} settings[TARE_PEACE_N_SETTINGS] = {[TARE_PEACE_FREQUENCY] = {"frequencies", "frequency"},
                                     [TARE_PEACE_GAIN] = {"gains", "gain"},
                                     [TARE_PEACE_QUALITY] = {"qualities", "quality"},
                                     [TARE_PEACE_FILTER] = {"filters", "filter"},
                                     [TARE_PEACE_DISABLED] = {"disabled", "disabled"}};

/** Whose sliders they are when a file does not say. */
static const char* const usual_targets[] = {"all", "L", "R", "C", "SUB", "RL", "RR", "SL", "SR"};

static bool is_nothing(TareSpan value)
{
    double number = 1.0;
    return value.first == value.end || (tare_table_number(value, 0, &number) && number == 0.0);
}

/** Reads a setting of a slider; the first one of a key counts. */
static bool read_setting(TarePeaceGroup* groups, const TareIniLine* line, TareGathered* gathered)
{
    unsigned group = 0, slider = 0, k = 0;
    while (k < TARE_PEACE_N_SETTINGS &&
           !tare_ini_is_numbered(line->section, settings[k].section, TARE_PEACE_MAX_GROUPS, &group))
        ++k;
    if (k == TARE_PEACE_N_SETTINGS ||
        !tare_ini_is_numbered(line->key, settings[k].key, TARE_PEACE_MAX_SLIDERS + 1, &slider) ||
        slider == 0)
        return false;
    TarePeaceSlider* const found = &groups[group].sliders[slider - 1];
    if (found->has[k])
        return false;
    if (!tare_table_number(line->value, 0, &found->values[k])) {
        tare_gathered_unused(gathered, TARE_WARNING, line->number,
                             "the setting is no number; expected one as in 'Gain1=-3.5'");
        return true;
    }
    found->has[k] = true;
    if (k == TARE_PEACE_FREQUENCY)
        found->line = line->number;
    return true;
}

static bool read_general(TarePeaceGroup* groups, const TareIniLine* line, TareGathered* gathered)
{
    double number = 0.0;
    unsigned group = 0;
    const bool is_number = tare_table_number(line->value, 0, &number);
    if (tare_ini_is_numbered(line->key, "preamp", TARE_PEACE_MAX_GROUPS, &group) && is_number) {
        groups[group].preamp_db = number;
        groups[group].has_preamp = true;
    } else if (tare_ini_is_numbered(line->key, "off", TARE_PEACE_MAX_GROUPS, &group) && is_number) {
        groups[group].is_off = number == 1.0;
    } else if (tare_ini_is_numbered(line->key, "graphiceq", TARE_PEACE_MAX_GROUPS, &group) &&
               is_number) {
        groups[group].is_curve = number != 0.0;
    } else if (tare_table_starts_with(line->key, "description") ||
               tare_table_starts_with(line->key, "configuration icon") || is_nothing(line->value)) {
        return true;
    } else {
        tare_gathered_unused(gathered, TARE_WARNING, line->number,
                             "it is no slider, but an effect of Peace; expected sliders alone");
    }
    return true;
}

static bool read_speakers(TarePeaceGroup* groups, const TareIniLine* line)
{
    unsigned group = 0;
    if (tare_ini_is_numbered(line->key, "speakerid", TARE_PEACE_MAX_GROUPS, &group)) {
        groups[group].is_named = true;
    } else if (tare_ini_is_numbered(line->key, "speakertargets", TARE_PEACE_MAX_GROUPS, &group)) {
        groups[group].targets = line->value;
        groups[group].line = line->number;
    } else {
        return tare_ini_is_numbered(line->key, "speakername", TARE_PEACE_MAX_GROUPS, &group);
    }
    return true;
}

static void read_line(TarePeaceGroup* groups, const TareIniLine* line, TareGathered* gathered)
{
    const bool is_command = tare_ini_is(line->section, "commands") && !is_nothing(line->value);
    const bool is_setting = tare_ini_is(line->section, "configuration") || /* hotkeys */
                            tare_ini_is(line->section, "commands");
    if (is_command)
        tare_gathered_unused(gathered, TARE_WARNING, line->number,
                             "commands of Equalizer APO are not used here; expected sliders alone, "
                             "or the text that Peace exports");
    else if (!is_setting && !read_setting(groups, line, gathered) &&
             !(tare_ini_is(line->section, "general") && read_general(groups, line, gathered)) &&
             !(tare_ini_is(line->section, "speakers") && read_speakers(groups, line)))
        tare_gathered_unused(gathered, TARE_NOTE, line->number,
                             "it is no setting that is known; expected those of sliders");
}

/** Gives groups their usual speakers where none are named. */
static void name_groups(TarePeaceGroup* groups)
{
    static const char all[] = "all";
    bool is_any_named = false;
    for (unsigned i = 0; i < TARE_PEACE_MAX_GROUPS; ++i) {
        is_any_named = is_any_named || groups[i].is_named;
        if (!groups[i].targets.first)
            groups[i].targets = (TareSpan){all, all + sizeof all - 1};
    }
    for (unsigned i = 0; !is_any_named && i < sizeof usual_targets / sizeof *usual_targets; ++i) {
        groups[i].is_named = true;
        groups[i].targets =
            (TareSpan){usual_targets[i], usual_targets[i] + strlen(usual_targets[i])};
    }
}

double tare_peace_sliders_value(const TarePeaceSlider* slider, TarePeaceSetting setting,
                                double otherwise)
{
    return slider->has[setting] ? slider->values[setting] : otherwise;
}

void tare_peace_sliders_read(TarePeaceGroup* groups, TareSpan text, TareGathered* gathered)
{
    for (TareIniLine line = {.number = 0}; tare_ini_next(&line, &text);) {
        if (line.is_setting)
            read_line(groups, &line, gathered);
        else
            tare_gathered_unused(gathered, TARE_NOTE, line.number,
                                 "it is no setting; expected one as in 'Gain1=-3.5'");
    }
    tare_gathered_tell(gathered);
    name_groups(groups);
}

bool tare_peace_sliders_are_in(const char* text, size_t length)
{
    const size_t mark = tare_utf8_mark_length(text, length);
    TareSpan rest = {text + mark, text + length};
    unsigned number = 0;
    for (TareIniLine line = {.number = 0}; tare_ini_next(&line, &rest);) {
        if (!line.section.first)
            return false;
        if (tare_ini_is_numbered(line.section, "frequencies", TARE_PEACE_MAX_GROUPS, &number) &&
            line.is_setting &&
            tare_ini_is_numbered(line.key, "frequency", TARE_PEACE_MAX_SLIDERS + 1, &number))
            return true;
    }
    return false;
}
