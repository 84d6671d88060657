#include "window/furniture.h"

#include "window/aiming.h"
#include "window/blind_test.h"
#include "window/desk.h"
#include "window/dials.h"
#include "window/exchange.h"
#include "window/files.h"
#include "window/finder.h"
#include "window/lines.h"
#include "window/load.h"
#include "window/loaded.h"
#include "window/outputs.h"
#include "window/shelf.h"
#include "window/slots.h"

#include <stdlib.h>

struct TareFurniture {
    TareDials* dials;
    TareLines* lines;
    TareShelf* shelf;
    TareFinder* finder;
    TareAiming* aiming;
    TareExchange* exchange;
    TareLoaded loaded;
    TareLoadBack back;
    TareSlots slots;
    TareEdit edit;
    TareFiles files;
    TareBlindTest blind;
    TareOutputs outputs;
    TareScrolled scrolled;
};

static bool get(TareFurniture* all, uint32_t n_channels, const char* home,
                const TareDialsHost* host)
{
    return (all->dials = tare_dials_new(n_channels, host)) && (all->lines = tare_lines_new()) &&
           (all->shelf = tare_shelf_new(home)) && (all->finder = tare_finder_new(all->shelf)) &&
           (all->aiming = tare_aiming_new(all->shelf)) && (all->exchange = tare_exchange_new(home));
}

TareFurniture* tare_furniture_new(TareDesk* desk, uint32_t n_channels, const char* home,
                                  const TareDialsHost* host)
{
    TareFurniture* const all = calloc(1, sizeof *all);
    if (!all)
        return NULL;
    if (!get(all, n_channels, home, host)) {
        tare_furniture_free(all);
        return NULL;
    }
    desk->dials = all->dials;
    desk->lines = all->lines;
    desk->shelf = all->shelf;
    desk->finder = all->finder;
    desk->aiming = all->aiming;
    desk->exchange = all->exchange;
    desk->loaded = &all->loaded;
    desk->back = &all->back;
    desk->slots = &all->slots;
    desk->edit = &all->edit;
    desk->files = &all->files;
    desk->blind = &all->blind;
    desk->outputs = &all->outputs;
    desk->scrolled = &all->scrolled;
    return all;
}

void tare_furniture_free(TareFurniture* furniture)
{
    if (furniture->dials)
        tare_blind_test_end(&furniture->blind, furniture->dials, &furniture->loaded);
    tare_dials_free(furniture->dials);
    tare_lines_free(furniture->lines);
    tare_finder_free(furniture->finder);
    tare_aiming_free(furniture->aiming);
    tare_shelf_free(furniture->shelf);
    tare_exchange_free(furniture->exchange);
    tare_files_clear(&furniture->files);
    tare_blind_test_clear(&furniture->blind);
    tare_outputs_clear(&furniture->outputs);
    free(furniture);
}

void tare_furniture_look(TareDesk* desk)
{
    const TareLoaded* const loaded = desk->loaded;
    desk->is_finding = desk->finder->is_open;
    desk->is_choosing_file = desk->files->state != TARE_FILES_CLOSED;
    desk->is_blind = desk->blind->page != TARE_BLIND_TEST_CLOSED;
    desk->has_outputs = desk->outputs->rows != NULL;
    desk->has_back = desk->back->is_there;
    desk->is_bypassed = desk->outputs->is_bypassed;
    desk->is_edited = loaded->state == TARE_LOADED_EDITED ||
                      (loaded->state == TARE_LOADED_WHOLE && tare_aim_goal_is_set(&loaded->goal));
}
