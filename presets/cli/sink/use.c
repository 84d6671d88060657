#include "cli/sink/use.h"

#include "base/interrupt.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/audio/sound.h"
#include "cli/catalogue/pick.h"
#include "cli/frame/cli.h"
#include "cli/frame/options.h"
#include "cli/offers/offers.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LOCK_STEPS = 40, LOCK_STEP_NS = 50000000 };

/* Beginning and end */

bool tare_use_make_folder(const TareCommand* command, const char* path)
{
    char* const inside = tare_path_join(path, "");
    const bool is_there = inside && tare_path_make_folders(inside);
    if (!is_there)
        tare_cli_error(command, "%s: folder cannot be made: %s", path,
                       strerror(inside ? errno : ENOMEM));
    free(inside);
    return is_there;
}

static bool may_write(const TareUse* use)
{
    const char* const path = !tare_chain_file_may_write(use->paths.chain)   ? use->paths.chain
                             : !tare_chain_file_may_write(use->paths.trial) ? use->paths.trial
                             : !tare_start_file_may_write(use->paths.start) ? use->paths.start
                                                                            : NULL;
    if (!path)
        return true;
    tare_cli_error(use->command,
                   "%s was not written by tare and is left alone; move it away to use tare", path);
    return false;
}

/** Locks the folder itself, so that no file stays behind. False when it was removed meanwhile. */
static bool lock_folder(TareUse* use, TareUseAccess access)
{
    static const struct timespec pause = {0, LOCK_STEP_NS};
    struct stat locked, there;
    use->lock = open(use->paths.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (use->lock < 0)
        return access != TARE_USE_MAKE; /* without a folder there is nothing that two could do */
    if (access != TARE_USE_LOOK)
        (void)flock(use->lock, LOCK_EX);
    for (unsigned i = 0; access == TARE_USE_LOOK && i < LOCK_STEPS; ++i)
        if (flock(use->lock, LOCK_SH | LOCK_NB) == 0 || nanosleep(&pause, NULL) != 0)
            break;
    if (fstat(use->lock, &locked) == 0 && stat(use->paths.folder, &there) == 0 &&
        locked.st_ino == there.st_ino && locked.st_dev == there.st_dev)
        return true;
    close(use->lock);
    use->lock = -1;
    return access != TARE_USE_MAKE;
}

/** Whoever had the lock before may have removed the folders. */
static bool make_and_lock(TareUse* use, TareUseAccess access)
{
    const bool makes = access == TARE_USE_MAKE;
    do {
        if (makes && !tare_use_make_folder(use->command, use->paths.folder))
            return false;
    } while (!lock_folder(use, access));
    return !makes || tare_use_make_folder(use->command, use->paths.fragments);
}

static TareExit read_choice(TareUse* use)
{
    const TareStatus status =
        tare_chain_file_read(&use->choice, use->paths.chain, tare_cli_reporter());
    use->has_choice = status == TARE_OK;
    /* a damaged one of ours has been reported, and is as good as none */
    return status == TARE_NO_MEMORY ? tare_cli_no_memory(use->command) : TARE_EXIT_DONE;
}

TareExit tare_use_begin(TareUse* use, const TareCommand* command, TareUseAccess access)
{
    *use = (TareUse){.command = command, .lock = -1, .choice = tare_choice_none()};
    if (!tare_chain_paths_find(&use->paths)) {
        tare_cli_error(command, "there is no folder for settings; expected XDG_CONFIG_HOME or HOME "
                                "to be an absolute path");
        return TARE_EXIT_WRONG;
    }
    if (access != TARE_USE_LOOK)
        tare_interrupt_catch();
    if (!make_and_lock(use, access))
        return TARE_EXIT_UNUSED;
    if (!tare_start_file_read(&use->start, use->paths.start))
        return tare_cli_no_memory(command);
    if (access != TARE_USE_LOOK)
        tare_plugins_find(&use->plugins, use->start.lv2_path);
    return may_write(use) ? read_choice(use) : TARE_EXIT_UNUSED;
}

void tare_use_end(TareUse* use)
{
    tare_chain_paths_clear(&use->paths);
    tare_start_file_clear(&use->start);
    tare_plugins_clear(&use->plugins);
    if (use->lock >= 0)
        close(use->lock);
    use->lock = -1;
}

/* tare use */

static bool set_kind(TareUse* use, const char* kind)
{
    use->choice.kind = tare_chain_kind_find(kind);
    if (use->choice.kind < TARE_N_CHAIN_KINDS)
        return true;
    tare_cli_error(use->command, "unknown kind %s; expected lv2, ladspa, builtin or param_eq",
                   kind);
    return false;
}

static bool choose(TareUse* use, const TareCorrection* correction, const TareSound* sound,
                   const char* file)
{
    TareChoice* const choice = &use->choice;
    char name[TARE_CHOICE_TEXT];
    if (file && !tare_utf8_is_valid(file, strlen(file), NULL))
        file = "?"; /* it is kept for people only */
    tare_entry_display_name(&correction->entry, name, sizeof name);
    choice->is_off = false;
    const TareControls controls = tare_sound_controls(sound, &correction->set);
    tare_choice_set_controls(choice, &controls);
    if (tare_choice_set_text(choice->name, name) &&
        tare_choice_set_text(choice->id, correction->entry.id) &&
        tare_choice_set_text(choice->file, file ? file : ""))
        return true;
    tare_cli_error(use->command, "a name is too long; expected at most %d bytes",
                   TARE_CHOICE_TEXT - 1);
    return false;
}

static TareExit use_pick(const TareCommand* command, const TareCorrection* correction,
                         const TareSound* sound, const char* file, const char* kind,
                         TareUseWish* wish)
{
    TareUse use;
    TareExit state = tare_use_begin(&use, command, TARE_USE_MAKE);
    wish->is_kind_given = kind != NULL;
    if (state == TARE_EXIT_DONE && kind && !set_kind(&use, kind))
        state = TARE_EXIT_WRONG;
    if (state == TARE_EXIT_DONE)
        state =
            choose(&use, correction, sound, file) ? tare_use_apply(&use, wish) : TARE_EXIT_UNUSED;
    tare_use_end(&use);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

/** What the command line asks for. */
typedef struct {
    const char *file, *kind;
    TareUseWish wish;
    TareSound sound;
} Request;

static TareExit run_use(const TareCommand* command, TareArguments arguments)
{
    Request request = {.sound = tare_sound_default()};
    const TareParsed parsed = tare_options_parse(command, arguments, &request);
    if (parsed.done)
        return parsed.state;
    TarePick pick;
    TareExit state = tare_pick_words(&pick, command, parsed.operands, request.file);
    if (state != TARE_EXIT_DONE)
        return state;
    state = use_pick(command, pick.correction, &request.sound, request.file, request.kind,
                     &request.wish);
    tare_pick_clear(&pick);
    return state;
}

static const TareOption use_options[] = {
    TARE_PICK_OPTION(Request, file),
    {.name = "kind",
     .value = "KIND",
     TARE_SETS_TEXT(Request, kind),
     .help = "lv2, ladspa, builtin or param_eq (default: as it is, or what runs)",
     .offer.words = "lv2 ladspa builtin param_eq"},
    {.name = "default",
     TARE_SETS_FLAG(Request, wish.wants_default),
     .help = "make Tare the default output of everything that plays"},
    {.name = "device",
     .value = "NAME",
     TARE_SETS_TEXT(Request, wish.device),
     .help = "the output behind Tare, by any of its names; 'auto' for the usual one",
     .offer = {.words = "auto", .list = tare_offer_outputs}},
    TARE_OPTIONS_OF_PART(tare_sound_options, Request, sound),
    {.name = NULL}};

static const char use_note[] = TARE_PICK_WORDS_NOTE
    " The sink\n"
    "Tare starts with every session of PipeWire; a correction changes while it plays, without a\n"
    "gap. Kinds lv2 and ladspa fade; builtin, which needs no plugin, jumps, and param_eq starts\n"
    "anew. 'tare uninstall --pipewire' takes everything away again.";

const TareCommand tare_command_use = {
    .name = "use",
    .arguments = "MODEL | --file FILE",
    .summary = "Corrects everything that plays through PipeWire, live",
    .example = "hd 650 --default",
    .note = use_note,
    .options = use_options,
    .operands = {.max = -1, .offers = {.rest.list = tare_offer_models, .is_one_name = true}},
    .run = run_use};

/* tare off */

static TareExit off(const TareCommand* command, TareArguments arguments)
{
    const TareParsed parsed = tare_options_parse(command, arguments, NULL);
    if (parsed.done)
        return parsed.state;
    TareUse use;
    TareExit state = tare_use_begin(&use, command, TARE_USE_CHANGE);
    if (state == TARE_EXIT_DONE && !use.has_choice) {
        tare_cli_error(command, "there is no sink Tare to switch off; 'tare use MODEL' makes one");
        state = TARE_EXIT_UNUSED;
    } else if (state == TARE_EXIT_DONE) {
        const TareUseWish wish = {0};
        use.choice.is_off = true;
        state = tare_use_apply(&use, &wish);
    }
    tare_use_end(&use);
    state = tare_cli_flush(command, state);
    tare_interrupt_obey();
    return state;
}

const TareCommand tare_command_off = {.name = "off",
                                      .arguments = "",
                                      .summary = "Leaves what plays through PipeWire as it is",
                                      .run = off};
