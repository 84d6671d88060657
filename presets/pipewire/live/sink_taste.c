#include "pipewire/chain/taste_file.h"
#include "pipewire/live/sink.h"

TareSinkResult tare_sink_taste(const TareSink* sink, TareTaste* taste)
{
    const TareStatus status = tare_taste_file_read(taste, sink->paths.taste, sink->reporter);
    return status == TARE_OK          ? TARE_SINK_DONE
           : status == TARE_NO_MEMORY ? TARE_SINK_NO_MEMORY
                                      : TARE_SINK_BAD_RULES;
}

TareSinkResult tare_sink_set_taste(const TareSink* sink, const TareTaste* taste)
{
    const TareSinkResult result = tare_sink_make_folder(sink, sink->paths.settings);
    if (result != TARE_SINK_DONE)
        return result;
    const TareStatus status = tare_taste_file_write(taste, sink->paths.taste, sink->reporter);
    return status == TARE_OK          ? TARE_SINK_DONE
           : status == TARE_NO_MEMORY ? TARE_SINK_NO_MEMORY
                                      : TARE_SINK_FAILED;
}
