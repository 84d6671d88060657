#include "design.h"

#include "designer.h"

void tare_design_cascade(TareCascade* cascade, const TareControls* controls, double sample_rate_hz,
                         uint32_t n_channels)
{
    TareDesigner designer;
    tare_designer_start(&designer, controls, sample_rate_hz, n_channels);
    while (tare_designer_step(&designer)) {
    }
    *cascade = designer.cascade;
}
