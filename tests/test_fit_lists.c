/* Lists of measurements to fit, and where their results go. */

#include "fakes/failing_malloc.h"
#include "fit/results.h"
#include "helpers/check.h"
#include "helpers/fit_order.h"
#include "helpers/scratch.h"
#include "helpers/seen.h"

#include <stdlib.h>
#include <unistd.h>

static void test_rows(void)
{
    const char* const path = scratch_write("list.csv", "form,fr,model,more,source,target\r\n"
                                                       "in-ear,a/b.csv,\"One, two\",x,Jo,\r\n"
                                                       "\r\n\n"
                                                       ",/c.csv,\"A \"\"B\"\"\",,,t.csv");
    TareFitRows rows;
    REQUIRE(tare_fit_rows_read(&rows, path, false, NULL) == TARE_OK);
    REQUIRE(rows.n == 2);
    CHECK_STR(rows.path, path);
    CHECK_STR(rows.folder, scratch_path(""));
    CHECK(rows.rows[0].line == 2 && rows.rows[1].line == 5);
    CHECK_STR(rows.rows[0].model, "One, two");
    CHECK_STR(rows.rows[0].source, "Jo");
    CHECK_STR(rows.rows[0].form, "in-ear");
    CHECK_STR(rows.rows[0].response, "a/b.csv");
    CHECK_STR(rows.rows[1].model, "A \"B\"");
    CHECK(!rows.rows[1].source && !rows.rows[1].form);
    char* const inside = tare_fit_rows_path(&rows, rows.rows[0].response);
    char* const outside = tare_fit_rows_path(&rows, rows.rows[1].response);
    CHECK_STR(inside, scratch_path("a/b.csv"));
    CHECK_STR(outside, "/c.csv");
    free(inside);
    free(outside);
    tare_fit_rows_clear(&rows);
    CHECK(!rows.rows && !rows.text && !rows.folder && rows.n == 0);
}

static void check_list(const char* text, bool are_gain_curves, TareStatus wanted,
                       const char* wanted_report)
{
    TareFitRows rows;
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    const char* const path = scratch_write("list.csv", text);
    CHECK(tare_fit_rows_read(&rows, path, are_gain_curves, &reporter) == wanted);
    const size_t n = strlen(path);
    CHECK(!strncmp(seen.last, path, wanted == TARE_OK ? 0 : n));
    CHECK_STR(wanted == TARE_OK ? seen.last : seen.last + n, wanted_report);
    tare_fit_rows_clear(&rows);
}

static void test_bad_lists(void)
{
    static const char columns[] =
        ":1:1: columns are missing; expected model and fr (with --gain-curve: eqcurve)";
    static const char cells[] = ":3:1: row has no model or no file; expected both";
    check_list("model\nA\n", false, TARE_BAD_INPUT, columns);
    check_list("fr\nA\n", false, TARE_BAD_INPUT, columns);
    check_list("Model,FR\nA,b\n", false, TARE_BAD_INPUT, columns);
    check_list("model,fr\nA,b\n", true, TARE_BAD_INPUT, columns);
    check_list("model,eqcurve\nA,b\n", true, TARE_OK, "");
    check_list("model,fr\nA,b\n,b\n", false, TARE_BAD_INPUT, cells);
    check_list("model,fr\nA,b\nA\n", false, TARE_BAD_INPUT, cells);
    check_list("model,fr\nA,b\nA,\n", false, TARE_BAD_INPUT, cells);
    check_list("model,fr\nA,b\n\"A,b\n", false, TARE_BAD_INPUT, cells);
    check_list("model,fr\n\n\r\n", false, TARE_BAD_INPUT,
               ":0:1: list is empty; expected a measurement a row");
}

static void test_a_list_that_is_not_there(void)
{
    TareFitRows rows;
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_fit_rows_read(&rows, scratch_path("none.csv"), false, &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.last, "none.csv:0:0: cannot be opened") != NULL);
    tare_fit_rows_clear(&rows);
}

static void check_result(const char* wanted, TareFitRow row)
{
    const TareFitResults results = {"out", " EQ.txt"};
    char* const path = tare_fit_results_path(&results, &row);
    CHECK_STR(path, wanted);
    free(path);
}

/** Nothing in a list leads out of the folder. */
static void test_paths_of_results(void)
{
    check_result("out/Jo/in-ear/One EQ.txt", (TareFitRow){1, "One", "Jo", "in-ear", "x", NULL});
    check_result("out/One EQ.txt", (TareFitRow){1, "One", NULL, NULL, "x", NULL});
    check_result("out/A-B/One-Two EQ.txt", (TareFitRow){1, "One/Two", "A/B", NULL, "x", NULL});
    check_result("out/_../_..-..-etc EQ.txt", (TareFitRow){1, "../../etc", "..", NULL, "x", NULL});
    check_result("out/_.hidden EQ.txt", (TareFitRow){1, ".hidden", NULL, NULL, "x", NULL});
}

static void test_each_row_has_a_file_of_its_own(void)
{
    TareFitRow items[] = {{2, "B", "Jo", NULL, "x", NULL},
                          {3, "A/C", "Jo", NULL, "x", NULL},
                          {4, "A", "Jo", NULL, "x", NULL},
                          {5, "A-C", "Jo", NULL, "y", NULL}};
    TareFitRows rows = {.path = "l.csv", .rows = items, .n = 3};
    const TareFitResults results = {"out", ".txt"};
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    CHECK(tare_fit_results_check(&results, &rows, &reporter) == TARE_OK && seen.n == 0);
    rows.n = 4;
    CHECK(tare_fit_results_check(&results, &rows, &reporter) == TARE_BAD_INPUT);
    CHECK_STR(seen.last,
              "l.csv:5:1: row has the source, form and model of line 3; expected others");
    for (unsigned n = 1; n <= 6; ++n) {
        failing_malloc_start(n);
        const TareStatus status = tare_fit_results_check(&results, &rows, NULL);
        const bool has_failed = failing_malloc_stop() >= n;
        CHECK(status == (has_failed ? TARE_NO_MEMORY : TARE_BAD_INPUT));
    }
}

/** A folder takes the results of one order only. */
static void test_folders_know_their_order(void)
{
    const char* const out = scratch_path("made/out");
    const TareFitResults results = {out, ".txt"};
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareFitOrder order = fit_order_quick();
    CHECK(tare_fit_results_prepare(&results, &order, &reporter) == TARE_OK);
    CHECK(access(scratch_path("made/out/tare-fit.options"), R_OK) == 0);
    CHECK(tare_fit_results_prepare(&results, &order, &reporter) == TARE_OK && seen.n == 0);
    TareFitOrder others[6];
    for (unsigned i = 0; i < 6; ++i)
        others[i] = order;
    others[0].count.is_fewest = true;
    others[1].bend.bass_db = 0.5;
    others[2].target = "flat";
    others[3].is_gain_curve = true;
    others[4].wish.max_boost_db = 7;
    others[5].count.n = 5;
    for (unsigned i = 0; i < 6; ++i) {
        seen = (Seen){0};
        CHECK(tare_fit_results_prepare(&results, &others[i], &reporter) == TARE_BAD_INPUT);
        CHECK(strstr(seen.last, " holds results of other options; expected another folder"));
    }
    const TareFitResults nowhere = {"/dev/null/out", ".txt"};
    CHECK(tare_fit_results_prepare(&nowhere, &order, &reporter) == TARE_BAD_INPUT);
    CHECK(strstr(seen.last, "/dev/null/out cannot be made: Not a directory; expected a folder"));
}

static void test_forms(void)
{
    Seen seen = {0};
    const TareReporter reporter = seen_reporter(&seen);
    TareForm form = TARE_FORM_EARBUD;
    CHECK(tare_fit_order_form(NULL, &form, &reporter) && form == TARE_FORM_UNKNOWN);
    CHECK(tare_fit_order_form("on-ear", &form, &reporter) && form == TARE_FORM_ON_EAR);
    CHECK(seen.n == 0);
    CHECK(!tare_fit_order_form("On-ear", &form, &reporter) && form == TARE_FORM_UNKNOWN);
    CHECK(strstr(seen.last, "On-ear is no form of a headphone; did you mean on-ear? Expected "
                            "over-ear, on-ear, in-ear or earbud"));
    CHECK(!tare_fit_order_form("chair", &form, &reporter) && form == TARE_FORM_UNKNOWN);
    CHECK(strstr(seen.last, "chair is no form of a headphone; expected over-ear, on-ear"));
}

int main(void)
{
    if (!scratch_make())
        return 1;
    RUN(test_rows);
    RUN(test_bad_lists);
    RUN(test_a_list_that_is_not_there);
    RUN(test_paths_of_results);
    RUN(test_each_row_has_a_file_of_its_own);
    RUN(test_folders_know_their_order);
    RUN(test_forms);
    return scratch_remove() ? check_done() : 1;
}
