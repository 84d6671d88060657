#include "audio/tag_module.h"

#include "tare/version.h"

#include <aifffile.h>
#include <attachedpictureframe.h>
#include <flacfile.h>
#include <id3v2framefactory.h>
#include <id3v2tag.h>
#include <mpegfile.h>
#include <opusfile.h>
#include <tfilestream.h>
#include <tpropertymap.h>
#include <vorbisfile.h>
#include <wavfile.h>
#include <xiphcomment.h>

#include <cstring>
#include <memory>
#include <new>

using namespace TagLib;

namespace
{

using Picture = ID3v2::AttachedPictureFrame;
using PictureBlock = FLAC::Picture;

/** A file of one place for tags, and the parts of it that hold pictures; NULL for those that it has
    not. */
class Tagged
{
  public:
    Tagged(const char* path, TareTagPlace place, bool is_to_read) : stream(path, is_to_read)
    {
        if (!stream.isOpen())
            return;
        switch (place) {
        case TARE_TAGS_NOWHERE:
            break;
        case TARE_TAGS_FLAC:
            file.reset(flac = new FLAC::File(&stream, frames(), false));
            break;
        case TARE_TAGS_VORBIS:
            file.reset(vorbis = new Ogg::Vorbis::File(&stream, false));
            break;
        case TARE_TAGS_OPUS:
            file.reset(opus = new Ogg::Opus::File(&stream, false));
            break;
        case TARE_TAGS_MP3:
            file.reset(mpeg = new MPEG::File(&stream, frames(), false));
            break;
        case TARE_TAGS_WAV:
            file.reset(wav = new RIFF::WAV::File(&stream, false));
            break;
        case TARE_TAGS_AIFF:
            file.reset(aiff = new RIFF::AIFF::File(&stream, false));
            break;
        }
    }

    Tagged(const Tagged&) = delete;
    Tagged& operator=(const Tagged&) = delete;

    bool is_valid() const
    {
        return file && file->isValid();
    }

    Ogg::XiphComment* comment() const
    {
        return vorbis ? vorbis->tag() : opus ? opus->tag() : nullptr;
    }

    ID3v2::Tag* id3() const
    {
        return mpeg ? mpeg->ID3v2Tag(true) : wav ? wav->ID3v2Tag() : aiff ? aiff->tag() : nullptr;
    }

    List<PictureBlock*> blocks() const
    {
        return flac ? flac->pictureList() : comment() ? comment()->pictureList() : no_blocks;
    }

    void add(PictureBlock* block) const
    {
        if (flac)
            flac->addPicture(block);
        else
            comment()->addPicture(block);
    }

    void remove_pictures() const
    {
        if (flac)
            flac->removePictures();
        else if (comment())
            comment()->removeAllPictures();
        else if (id3())
            id3()->removeFrames("APIC");
    }

    FileStream stream;
    std::unique_ptr<File> file;

  private:
    static ID3v2::FrameFactory* frames()
    {
        return ID3v2::FrameFactory::instance();
    }

    FLAC::File* flac = nullptr;
    Ogg::Vorbis::File* vorbis = nullptr;
    Ogg::Opus::File* opus = nullptr;
    MPEG::File* mpeg = nullptr;
    RIFF::WAV::File* wav = nullptr;
    RIFF::AIFF::File* aiff = nullptr;
    const List<PictureBlock*> no_blocks;
};

/** What is moved: pictures as the blocks that FLAC has for them. */
struct Tags {
    PropertyMap texts;
    List<ByteVector> pictures;
};

/** Whether a tag tells how loud a file is to be played: no longer true of a corrected one. */
bool is_loudness(const String& name)
{
    return name.startsWith("REPLAYGAIN_") || name.startsWith("R128_") ||
           name.find("ITUNNORM") >= 0 || name.startsWith("RVA");
}

/** Whether it tells which program made the sound: another one, now. */
bool is_encoder(const String& name)
{
    return name == "ENCODER" || name == "ENCODING";
}

bool is_moved_by_sndfile(const String& name)
{
    static const char* const names[] = {"TITLE", "COPYRIGHT", "ARTIST",      "COMMENT", "DATE",
                                        "ALBUM", "LICENSE",   "TRACKNUMBER", "GENRE"};
    for (const char* const known : names)
        if (name == known)
            return true;
    return is_encoder(name);
}

void add_lost(TareTagsMet* met, const String& name)
{
    const std::size_t used = std::strlen(met->lost);
    const std::string text = (used > 0 ? ", " : "") + name.to8Bit(true);
    if (used + text.size() < sizeof met->lost)
        std::memcpy(met->lost + used, text.c_str(), text.size() + 1);
}

ByteVector block_of(const Picture& frame)
{
    PictureBlock block;
    block.setType(static_cast<PictureBlock::Type>(frame.type()));
    block.setMimeType(frame.mimeType());
    block.setDescription(frame.description());
    block.setData(frame.picture());
    return block.render();
}

Picture* frame_of(const PictureBlock& block)
{
    Picture* const frame = new Picture;
    frame->setTextEncoding(String::UTF8);
    frame->setType(static_cast<Picture::Type>(block.type()));
    frame->setMimeType(block.mimeType());
    frame->setDescription(block.description());
    frame->setPicture(block.data());
    return frame;
}

List<ByteVector> pictures_of(const Tagged& in)
{
    List<ByteVector> pictures;
    for (const PictureBlock* const block : in.blocks())
        pictures.append(block->render());
    if (in.id3())
        for (const ID3v2::Frame* const frame : in.id3()->frameList("APIC"))
            if (const Picture* const picture = dynamic_cast<const Picture*>(frame))
                pictures.append(block_of(*picture));
    return pictures;
}

Tags read(const Tagged& in, TareTagsMet* met)
{
    Tags tags;
    PropertyMap found = in.file->properties();
    for (const auto& text : found) {
        if (is_loudness(text.first)) {
            met->has_replay_gain = true;
            continue;
        }
        if (!is_encoder(text.first))
            tags.texts.insert(text.first, text.second);
        met->has_more = met->has_more || !is_moved_by_sndfile(text.first);
    }
    for (const String& name : found.unsupportedData())
        if (is_loudness(name))
            met->has_replay_gain = true;
        else if (!name.startsWith("APIC"))
            add_lost(met, name);
    tags.pictures = pictures_of(in);
    met->has_picture = !tags.pictures.isEmpty();
    return tags;
}

bool write(const Tagged& out, const Tags& tags, TareTagsMet* met)
{
    const PropertyMap refused_texts = out.file->setProperties(tags.texts);
    for (const auto& refused : refused_texts)
        add_lost(met, refused.first);
    out.remove_pictures();
    for (const ByteVector& picture : tags.pictures)
        if (out.id3())
            out.id3()->addFrame(frame_of(PictureBlock(picture)));
        else
            out.add(new PictureBlock(picture));
    return out.file->save();
}

TareStatus carry(const char* from, TareTagPlace from_place, const char* to, TareTagPlace to_place,
                 TareTagsMet* met)
{
    const Tagged in(from, from_place, true);
    if (!in.is_valid())
        return TARE_OK;
    const Tags tags = read(in, met);
    if (to_place == TARE_TAGS_NOWHERE || (tags.texts.isEmpty() && tags.pictures.isEmpty()))
        return TARE_OK;
    const Tagged out(to, to_place, false);
    return out.is_valid() && write(out, tags, met) ? TARE_OK : TARE_IO_ERROR;
}

/** No exception gets into C. */
TareStatus carry_safely(const char* from, TareTagPlace from_place, const char* to,
                        TareTagPlace to_place, TareTagsMet* met)
{
    *met = TareTagsMet();
    try {
        return carry(from, from_place, to, to_place, met);
    } catch (const std::bad_alloc&) {
        return TARE_NO_MEMORY;
    } catch (...) {
        return TARE_IO_ERROR;
    }
}

} // namespace

extern "C" __attribute__((visibility("default")))
const TareTagModule tare_tag_module = {TARE_VERSION, carry_safely};
