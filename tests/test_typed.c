#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "search/typed.h"

static TareTyped typed_of(const char* const* arguments)
{
    TareTyped typed = {0};
    for (; *arguments; ++arguments)
        tare_typed_add(&typed, *arguments);
    return typed;
}

/** Checks how a name fits, and what of it is left for the argument that is typed last. */
static void check(const char* const* arguments, const char* name, TareTypedFit fit,
                  const char* last)
{
    TareTyped typed = typed_of(arguments);
    const TareTypedMatch match = tare_typed_match(&typed, name);
    CHECK(match.fit == fit);
    if (fit != TARE_TYPED_NOTHING && match.fit != TARE_TYPED_NOTHING)
        CHECK_STR(match.last, last);
    tare_typed_clear(&typed);
}

#define CHECK_TYPED(name, fit, last, ...)                                                          \
    check((const char* const[]){__VA_ARGS__, NULL}, name, fit, last)

static void test_a_name_may_begin_like_that(void)
{
    CHECK_TYPED("acme-one/anna", TARE_TYPED_BEGUN, "acme-one/anna", "");
    CHECK_TYPED("acme-one", TARE_TYPED_BEGUN, "acme-one", "ac");
    CHECK_TYPED("acme-one", TARE_TYPED_BEGUN, "acme-one", "Acme O");
    CHECK_TYPED("acme-one", TARE_TYPED_BEGUN, "acme-one", "acme-one");
    CHECK_TYPED("acme-one/anna", TARE_TYPED_NOTHING, "", "acme-one-a");
    CHECK_TYPED("acme-one", TARE_TYPED_BEGUN, "acme-one",
                "\xC3\x84"
                "cme");
    CHECK_TYPED("acme-one", TARE_TYPED_NOTHING, "", "cme");
}

static void test_words_before_it_may_be_left_out(void)
{
    CHECK_TYPED("acme-hd-560s", TARE_TYPED_WITHIN, "hd-560s", "hd");
    CHECK_TYPED("acme-hd-560s", TARE_TYPED_WITHIN, "hd-560s", "HD56");
    CHECK_TYPED("acme-hd560s", TARE_TYPED_WITHIN, "560s", "560");
    CHECK_TYPED("acme-hd-560s", TARE_TYPED_NOTHING, "", "60");
}

static void test_words_between_may_be_left_out(void)
{
    CHECK_TYPED("sony-mdr-ex1000", TARE_TYPED_APART, "sony-mdr-ex1000", "sony ex1");
    CHECK_TYPED("sony-mdr-ex1000", TARE_TYPED_APART, "ex1000", "sony", "ex1");
    CHECK_TYPED("sony-mdr-ex1000", TARE_TYPED_NOTHING, "", "son", "ex1");
    CHECK_TYPED("sony-mdr-ex1000", TARE_TYPED_NOTHING, "", "ex1000", "sony");
}

static void test_the_rest_completes_the_arguments_before(void)
{
    CHECK_TYPED("acme-one-pro/anna", TARE_TYPED_BEGUN, "one-pro/anna", "acme", "");
    CHECK_TYPED("acme-one-pro", TARE_TYPED_BEGUN, "pro", "acme", "one", "p");
    CHECK_TYPED("acme-one-pro", TARE_TYPED_BEGUN, "pro", "acme one", "");
    CHECK_TYPED("acme-one/anna", TARE_TYPED_BEGUN, "/anna", "acme", "one", "");
    CHECK_TYPED("acme-one", TARE_TYPED_NOTHING, "", "acm", "");
}

static void test_failed_allocations(void)
{
    for (unsigned n = 1;; ++n) {
        TareTyped typed = {0};
        failing_malloc_start(n);
        tare_typed_add(&typed, "sony mdr");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(typed.words.failed == (n_asked >= n));
        tare_typed_clear(&typed);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_a_name_may_begin_like_that);
    RUN(test_words_before_it_may_be_left_out);
    RUN(test_words_between_may_be_left_out);
    RUN(test_the_rest_completes_the_arguments_before);
    RUN(test_failed_allocations);
    return check_done();
}
