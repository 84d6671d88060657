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

int main(void)
{
    RUN(test_sides_and_numbers_are_no_part_of_the_name);
    RUN(test_names_stay_whole);
    return check_done();
}
