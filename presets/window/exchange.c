#include "window/exchange.h"

#include "window/run_tare.h"
#include "window/told_words.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_WORDS = 320 };

struct TareExchange {
    char* home;
    TareExchangeKind kind; ///< of what runs; NOTHING when that was told
    TareRun* run;          ///< the last one
    char words[MAX_WORDS]; ///< that it said
};

TareExchange* tare_exchange_new(const char* home)
{
    TareExchange* const exchange = calloc(1, sizeof *exchange);
    if (exchange && (exchange->home = strdup(home)))
        return exchange;
    free(exchange);
    return NULL;
}

void tare_exchange_free(TareExchange* exchange)
{
    if (!exchange)
        return;
    tare_run_free(exchange->run);
    free(exchange->home);
    free(exchange);
}

static bool begin(TareExchange* exchange, TareExchangeKind kind, const char* const* arguments,
                  const char* input)
{
    if (tare_exchange_is_busy(exchange))
        return false;
    tare_run_free(exchange->run);
    exchange->run = tare_run_start(exchange->home, arguments, input);
    exchange->kind = exchange->run ? kind : TARE_EXCHANGE_NOTHING;
    return exchange->run != NULL;
}

bool tare_exchange_open(TareExchange* exchange, const char* path)
{
    const char* const arguments[] = {"export", "--format", "tare", "--file", path, NULL};
    return begin(exchange, TARE_EXCHANGE_OPENED, arguments, "");
}

bool tare_exchange_save(TareExchange* exchange, const char* path, const char* format,
                        const char* text)
{
    const char* const arguments[] = {"export", "--format", format,       "-o",
                                     path,     "--file",   "/dev/stdin", NULL};
    return begin(exchange, TARE_EXCHANGE_SAVED, arguments, text);
}

bool tare_exchange_install(TareExchange* exchange, const char* text)
{
    const char* const arguments[] = {"install", "--file", "/dev/stdin", NULL};
    return begin(exchange, TARE_EXCHANGE_INSTALLED, arguments, text);
}

bool tare_exchange_ask_formats(TareExchange* exchange)
{
    const char* const arguments[] = {"formats", NULL};
    return begin(exchange, TARE_EXCHANGE_FORMATS, arguments, "");
}

bool tare_exchange_set_output(TareExchange* exchange, const char* name, const char* id,
                              const char* text)
{
    const char* const by_id[] = {"device", "set", "--", name, id, NULL};
    const char* const by_text[] = {"device", "set", "--file", "/dev/stdin", "--", name, NULL};
    const char* const flat[] = {"device", "set", "--flat", "--", name, NULL};
    return begin(exchange, TARE_EXCHANGE_OUTPUT,
                 id     ? by_id
                 : text ? by_text
                        : flat,
                 text ? text : "");
}

bool tare_exchange_forget_output(TareExchange* exchange, const char* rule)
{
    const char* const arguments[] = {"device", "forget", "--", rule, NULL};
    return begin(exchange, TARE_EXCHANGE_OUTPUT, arguments, "");
}

bool tare_exchange_is_busy(const TareExchange* exchange)
{
    return exchange->kind != TARE_EXCHANGE_NOTHING;
}

TareExchangeResult tare_exchange_end(TareExchange* exchange)
{
    const TareExchangeKind kind = exchange->kind;
    if (kind == TARE_EXCHANGE_NOTHING || !tare_run_has_ended(exchange->run))
        return (TareExchangeResult){TARE_EXCHANGE_NOTHING, false, "", ""};
    exchange->kind = TARE_EXCHANGE_NOTHING;
    const bool is_good = tare_run_is_good(exchange->run);
    tare_told_words(tare_run_words(exchange->run), is_good, exchange->words,
                    sizeof exchange->words);
    return (TareExchangeResult){kind, is_good, tare_run_output(exchange->run), exchange->words};
}
