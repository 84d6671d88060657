/* Recognising corrections by their bands. */

#include "band_set.h"
#include "corrections/catalogue.h"
#include "corrections/correction.h"
#include "corrections/print.h"
#include "helpers/check.h"
#include "search/stock.h"

#include <stdlib.h>

static const TareBandSet some = {
    .preamp_db = -6,
    .n_bands = 2,
    .bands = {{TARE_BAND_PEAK, 1000, -3.1, 1.41, 0}, {TARE_BAND_LOW_SHELF, 105, 5.5, 0.7, 0}}};

static void test_what_sounds_alike_has_one_print(void)
{
    TareBandSet other = some;
    other.preamp_db = 0;
    CHECK(tare_print(&other) == tare_print(&some));
    other.bands[0].gain_db = (double)-3.1f; /* as a port holds it */
    other.bands[other.n_bands++] = (TareBand){TARE_BAND_PEAK, 8000, 0, 1, 0}; /* is not heard */
    CHECK(tare_print(&other) == tare_print(&some));
    CHECK(tare_print(&some) != 0);
}

static void test_every_change_makes_another(void)
{
    TareBandSet others[6];
    for (int i = 0; i < 6; ++i)
        others[i] = some;
    others[0].bands[0].gain_db = -3.2;
    others[1].bands[0].freq_hz = 1001;
    others[2].bands[0].q = 1.4;
    others[3].bands[0].type = TARE_BAND_HIGH_SHELF;
    others[4].bands[0].channel = TARE_CHANNEL_LEFT;
    others[5].reference_rate_hz = 44100;
    for (int i = 0; i < 6; ++i) {
        CHECK(tare_print(&others[i]) != tare_print(&some));
        for (int k = 0; k < i; ++k)
            CHECK(tare_print(&others[i]) != tare_print(&others[k]));
    }
}

static void test_nothing_has_none(void)
{
    const TareBandSet none = {.n_bands = 1, .bands = {{TARE_BAND_PEAK, 1000, 0, 1, 0}}};
    CHECK(tare_print(&none) == 0);
    CHECK(tare_print(&(TareBandSet){.preamp_db = -3}) == 0);
}

static void test_a_catalogue_without_an_index_finds_them(void)
{
    static const char text[] = "id a/one\nbrand A\nmodel One\nkind user\npreamp -6\n"
                               "peak 1000 -3.1 1.41\nlow_shelf 105 5.5 0.7\n";
    TareCatalogue* const catalogue = tare_catalogue_new();
    REQUIRE(catalogue != NULL);
    CHECK(tare_catalogue_add_text(catalogue, "text", text, strlen(text), NULL) == TARE_OK);
    const TareEntry* const entry = tare_catalogue_find_print(catalogue, tare_print(&some), NULL);
    REQUIRE(entry != NULL);
    CHECK_STR(entry->id, "a/one");
    CHECK(!tare_catalogue_find_print(catalogue, 0, NULL));
    CHECK(!tare_catalogue_find_print(catalogue, 12345, NULL));
    tare_catalogue_free(catalogue);
}

/** Also by the index of the built program, which is quick. */
static void test_every_shipped_correction_is_found(void)
{
    const char* const home = getenv("TARE_BUILD_DIR");
    TareStock* stock = NULL;
    REQUIRE(home && tare_stock_open_from(&stock, home, NULL) == TARE_OK);
    TareCatalogue* const catalogue = tare_stock_catalogue(stock);
    const size_t n = tare_catalogue_n_corrections(catalogue);
    CHECK(n > 1000);
    for (size_t i = 0; i < n; i += 37) {
        const TareCorrection* const correction =
            tare_catalogue_correction(catalogue, tare_catalogue_get(catalogue, i), NULL);
        REQUIRE(correction != NULL);
        const uint64_t print = tare_print(&correction->set);
        const TareEntry* const entry = tare_catalogue_find_print(catalogue, print, NULL);
        const TareCorrection* const found =
            entry ? tare_catalogue_correction(catalogue, entry, NULL) : NULL;
        CHECK(!print || (found && tare_print(&found->set) == print));
    }
    tare_stock_close(stock);
}

int main(void)
{
    RUN(test_what_sounds_alike_has_one_print);
    RUN(test_every_change_makes_another);
    RUN(test_nothing_has_none);
    RUN(test_a_catalogue_without_an_index_finds_them);
    RUN(test_every_shipped_correction_is_found);
    return check_done();
}
