/* What graph tools call the headphones of their folders. */

#include "fakes/failing_malloc.h"
#include "formats/phone_book.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"
#include "helpers/scratch.h"

#include <string.h>

static const char text[] =
    "[\n"
    "\t{\"name\": \"Acme\", \"suffix\": \"Audio\", \"phones\": [\n"
    "\t\t\"One\",\n"
    "\t\t\"Acme Two\",\n"
    "\t\t{\"name\": \"Three\", \"file\": \"acme3\", \"reviewScore\": 4, \"price\": \"$10\"},\n"
    "\t\t{\"name\": \"Four\", \"file\": [\"Four\", \"Four foam\"], \"suffix\": [\"\", "
    "\"(foam)\"]},\n"
    "\t\t{\"name\": \"Five\", \"file\": [\"F5 red\", \"f5 blue\"], \"prefix\": \"F5\"},\n"
    "\t\t{\"name\": \"Six\", \"file\": [\"Six A\", \"Six B\"]},\n"
    "\t\t{\"name\": \"Caf\\u00e9\", \"collab\": \"Bolt\"}\n"
    "\t]},\n"
    "\t{\"name\": \"Bolt\", \"phones\": []}\n"
    "]\n";

static const char* path;
static char report[512];
static unsigned line;

static void take_report(void* data, const TareReport* r)
{
    (void)data;
    snprintf(report, sizeof report, "%s", r->message);
    line = r->line;
}

static TareStatus read_text(TarePhoneBook* book, const char* content)
{
    const TareReporter reporter = {take_report, NULL};
    FILE* const file = fopen(path, "w");
    CHECK(file && fputs(content, file) >= 0 && fclose(file) == 0);
    *report = '\0';
    return tare_phone_book_read(book, path, &reporter);
}

static const char* name_of(const TarePhoneBook* book, const char* file)
{
    const TarePhone* const phone = tare_phone_book_find(book, file, strlen(file));
    return phone ? phone->name : "none";
}

static void test_files_have_the_names_of_the_book(void)
{
    static const char* const names[][2] = {{"One", "Acme One"},
                                           {"Acme Two", "Acme Two"},
                                           {"acme3", "Acme Three"},
                                           {"Four", "Acme Four"},
                                           {"Four foam", "Acme Four (foam)"},
                                           {"F5 red", "Acme Five red"},
                                           {"f5 blue", "Acme Five blue"},
                                           {"Six B", "Acme Six B"},
                                           {"Caf\xc3\xa9", "Acme x Bolt Caf\xc3\xa9"},
                                           {"ACME3", "Acme Three"},
                                           {"Three", "none"}};
    TarePhoneBook book;
    REQUIRE(read_text(&book, text) == TARE_OK);
    CHECK(book.n == 10);
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
        CHECK_STR(name_of(&book, names[i][0]), names[i][1]);
    CHECK_STR(tare_phone_book_find(&book, "One L.txt", 3)->brand, "Acme");
    tare_phone_book_clear(&book);
}

static void test_what_is_none_is_refused_with_its_place(void)
{
    static const struct {
        const char* content;
        unsigned line;
    } others[] = {{"{\"name\": \"Acme\"}", 1},
                  {"[\n{\"name\": \"Acme\"}]", 2},
                  {"[{\"name\": \"Acme\",\n\"phones\": 5}]", 1},
                  {"[{\"name\": \"Acme\", \"phones\": [\n{\"file\": \"x\"}]}]", 2},
                  {"[{\"name\": \"Acme\", \"phones\": [\n[]]}]", 2},
                  {"[\n{\"name\": ", 2}};
    for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
        TarePhoneBook book;
        CHECK(read_text(&book, others[i].content) == TARE_BAD_INPUT);
        CHECK(strstr(report, "; expected"));
        CHECK_NEAR(line, others[i].line, 0);
        tare_phone_book_clear(&book);
    }
}

static void test_short_memory_is_told(void)
{
    for (unsigned n = 1;; ++n) {
        TarePhoneBook book;
        failing_malloc_start(n);
        const TareStatus status = tare_phone_book_read(&book, path, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((status == TARE_OK) == (n_asked < n));
        tare_phone_book_clear(&book);
        if (n_asked < n)
            break;
    }
}

static void test_broken_books(void)
{
    uint64_t state = 88172645463325252u;
    unsigned n_read = 0;
    for (int round = 0; round < 400; ++round) {
        char broken[sizeof text + 64] = "";
        memcpy(broken, text, sizeof text);
        const size_t n = mutate(broken, sizeof text - 1, sizeof broken - 1, &state);
        broken[n] = '\0';
        TarePhoneBook book;
        const TareStatus status = read_text(&book, broken);
        CHECK(status == TARE_OK || strstr(report, "; expected"));
        n_read += status == TARE_OK;
        for (size_t i = 0; i < book.n; ++i)
            CHECK(book.phones[i].file && book.phones[i].name && book.phones[i].brand);
        tare_phone_book_clear(&book);
    }
    CHECK(n_read > 5 && n_read < 400);
}

int main(void)
{
    if (!scratch_make())
        return 1;
    path = scratch_path("phone_book.json");
    RUN(test_files_have_the_names_of_the_book);
    RUN(test_what_is_none_is_refused_with_its_place);
    TarePhoneBook book;
    CHECK(read_text(&book, text) == TARE_OK);
    tare_phone_book_clear(&book);
    RUN(test_short_memory_is_told);
    RUN(test_broken_books);
    CHECK(scratch_remove());
    return check_done();
}
