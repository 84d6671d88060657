#include "cli/sink/output_json.h"

#include "cli/frame/json.h"
#include "pipewire/session/output.h"

json_t* tare_output_json(const TareOutput* output)
{
    json_t* const object = json_object();
    bool ok = object != NULL;
    for (unsigned i = 0; ok && i < TARE_N_OUTPUT_NAMES; ++i)
        ok = tare_json_set(object, tare_output_name_label((TareOutputName)i),
                           tare_json_text(output->names[i][0] != '\0' ? output->names[i] : NULL));
    return tare_json_keep_if(ok, object);
}
