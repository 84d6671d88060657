#include "make/response.h"

#include "base/text.h"
#include "curves/curve.h"
#include "curves/curve_file.h"
#include "curves/stored_curve.h"

TareStatus tare_response_read(const char* path, TareText* text, const TareReporter* reporter)
{
    TareCurve measured;
    *text = (TareText){0};
    const TareStatus status = tare_curve_read_file(&measured, path, NULL, reporter);
    if (status != TARE_OK)
        return status;
    const bool can_be = tare_stored_curve_write(text, &measured);
    tare_curve_clear(&measured);
    if (!can_be)
        tare_report(reporter, TARE_WARNING, path, 0, 0,
                    "level is beyond what can be kept; expected -200 to 200 dB");
    if (can_be && !text->failed)
        return TARE_OK;
    tare_text_clear(text);
    return can_be ? TARE_NO_MEMORY : TARE_BAD_INPUT;
}
