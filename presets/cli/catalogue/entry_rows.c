#include "cli/catalogue/entry_rows.h"

#include "cli/frame/json.h"
#include "cli/frame/terminal.h"
#include "corrections/aim.h"

#include <stdio.h>

static const char* column_of(const TareEntry* entry, size_t i)
{
    const char* const texts[TARE_ENTRY_COLUMNS] = {
        entry->id, tare_kind_name(entry->kind), entry->author, entry->rig, tare_aim_title(entry)};
    return texts[i] ? texts[i] : "-";
}

void tare_entry_rows_fit(TareEntryWidths* widths, const TareEntry* entry)
{
    for (size_t i = 0; i < TARE_ENTRY_COLUMNS; ++i) {
        const size_t width = tare_terminal_width(column_of(entry, i));
        widths->columns[i] = width > widths->columns[i] ? width : widths->columns[i];
    }
}

void tare_entry_rows_print(const TareEntryWidths* widths, const char* before,
                           const TareEntry* entry)
{
    const size_t last = TARE_ENTRY_COLUMNS - 1;
    fputs(before, stdout);
    for (size_t i = 0; i < last; ++i) {
        tare_terminal_print_padded(stdout, column_of(entry, i), widths->columns[i]);
        fputs("  ", stdout);
    }
    tare_terminal_print(stdout, column_of(entry, last));
    putchar('\n');
}

json_t* tare_entry_rows_json(const TareEntry* entry, bool is_default)
{
    const TareAim* const aim = entry->aim;
    json_t* const object = json_object();
    const bool ok =
        tare_json_set(object, "id", tare_json_text(entry->id)) &&
        tare_json_set(object, "author", tare_json_text(entry->author)) &&
        tare_json_set(object, "rig", tare_json_text(entry->rig)) &&
        tare_json_set(object, "target", tare_json_text(tare_aim_title(entry))) &&
        tare_json_set(object, "target_id", tare_json_text(aim ? aim->name : NULL)) &&
        tare_json_set(object, "target_known_by", tare_json_text(tare_aim_is_known_by(entry))) &&
        tare_json_set(object, "kind", tare_json_text(tare_kind_name(entry->kind))) &&
        tare_json_set(object, "default", json_boolean(is_default));
    return tare_json_keep_if(ok, object);
}
