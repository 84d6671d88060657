/* How plain text sets things side by side. */

#ifndef TARE_LAYOUTS_H
#define TARE_LAYOUTS_H

/** Sets apart what stands side by side, in place: a vertical tab comes before a label behind wide
    blanks, "fault: +5 dB    remedy: -4 dB", and a bar before the names of a table that are set in.
    Of a gain that was changed into another, "-6 dB -> -4 dB", only that stays. */
void tare_layout_part(char* text);

#endif
