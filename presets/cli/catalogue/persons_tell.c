#include "cli/catalogue/persons_tell.h"

#include "base/text.h"
#include "cli/catalogue/pick_persons.h"
#include "cli/frame/terminal.h"
#include "corrections/correction.h"

#include <math.h>
#include <stdio.h>

/** A line for each run of bands that are called alike. */
static void print_runs(const TareConsensus* consensus)
{
    for (unsigned first = 0, end; first < TARE_CONSENSUS_BANDS; first = end) {
        const TareConsensusBand* const bands = consensus->bands;
        double most_db = 0.0;
        for (end = first; end < TARE_CONSENSUS_BANDS && bands[end].call == bands[first].call; ++end)
            most_db = fmax(most_db, bands[end].spread_db);
        printf("    %-9s  %5.0f to %5.0f Hz, up to %.1f dB\n",
               tare_consensus_call_name(bands[first].call), bands[first].freq_hz,
               bands[end - 1].freq_hz, most_db);
    }
}

bool tare_persons_print(const TarePick* pick)
{
    TarePersons persons;
    TareText names = {0};
    bool is_good = tare_pick_persons(&persons, pick);
    if (is_good && persons.n > 1) {
        tare_persons_list(&persons, &names);
        is_good = !names.failed;
    }
    if (is_good && persons.n > 1) {
        const TareConsensus consensus = tare_persons_consensus(&persons);
        printf("\n  %sHow far they agree who measured it on %s: ",
               tare_style(stdout, TARE_STYLE_FAINT), tare_rig_name(persons.rig));
        tare_terminal_print(stdout, names.data);
        printf("%s\n", tare_style(stdout, TARE_STYLE_PLAIN));
        print_runs(&consensus);
    }
    tare_text_clear(&names);
    tare_persons_clear(&persons);
    return is_good;
}

static json_t* names_json(const TarePersons* persons)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < persons->n; ++i)
        ok = json_array_append_new(
                 array, tare_json_text(tare_persons_name(&persons->measured[i]->entry))) == 0;
    return tare_json_keep_if(ok, array);
}

static json_t* band_json(const TareConsensusBand* band)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "freq_hz", tare_json_number(round(band->freq_hz))) &&
        tare_json_set(object, "spread_db",
                      tare_json_number(round(band->spread_db * 10.0) / 10.0)) &&
        tare_json_set(object, "call", tare_json_text(tare_consensus_call_name(band->call)));
    return tare_json_keep_if(ok, object);
}

static json_t* bands_json(const TareConsensus* consensus)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < TARE_CONSENSUS_BANDS; ++i)
        ok = json_array_append_new(array, band_json(&consensus->bands[i])) == 0;
    return tare_json_keep_if(ok, array);
}

json_t* tare_persons_json(const TarePick* pick)
{
    TarePersons persons;
    json_t* result = NULL;
    const bool is_good = tare_pick_persons(&persons, pick);
    if (is_good && persons.n < 2) {
        result = json_null();
    } else if (is_good) {
        const TareConsensus consensus = tare_persons_consensus(&persons);
        result = json_object();
        const bool ok = tare_json_set(result, "rig", tare_json_text(tare_rig_name(persons.rig))) &&
                        tare_json_set(result, "persons", names_json(&persons)) &&
                        tare_json_set(result, "bands", bands_json(&consensus));
        result = tare_json_keep_if(ok, result);
    }
    tare_persons_clear(&persons);
    return result;
}
