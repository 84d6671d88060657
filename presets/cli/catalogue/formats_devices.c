#include "cli/catalogue/formats_devices.h"

#include "base/number.h"
#include "cli/frame/command.h"
#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "fit/eq_limits.h"
#include "formats/devices.h"
#include "tare/band_traits.h"

#include <stdio.h>

static size_t n_types_of(const TareEqLimits* limits)
{
    size_t n = 0;
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        n += (limits->types & TARE_EQ_HAS(type)) != 0;
    return n;
}

static json_t* type_item(const void* data, size_t i)
{
    const TareEqLimits* const limits = data;
    int type = 0;
    while (!(limits->types & TARE_EQ_HAS(type)) || i--)
        ++type;
    return tare_json_text(tare_band_type_name((TareBandType)type));
}

static json_t* range(double min, double max, double step)
{
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "min", tare_json_number(min)) &&
        tare_json_set(object, "max", tare_json_number(max)) &&
        tare_json_set(object, "step", step > 0.0 ? tare_json_number(step) : json_null());
    return tare_json_keep_if(ok, object);
}

static json_t* device_item(const void* unused, size_t i)
{
    const TareDevice* const device = tare_devices_get(i);
    const TareEqLimits* const limits = device->limits;
    json_t* const object = json_object();
    (void)unused;
    const bool ok =
        tare_json_set(object, "name", tare_json_text(device->name)) &&
        tare_json_set(object, "title", tare_json_text(device->title)) &&
        tare_json_set(object, "format", tare_json_text(device->format)) &&
        tare_json_set(object, "source", tare_json_text(device->source)) &&
        tare_json_set(object, "bands", json_integer(limits->n_bands)) &&
        tare_json_set(object, "types", tare_json_array(n_types_of(limits), type_item, limits)) &&
        tare_json_set(object, "rate_hz",
                      limits->rate_hz > 0.0 ? tare_json_number(limits->rate_hz) : json_null()) &&
        tare_json_set(object, "freq_hz",
                      range(limits->min_freq_hz, limits->max_freq_hz, limits->freq_step_hz)) &&
        tare_json_set(object, "gain_db",
                      range(limits->min_gain_db, limits->max_gain_db, limits->gain_step_db)) &&
        tare_json_set(object, "q", range(limits->min_q, limits->max_q, limits->q_step)) &&
        tare_json_set(object, "preamp_db",
                      range(limits->min_preamp_db, limits->max_preamp_db, limits->gain_step_db)) &&
        tare_json_set(object, "sides", json_boolean(limits->has_sides));
    return tare_json_keep_if(ok, object);
}

static const char* text_of(char* text, double value)
{
    return tare_number_format(text, TARE_NUMBER_SIZE, value);
}

static void print_device(const TareDevice* device)
{
    const TareEqLimits* const limits = device->limits;
    char a[TARE_NUMBER_SIZE], b[TARE_NUMBER_SIZE], c[TARE_NUMBER_SIZE], d[TARE_NUMBER_SIZE];
    fputs(tare_style(stdout, TARE_STYLE_NAME), stdout);
    tare_terminal_print_padded(stdout, device->name, 22);
    printf("%s  %s\n", tare_style(stdout, TARE_STYLE_PLAIN), device->title);
    printf("    %u bands:", limits->n_bands);
    for (int type = 0; type < TARE_N_BAND_TYPES; ++type)
        if (limits->types & TARE_EQ_HAS(type))
            printf(" %s", tare_band_type_name((TareBandType)type));
    printf("\n    gain %s to %s dB, Q %s to %s", text_of(a, limits->min_gain_db),
           text_of(b, limits->max_gain_db), text_of(c, limits->min_q), text_of(d, limits->max_q));
    printf(", %s to %s Hz, ", text_of(a, limits->min_freq_hz), text_of(b, limits->max_freq_hz));
    if (limits->min_preamp_db < limits->max_preamp_db)
        printf("preamp %s to %s dB", text_of(a, limits->min_preamp_db),
               text_of(b, limits->max_preamp_db));
    else
        fputs("no preamp", stdout);
    printf("\n    from %s; as %s\n", device->source, device->format);
}

TareExit tare_formats_devices(const TareCommand* command, bool json)
{
    size_t n = 0;
    while (tare_devices_get(n))
        ++n;
    if (json)
        return tare_json_print(command, tare_json_array(n, device_item, NULL));
    for (size_t i = 0; i < n; ++i)
        print_device(tare_devices_get(i));
    return tare_cli_flush(command, TARE_EXIT_DONE);
}
