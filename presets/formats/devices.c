#include "formats/devices.h"

#include "fit/eq_limits.h"

#include <string.h>

/* Where limits are published. The Q of shelves, and steps, stand there only where a source says
   them; where none says how coarse a program shows its numbers, these are the ones that people can
   type in. */
#define AUTOEQ "AutoEq, autoeq/constants.py, PEQ_CONFIGS"
#define DEVICE_PEQ "devicePEQ, usbDeviceConfig.js"

#define HEARD .min_freq_hz = 20.0, .max_freq_hz = 20000.0
#define TYPED .freq_step_hz = 1.0, .gain_step_db = 0.1, .q_step = 0.01
#define GAINS(min, max) .min_gain_db = (min), .max_gain_db = (max)
#define QS(min, max) .min_q = (min), .max_q = (max)
#define NO_PREAMP .min_preamp_db = 0.0, .max_preamp_db = 0.0
#define ANY_PREAMP TARE_EQ_OWN_PREAMPS

static const TareDevice devices[] = {
    {"crinear-protocol-max", "CrinEar Protocol Max", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-10.0, 10.0),
                           .min_preamp_db = -10.0,
                           TYPED}},
    {"fiio-10-bands", "FiiO KA15, KA17, Q7, QX13, BTR13, BTR17, BT11, FP3, FX17, K13 R2R", "table",
     DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 12.0),
                           .min_preamp_db = -12.0,
                           TYPED}},
    {"fiio-5-bands", "FiiO JA11, LS-TC2, JIEZI, Snowsky Tiny A and B", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 5,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 12.0),
                           .min_preamp_db = -12.0,
                           TYPED}},
    {"ktmicro", "dongles of KT Micro: JCally KT02H20, Kiwi Ears Allegro Pro", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 5,
                           .types = TARE_EQ_HAS_PEAKS,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 12.0),
                           NO_PREAMP,
                           TYPED}},
    {"minidsp-2x4-hd", "miniDSP 2x4 HD", "minidsp",
     "user manual of the 2x4 HD, p. 24 (+-16 dB in 0.1 dB, ten filters); " AUTOEQ,
     &(const TareEqLimits){.rate_hz = 96000.0,
                           .n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.5, 6.0),
                           .min_shelf_q = 0.5,
                           .max_shelf_q = 1.0,
                           GAINS(-16.0, 16.0),
                           ANY_PREAMP,
                           .gain_step_db = 0.1}},
    {"moondrop-free-dsp", "Moondrop Free DSP", "table", AUTOEQ,
     &(const TareEqLimits){.n_bands = 9,
                           .types = TARE_EQ_HAS_PEAKS,
                           .min_freq_hz = 40.0,
                           .max_freq_hz = 10000.0,
                           QS(0.5, 6.0),
                           GAINS(-12.0, 3.0),
                           NO_PREAMP,
                           TYPED}},
    {"moondrop-old-fashioned", "Moondrop Old Fashioned", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 5,
                           .types = TARE_EQ_HAS_PEAKS,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 3.0),
                           NO_PREAMP,
                           TYPED}},
    {"neutron", "Neutron Music Player", "table", AUTOEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 5.0),
                           GAINS(-12.0, 12.0),
                           ANY_PREAMP,
                           TYPED}},
    {"poweramp", "Poweramp Equalizer", "poweramp", AUTOEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 12.0),
                           GAINS(-15.0, 15.0),
                           ANY_PREAMP,
                           TYPED,
                           .has_sides = true}},
    {"qudelix-5k", "Qudelix-5K", "table", AUTOEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 7.0),
                           GAINS(-12.0, 12.0),
                           .min_preamp_db = -12.0,
                           .max_preamp_db = 12.0,
                           TYPED}},
    {"rockbox", "Rockbox", "rockbox", "Rockbox, apps/gui/eq_menu.h",
     &(const TareEqLimits){.rate_hz = 44100.0,
                           .n_bands = 10,
                           .n_peaks = 8,
                           .n_shelves = 1,
                           .types = TARE_EQ_HAS_SHELVES,
                           .min_freq_hz = 20.0,
                           .max_freq_hz = 22000.0,
                           QS(0.5, 6.4),
                           GAINS(-24.0, 24.0),
                           .min_preamp_db = -24.0,
                           .freq_step_hz = 1.0,
                           .gain_step_db = 0.1,
                           .q_step = 0.1}},
    {"tmreq", "TMREQ", "table", "Room EQ Wizard's help, Equaliser Selection",
     &(const TareEqLimits){.n_bands = 8,
                           .types = TARE_EQ_HAS_PASSES,
                           HEARD,
                           QS(0.1, 20.0),
                           GAINS(-15.0, 6.0),
                           NO_PREAMP,
                           .freq_step_hz = 1.0,
                           .gain_step_db = 0.1,
                           .q_step = 0.1}},
    {"topping-dx5-ii", "Topping DX5 II", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 12.0),
                           .min_preamp_db = -12.0,
                           TYPED}},
    {"truthear-keyx", "Truthear KEYX and other dongles of Walkplay", "table", DEVICE_PEQ,
     &(const TareEqLimits){.n_bands = 8,
                           .types = TARE_EQ_HAS_PEAKS,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-12.0, 6.0),
                           .min_preamp_db = -12.0,
                           TYPED}},
    {"uapp", "USB Audio Player PRO", "table", AUTOEQ,
     &(const TareEqLimits){.n_bands = 10,
                           .types = TARE_EQ_HAS_SHELVES,
                           HEARD,
                           QS(0.1, 10.0),
                           GAINS(-20.0, 20.0),
                           ANY_PREAMP,
                           TYPED}}};

enum { N_DEVICES = sizeof devices / sizeof *devices };

const TareDevice* tare_devices_get(size_t index)
{
    return index < N_DEVICES ? &devices[index] : NULL;
}

const TareDevice* tare_devices_find(const char* name)
{
    for (size_t i = 0; i < N_DEVICES; ++i)
        if (strcmp(devices[i].name, name) == 0)
            return &devices[i];
    return NULL;
}
