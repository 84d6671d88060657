/* Memory that runs out while a file is read or sound is corrected: each allocation fails once, for
   a file of every format that can be read and for every kind of sound, and nothing is left behind.
 */

#include "audio/render.h"
#include "base/file.h"
#include "base/walk.h"
#include "controls.h"
#include "fakes/failing_malloc.h"
#include "formats/formats.h"
#include "helpers/check.h"
#include "helpers/readers.h"
#include "helpers/scratch.h"

#include <stdlib.h>
#include <unistd.h>

enum { MAX_BYTES = 1 << 20 };

static TareStatus check_text(void* format, const char* path, const char* text, size_t length,
                             const TareReporter* reporter)
{
    (void)reporter;
    const bool is_good = readers_survive(format, path, text, length);
    if (!is_good)
        fprintf(stderr, "%s as %s\n", path, (const char*)format);
    CHECK(is_good);
    return TARE_OK;
}

/** Files "many..." have to be fitted, again and again, which takes seconds. */
static bool is_slow(const char* path)
{
    return strncmp(strrchr(path, '/') + 1, "many", 4) == 0;
}

static void check_format(const char* name)
{
    const char* const source = getenv("TARE_SOURCE_DIR");
    char folder[1024];
    TareWalk walk = {0};
    snprintf(folder, sizeof folder, "%s/tests/data/fuzz/%s", source ? source : ".", name);
    CHECK(tare_walk_folder(&walk, folder, "", NULL) == TARE_OK && walk.n_files > 0);
    for (size_t i = 0; i < walk.n_files; ++i)
        CHECK(is_slow(walk.files[i].path) ||
              tare_file_read_by(check_text, (void*)name, walk.files[i].path, MAX_BYTES, NULL) ==
                  TARE_OK);
    tare_walk_clear(&walk);
}

static void test_each_reader(void)
{
    for (size_t i = 0; tare_formats_get(i); ++i)
        if (tare_formats_get(i)->read)
            check_format(tare_formats_get(i)->name);
}

/** 16 bits, stereo, of a length that takes two blocks; with a title. */
static void write_sound(const char* path)
{
    enum { N_BYTES = 4 * 5000 };
    static const char head[] = "RIFF\x5A\x4E\0\0WAVEfmt \x10\0\0\0\1\0\2\0\x80\xBB\0\0\0\xEE\2\0"
                               "\4\0\x10\0LIST\x0E\0\0\0INFOINAM\2\0\0\0x\0data\x20\x4E\0\0";
    FILE* const out = fopen(path, "wb");
    REQUIRE(out && fwrite(head, 1, sizeof head - 1, out) == sizeof head - 1);
    for (int i = 0; i < N_BYTES; ++i)
        fputc(i % 7, out);
    fclose(out);
}

static TareControls some_controls(void)
{
    TareControls controls = tare_controls_default();
    controls.set.bands[0] = (TareBand){TARE_BAND_PEAK, 1000.0, -6.0, 2.0, TARE_CHANNEL_BOTH};
    return controls;
}

/** The number that the next file gets that is opened: more when one stays open. */
static int next_descriptor(void)
{
    const int found = dup(STDERR_FILENO);
    close(found);
    return found;
}

static void check_render(const char* in, const char* out)
{
    const TareControls controls = some_controls();
    const TareRenderWish wish = {.controls = &controls, .quality = (double)NAN};
    const int next = next_descriptor();
    for (unsigned n = 1;; ++n) {
        const size_t n_files = scratch_count();
        failing_malloc_start(n);
        const TareStatus status = tare_render(in, out, &wish, NULL);
        const unsigned n_asked = failing_malloc_stop();
        CHECK(next_descriptor() == next);
        CHECK((status == TARE_OK) == (access(out, F_OK) == 0));
        CHECK(scratch_count() == n_files + (status == TARE_OK));
        CHECK(status == TARE_OK || n_asked >= n);
        unlink(out);
        if (n_asked < n)
            break;
        CHECK(status != TARE_OK);
    }
}

static void test_render(void)
{
    static const char* const names[] = {"in.wav", "a.flac", "a.ogg", "a.opus", "a.mp3", "a.aiff"};
    enum { N_NAMES = sizeof names / sizeof *names };
    if (!tare_render_is_built())
        SKIP("libsndfile is missing");
    REQUIRE(scratch_make());
    write_sound(scratch_path("in.wav"));
    const TareControls controls = some_controls();
    const TareRenderWish wish = {.controls = &controls, .quality = (double)NAN};
    for (int i = 1; i < N_NAMES; ++i)
        CHECK(tare_render(scratch_path("in.wav"), scratch_path(names[i]), &wish, NULL) == TARE_OK);
    for (int i = 0; i < N_NAMES; ++i) {
        char out[64];
        snprintf(out, sizeof out, "out%s", strchr(names[i], '.'));
        check_render(scratch_path(names[i]), scratch_path(out));
    }
    check_render(scratch_path("in.wav"), scratch_path("out.flac"));
    CHECK(scratch_remove());
}

int main(void)
{
    RUN(test_each_reader);
    RUN(test_render);
    return check_done();
}
