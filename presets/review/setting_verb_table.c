#include "review/setting_words.h"
#include "review/word_tables.h"

/* Short names keep the table below readable. */
#define FILLS TARE_SETTING_FILLS
#define COMMANDS TARE_SETTING_COMMANDS
#define RAISES (TARE_SETTING_UP | COMMANDS)
#define LOWERS (TARE_SETTING_DOWN | COMMANDS)
#define RAISED (RAISES | TARE_SETTING_OF_PERSON)
#define LOWERED (LOWERS | TARE_SETTING_OF_PERSON)
#define DID (COMMANDS | TARE_SETTING_OF_PERSON)

/* In the order of letters. */
const TareWord tare_setting_verbs[] = {
    {"add", RAISES},
    {"added", RAISED},
    {"adding", RAISES},
    {"additional", RAISES},
    {"amplify", RAISES},
    {"apply", COMMANDS},
    {"attenuate", LOWERS},
    {"boosted", RAISED},
    {"boosting", RAISES},
    {"boosts", RAISES},
    {"bring", COMMANDS},
    {"brought", DID},
    {"bumped", RAISED | FILLS},
    {"cuts", LOWERS},
    {"cutting", LOWERS},
    {"decrease", LOWERS},
    {"decreased", LOWERED},
    {"dial", RAISES},
    {"dialed", RAISES},
    {"dialled", RAISES},
    {"dipped", LOWERED},
    {"drag", COMMANDS},
    {"dropped", LOWERED},
    {"dropping", LOWERS},
    {"fill", RAISES},
    {"gave", DID},
    {"give", RAISES | FILLS},
    {"increase", RAISES},
    {"increased", RAISED},
    {"kill", LOWERS},
    {"knock", LOWERS | FILLS},
    {"knocked", LOWERED | FILLS},
    {"lifted", RAISED},
    {"lifting", RAISES},
    {"lower", LOWERS},
    {"lowered", LOWERED},
    {"lowering", LOWERS},
    {"notched", LOWERED},
    {"pull", LOWERS | FILLS},
    {"pulled", LOWERED | FILLS},
    {"push", RAISES | FILLS},
    {"pushed", RAISED | FILLS},
    {"put", COMMANDS},
    {"raise", RAISES},
    {"raised", RAISED},
    {"raising", RAISES},
    {"reduce", LOWERS},
    {"reduced", LOWERED},
    {"removed", LOWERED},
    {"scoop", LOWERS},
    {"set", COMMANDS | TARE_SETTING_INDEX},
    {"shave", LOWERS | FILLS},
    {"shaved", LOWERED | FILLS},
    {"shelve", COMMANDS | TARE_SETTING_SHELF},
    {"soften", LOWERS},
    {"subtract", LOWERS},
    {"suck", LOWERS},
    {"take", LOWERS | FILLS},
    {"taking", LOWERS | FILLS},
    {"tame", LOWERS},
    {"tamed", LOWERED},
    {"took", DID},
    {"trim", LOWERS},
    {"trimmed", LOWERED},
    {"try", COMMANDS},
    {"turn", COMMANDS},
    {"turned", DID},
    {"use", COMMANDS},
    {"used", COMMANDS},
    {"using", COMMANDS},
};

const size_t tare_n_setting_verbs = sizeof tare_setting_verbs / sizeof *tare_setting_verbs;
