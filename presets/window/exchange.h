/* What the program tare does for the window: files in and out, of every format that it knows, and
   corrections of outputs. */

#ifndef TARE_WINDOW_EXCHANGE_H
#define TARE_WINDOW_EXCHANGE_H

#include <stdbool.h>

typedef enum {
    TARE_EXCHANGE_NOTHING, ///< nothing has ended
    TARE_EXCHANGE_OPENED,
    TARE_EXCHANGE_SAVED,
    TARE_EXCHANGE_INSTALLED,
    TARE_EXCHANGE_FORMATS,
    TARE_EXCHANGE_OUTPUT
} TareExchangeKind;

typedef struct TareExchange TareExchange;

/** `home` is where the program lies unless it is installed. NULL when memory is short. */
TareExchange* tare_exchange_new(const char* home);

/** Frees it; NULL is allowed. What has not ended is given up. */
void tare_exchange_free(TareExchange* exchange);

/** Begins to read a file, to write a text of the catalogue's kind as a file of a format, or to ask
    which formats there are. False when it cannot begin, or something else has not ended. */
bool tare_exchange_open(TareExchange* exchange, const char* path);
bool tare_exchange_save(TareExchange* exchange, const char* path, const char* format,
                        const char* text);
bool tare_exchange_install(TareExchange* exchange, const char* text);
bool tare_exchange_ask_formats(TareExchange* exchange);

/** Begins to give the outputs of a name a correction of their own: one of the catalogue by its id,
    one that a text of the catalogue's kind holds, or with both NULL none, so that they are flat; to
    forget the rule of a name. */
bool tare_exchange_set_output(TareExchange* exchange, const char* name, const char* id,
                              const char* text);
bool tare_exchange_forget_output(TareExchange* exchange, const char* rule);

/** Whether something was begun that has not been told as ended. */
bool tare_exchange_is_busy(const TareExchange* exchange);

/** What has ended; NOTHING, with an empty result, when nothing has. What the result points to stays
    until something is begun. */
typedef struct TareExchangeResult {
    TareExchangeKind kind;
    bool is_good;
    const char* text;  ///< what came of it: a text of the catalogue's kind, or the list of formats
    const char* words; ///< what is to be said of it; "" for nothing
} TareExchangeResult;

TareExchangeResult tare_exchange_end(TareExchange* exchange);

#endif
