/* What shells offer where a name is to be typed. */

#ifndef TARE_CLI_OFFERS_H
#define TARE_CLI_OFFERS_H

typedef struct TareCandidates TareCandidates;

/** Headphones, written so that they need no quotes: "sennheiser-hd-650". Behind a "/" the ids of
    their corrections; behind earlier words of the same name the rest of it. */
void tare_offer_models(TareCandidates* candidates);

/** The ids of the corrections of which LV2 presets are installed in the usual folder. */
void tare_offer_installed(TareCandidates* candidates);

/** The ids of the corrections that were imported. */
void tare_offer_imported(TareCandidates* candidates);

/** What `--format` may be. */
void tare_offer_formats(TareCandidates* candidates);

/** What `--for` may be. */
void tare_offer_devices(TareCandidates* candidates);

/** Names of targets. */
void tare_offer_targets(TareCandidates* candidates);

/** All names of the outputs that PipeWire has now; none without it. */
void tare_offer_outputs(TareCandidates* candidates);

/** The names of outputs for which there are rules. */
void tare_offer_rules(TareCandidates* candidates);

#endif
