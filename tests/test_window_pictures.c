/* What the window draws. */

#include "helpers/check.h"
#include "helpers/window_graph.h"
#include "helpers/window_user.h"
#include "tare/response.h"
#include "window/pen_text.h"
#include "window/theme.h"
#include "window/tip.h"
#include "window/widget.h"

#include <cairo.h>
#include <stdlib.h>

static cairo_surface_t* draw(WindowUser* user, double width, double height, double scale)
{
    cairo_surface_t* const surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale), (int)(height * scale));
    cairo_t* const cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    tare_window_draw(user->window, cairo);
    CHECK(cairo_status(cairo) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

static unsigned pixel(cairo_surface_t* surface, int x, int y)
{
    uint32_t value = 0;
    memcpy(&value,
           cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) +
               4 * x,
           sizeof value);
    return value & 0xffffff;
}

/** Where a column has the colour of the sum: the middle of that; -1 when it has none. */
static double find_curve(cairo_surface_t* surface, int x)
{
    int first = -1, last = -1;
    for (int y = GRAPH_Y + 12; y < GRAPH_Y + GRAPH_HEIGHT - 30; ++y)
        if (pixel(surface, x, y) == 0x0072b2) {
            first = first < 0 ? y : first;
            last = y;
        }
    return first < 0 ? -1.0 : 0.5 * (first + last + 1);
}

/** Two gentle bands, so that the curve is nowhere steep, and no handle lies on it. */
static void test_the_curve_is_that_of_the_response(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_5", 6);
    window_user_hear(&user, "q_5", 0.7f);
    window_user_hear(&user, "gain_15", -8);
    window_user_hear(&user, "q_15", 0.7f);
    (void)tare_window_dirty(user.window);
    cairo_surface_t* const surface = draw(&user, WIDTH, HEIGHT, 1.0);
    TareControls* const controls = tare_controls_new();
    REQUIRE(controls != NULL);
    tare_controls_set(controls, TARE_CONTROL_MANUAL_PREAMP, 1);
    tare_controls_set_band(controls, 0, &(TareBand){TARE_BAND_PEAK, 90, 6, (double)0.7f, 0});
    tare_controls_set_band(controls, 1, &(TareBand){TARE_BAND_PEAK, 2800, -8, (double)0.7f, 0});
    TareResponse* const response = tare_response_new(controls, 48000, 2);
    REQUIRE(response != NULL);
    unsigned n_seen = 0;
    const TarePlotFrame frame = frame_of_graph();
    for (int x = (int)frame.left + 3; x < (int)frame.right - 3; ++x) {
        const double share = (x + 0.5 - frame.left) / (frame.right - frame.left);
        const double freq_hz = 20 * pow(1000, share);
        const double seen = find_curve(surface, x);
        if (seen < 0 || fabs(x - x_of(90)) < 14 || fabs(x - x_of(2800)) < 14)
            continue; /* under a handle */
        ++n_seen;
        CHECK_NEAR(seen, y_of(tare_response_gain_db(response, 0, freq_hz)), 1.0);
    }
    CHECK(n_seen > 400);
    tare_response_free(response);
    tare_controls_free(controls);
    cairo_surface_destroy(surface);
    window_user_close(&user);
}

static void test_nothing_is_drawn_when_nothing_has_changed(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "gain_5", 6);
    cairo_surface_destroy(draw(&user, WIDTH, HEIGHT, 1.0));
    CHECK(tare_box_is_empty(tare_window_dirty(user.window)));
    window_user_hear(&user, "gain_5", 6);
    CHECK(tare_box_is_empty(tare_window_dirty(user.window)));
    window_user_hear(&user, "headroom", 3.5f);
    const TareBox dirty = tare_window_dirty(user.window);
    CHECK(!tare_box_is_empty(dirty) && dirty.y > 500); /* only the last lines */
    cairo_surface_destroy(draw(&user, WIDTH, HEIGHT, 1.0));
    window_user_hear(&user, "headroom", 3.52f); /* it reads the same */
    CHECK(tare_box_is_empty(tare_window_dirty(user.window)));
    window_user_hear(&user, "headroom", 3.2f);
    const TareBox meters = tare_window_dirty(user.window);
    CHECK(!tare_box_is_empty(meters) && meters.h < 40); /* the meters alone */
    window_user_close(&user);
}

static bool is_alike(cairo_surface_t* a, cairo_surface_t* b)
{
    return memcmp(cairo_image_surface_get_data(a), cairo_image_surface_get_data(b),
                  (size_t)cairo_image_surface_get_stride(a) * HEIGHT) == 0;
}

/** Beside "Blind test". */
static void test_what_the_pointer_rests_on_explains_itself(void)
{
    enum { X = 815, Y = 110 };
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    tare_window_pass(user.window, 1000);
    window_user_move(&user, X, Y, false);
    tare_window_pass(user.window, 1000);
    cairo_surface_t* const before = draw(&user, WIDTH, HEIGHT, 1.0);
    tare_window_pass(user.window, 1500);
    CHECK(tare_box_is_empty(tare_window_dirty(user.window)));
    tare_window_pass(user.window, 1700);
    CHECK(!tare_box_is_empty(tare_window_dirty(user.window)));
    cairo_surface_t* const shown = draw(&user, WIDTH, HEIGHT, 1.0);
    CHECK(!is_alike(shown, before));
    window_user_key(&user, TARE_KEY_ESCAPE, false); /* somebody goes on */
    cairo_surface_t* const after = draw(&user, WIDTH, HEIGHT, 1.0);
    CHECK(is_alike(after, before));
    tare_window_pass(user.window, 9000); /* it does not come again by itself */
    CHECK(tare_box_is_empty(tare_window_dirty(user.window)));
    cairo_surface_destroy(before);
    cairo_surface_destroy(shown);
    cairo_surface_destroy(after);
    window_user_close(&user);
}

static void test_every_size_can_be_drawn(void)
{
    static const double widths[] = {1, 320, 500, 760, 899, 900, 1040, 1920, 3840};
    static const double heights[] = {1, 240, 320, 500, 620, 1080, 2160};
    WindowUser user;
    REQUIRE(window_user_open(&user, 2));
    window_user_hear(&user, "channel_5", 1);
    window_user_hear(&user, "gain_5", 6);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; ++i)
        for (size_t k = 0; k < sizeof heights / sizeof *heights; ++k) {
            tare_window_resize(user.window, widths[i], heights[k]);
            cairo_surface_destroy(draw(&user, widths[i], heights[k], 1.0));
        }
    window_user_close(&user);
}

/** Words by the colour table: on each ground on which they stand; lines need 3:1, the faint ones of
    bands and grids none. */
static void test_words_can_be_read_on_every_ground(void)
{
    const TareTheme* const themes[] = {&tare_theme_light, &tare_theme_dark};
    for (int i = 0; i < 2; ++i) {
        const TareTheme* const t = themes[i];
        const unsigned grounds[] = {t->ground, t->panel, t->hover, t->chosen};
        const unsigned lines[] = {t->target,        t->before[0],     t->after[0],
                                  t->correction[0], t->correction[1], t->accent};
        for (int k = 0; k < 4; ++k) {
            CHECK(tare_theme_contrast(t->ink, grounds[k]) >= 4.5);
            CHECK(tare_theme_contrast(t->faint, grounds[k]) >= 4.5);
            CHECK(k >= 2 || tare_theme_contrast(t->warning, grounds[k]) >= 4.5);
        }
        CHECK(tare_theme_contrast(t->on_accent, t->accent) >= 4.5);
        CHECK(tare_theme_contrast(t->figures, t->panel) >= 4.5);
        for (size_t k = 0; k < sizeof lines / sizeof *lines; ++k)
            CHECK(tare_theme_contrast(lines[k], t->panel) >= 3.0);
    }
    CHECK(tare_theme_for(0x202020) == &tare_theme_dark);
    CHECK(tare_theme_for(0xf0f0f0) == &tare_theme_light);
}

/** Each is reached by Tab, and says what it does; the words of buttons are their names. */
static void test_every_control_has_a_name_and_a_sentence(void)
{
    char text[TARE_TIP_TEXT];
    for (TareWidgetId id = TARE_WIDGET_FIND; id < TARE_N_WIDGETS; ++id) {
        const TareWidget* const widget = tare_widget(id);
        CHECK(widget->draw != NULL);
        if (widget->handle && id != TARE_WIDGET_RESULTS)
            CHECK(widget->takes_focus);
        if (!widget->takes_focus)
            continue;
        tare_tip_text(id, text);
        const size_t length = strlen(text);
        CHECK(length > 10 && text[length - 1] == '.');
        CHECK(!strstr(text, ". ") && !strstr(text, "? ")); /* one sentence */
        if (widget->draw == tare_button_draw || widget->draw == tare_slider_draw)
            CHECK(tare_word(widget->label)[0] != '\0');
    }
}

static void test_what_is_loaded_is_known_by_its_values(void)
{
    WindowUser user, other;
    REQUIRE(window_user_open(&user, 2) && window_user_open(&other, 2));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    for (uint32_t i = 0; i < tare_ports_count(2); ++i)
        if (!tare_port_is_output(tare_port(2, i).role))
            tare_window_hear(other.window, i, user.values[i]);
    window_user_key(&other, TARE_KEY_ESCAPE, false);
    memcpy(other.values, user.values, sizeof other.values);
    cairo_surface_t* const one = draw(&user, WIDTH, HEIGHT, 1.0);
    cairo_surface_t* const two = draw(&other, WIDTH, HEIGHT, 1.0);
    CHECK(memcmp(cairo_image_surface_get_data(one), cairo_image_surface_get_data(two),
                 (size_t)cairo_image_surface_get_stride(one) * HEIGHT) == 0);
    cairo_surface_destroy(one);
    cairo_surface_destroy(two);
    window_user_close(&user);
    window_user_close(&other);
}

static void test_one_channel_has_no_sides(void)
{
    WindowUser user;
    REQUIRE(window_user_open(&user, 1));
    window_user_type(&user, "ex1000");
    window_user_key(&user, TARE_KEY_ENTER, false);
    CHECK_NEAR(window_user_value(&user, "freq_4"), 5443, 0.5);
    cairo_surface_destroy(draw(&user, WIDTH, HEIGHT, 2.0));
    window_user_close(&user);
}

/** Names come from files and devices, and outputs from what is plugged in. */
static void test_words_show_what_they_say(void)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {{"A\u202eb\u2066c", "Abc"}, {"A\nb\u2028c", "A b c"}, {"\xff A", "? A"}};
    cairo_surface_t* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 40);
    TarePen pen = {.cairo = cairo_create(surface)};
    const TarePenStyle style = {0xffffff, TARE_PEN_NORMAL, TARE_PEN_LEFT, false};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        const double width = tare_pen_width(&pen, style, cases[i].shown);
        CHECK(width > 0.0 && tare_pen_width(&pen, style, cases[i].text) == width);
        CHECK(tare_pen_text(&pen, (TareBox){0, 0, 200, 40}, style, cases[i].text) == width);
    }
    cairo_destroy(pen.cairo);
    cairo_surface_destroy(surface);
}

int main(void)
{
    RUN(test_the_curve_is_that_of_the_response);
    RUN(test_nothing_is_drawn_when_nothing_has_changed);
    RUN(test_what_the_pointer_rests_on_explains_itself);
    RUN(test_every_size_can_be_drawn);
    RUN(test_words_can_be_read_on_every_ground);
    RUN(test_every_control_has_a_name_and_a_sentence);
    RUN(test_what_is_loaded_is_known_by_its_values);
    RUN(test_one_channel_has_no_sides);
    RUN(test_words_show_what_they_say);
    return check_done();
}
