#include "corrections/correction.h"
#include "corrections/evidence.h"
#include "corrections/safe_preamp.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "tare/limits.h"

static TareBandSet set_of(uint32_t n_bands, const TareBand* bands)
{
    TareBandSet set = {.preamp_db = 7.0, .n_bands = n_bands};
    for (uint32_t i = 0; i < n_bands; ++i)
        set.bands[i] = bands[i];
    return set;
}

static double safe_preamp_db(uint32_t n_bands, const TareBand* bands)
{
    TareBandSet set = set_of(n_bands, bands);
    CHECK(tare_safe_preamp_set(&set));
    return set.preamp_db;
}

static void test_cuts_need_no_preamp(void)
{
    const TareBand cut = {TARE_BAND_PEAK, 5500, -6, 8, TARE_CHANNEL_BOTH};
    CHECK_NEAR(safe_preamp_db(1, &cut), 0.0, 0.0);
    CHECK_NEAR(safe_preamp_db(0, NULL), 0.0, 0.0);
}

static void test_preamp_is_minus_the_highest_point(void)
{
    const TareBand peak = {TARE_BAND_PEAK, 1000, 6, 1, TARE_CHANNEL_BOTH};
    CHECK_NEAR(safe_preamp_db(1, &peak), -6.0, 0.0);
    const TareBand odd = {TARE_BAND_PEAK, 1000, 5.92, 1, TARE_CHANNEL_BOTH};
    CHECK_NEAR(safe_preamp_db(1, &odd), -6.0, 0.0);
    const TareBand right = {TARE_BAND_PEAK, 1000, 3.3, 1, TARE_CHANNEL_RIGHT};
    CHECK_NEAR(safe_preamp_db(1, &right), -3.3, 0.0);
}

/** Two equal peaks add up; in different ears they do not. */
static void test_only_the_sum_counts(void)
{
    const TareBand both[] = {{TARE_BAND_PEAK, 200, 4, 2, TARE_CHANNEL_BOTH},
                             {TARE_BAND_PEAK, 200, 4, 2, TARE_CHANNEL_BOTH}};
    CHECK_NEAR(safe_preamp_db(2, both), -8.0, 0.0);
    const TareBand apart[] = {{TARE_BAND_PEAK, 200, 4, 2, TARE_CHANNEL_LEFT},
                              {TARE_BAND_PEAK, 200, 4, 2, TARE_CHANNEL_RIGHT}};
    CHECK_NEAR(safe_preamp_db(2, apart), -4.0, 0.0);
    const TareBand opposed[] = {{TARE_BAND_PEAK, 200, 9, 2, TARE_CHANNEL_BOTH},
                                {TARE_BAND_PEAK, 200, -9, 2, TARE_CHANNEL_BOTH}};
    CHECK_NEAR(safe_preamp_db(2, opposed), 0.0, 0.0);
}

/** A shelf at 105 Hz reaches its full gain below 20 Hz only: there it must be seen too. */
static void test_deep_bass_counts(void)
{
    const TareBand shelf = {TARE_BAND_LOW_SHELF, 40, 12, 0.5, TARE_CHANNEL_BOTH};
    const double preamp_db = safe_preamp_db(1, &shelf);
    CHECK(preamp_db >= -12.0 && preamp_db <= -11.8);
}

static void test_preamp_stays_in_range(void)
{
    TareBand bands[TARE_MAX_BANDS];
    for (int i = 0; i < TARE_MAX_BANDS; ++i)
        bands[i] = (TareBand){TARE_BAND_PEAK, 1000, 30, 1, TARE_CHANNEL_BOTH};
    CHECK_NEAR(safe_preamp_db(TARE_MAX_BANDS, bands), TARE_PREAMP_MIN_DB, 0.0);
}

static void test_short_memory_is_no_preamp_of_0_db(void)
{
    const TareBand peak = {TARE_BAND_PEAK, 1000, 6, 1, TARE_CHANNEL_BOTH};
    for (unsigned n = 1;; ++n) {
        TareBandSet set = set_of(1, &peak);
        failing_malloc_start(n);
        const bool is_set = tare_safe_preamp_set(&set);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_set == (n_asked < n));
        CHECK(set.preamp_db == (is_set ? -6.0 : 7.0));
        if (n_asked < n)
            break;
    }
}

static void test_names(void)
{
    CHECK_STR(tare_form_name(TARE_FORM_IN_EAR), "in-ear");
    CHECK_STR(tare_form_name(TARE_FORM_UNKNOWN), NULL);
    CHECK_STR(tare_form_name(TARE_N_FORMS), NULL);
    CHECK_STR(tare_kind_name(TARE_KIND_REVIEW), "review");
    CHECK_STR(tare_kind_name(TARE_N_KINDS), NULL);
}

static void test_display_name(void)
{
    TareCorrection c = {.entry.brand = "Sony", .entry.model = "WH-1000XM4"};
    char name[64];
    tare_entry_display_name(&c.entry, name, sizeof name);
    CHECK_STR(name, "Sony WH-1000XM4");
    c.entry.variant = "ANC on";
    tare_entry_display_name(&c.entry, name, sizeof name);
    CHECK_STR(name, "Sony WH-1000XM4 (ANC on)");
    tare_entry_display_name(&c.entry, name, 8);
    CHECK_STR(name, "Sony WH");
    c.entry.brand = "\xE3\x82\xBD\xE3\x83\x8B";
    for (size_t size = 4; size <= 6; ++size) {
        tare_entry_display_name(&c.entry, name, size);
        CHECK_STR(name, "\xE3\x82\xBD");
    }
}

static void test_evidence_is_copied(void)
{
    char file[] = "a.md";
    const TareEvidence evidence = {.file = file,
                                   .line = 12,
                                   .text = "words",
                                   .curve = "0 478:0",
                                   .is_advice = true,
                                   .stated_db = -6.0};
    for (unsigned n = 1;; ++n) {
        TareCorrection c = {0};
        failing_malloc_start(n);
        const bool first = tare_correction_add_evidence(&c, &evidence);
        const bool second = tare_correction_add_evidence(&c, &evidence);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(c.n_evidence == (size_t)first + (size_t)second);
        CHECK((first && second) == (n_asked < n));
        if (first && second) {
            file[0] = 'b';
            CHECK_STR(c.evidence[1].file, "a.md");
            CHECK_STR(c.evidence[1].section, NULL);
            CHECK(c.evidence[1].line == 12);
            CHECK(c.evidence[1].is_advice && c.evidence[1].stated_db == -6.0);
        }
        tare_correction_clear(&c);
        CHECK(!c.evidence && !c.n_evidence);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_cuts_need_no_preamp);
    RUN(test_preamp_is_minus_the_highest_point);
    RUN(test_only_the_sum_counts);
    RUN(test_deep_bass_counts);
    RUN(test_preamp_stays_in_range);
    RUN(test_short_memory_is_no_preamp_of_0_db);
    RUN(test_names);
    RUN(test_display_name);
    RUN(test_evidence_is_copied);
    return check_done();
}
