/* What a review is about, and how it is called. */

#include "base/text.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "names/product_name.h"
#include "review/front_matter.h"
#include "review/product.h"

#include <stdlib.h>

/** A product with up to four tags, separated by '|'. */
static TareProduct product_of(const char* name, const char* summary, const char* tags)
{
    char buffers[4][64] = {{0}};
    char name_buffer[64], summary_buffer[128];
    snprintf(name_buffer, sizeof name_buffer, "%s", name);
    snprintf(summary_buffer, sizeof summary_buffer, "%s", summary);
    TareFrontMatter front = {.target_name = name_buffer, .summary = summary_buffer};
    for (size_t i = 0; i < 4 && *tags; ++i) {
        const size_t n = strcspn(tags, "|");
        snprintf(buffers[i], sizeof buffers[i], "%.*s", (int)n, tags);
        front.tags[front.n_tags++] = buffers[i];
        tags += n;
        tags += *tags == '|';
    }
    return tare_product_of(&front, NULL);
}

static void test_headphones(void)
{
    CHECK(product_of("A 1", "", "Headphones").is_headphone);
    CHECK(product_of("A 1", "", "In-Ear Monitors|Premium").is_headphone);
    CHECK(product_of("A 1", "", "Gaming Headset|RGB").is_headphone);
    CHECK(product_of("A 1", "", "Noise cancelling headphones").is_headphone);
    CHECK(
        product_of("A 1", "Closed headphones with a DAC", "Headphones|Built-in DAC").is_headphone);
    CHECK(product_of("A 1", "Headphones with DAC and app", "Headphones|DAC").is_headphone);
    CHECK(product_of("A 1", "", "Earphones|Detachable cable").is_headphone);
    CHECK(product_of("A 1", "", "Gaming headset|Microphone").is_headphone);
    CHECK(product_of("A 1", "Earphones with a remote", "Earphones|Microphone").is_headphone);
    CHECK(product_of("A 1", "", "Electrostatic|Earspeakers").is_headphone);
    CHECK(product_of("A Headphone (1)", "", "Wireless").is_headphone);
    CHECK(product_of("A Buds 3", "", "Bluetooth").is_headphone);
    CHECK(product_of("A 1", "Vintage headphones from 1974", "Discontinued").is_headphone);
}

static void test_others(void)
{
    CHECK(!product_of("A 1", "", "").is_headphone);
    CHECK(!product_of("A 1", "", "Bookshelf|Studio monitors").is_headphone);
    CHECK(!product_of("A 1", "", "Amplifiers|DAC|TWS").is_headphone);
    CHECK(!product_of("A 1", "", "Cables|Headphones").is_headphone);
    CHECK(!product_of("A 1", "", "Upgrade Cable|In-ear monitors").is_headphone);
    CHECK(!product_of("A 1", "", "DAC|Headphones").is_headphone);
    CHECK(!product_of("A 1", "", "Bluetooth Adapter|In-ear monitors|TWS").is_headphone);
    CHECK(!product_of("A 1", "", "Eartips|In-ear monitors").is_headphone);
    CHECK(!product_of("A 1", "", "Neckband speaker|Bluetooth").is_headphone);
    CHECK(!product_of("A 1", "", "Microphone|Headphones").is_headphone);
    CHECK(!product_of("A Headphone Amplifier", "", "Headphones").is_headphone);
    CHECK(!product_of("A 1", "Silver cable for headphones", "Headphones|Silver").is_headphone);
    CHECK(!product_of("A 1", "A speaker", "Bluetooth").is_headphone);
}

/** A text is asked where there are no tags, and speaks of what it names most. */
static void test_texts(void)
{
    char name[] = "Acme 1", tag[] = "Sale";
    TareFrontMatter front = {.target_name = name};
    CHECK(!tare_product_of(&front, "It is nice.").is_headphone);
    front.body = 40; /* an entry of a collection: it has its name in front */
    CHECK(tare_product_of(&front, "The treble peaks at 8 kHz.").is_headphone);
    CHECK(tare_product_of(&front, "The pads seal well, no amp needed; bass is full.").is_headphone);
    CHECK(!tare_product_of(&front, "It is nice.").is_headphone);
    CHECK(!tare_product_of(&front, "The treble of this speaker peaks at 8 kHz.").is_headphone);
    CHECK(!tare_product_of(&front, "The bass of this DAC is full.").is_headphone);
    CHECK(!tare_product_of(&front, "The bass fills the room.").is_headphone);
    front.body = 0;
    CHECK(!tare_product_of(&front, "The treble peaks at 8 kHz.").is_headphone);
    CHECK(tare_product_of(&front, "An\n**in-ear** (IEM) for any amplifier.").form ==
          TARE_FORM_IN_EAR);
    CHECK(!tare_product_of(&front, "A speaker. Better than headphones, as speakers go.")
               .is_headphone);
    CHECK(tare_product_of(&front, "Headphones like speakers; headphones with a microphone.")
              .is_headphone);
    front.is_named_from_outside = true;
    CHECK(tare_product_of(&front, "It is nice.").is_headphone);
    CHECK(!tare_product_of(&front, "A speaker.").is_headphone);
    front.tags[front.n_tags++] = tag;
    front.is_named_from_outside = false;
    CHECK(tare_product_of(&front, "Headphones.").is_headphone);
}

static void test_forms(void)
{
    CHECK(product_of("A 1", "", "Headphones").form == TARE_FORM_UNKNOWN);
    CHECK(product_of("A 1", "", "Headphones|Over-ear").form == TARE_FORM_OVER_EAR);
    CHECK(product_of("A 1", "", "Headphones|On-Ear").form == TARE_FORM_ON_EAR);
    CHECK(product_of("A 1", "", "Earphones|In-ear monitors").form == TARE_FORM_IN_EAR);
    CHECK(product_of("A 1", "", "Earbuds|True Wireless").form == TARE_FORM_IN_EAR);
    CHECK(product_of("A 1", "", "Earbuds").form == TARE_FORM_EARBUD);
    CHECK(product_of("A 1", "", "Headphones|Open-Back").is_open);
    CHECK(product_of("A 1", "", "Bone conduction").is_open);
    CHECK(!product_of("A 1", "", "Headphones|Closed-back").is_open);
}

static void check_slug(const char* name, const char* wanted)
{
    char* const slug = tare_product_name_slug(name);
    CHECK_STR(slug, wanted);
    free(slug);
}

static void test_slugs(void)
{
    check_slug("Sony MDR-EX1000", "sony-mdr-ex1000");
    check_slug("CCA CRA", "cca-cra");
    check_slug("CCA CRA+", "cca-cra-plus");
    check_slug("A+B", "a-plus-b");
    check_slug("Bowers & Wilkins P7", "bowers-wilkins-p7");
    check_slug("Wan'er S.G", "waner-s-g");
    check_slug("Nothing Headphone (1)", "nothing-headphone-1");
    check_slug("Caf\xc3\xa9 \xc3\x9c"
               "ber",
               "cafe-uber");
    check_slug("\xe9\x9b\xaa", "u96ea");
    check_slug("", "");
}

static void check_name(const char* name, const char* company, const char* wanted_brand,
                       const char* wanted_model)
{
    const char *brand = NULL, *model = NULL;
    REQUIRE(tare_product_name_split(name, company, &brand, &model));
    CHECK_STR(brand, wanted_brand);
    CHECK_STR(model, wanted_model);
    (void)tare_text_set(&brand, NULL);
    (void)tare_text_set(&model, NULL);
}

static void test_names(void)
{
    check_name("Sony MDR-EX1000", "sony", "Sony", "MDR-EX1000");
    check_name("Audio-Technica ATH-E40", "audio-technica", "Audio-Technica", "ATH-E40");
    check_name("Kiwi Ears Quintet", "kiwi-ears", "Kiwi Ears", "Quintet");
    check_name("Bowers & Wilkins P7", "bowers-wilkins", "Bowers & Wilkins", "P7");
    check_name("KZ KZ ZS10", "kz", "KZ", "ZS10");
    check_name("MOONDROP Moondrop Chu II", "moondrop", "MOONDROP", "Chu II");
    check_name("Bose", "bose", "Bose", "Bose");
    check_name("Other Thing", "acme", "Other", "Thing");
    check_name("Thing", NULL, "Thing", "Thing");
}

static void test_names_survive_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        failing_malloc_start(n);
        const char *brand = NULL, *model = NULL;
        const bool is_good = tare_product_name_split("Kiwi Ears X+", "kiwi-ears", &brand, &model);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n));
        CHECK((brand && model) == is_good);
        (void)tare_text_set(&brand, NULL);
        (void)tare_text_set(&model, NULL);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_headphones);
    RUN(test_others);
    RUN(test_texts);
    RUN(test_forms);
    RUN(test_slugs);
    RUN(test_names);
    RUN(test_names_survive_failed_allocations);
    return check_done();
}
