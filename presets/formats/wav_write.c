#include "formats/wav_write.h"

#include "base/text.h"

#include <sndfile.h>
#include <string.h>

/** A file in memory, as libsndfile wants to go back in it. */
typedef struct {
    TareText text;
    sf_count_t at;
} Memory;

static sf_count_t length_of(void* data)
{
    return (sf_count_t)((Memory*)data)->text.length;
}

static sf_count_t go_to(sf_count_t offset, int whence, void* data)
{
    Memory* const memory = data;
    memory->at = offset + (whence == SEEK_CUR   ? memory->at
                           : whence == SEEK_END ? length_of(data)
                                                : 0);
    return memory->at;
}

static sf_count_t take(void* bytes, sf_count_t n, void* data)
{
    (void)bytes, (void)n, (void)data;
    return 0;
}

static sf_count_t put(const void* bytes, sf_count_t n, void* data)
{
    Memory* const memory = data;
    const size_t end = (size_t)(memory->at + n);
    if (end > memory->text.length) {
        if (!tare_text_reserve(&memory->text, end - memory->text.length))
            return 0;
        memory->text.length = end;
    }
    memcpy(memory->text.data + memory->at, bytes, (size_t)n);
    memory->at += n;
    return n;
}

static sf_count_t tell(void* data)
{
    return ((Memory*)data)->at;
}

bool tare_wav_write(FILE* out, const float* frames, size_t n, unsigned n_channels, unsigned rate_hz,
                    const TareReporter* reporter)
{
    SF_VIRTUAL_IO calls = {length_of, go_to, take, put, tell};
    SF_INFO info = {.samplerate = (int)rate_hz,
                    .channels = (int)n_channels,
                    .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    Memory memory = {.at = 0};
    SNDFILE* const file = sf_open_virtual(&calls, SFM_WRITE, &info, &memory);
    bool is_good = file != NULL;
    if (file) {
        sf_command(file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE); /* it would say when */
        is_good = sf_writef_float(file, frames, (sf_count_t)n) == (sf_count_t)n;
        is_good = sf_close(file) == 0 && is_good && !memory.text.failed;
    }
    if (!is_good)
        tare_report(reporter, TARE_ERROR, NULL, 0, 0,
                    "libsndfile cannot make a WAV file of it; expected memory enough");
    if (is_good)
        fwrite(memory.text.data, 1, memory.text.length, out);
    tare_text_clear(&memory.text);
    return is_good && !ferror(out);
}
