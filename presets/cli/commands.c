/* All commands of the program, nothing but that. */

#include "cli/frame/command.h"

const TareCommand* const tare_commands[] = {
    &tare_command_find,      &tare_command_list,     &tare_command_show,
    &tare_command_plot,      &tare_command_response, &tare_command_render,
    &tare_command_export,    &tare_command_formats,  &tare_command_add,
    &tare_command_import,    &tare_command_forget,   &tare_command_review,
    &tare_command_fit,       &tare_command_targets,  &tare_command_install,
    &tare_command_uninstall, &tare_command_use,      &tare_command_on,
    &tare_command_off,       &tare_command_toggle,   &tare_command_compare,
    &tare_command_taste,     &tare_command_status,   &tare_command_blind,
    &tare_command_device,    &tare_command_window,   &tare_command_help,
    &tare_command_version,   &tare_command_complete, NULL};
