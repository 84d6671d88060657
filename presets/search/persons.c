#include "search/persons.h"

#include "base/text.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "curves/curve.h"
#include "fit/consensus.h"
#include "fit/known_sound.h"
#include "fit/measured.h"
#include "search/models.h"
#include "search/stock.h"

#include <math.h>
#include <string.h>

const char* tare_persons_name(const TareEntry* entry)
{
    return entry->kind == TARE_KIND_USER || !entry->rig ? "you" : entry->rig;
}

static bool is_among(const TarePersons* persons, const TareEntry* entry)
{
    for (size_t i = 0; i < persons->n; ++i)
        if (strcmp(tare_persons_name(&persons->measured[i]->entry), tare_persons_name(entry)) == 0)
            return true;
    return false;
}

/* Nobody measures twice so much alike; a copy may be rounded. */
#define COPY_DB 0.15

static bool is_copy(const TareCurve* a, const TareCurve* b)
{
    for (size_t i = 0; i < a->n; ++i) {
        const TareCurvePoint* const p = &a->points[i];
        if (fabs(p->level_db - tare_curve_level_db(b, p->freq_hz)) > COPY_DB)
            return false;
    }
    return true;
}

/** Whether what was read last is a copy of what another one measured, and so no second measurement;
    it is who is named that measured it. */
static bool is_known(TarePersons* persons, const TareCorrection* correction)
{
    size_t i = 0;
    while (i < persons->n && !is_copy(&persons->responses[persons->n], &persons->responses[i]))
        ++i;
    if (i < persons->n && persons->measured[i]->entry.kind == TARE_KIND_USER)
        persons->measured[i] = correction;
    return i < persons->n;
}

/** Takes a correction if it has the curve of one more person at the rig; false when memory is
    short. */
static bool take(TarePersons* persons, const TareCorrection* correction)
{
    if (!correction || persons->rig == TARE_RIG_UNKNOWN || persons->n == TARE_PERSONS_MAX ||
        !tare_known_sound_curve(correction) ||
        tare_known_sound_rig(&correction->entry) != persons->rig ||
        is_among(persons, &correction->entry))
        return true;
    TareCurve* const response = &persons->responses[persons->n];
    if (!tare_known_sound(response, correction, NULL))
        return false;
    if (tare_fit_measured_is_whole(response) && /* nobody agrees about the rest */
        !is_known(persons, correction))
        persons->measured[persons->n++] = correction;
    else
        tare_curve_clear(response);
    return true;
}

void tare_persons_clear(TarePersons* persons)
{
    for (size_t i = 0; i < persons->n; ++i)
        tare_curve_clear(&persons->responses[i]);
}

/** Takes all who measured a model at the ear of a rig. */
static bool take_all(TarePersons* persons, TareStock* stock, const TareModel* model, TareRig rig)
{
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    bool is_good = true;
    *persons = (TarePersons){.rig = rig};
    for (size_t i = 0; is_good && i < model->n_corrections; ++i)
        is_good = take(persons, tare_catalogue_stated(catalogue, model->corrections[i], NULL));
    return is_good;
}

bool tare_persons_measured(TarePersons* persons, TareStock* stock, const TareEntry* entry,
                           TareRig rig)
{
    *persons = (TarePersons){.n = 0};
    const TareModels* const models = tare_stock_models(stock);
    const TareModel* const model = models ? tare_models_find_id(models, entry->id) : NULL;
    return models && (!model || take_all(persons, stock, model, rig));
}

const TareCorrection* tare_persons_find(const TarePersons* persons, const TareEntry* entry)
{
    const char* const who = entry->rig ? entry->rig : entry->author;
    for (size_t i = 0; who && i < persons->n; ++i)
        if (strcmp(tare_persons_name(&persons->measured[i]->entry), who) == 0)
            return persons->measured[i];
    return NULL;
}

TareConsensus tare_persons_consensus(const TarePersons* persons)
{
    TareConsensus consensus;
    const TareForm form = persons->measured[0]->entry.form;
    tare_consensus_find(&consensus, persons->responses, persons->n,
                        form == TARE_FORM_IN_EAR || form == TARE_FORM_EARBUD);
    return consensus;
}

bool tare_persons_trust(TareCurve* trust, TareStock* stock, const TareCorrection* correction)
{
    const TareEntry* const entry = &correction->entry;
    TarePersons persons;
    *trust = (TareCurve){0};
    bool is_good = tare_persons_measured(&persons, stock, entry, tare_known_sound_rig(entry));
    if (is_good && persons.n > 1) {
        const TareConsensus consensus = tare_persons_consensus(&persons);
        is_good = tare_consensus_trust(trust, &consensus);
    }
    tare_persons_clear(&persons);
    return is_good;
}

void tare_persons_list(const TarePersons* persons, TareText* text)
{
    for (size_t i = 0; i < persons->n; ++i)
        tare_text_format(text, "%s%s",
                         i == 0               ? ""
                         : i + 1 < persons->n ? ", "
                                              : " and ",
                         tare_persons_name(&persons->measured[i]->entry));
}
