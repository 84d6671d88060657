#include "cli/sink/blind_log.h"

#include "base/text.h"
#include "cli/sink/blind_sounds.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char header[] = "seed\tround\tkind\tplace\tcorrection\tanswer\n";

int tare_blind_log_open(const TareCommand* command, const char* path)
{
    const int log = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (log < 0)
        tare_cli_error(command, "%s cannot be written: %s", path, strerror(errno));
    return log;
}

/** An id in one cell, whatever is in it. */
static void append_id(TareText* text, const char* id)
{
    for (; *id; ++id)
        tare_text_append(text, (unsigned char)*id < 0x20 ? "?" : id, 1);
}

static void append_ratings(TareText* text, const TareBlind* blind, const TareBlindSounds* sounds,
                           uint64_t seed, unsigned i)
{
    const TareBlindRound* const round = &blind->rounds[i];
    for (uint8_t place = 0; place < blind->n_sounds; ++place) {
        tare_text_format(text, "%" PRIu64 "\t%u\trating\t%u\t", seed, i + 1, place + 1u);
        append_id(text, sounds->names[round->sounds[place]].id);
        tare_text_format(text, "\t%u\n", round->ratings[place]);
    }
}

static void append_x(TareText* text, const TareBlind* blind, const TareBlindSounds* sounds,
                     uint64_t seed, unsigned i)
{
    const TareBlindRound* const round = &blind->rounds[i];
    tare_text_format(text, "%" PRIu64 "\t%u\tabx\tx\t", seed, i + 1);
    append_id(text, sounds->names[round->sounds[round->x]].id);
    tare_text_append(text, "\t", 1);
    append_id(text, sounds->names[round->sounds[round->answer - 1]].id);
    tare_text_append(text, "\n", 1);
}

TareExit tare_blind_log_write(const TareCommand* command, int log, const TareBlind* blind,
                              const TareBlindSounds* sounds, uint64_t seed)
{
    TareText text = {0};
    struct stat status;
    if (fstat(log, &status) == 0 && status.st_size == 0)
        tare_text_append(&text, header, sizeof header - 1);
    for (unsigned i = 0; i < blind->n_done; ++i)
        (blind->kind == TARE_BLIND_ABX ? append_x : append_ratings)(&text, blind, sounds, seed, i);
    TareExit state = text.failed ? tare_cli_no_memory(command) : TARE_EXIT_DONE;
    if (state == TARE_EXIT_DONE && text.length > 0 &&
        write(log, text.data, text.length) != (ssize_t)text.length) {
        tare_cli_error(command, "the log cannot be written: %s", strerror(errno));
        state = TARE_EXIT_UNUSED;
    }
    tare_text_clear(&text);
    return state;
}
