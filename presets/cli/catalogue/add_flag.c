#include "cli/catalogue/add_flag.h"

#include "base/text.h"
#include "cli/frame/cli.h"
#include "corrections/correction.h"
#include "fit/ends.h"
#include "fit/stored_fit.h"

#include <math.h>

/** Notes what is absurd at one end, where some headphones may lack any amount. */
static void flag_end(const TareCommand* command, const char* id, const char* where, double done_db,
                     double missing_db, bool may_lack)
{
    if (fabs(done_db) >= TARE_FIT_ENDS_ABSURD_DB)
        tare_cli_note(command,
                      "%s: all bands together %s %s by %.1f dB; expected less than %.0f: was the "
                      "seal good, and is the target for this form and rig?",
                      id, done_db > 0.0 ? "raise" : "lower", where, fabs(done_db),
                      TARE_FIT_ENDS_ABSURD_DB);
    else if (missing_db >= TARE_FIT_ENDS_MISSING_DB && !may_lack)
        tare_cli_note(command,
                      "%s: %s is %.1f dB below the target, of which the bands make up for %.1f; "
                      "expected less than %.0f: was the seal good, and is the target for this form "
                      "and rig?",
                      id, where, missing_db, done_db, TARE_FIT_ENDS_MISSING_DB);
}

TareStatus tare_add_flag(const TareCommand* command, const TareCorrection* correction,
                         const TareCurve* response, const TareFitGoal* goal)
{
    TareBandSet set;
    TareText unused = {0};
    TareFitEnds missing;
    const bool is_good = tare_stored_fit(correction, &set, &unused) &&
                         tare_fit_ends_missing(&missing, response, goal);
    tare_text_clear(&unused);
    if (!is_good)
        return TARE_NO_MEMORY;
    const TareFitEnds done = tare_fit_ends_of_bands(&set);
    flag_end(command, correction->entry.id, "the bass (20 to 80 Hz)", done.bass_db, missing.bass_db,
             correction->entry.form == TARE_FORM_EARBUD);
    flag_end(command, correction->entry.id, "the treble (above 5 kHz)", done.treble_db,
             missing.treble_db, false);
    return TARE_OK;
}
