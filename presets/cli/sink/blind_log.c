#include "cli/sink/blind_log.h"

#include "base/text.h"
#include "cli/sink/blind_names.h"
#include "corrections/blind.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

static const char header[] = "seed\tround\tkind\tplace\tcorrection\tanswer\n";

int tare_blind_log_open(const char* path)
{
    return open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
}

/** An id in one cell, whatever is in it. */
static void append_id(TareText* text, const char* id)
{
    for (; *id; ++id)
        tare_text_append(text, (unsigned char)*id < 0x20 ? "?" : id, 1);
}

static void append_ratings(TareText* text, const TareBlind* blind, const TareBlindName* names,
                           uint64_t seed, unsigned i)
{
    const TareBlindRound* const round = &blind->rounds[i];
    for (uint8_t place = 0; place < blind->n_sounds; ++place) {
        tare_text_format(text, "%" PRIu64 "\t%u\trating\t%u\t", seed, i + 1, place + 1u);
        append_id(text, names[round->sounds[place]].id);
        tare_text_format(text, "\t%u\n", round->ratings[place]);
    }
}

static void append_x(TareText* text, const TareBlind* blind, const TareBlindName* names,
                     uint64_t seed, unsigned i)
{
    const TareBlindRound* const round = &blind->rounds[i];
    tare_text_format(text, "%" PRIu64 "\t%u\tabx\tx\t", seed, i + 1);
    append_id(text, names[round->sounds[round->x]].id);
    tare_text_append(text, "\t", 1);
    append_id(text, names[round->sounds[round->answer - 1]].id);
    tare_text_append(text, "\n", 1);
}

bool tare_blind_log_write(int log, const TareBlind* blind, const TareBlindName* names,
                          uint64_t seed)
{
    TareText text = {0};
    struct stat status;
    if (fstat(log, &status) == 0 && status.st_size == 0)
        tare_text_append(&text, header, sizeof header - 1);
    for (unsigned i = 0; i < blind->n_done; ++i)
        (blind->kind == TARE_BLIND_ABX ? append_x : append_ratings)(&text, blind, names, seed, i);
    errno = text.failed ? ENOMEM : EIO; /* what a short write is */
    const bool ok = !text.failed && (text.length == 0 ||
                                     write(log, text.data, text.length) == (ssize_t)text.length);
    tare_text_clear(&text);
    return ok;
}
