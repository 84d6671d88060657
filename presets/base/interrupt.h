/* An interrupt of the program as a wish that can be asked for, so that no temporary file and no
   half-done work stays behind. For programs: a library in another's process leaves signals alone.
 */

#ifndef TARE_INTERRUPT_H
#define TARE_INTERRUPT_H

#include <stdbool.h>

/** From now on SIGINT, SIGTERM and SIGHUP no longer end the process. */
void tare_interrupt_catch(void);

/** Whether one of them came since; false as long as none is caught. */
bool tare_interrupt_came(void);

/** Ends the program as the interrupt would have done, if one came. */
void tare_interrupt_obey(void);

#endif
