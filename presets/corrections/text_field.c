#include "corrections/text_field.h"

const char** tare_text_field(const TareTextField* field, void* owner)
{
    return (const char**)(void*)((char*)owner + field->offset);
}

const char* tare_text_field_value(const TareTextField* field, const void* owner)
{
    return *(const char* const*)(const void*)((const char*)owner + field->offset);
}
