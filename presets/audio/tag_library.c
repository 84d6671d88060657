#include "audio/tag_library.h"

#include "audio/tag_module.h"
#include "audio/tag_traces.h"
#include "base/module.h"
#include "tare/version.h"

#include <string.h>

/** NULL when it is not there, or another version's. */
static const TareTagModule* find_module(void)
{
    const TareTagModule* const module =
        tare_module_find(TARE_TAG_MODULE_FILE, TARE_TAG_MODULE_NAME);
    return module && strcmp(module->version, TARE_VERSION) == 0 ? module : NULL;
}

bool tare_tag_library_is_there(void)
{
    return find_module();
}

TareStatus tare_tag_library_look(const char* path, TareTagPlace place, TareTagsMet* met)
{
    return tare_tag_library_carry(path, place, NULL, TARE_TAGS_NOWHERE, met);
}

TareStatus tare_tag_library_carry(const char* from, TareTagPlace from_place, const char* to,
                                  TareTagPlace to_place, TareTagsMet* met)
{
    const TareTagModule* const module = find_module();
    return module ? module->carry(from, from_place, to, to_place, met)
                  : tare_tag_traces_look(from, from_place, met);
}
