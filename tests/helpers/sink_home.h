/* A home of its own for the files of the sink Tare. All of it here, as check.h counts in the file
   that checks. */

#ifndef TARE_TESTS_SINK_HOME_H
#define TARE_TESTS_SINK_HOME_H

#include "base/file.h"
#include "helpers/check.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char home[64];

/** The path of a name in the home; two of them are there at a time. */
static inline const char* at_home(const char* name)
{
    static char path[2][256];
    static unsigned n;
    char* const next = path[n++ % 2];
    snprintf(next, sizeof path[0], "%s/%s", home, name);
    return next;
}

static inline void put(const char* path, const char* text)
{
    FILE* const out = fopen(path, "w");
    REQUIRE(out != NULL);
    fputs(text, out);
    fclose(out);
}

static inline bool is_there(const char* name)
{
    struct stat status;
    return lstat(at_home(name), &status) == 0;
}

static inline void check_content(const char* name, const char* wanted)
{
    char* text = NULL;
    size_t length = 0;
    CHECK(tare_file_read(at_home(name), 1 << 20, &text, &length, NULL) == TARE_OK);
    CHECK_STR(text, wanted);
    free(text);
}

static inline int remove_entry(const char* path, const struct stat* status, int flag,
                               struct FTW* where)
{
    (void)status;
    (void)flag;
    return where->level > 0 ? remove(path) : 0;
}

/** Nothing is in the home, and the environment leads there. */
static inline void start_anew(void)
{
    (void)nftw(home, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    setenv("HOME", home, 1);
    setenv("XDG_CONFIG_HOME", at_home("config"), 1);
    setenv("XDG_RUNTIME_DIR", home, 1);
    setenv("LV2_PATH", at_home("lv2"), 1);
    unsetenv("PIPEWIRE_REMOTE");
    unsetenv("PIPEWIRE_RUNTIME_DIR");
}

/** Makes the home; false when that cannot be done. */
static inline bool make_home(void)
{
    snprintf(home, sizeof home, "/tmp/tare-sink-XXXXXX");
    return mkdtemp(home) != NULL;
}

static inline void remove_home(void)
{
    start_anew();
    (void)rmdir(home);
}

#endif
