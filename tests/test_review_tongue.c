/* In which language a text is written. */

#include "helpers/check.h"
#include "review/tongue.h"
#include "review/tongue_words.h"

static const struct {
    const char *language, *text;
} samples[] = {
    {NULL, ""},
    {NULL, "EQ: -3 dB at 3 kHz, Q 2."},
    {NULL, "The Sennheiser \"Momentum\" is, die Presse said, a headphone of the first rank."},
    {NULL,
     "A headphone by \xe5\xa4\xa9\xe9\xbe\x8d of Japan, with +3 dB at 5 kHz, that has been made "
     "for the ages and for all who listen to it."},
    {NULL, "La Boheme and el Corazon are fine on it, and so is Das Lied von der Erde."},
    {"Japanese", "\xe3\x81\x93\xe3\x82\x8c\xe3\x81\xaf\xe8\x89\xaf\xe3\x81\x84 headphone "
                 "\xe3\x81\xa7\xe3\x81\x99\xe3\x80\x82"},
    {"Chinese",
     "\xe8\xbf\x99\xe6\x98\xaf\xe4\xb8\x80\xe6\xac\xbe\xe5\xbe\x88\xe5\xa5\xbd\xe7\x9a\x84"
     "\xe8\x80\xb3\xe6\x9c\xba HD600"},
    {"Korean", "\xec\x9d\xb4\xea\xb2\x83\xec\x9d\x80 \xec\xa2\x8b\xec\x9d\x80 "
               "\xed\x97\xa4\xeb\x93\x9c\xed\x8f\xb0"},
    {"Russian", "\xd0\xad\xd1\x82\xd0\xbe \xd1\x85\xd0\xbe\xd1\x80\xd0\xbe\xd1\x88\xd0\xb8\xd0\xb5 "
                "\xd0\xbd\xd0\xb0\xd1\x83\xd1\x88\xd0\xbd\xd0\xb8\xd0\xba\xd0\xb8"},
    {"German", "Der Bass ist zu stark, und die Mitten sind nicht klar."},
    {"French", "Le grave est trop fort et les voix sont en retrait dans le mix."},
    {"Spanish", "Los graves son muy fuertes y las voces no se oyen con claridad en el conjunto."},
    {"Italian",
     "I bassi sono troppo forti e le voci non si sentono come nel disco, ma anche gli alti."},
    {"Portuguese", "Os graves s\xc3\xa3o muito fortes e as vozes n\xc3\xa3o se ouvem com clareza."},
    {"Dutch", "De bas is te sterk en het geluid is niet zo helder als dat van een ander."},
    {"Swedish", "Basen \xc3\xa4r f\xc3\xb6r stark och det \xc3\xa4r inte mycket att g\xc3\xb6ra."},
    {"Polish", "Bas jest bardzo mocny i nie jest to dobre, ale \xc5\xbc"
               "e s\xc4\x85 na to sposoby."},
};

static void test_samples(void)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; ++i) {
        const char* const language = tare_tongue_of(samples[i].text, strlen(samples[i].text));
        CHECK_STR(language ? language : "English",
                  samples[i].language ? samples[i].language : "English");
    }
}

/** Foreign words in English, and English ones elsewhere, change nothing. */
static void test_mixtures(void)
{
    const char* const english =
        "It is the best of the lot for those that listen to Brahms, who wrote "
        "\"Wie bist du meine K\xc3\xb6nigin\" und \"Von ewiger Liebe\" f\xc3\xbcr die "
        "Ewigkeit, and it has a bass that is strong in all of them.";
    CHECK(!tare_tongue_of(english, strlen(english)));
    const char* const german =
        "Der \"sound of silence\" ist nicht auf der Platte, die wir mit dem "
        "Kopfh\xc3\xb6rer und ohne den Equalizer geh\xc3\xb6rt haben. Das ist ein "
        "Problem.";
    CHECK_STR(tare_tongue_of(german, strlen(german)), "German");
}

static void test_table(void)
{
    CHECK(tare_n_tongues <= TARE_MAX_TONGUES);
    CHECK_STR(tare_tongues[0].language, "English");
}

int main(void)
{
    RUN(test_samples);
    RUN(test_mixtures);
    RUN(test_table);
    return check_done();
}
