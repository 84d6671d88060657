#include "cli/catalogue/persons.h"

#include "cli/catalogue/pick.h"
#include "cli/frame/terminal.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve.h"
#include "fit/consensus.h"
#include "fit/known_sound.h"
#include "search/models.h"
#include "search/stock.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MAX_PERSONS = 16 };

/** Those who measured at the ear of one kind of rig, each once, with what they measured. */
typedef struct {
    TareRig rig;
    const TareCorrection* measured[MAX_PERSONS];
    TareCurve responses[MAX_PERSONS];
    size_t n;
} Persons;

/** Who measured: the listener, or whom the correction names. */
static const char* person_of(const TareEntry* entry)
{
    return entry->kind == TARE_KIND_USER || !entry->rig ? "you" : entry->rig;
}

static bool is_among(const Persons* persons, const TareEntry* entry)
{
    for (size_t i = 0; i < persons->n; ++i)
        if (strcmp(person_of(&persons->measured[i]->entry), person_of(entry)) == 0)
            return true;
    return false;
}

/** Takes a correction if it has the curve of one more person at the rig; false when memory is
    short. */
static bool take(Persons* persons, const TareCorrection* correction)
{
    if (!correction || persons->rig == TARE_RIG_UNKNOWN || persons->n == MAX_PERSONS ||
        !tare_known_sound_curve(correction) ||
        tare_known_sound_rig(&correction->entry) != persons->rig ||
        is_among(persons, &correction->entry))
        return true;
    if (!tare_known_sound(&persons->responses[persons->n], correction, NULL))
        return false;
    persons->measured[persons->n++] = correction;
    return true;
}

static void clear(Persons* persons)
{
    for (size_t i = 0; i < persons->n; ++i)
        tare_curve_clear(&persons->responses[i]);
}

static bool take_all(Persons* persons, TareStock* stock, const TareModel* model, TareRig rig)
{
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    bool is_good = true;
    *persons = (Persons){.rig = rig};
    for (size_t i = 0; is_good && i < model->n_corrections; ++i)
        is_good = take(persons, tare_catalogue_stated(catalogue, model->corrections[i], NULL));
    return is_good;
}

/** Gathers those who measured the model of a pick at the ear at which that was measured, else at
    the first other one where there are two; none without a catalogue. To be cleared in any case;
    false when memory is short. */
static bool gather(Persons* persons, const TarePick* pick)
{
    *persons = (Persons){.n = 0};
    const TareModels* const models = pick->stock ? tare_stock_models(pick->stock) : NULL;
    const TareModel* const model =
        models ? tare_models_find_id(models, pick->picked->entry.id) : NULL;
    if (!model)
        return !pick->stock || models;
    bool is_good =
        take_all(persons, pick->stock, model, tare_known_sound_rig(&pick->picked->entry));
    for (int rig = TARE_RIG_UNKNOWN + 1; is_good && persons->n < 2 && rig < TARE_N_RIGS; ++rig) {
        clear(persons);
        is_good = take_all(persons, pick->stock, model, (TareRig)rig);
    }
    return is_good;
}

static TareConsensus consensus_of(const Persons* persons)
{
    TareConsensus consensus;
    const TareForm form = persons->measured[0]->entry.form;
    tare_consensus_find(&consensus, persons->responses, persons->n,
                        form == TARE_FORM_IN_EAR || form == TARE_FORM_EARBUD);
    return consensus;
}

bool tare_persons_trust(TareCurve* trust, TareStock* stock, const TareCorrection* correction)
{
    Persons persons = {.n = 0};
    *trust = (TareCurve){0};
    const TareModels* const models = tare_stock_models(stock);
    const TareModel* const model =
        models ? tare_models_find_id(models, correction->entry.id) : NULL;
    bool is_good =
        model && take_all(&persons, stock, model, tare_known_sound_rig(&correction->entry));
    if (is_good && persons.n > 1) {
        const TareConsensus consensus = consensus_of(&persons);
        is_good = tare_consensus_trust(trust, &consensus);
    }
    clear(&persons);
    return is_good;
}

static void print_names(const Persons* persons)
{
    for (size_t i = 0; i < persons->n; ++i) {
        fputs(i == 0 ? "" : i + 1 < persons->n ? ", " : " and ", stdout);
        tare_terminal_print(stdout, person_of(&persons->measured[i]->entry));
    }
}

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
    Persons persons;
    const bool is_good = gather(&persons, pick);
    if (is_good && persons.n > 1) {
        const TareConsensus consensus = consensus_of(&persons);
        printf("\n  %sHow far they agree who measured it on %s: ",
               tare_style(stdout, TARE_STYLE_FAINT), tare_rig_name(persons.rig));
        print_names(&persons);
        printf("%s\n", tare_style(stdout, TARE_STYLE_PLAIN));
        print_runs(&consensus);
    }
    clear(&persons);
    return is_good;
}

static json_t* names_json(const Persons* persons)
{
    json_t* const array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < persons->n; ++i)
        ok = json_array_append_new(array,
                                   tare_json_text(person_of(&persons->measured[i]->entry))) == 0;
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
    Persons persons;
    json_t* result = NULL;
    const bool is_good = gather(&persons, pick);
    if (is_good && persons.n < 2) {
        result = json_null();
    } else if (is_good) {
        const TareConsensus consensus = consensus_of(&persons);
        result = json_object();
        const bool ok = tare_json_set(result, "rig", tare_json_text(tare_rig_name(persons.rig))) &&
                        tare_json_set(result, "persons", names_json(&persons)) &&
                        tare_json_set(result, "bands", bands_json(&consensus));
        result = tare_json_keep_if(ok, result);
    }
    clear(&persons);
    return result;
}
