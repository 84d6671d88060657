#include "base/file.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[200]; ///< with blanks in its name

/** "folder/name", until the next call but one. */
static const char* in_folder(const char* name)
{
    static char paths[2][512];
    static int which;
    which = !which;
    snprintf(paths[which], sizeof paths[which], "%s/%s", folder, name);
    return paths[which];
}

typedef struct {
    unsigned n;
    char message[512];
} Seen;

static void see(void* data, const TareReport* report)
{
    Seen* seen = data;
    seen->n++;
    snprintf(seen->message, sizeof seen->message, "%s: %s", report->file, report->message);
}

static bool write_text(FILE* out, void* data)
{
    return fputs(data, out) >= 0;
}

static bool write_and_refuse(FILE* out, void* data)
{
    fputs("half of it", out);
    (void)data;
    return false;
}

static void check_content(const char* name, const char* wanted)
{
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_file_read(in_folder(name), 1000, &text, &length, NULL) == TARE_OK);
    CHECK_STR(text, wanted);
    CHECK(length == strlen(wanted));
    free(text);
}

static unsigned n_files(void)
{
    unsigned n = 0;
    DIR* dir = opendir(folder);
    while (dir && readdir(dir))
        n++;
    if (dir)
        closedir(dir);
    return n - 2;
}

static void test_writes_and_reads_back(void)
{
    CHECK(tare_file_replace(in_folder("a"), write_text, "one\n", NULL) == TARE_OK);
    check_content("a", "one\n");
    CHECK(tare_file_replace(in_folder("a"), write_text, "", NULL) == TARE_OK);
    check_content("a", "");
    CHECK(n_files() == 1);
}

static void test_old_file_stays_when_writing_fails(void)
{
    CHECK(tare_file_replace(in_folder("b"), write_text, "old", NULL) == TARE_OK);
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    CHECK(tare_file_replace(in_folder("b"), write_and_refuse, NULL, &reporter) == TARE_BAD_INPUT);
    CHECK(seen.n == 0);
    check_content("b", "old");
    CHECK(tare_file_replace(in_folder("no/such"), write_text, "x", &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 1);
    CHECK(tare_file_replace(folder, write_text, "x", &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 2);
    CHECK(n_files() == 2);
}

static void test_full_device_is_reported(void)
{
    if (access("/dev/full", W_OK) != 0)
        SKIP("there is no /dev/full");
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    CHECK(tare_file_replace("/dev/full", write_text, "x", &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 1);
    CHECK(strstr(seen.message, "/dev/full: cannot be written: ") == seen.message);
}

static void test_links_and_permissions_stay(void)
{
    CHECK(tare_file_replace(in_folder("target"), write_text, "1", NULL) == TARE_OK);
    CHECK(chmod(in_folder("target"), 0640) == 0);
    CHECK(symlink("target", in_folder("link")) == 0);
    CHECK(tare_file_replace(in_folder("link"), write_text, "2", NULL) == TARE_OK);
    check_content("target", "2");
    struct stat info;
    CHECK(lstat(in_folder("link"), &info) == 0 && S_ISLNK(info.st_mode));
    CHECK(stat(in_folder("target"), &info) == 0 && (info.st_mode & 0777) == 0640);
}

static void check_refused(const char* path, size_t max_bytes, TareStatus wanted, const char* what)
{
    char* text = folder;
    size_t length = 1;
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    CHECK(tare_file_read(path, max_bytes, &text, &length, &reporter) == wanted);
    CHECK(!text && !length);
    CHECK(seen.n == 1);
    CHECK(strstr(seen.message, what) != NULL);
}

static void test_refuses_what_cannot_be_read(void)
{
    check_refused(in_folder("missing"), 100, TARE_IO_ERROR, "cannot be opened");
    check_refused(folder, 100, TARE_IO_ERROR, "expected a file");
    CHECK(tare_file_replace(in_folder("c"), write_text, "123456", NULL) == TARE_OK);
    check_refused(in_folder("c"), 5, TARE_BAD_INPUT, "expected at most 5 bytes");
    check_refused("/dev/zero", 100000, TARE_BAD_INPUT, "expected at most 100000 bytes");
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_file_read(in_folder("c"), 6, &text, &length, NULL) == TARE_OK);
    CHECK_STR(text, "123456");
    free(text);
}

static void test_failed_allocations(void)
{
    CHECK(tare_file_replace(in_folder("d"), write_text, "text", NULL) == TARE_OK);
    for (unsigned n = 1;; ++n) {
        char* text = NULL;
        size_t length = 0;
        failing_malloc_start(n);
        const TareStatus read = tare_file_read(in_folder("d"), 100, &text, &length, NULL);
        const TareStatus written = tare_file_replace(in_folder("d"), write_text, "text", NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK((read == TARE_OK && written == TARE_OK) == (n_asked < n));
        CHECK((text != NULL) == (read == TARE_OK));
        free(text);
        check_content("d", "text");
        if (n_asked < n)
            break;
    }
}

static TareStatus note_text(void* data, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    (void)reporter;
    snprintf(data, 300, "%s: %zu %s", path, length, text);
    return TARE_NOT_FOUND;
}

static void test_a_reader_gets_the_text_and_its_answer_is_returned(void)
{
    char noted[300] = "", wanted[300];
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    CHECK(tare_file_replace(in_folder("e"), write_text, "words", NULL) == TARE_OK);
    CHECK(tare_file_read_by(note_text, noted, in_folder("e"), 5, &reporter) == TARE_NOT_FOUND);
    snprintf(wanted, sizeof wanted, "%s: 5 words", in_folder("e"));
    CHECK_STR(noted, wanted);
    *noted = '\0';
    CHECK(tare_file_read_by(note_text, noted, in_folder("e"), 4, &reporter) == TARE_BAD_INPUT);
    CHECK(tare_file_read_by(note_text, noted, in_folder("no"), 4, &reporter) == TARE_IO_ERROR);
    CHECK(seen.n == 2 && *noted == '\0');
}

/** Another program puts a folder where the file shall be. */
static bool write_while_a_folder_appears(FILE* out, void* data)
{
    return fputs("text", out) >= 0 && mkdir(data, 0777) == 0;
}

static void test_a_file_that_cannot_take_its_place_is_reported_and_removed(void)
{
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    const unsigned n_before = n_files();
    char path[512];
    snprintf(path, sizeof path, "%s", in_folder("f"));
    CHECK(tare_file_replace(path, write_while_a_folder_appears, path, &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.message, "/f: cannot be replaced: ") != NULL);
    CHECK(n_files() == n_before + 1 && rmdir(path) == 0);
}

/** "folder/g.PID-I.tmp", which is what a new file beside g is called at first. */
static const char* name_beside(unsigned i)
{
    char name[64];
    snprintf(name, sizeof name, "g.%ld-%u.tmp", (long)getpid(), i);
    return in_folder(name);
}

static void test_names_beside_that_are_taken_are_passed_over(void)
{
    const unsigned n_before = n_files();
    for (unsigned i = 0; i < 99; ++i)
        fclose(fopen(name_beside(i), "wb"));
    CHECK(tare_file_replace(in_folder("g"), write_text, "text", NULL) == TARE_OK);
    check_content("g", "text");
    fclose(fopen(name_beside(99), "wb"));
    Seen seen = {0};
    const TareReporter reporter = {see, &seen};
    CHECK(tare_file_replace(in_folder("g"), write_text, "new", &reporter) == TARE_IO_ERROR);
    CHECK(strstr(seen.message, "/g: cannot be created: File exists; expected a folder that can be "
                               "written to") != NULL);
    check_content("g", "text");
    CHECK(n_files() == n_before + 101);
    for (unsigned i = 0; i < 100; ++i)
        CHECK(unlink(name_beside(i)) == 0);
}

static void remove_folder(void)
{
    DIR* dir = opendir(folder);
    for (struct dirent* entry; dir && (entry = readdir(dir));)
        unlink(in_folder(entry->d_name));
    if (dir)
        closedir(dir);
    rmdir(folder);
}

int main(void)
{
    const char* tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/tare test file XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(folder))
        return 1;
    RUN(test_writes_and_reads_back);
    RUN(test_old_file_stays_when_writing_fails);
    RUN(test_full_device_is_reported);
    RUN(test_links_and_permissions_stay);
    RUN(test_refuses_what_cannot_be_read);
    RUN(test_failed_allocations);
    RUN(test_a_reader_gets_the_text_and_its_answer_is_returned);
    RUN(test_a_file_that_cannot_take_its_place_is_reported_and_removed);
    RUN(test_names_beside_that_are_taken_are_passed_over);
    remove_folder();
    return check_done();
}
