/* Which corrections rest on words only, and how that is said. */

#include "corrections/basis.h"
#include "corrections/entry.h"
#include "helpers/check.h"

static const TareEntry review = {.kind = TARE_KIND_REVIEW};
static const TareEntry preset = {.kind = TARE_KIND_PRESET};
static const TareEntry measurement = {.kind = TARE_KIND_MEASUREMENT};
static const TareEntry user = {.kind = TARE_KIND_USER};

static void test_every_kind_is_one_or_neither(void)
{
    CHECK(tare_basis_is_words(&review) && !tare_basis_is_measured(&review));
    CHECK(!tare_basis_is_words(&preset) && tare_basis_is_measured(&preset));
    CHECK(!tare_basis_is_words(&measurement) && tare_basis_is_measured(&measurement));
    CHECK(!tare_basis_is_words(&user) && !tare_basis_is_measured(&user));
}

static void test_a_model_has_only_words_when_all_are(void)
{
    const TareEntry* const entries[] = {&review, &review, &preset, &user};
    CHECK(tare_basis_all_words(entries, 1) && tare_basis_all_words(entries, 2));
    CHECK(!tare_basis_all_words(entries, 3) && !tare_basis_all_words(entries + 2, 1));
    CHECK(!tare_basis_all_words(entries + 3, 1) && !tare_basis_all_words(entries, 0));
}

static void test_words_are_named_so(void)
{
    CHECK_STR(tare_basis_kind(&review), "review, from words only");
    CHECK_STR(tare_basis_kind(&preset), "preset");
    CHECK_STR(tare_basis_kind(&measurement), "measurement");
    CHECK_STR(tare_basis_kind(&user), "user");
    const TareEntry unknown = {.kind = TARE_N_KINDS};
    CHECK_STR(tare_basis_kind(&unknown), NULL);
}

int main(void)
{
    RUN(test_every_kind_is_one_or_neither);
    RUN(test_a_model_has_only_words_when_all_are);
    RUN(test_words_are_named_so);
    return check_done();
}
