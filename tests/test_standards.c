/* The list of headphones that ship in any case: what its lines say, and what is wrong with them. */

#include "base/text.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "standards.h"

#include <stdlib.h>
#include <unistd.h>

static void keep_report(void* data, const TareReport* report)
{
    TareText* const reports = data;
    tare_text_format(reports, "%s:%u:%u: %s\n", report->file, report->line, report->column,
                     report->message);
}

/** The names of a text, with their lines, behind what is reported. */
static void check_read(const char* text, size_t length, TareStatus wanted_status,
                       const char* wanted)
{
    TareText said = {0};
    const TareReporter reporter = {keep_report, &said};
    TareStandards standards = {0};
    CHECK(tare_standards_read(&standards, "list", text, length, &reporter) == wanted_status);
    for (size_t i = 0; i < standards.n; ++i)
        tare_text_format(&said, "%u %s\n", standards.standards[i].line,
                         standards.standards[i].name);
    CHECK_STR(said.data ? said.data : "", wanted);
    tare_text_clear(&said);
    tare_standards_clear(&standards);
    CHECK(!standards.standards && !standards.file && standards.n == 0);
}

static void check_lines(const char* text, TareStatus wanted_status, const char* wanted)
{
    check_read(text, strlen(text), wanted_status, wanted);
}

static void test_names_stand_before_reasons(void)
{
    check_lines("", TARE_OK, "");
    check_lines("Acme One: a reason", TARE_OK, "1 Acme One\n");
    check_lines("# none: x\n\n \t Acme One :  a: b\r\n  # x\nTwo:\ty\n", TARE_OK,
                "3 Acme One\n5 Two\n");
    check_lines("urn:tare:preset:a--b: kept\n", TARE_OK, "1 urn:tare:preset:a--b\n");
}

static void test_lines_that_are_none_are_told_by_their_place(void)
{
    check_lines("Acme One\nTwo: x\n", TARE_BAD_INPUT,
                "list:1:9: no reason; expected ': ' and one behind the name\n2 Two\n");
    check_lines("Acme One:\n", TARE_BAD_INPUT,
                "list:1:10: no reason; expected ': ' and one behind the name\n");
    check_lines("  : x\n", TARE_BAD_INPUT, "list:1:3: no name; expected one before ': '\n");
    check_lines("a: x\nTwo \xFF: x\n", TARE_BAD_INPUT,
                "list:2:5: not UTF-8, or a control character; expected text\n1 a\n");
    check_read("a\tb\0: x", 8, TARE_BAD_INPUT,
               "list:1:4: not UTF-8, or a control character; expected text\n");
}

static void test_files(void)
{
    char path[] = "/tmp/tare-standards-XXXXXX";
    const int file = mkstemp(path);
    REQUIRE(file >= 0 && write(file, "A: x\nB: y\n", 10) == 10 && close(file) == 0);
    TareStandards standards = {0};
    CHECK(tare_standards_read_file(&standards, path, NULL) == TARE_OK && standards.n == 2);
    CHECK_STR(standards.file, path);
    tare_standards_clear(&standards);
    CHECK(unlink(path) == 0);
    CHECK(tare_standards_read_file(&standards, path, NULL) == TARE_OK && standards.n == 0);
    CHECK(tare_standards_read_file(&standards, "/", NULL) == TARE_IO_ERROR);
}

static void test_failed_allocations(void)
{
    static const char text[] = "A: x\nB: y\n";
    for (unsigned n = 1;; ++n) {
        TareStandards standards = {0};
        failing_malloc_start(n);
        const TareStatus status = tare_standards_read(&standards, "list", text, strlen(text), NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(status == (n_asked < n ? TARE_OK : TARE_NO_MEMORY));
        tare_standards_clear(&standards);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_names_stand_before_reasons);
    RUN(test_lines_that_are_none_are_told_by_their_place);
    RUN(test_files);
    RUN(test_failed_allocations);
    return check_done();
}
