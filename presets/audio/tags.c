#include "audio/tags.h"

#include "audio/audio.h"
#include "audio/audio_kind.h"
#include "audio/flac_blocks.h"
#include "audio/sound_in.h"
#include "audio/sound_out.h"
#include "audio/spool.h"
#include "audio/tag_library.h"
#include "audio/tag_module.h"

#include <errno.h>
#include <string.h>

/** Carries what can be carried. From FLAC to FLAC all blocks go, those too that are no tags. */
static TareStatus carry(const char* from, TareTagPlace from_place, int descriptor,
                        TareTagPlace to_place, TareTagsMet* met, bool* are_carried)
{
    char to[32];
    *are_carried = false;
    if (from_place == TARE_TAGS_FLAC && to_place == TARE_TAGS_FLAC &&
        !tare_flac_blocks_carry(from, descriptor, are_carried))
        return TARE_IO_ERROR;
    if (*are_carried)
        return tare_tag_library_look(from, from_place, met);
    tare_spool_path(to, sizeof to, descriptor);
    *are_carried = tare_tag_library_is_there() && from_place != TARE_TAGS_NOWHERE &&
                   to_place != TARE_TAGS_NOWHERE;
    return tare_tag_library_carry(from, from_place, to, to_place, met);
}

static const char* name_lost(const TareTagsMet* met, bool are_texts_copied)
{
    const bool has_texts = met->has_more || !are_texts_copied;
    if (!has_texts)
        return "its picture is";
    if (!are_texts_copied)
        return met->has_picture ? "its tags and its picture are" : "its tags are";
    return met->has_picture ? "its picture, and its tags but title, artist and the like, are"
                            : "its tags but title, artist and the like are";
}

static void say_what_is_lost(const TareSoundIn* in, const TareSoundOut* out, const TareTagsMet* met,
                             bool are_texts_copied, const TareReporter* reporter)
{
    if (!met->has_picture && !met->has_more && are_texts_copied)
        return;
    const char* const what = name_lost(met, are_texts_copied);
    if (tare_tag_library_is_there())
        tare_report(
            reporter, TARE_NOTE, NULL, 0, 0,
            "%s: %s left out, for which %s has no place; FLAC, MP3, Ogg, Opus, WAV and AIFF "
            "do",
            in->path, what, tare_audio_container_name(out->info.format));
    else
        tare_report(reporter, TARE_NOTE, NULL, 0, 0,
                    "%s: %s left out, as " TARE_TAG_MODULE_FILE
                    " is not installed; from FLAC to FLAC "
                    "all of it stays",
                    in->path, what);
}

TareStatus tare_tags_carry(const TareSoundIn* in, const TareSoundOut* out, bool are_texts_copied,
                           const TareReporter* reporter)
{
    bool are_carried;
    TareTagsMet met = {0};
    const TareTagPlace to_place = tare_audio_kind_tag_place(out->info.format);
    const TareStatus status =
        carry(tare_sound_in_place(in), tare_audio_kind_tag_place(in->info.format),
              tare_sound_out_descriptor(out), to_place, &met, &are_carried);
    if (status == TARE_IO_ERROR)
        return tare_sound_out_fail(out, strerror(errno), reporter);
    if (status != TARE_OK)
        return status;
    if (met.has_replay_gain)
        tare_report(reporter, TARE_NOTE, NULL, 0, 0,
                    "%s: its ReplayGain is left out, as it is about another loudness", in->path);
    if (!are_carried)
        say_what_is_lost(in, out, &met, are_texts_copied, reporter);
    else if (*met.lost && to_place != TARE_TAGS_FLAC)
        tare_report(reporter, TARE_NOTE, NULL, 0, 0, "%s: tags without a like are left out: %s",
                    in->path, met.lost);
    return TARE_OK;
}
