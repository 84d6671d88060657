#include "curves/take_name.h"
#include "helpers/check.h"

#include <string.h>

static void check_name(const char* path, const char* wanted)
{
    char name[100] = "";
    memcpy(name, path, tare_take_name_length(path));
    CHECK_STR(name, wanted);
}

static void test_sides_and_numbers_are_no_part_of_the_name(void)
{
    check_name("Acme One L.txt", "Acme One");
    check_name("squig/Acme One R2.csv", "squig/Acme One");
    check_name("Acme One (right).txt", "Acme One");
    check_name("Acme One_left.frd", "Acme One");
    check_name("Acme One L 3.txt", "Acme One");
    check_name("Acme One [R].txt", "Acme One");
}

static void test_names_stay_whole(void)
{
    check_name("Acme One.txt", "Acme One");
    check_name("Acme HD 650.csv", "Acme HD 650");
    check_name("Acme XL.txt", "Acme XL");
    check_name("L.txt", "L");
    check_name("some L/R.txt", "some L/R");
    check_name("Acme Mk 2", "Acme Mk 2");
    check_name("Acme Bright.txt", "Acme Bright");
}

static void test_targets_and_equalisers_are_no_measurements(void)
{
    CHECK(tare_take_name_is_other("squig/Harman IE 2019 Target.txt"));
    CHECK(tare_take_name_is_other("target.csv"));
    CHECK(tare_take_name_is_other("Acme One ParametricEQ.txt"));
    CHECK(tare_take_name_is_other("Acme One/Acme One GraphicEq.txt"));
    CHECK(!tare_take_name_is_other("target/Acme One.txt"));
    CHECK(!tare_take_name_is_other("Acme Targeted.txt"));
    CHECK(!tare_take_name_is_other("EQ.txt"));
    CHECK(!tare_take_name_is_other("Acme"));
}

int main(void)
{
    RUN(test_sides_and_numbers_are_no_part_of_the_name);
    RUN(test_names_stay_whole);
    RUN(test_targets_and_equalisers_are_no_measurements);
    return check_done();
}
