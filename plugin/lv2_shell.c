/* The LV2 face of the plugin. It needs no feature of the host and has no state but its ports. */

#include "instance.h"

#include <lv2/core/lv2.h>
#include <stddef.h>

#define TARE_URI_STEREO "urn:tare:eq"
#define TARE_URI_MONO "urn:tare:eq-mono"

static LV2_Handle instantiate_stereo(const LV2_Descriptor* descriptor, double sample_rate_hz,
                                     const char* bundle_path, const LV2_Feature* const* features)
{
    (void)descriptor;
    (void)bundle_path;
    (void)features;
    return tare_instance_new(sample_rate_hz, 2);
}

static LV2_Handle instantiate_mono(const LV2_Descriptor* descriptor, double sample_rate_hz,
                                   const char* bundle_path, const LV2_Feature* const* features)
{
    (void)descriptor;
    (void)bundle_path;
    (void)features;
    return tare_instance_new(sample_rate_hz, 1);
}

static void connect_port(LV2_Handle instance, uint32_t index, void* data)
{
    tare_instance_connect(instance, index, data);
}

static void activate(LV2_Handle instance)
{
    tare_instance_activate(instance);
}

static void run(LV2_Handle instance, uint32_t n_frames)
{
    tare_instance_run(instance, n_frames);
}

static void cleanup(LV2_Handle instance)
{
    tare_instance_free(instance);
}

static const LV2_Descriptor descriptors[] = {
    {TARE_URI_STEREO, instantiate_stereo, connect_port, activate, run, NULL, cleanup, NULL},
    {TARE_URI_MONO, instantiate_mono, connect_port, activate, run, NULL, cleanup, NULL},
};

LV2_SYMBOL_EXPORT const LV2_Descriptor* lv2_descriptor(uint32_t index)
{
    return index < sizeof descriptors / sizeof *descriptors ? &descriptors[index] : NULL;
}
