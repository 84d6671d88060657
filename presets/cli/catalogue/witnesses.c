#include "cli/catalogue/witnesses.h"

#include "base/list.h"
#include "base/number.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/agreement.h"
#include "corrections/basis.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "search/models.h"
#include "search/stock.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** One statement of a review beside one measured correction. */
typedef struct {
    const TareCorrection *review, *measured;
    const TareBand* band;
    double words_db, measured_db; ///< means over the same third of an octave
    TareAgreement agreement;
} Testimony;

/** Takes a testimony; false ends the hearing. */
typedef bool Hear(void* data, const Testimony* testimony);

/** Holds all bands of a review against one measured correction. */
static bool compare(const TareCorrection* review, const TareCorrection* measured, Hear* hear,
                    void* data)
{
    TareMeasured* const designed = tare_measured_new(&measured->set);
    bool is_good = designed != NULL;
    for (uint32_t i = 0; i < review->set.n_bands && is_good; ++i) {
        const TareBand* const band = &review->set.bands[i];
        const double words_db = tare_words_level_db(band, review->set.reference_rate_hz);
        const double measured_db = tare_measured_level_db(designed, band);
        const Testimony testimony = {review,   measured,    band,
                                     words_db, measured_db, tare_agreement(words_db, measured_db)};
        is_good = hear(data, &testimony);
    }
    tare_measured_free(designed);
    return is_good;
}

/** Hears all witnesses of the model, in the order of its corrections. */
static bool hear_all(const TarePick* pick, Hear* hear, void* data)
{
    const TareCorrection* const shown = pick->picked;
    if (!pick->stock ||
        (!tare_basis_is_words(&shown->entry) && !tare_basis_is_measured(&shown->entry)))
        return true;
    const TareModels* const models = tare_stock_models(pick->stock);
    const TareModel* const model = models ? tare_models_find_id(models, shown->entry.id) : NULL;
    bool is_good = model != NULL;
    for (size_t i = 0; is_good && i < model->n_corrections; ++i) {
        const TareEntry* const entry = model->corrections[i];
        if (tare_basis_is_words(entry) == tare_basis_is_words(&shown->entry) ||
            tare_basis_is_measured(entry) == tare_basis_is_measured(&shown->entry))
            continue;
        const TareCorrection* const other = tare_catalogue_correction(
            tare_stock_catalogue(pick->stock), entry, tare_cli_reporter());
        if (other && tare_basis_is_words(&shown->entry))
            is_good = compare(shown, other, hear, data);
        else if (other)
            is_good = compare(other, shown, hear, data);
    }
    return is_good;
}

/** What all witnesses say to one band. */
typedef struct {
    Testimony first; ///< the one that counts most
    size_t n, n_agree;
} Verdict;

typedef struct {
    Verdict* verdicts;
    size_t n;
} Verdicts;

/** Sums up by bands, in the order in which they are heard first. */
static bool sum_up(void* data, const Testimony* testimony)
{
    Verdicts* const all = data;
    size_t i = 0;
    while (i < all->n && all->verdicts[i].first.band != testimony->band)
        ++i;
    if (i == all->n) {
        Verdict* const grown = tare_list_grow(all->verdicts, i, sizeof *grown);
        if (!grown)
            return false;
        all->verdicts = grown;
        all->verdicts[all->n++] = (Verdict){.first = *testimony};
    }
    all->verdicts[i].n++;
    all->verdicts[i].n_agree += testimony->agreement == TARE_AGREES;
    return true;
}

static double tenths(double db)
{
    return round(db * 10.0) / 10.0;
}

static void print_db(const char* label, double db)
{
    char number[TARE_NUMBER_SIZE];
    tare_number_format(number, sizeof number, tenths(db));
    printf("%s%s%s dB", label, tenths(db) > 0.0 ? "+" : "", number);
}

/** The part of an id behind the headphone. */
static void print_source(const char* id)
{
    const char* const slash = strchr(id, '/');
    putchar(' ');
    tare_terminal_print(stdout, slash && slash[1] != '\0' ? slash + 1 : id);
}

static void print_verdict(const Verdict* verdict)
{
    const Testimony* const first = &verdict->first;
    char freq[TARE_NUMBER_SIZE];
    printf("  %-9s  %s Hz:", tare_agreement_name(first->agreement),
           tare_number_format(freq, sizeof freq, first->band->freq_hz));
    print_source(first->review->entry.id);
    print_db(" ", first->words_db);
    fputs(",", stdout);
    print_source(first->measured->entry.id);
    print_db(" ", first->measured_db);
    if (verdict->n > 1)
        printf("; %zu of %zu measured agree", verdict->n_agree, verdict->n);
    putchar('\n');
}

bool tare_witnesses_print(const TarePick* pick)
{
    Verdicts all = {0};
    const bool is_good = hear_all(pick, sum_up, &all);
    if (all.n > 0)
        printf(
            "\n  %sWords against measurements, both as means over the same third of an octave%s\n",
            tare_style(stdout, TARE_STYLE_FAINT), tare_style(stdout, TARE_STYLE_PLAIN));
    for (size_t i = 0; i < all.n; ++i)
        print_verdict(&all.verdicts[i]);
    free(all.verdicts);
    return is_good;
}

static bool add_testimony(void* data, const Testimony* testimony)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "review", tare_json_text(testimony->review->entry.id)) &&
        tare_json_set(object, "freq_hz", tare_json_number(testimony->band->freq_hz)) &&
        tare_json_set(object, "gain_db", tare_json_number(testimony->band->gain_db)) &&
        tare_json_set(object, "words_db", tare_json_number(tenths(testimony->words_db))) &&
        tare_json_set(object, "measured", tare_json_text(testimony->measured->entry.id)) &&
        tare_json_set(object, "measured_db", tare_json_number(tenths(testimony->measured_db))) &&
        tare_json_set(object, "verdict", tare_json_text(tare_agreement_name(testimony->agreement)));
    json_t* const kept = tare_json_keep_if(ok, object);
    return kept && json_array_append_new(data, kept) == 0;
}

json_t* tare_witnesses_json(const TarePick* pick)
{
    json_t* const array = json_array();
    const bool ok = array && hear_all(pick, add_testimony, array);
    return tare_json_keep_if(ok, array);
}
