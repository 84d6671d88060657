/* Broken FLAC files: whatever the bytes, what is about their music goes into another file whole or
   not at all, and its sound stays. Seeded: the same in each run. */

#include "audio/flac_blocks.h"
#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/mutate.h"
#include "helpers/noise.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROUNDS = 3000, MAX_LENGTH = 1024, INFO_LENGTH = 34 };

static uint64_t random_state = 88172645463325252u;

#define INFO                                                                                       \
    "\0\0\0\x22"                                                                                   \
    "0123456789012345678901234567890123"
#define LAST_INFO                                                                                  \
    "\x80\0\0\x22"                                                                                 \
    "sssssssssssssssssssssssssssssssss2"

/* A stream's own block, padding, tags with a gain among them, a picture, and what is no sound. */
static const char source[] = "fLaC" INFO "\1\0\0\4....\4\0\0\x38\4\0\0\0Tare\3\0\0\0"
                             "\7\0\0\0TITLE=x\x15\0\0\0REPLAYGAIN_TRACK_GAIN\4\0\0\0A=bc"
                             "\x86\0\0\5image\xFF\xF8sound of the source";
static const char target[] = "fLaC" LAST_INFO "\xFF\xF8sound of the target";
static const char target_sound[] = "\xFF\xF8sound of the target";

static size_t read_all(int file, char* bytes, size_t size)
{
    CHECK(lseek(file, 0, SEEK_SET) == 0);
    const ssize_t n = read(file, bytes, size);
    return n > 0 ? (size_t)n : 0;
}

static void fill(int file, const char* bytes, size_t length)
{
    CHECK(ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0);
    CHECK(write(file, bytes, length) == (ssize_t)length);
}

/** Whether the file is the target as it was, or with other blocks between its own and its sound. */
static void check_target(int file, bool is_carried)
{
    enum { N_SOUND = sizeof target_sound - 1, N_OWN = 4 + 4 + INFO_LENGTH };
    char bytes[8 * MAX_LENGTH];
    const size_t n = read_all(file, bytes, sizeof bytes);
    REQUIRE(n >= sizeof target - 1);
    CHECK(memcmp(bytes + n - N_SOUND, target_sound, N_SOUND) == 0);
    CHECK(memcmp(bytes + 8, target + 8, INFO_LENGTH) == 0);
    if (!is_carried) {
        CHECK(n == sizeof target - 1 && memcmp(bytes, target, n) == 0);
        return;
    }
    size_t at = N_OWN;
    bool is_last = false;
    for (; !is_last && at + 4 <= n; is_last = is_last || at == n - N_SOUND) {
        is_last = (unsigned char)bytes[at] & 0x80u;
        at += 4 + ((size_t)(unsigned char)bytes[at + 1] << 16 |
                   (size_t)(unsigned char)bytes[at + 2] << 8 | (unsigned char)bytes[at + 3]);
    }
    CHECK(is_last && at == n - N_SOUND);
}

/** Two files that carry from one to the other; they have names, since one is opened by it. */
typedef struct {
    char from[32], to[32];
    int in, out;
} Files;

static int open_new(char* path)
{
    strcpy(path, "/tmp/fuzz_flac_blocks_XXXXXX");
    const int file = mkstemp(path);
    CHECK(file >= 0);
    return file;
}

static Files open_files(void)
{
    Files files;
    files.in = open_new(files.from);
    files.out = open_new(files.to);
    return files;
}

static void close_files(const Files* files)
{
    close(files->in);
    close(files->out);
    unlink(files->from);
    unlink(files->to);
}

static void test_broken_files(void)
{
    const Files files = open_files();
    unsigned n_carried = 0;
    for (int round = 0; round < ROUNDS; ++round) {
        char bytes[MAX_LENGTH];
        bool is_carried;
        memcpy(bytes, source, sizeof source - 1);
        fill(files.in, bytes, mutate(bytes, sizeof source - 1, sizeof bytes, &random_state));
        fill(files.out, target, sizeof target - 1);
        CHECK(tare_flac_blocks_carry(files.from, files.out, &is_carried));
        check_target(files.out, is_carried);
        n_carried += is_carried;
    }
    CHECK(n_carried > ROUNDS / 20 && n_carried < ROUNDS);
    close_files(&files);
}

static void test_what_is_carried(void)
{
    const Files files = open_files();
    char bytes[MAX_LENGTH];
    fill(files.in, source, sizeof source - 1);
    for (unsigned n = 1;; ++n) {
        bool is_carried;
        fill(files.out, target, sizeof target - 1);
        failing_malloc_start(n);
        const bool is_good = tare_flac_blocks_carry(files.from, files.out, &is_carried);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(is_good == (n_asked < n) && is_carried == is_good);
        check_target(files.out, is_carried);
        if (n_asked < n)
            break;
    }
    static const char wanted[] = "fLaC\0\0\0\x22sssssssssssssssssssssssssssssssss2"
                                 "\4\0\0\x1F\4\0\0\0Tare\2\0\0\0\7\0\0\0TITLE=x\4\0\0\0A=bc"
                                 "\x86\0\0\5image\xFF\xF8sound of the target";
    const size_t n = read_all(files.out, bytes, sizeof bytes);
    CHECK(n == sizeof wanted - 1 && memcmp(bytes, wanted, n) == 0);
    close_files(&files);
}

int main(void)
{
    RUN(test_broken_files);
    RUN(test_what_is_carried);
    return check_done();
}
