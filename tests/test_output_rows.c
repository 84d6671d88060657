/* The window's list of outputs: which rule counts for each, and by which name one is set. */

#include "cli/sink/output_rows.h"
#include "helpers/check.h"
#include "pipewire/session/device_rules.h"
#include "pipewire/session/output.h"

static const TareOutput laptop = {.names = {[TARE_OUTPUT_NODE] = "alsa_output.pci",
                                            [TARE_OUTPUT_NODE_DESCRIPTION] = "Built-in Audio",
                                            [TARE_OUTPUT_ROUTE] = "analog-output-headphones",
                                            [TARE_OUTPUT_ROUTE_DESCRIPTION] = "Headphones"}};
static const TareOutput headset = {.is_played_to = true,
                                   .names = {[TARE_OUTPUT_NODE] = "bluez_output.00_11",
                                             [TARE_OUTPUT_NODE_DESCRIPTION] = "WH-1000XM4",
                                             [TARE_OUTPUT_ADDRESS] = "00:11",
                                             [TARE_OUTPUT_ROUTE] = "headphone-output"}};
static const TareOutput converter = {.names = {[TARE_OUTPUT_NODE] = "alsa_output.usb",
                                               [TARE_OUTPUT_NODE_DESCRIPTION] = "USB",
                                               [TARE_OUTPUT_ROUTE] = "analog-output"}};

static void test_a_rule_is_set_by_the_name_that_says_most(void)
{
    const TareOutput there[] = {laptop, headset, converter};
    CHECK_STR(tare_output_rows_name(there, 3, 0), "analog-output-headphones");
    CHECK_STR(tare_output_rows_name(there, 3, 1), "00:11");
    CHECK_STR(tare_output_rows_name(there, 3, 2), "alsa_output.usb");
}

static void test_a_rule_for_one_output_fits_no_other(void)
{
    TareOutput there[] = {laptop, laptop};
    there[1].names[TARE_OUTPUT_NODE][0] = 'b';
    CHECK_STR(tare_output_rows_name(there, 2, 0), "alsa_output.pci");
    CHECK_STR(tare_output_rows_name(there, 2, 1), "blsa_output.pci");
}

static void test_each_output_shows_the_rule_that_counts(void)
{
    TareOutputRows rows;
    TareDeviceRules rules = {0};
    const TareOutput there[] = {laptop, headset};
    const TareDeviceRule by_pattern = tare_device_rule("alsa*", "acme-one/somebody");
    const TareDeviceRule by_name = tare_device_rule("WH-1000XM4", NULL);
    const TareDeviceRule away = tare_device_rule("USB", "acme-two/somebody");
    REQUIRE(tare_device_rules_set(&rules, &by_pattern) && tare_device_rules_set(&rules, &by_name) &&
            tare_device_rules_set(&rules, &away));
    tare_output_rows_make(&rows, there, 2, &rules);
    REQUIRE(rows.n == 3);
    CHECK_STR(rows.rows[0].title, "Headphones (Built-in Audio)");
    CHECK_STR(rows.rows[0].rule, "alsa*");
    CHECK_STR(rows.rows[0].id, "acme-one/somebody");
    CHECK_STR(rows.rows[0].name, "analog-output-headphones"); /* the pattern stays as it is */
    CHECK_STR(rows.rows[1].name, "WH-1000XM4");
    CHECK_STR(rows.rows[1].id, "");
    CHECK(rows.rows[1].is_there && rows.rows[1].is_played_to && !rows.rows[0].is_played_to);
    CHECK_STR(rows.rows[2].title, "USB");
    CHECK_STR(rows.rows[2].id, "acme-two/somebody");
    CHECK(!rows.rows[2].is_there);
    tare_output_rows_clear(&rows);
    tare_device_rules_clear(&rules);
}

static void test_without_pipewire_the_rules_are_there(void)
{
    TareOutputRows rows;
    TareDeviceRules rules = {0};
    const TareDeviceRule rule = tare_device_rule("USB", NULL);
    REQUIRE(tare_device_rules_set(&rules, &rule));
    tare_output_rows_make(&rows, NULL, 0, &rules);
    REQUIRE(rows.n == 1);
    CHECK_STR(rows.rows[0].rule, "USB");
    tare_output_rows_clear(&rows);
    tare_device_rules_clear(&rules);
}

int main(void)
{
    RUN(test_a_rule_is_set_by_the_name_that_says_most);
    RUN(test_a_rule_for_one_output_fits_no_other);
    RUN(test_each_output_shows_the_rule_that_counts);
    RUN(test_without_pipewire_the_rules_are_there);
    return check_done();
}
