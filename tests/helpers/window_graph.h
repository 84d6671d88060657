/* Where things are on the graph of a window that is as large as it begins. */

#ifndef TARE_WINDOW_GRAPH_H
#define TARE_WINDOW_GRAPH_H

#include "picture/frame.h"

enum {
    WIDTH = 1040,
    HEIGHT = 620,
    GRAPH_X = 14,
    GRAPH_WIDTH = 592,
    GRAPH_Y = 116,
    GRAPH_HEIGHT = 408
};

static inline TarePlotFrame frame_of_graph(void)
{
    return (TarePlotFrame){.left = GRAPH_X + 50,
                           .top = GRAPH_Y + 12,
                           .right = GRAPH_X + GRAPH_WIDTH - 16,
                           .bottom = GRAPH_Y + GRAPH_HEIGHT - 30,
                           .min_hz = 20,
                           .max_hz = 20000,
                           .min_db = -20,
                           .max_db = 20};
}

static inline double x_of(double freq_hz)
{
    const TarePlotFrame frame = frame_of_graph();
    return tare_plot_frame_x(&frame, freq_hz);
}

static inline double y_of(double gain_db)
{
    const TarePlotFrame frame = frame_of_graph();
    return tare_plot_frame_y(&frame, gain_db);
}

#endif
