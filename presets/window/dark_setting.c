#include "window/dark_setting.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { TYPE_INTEGER, TYPE_STRING, TYPE_COLOR };

/** What is left of the settings to be read. */
typedef struct {
    const unsigned char* at;
    size_t left;
    bool is_big_endian;
} Reader;

static const unsigned char* take(Reader* reader, size_t n)
{
    const unsigned char* const at = reader->at;
    if (n > reader->left)
        return NULL;
    reader->at += n;
    reader->left -= n;
    return at;
}

/** A number of so many bytes; false at the end. */
static bool take_number(Reader* reader, size_t n, uint32_t* number)
{
    const unsigned char* const bytes = take(reader, n);
    *number = 0;
    for (size_t i = 0; bytes && i < n; ++i)
        *number |= (uint32_t)bytes[reader->is_big_endian ? n - 1 - i : i] << (8 * i);
    return bytes != NULL;
}

/** A text, with what fills it up to four bytes. */
static const char* take_text(Reader* reader, size_t length)
{
    const char* const text = (const char*)take(reader, length);
    return text && take(reader, (4 - length % 4) % 4) ? text : NULL;
}

static bool is_called(const char* name, size_t length, const char* wanted)
{
    return length == strlen(wanted) && strncmp(name, wanted, length) == 0;
}

/** Whether a theme's name has a word for dark in it. */
static TareDarkSetting of_theme(const char* name, size_t length)
{
    for (size_t i = 0; i < length; ++i)
        if (tare_ascii_begins(name + i, length - i, "dark"))
            return TARE_DARK_YES;
    return TARE_DARK_NO;
}

/** Reads the value of one setting, of which only two count; false when there is no more. */
static bool take_setting(Reader* reader, TareDarkSetting* told)
{
    uint32_t type, unused, name_length, serial, value;
    if (!take_number(reader, 1, &type) || !take_number(reader, 1, &unused) ||
        !take_number(reader, 2, &name_length))
        return false;
    const char* const name = take_text(reader, name_length);
    if (!name || !take_number(reader, 4, &serial))
        return false;
    if (type == TYPE_COLOR)
        return take(reader, 8) != NULL;
    if (!take_number(reader, 4, &value))
        return false;
    if (type == TYPE_INTEGER) {
        if (is_called(name, name_length, "Gtk/ApplicationPreferDarkTheme") && value == 1)
            *told = TARE_DARK_YES;
        return true;
    }
    const char* const text = type == TYPE_STRING ? take_text(reader, value) : NULL;
    if (text && is_called(name, name_length, "Net/ThemeName") && *told != TARE_DARK_YES)
        *told = of_theme(text, value);
    return text != NULL;
}

TareDarkSetting tare_dark_setting_of_xsettings(const unsigned char* data, size_t n)
{
    enum { MOST_SIGNIFICANT_FIRST = 1 };
    TareDarkSetting told = TARE_DARK_UNKNOWN;
    Reader reader = {.at = data, .left = n};
    uint32_t serial, n_settings;
    const unsigned char* const head = take(&reader, 4);
    reader.is_big_endian = head && head[0] == MOST_SIGNIFICANT_FIRST;
    if (!head || !take_number(&reader, 4, &serial) || !take_number(&reader, 4, &n_settings))
        return TARE_DARK_UNKNOWN;
    while (n_settings-- > 0 && take_setting(&reader, &told)) {
    }
    return told;
}

/** The value of a key in a line of its own; NULL when the line has another key. */
static const char* value_of(const char* line, const char* key)
{
    const size_t n = strlen(key);
    line += strspn(line, " \t");
    if (strncmp(line, key, n) != 0)
        return NULL;
    line += n;
    line += strspn(line, " \t");
    return *line == '=' ? line + 1 + strspn(line + 1, " \t") : NULL;
}

TareDarkSetting tare_dark_setting_of_ini(const char* text)
{
    TareDarkSetting told = TARE_DARK_UNKNOWN;
    for (; *text != '\0'; text += strcspn(text, "\n"), text += *text == '\n') {
        const char* const prefers = value_of(text, "gtk-application-prefer-dark-theme");
        const char* const theme = value_of(text, "gtk-theme-name");
        if (prefers && (*prefers == '1' || strncmp(prefers, "true", 4) == 0))
            return TARE_DARK_YES;
        if (theme)
            told = of_theme(theme, strcspn(theme, "\n"));
    }
    return told;
}
