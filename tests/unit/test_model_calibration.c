/* What is read off the calibration page, and what it comes to. */
#include "model/calibration.h"

#include <stdlib.h>

#include "unit.h"

#define MM(x) LEN_OF_MM(x)
#define NEAR(got, mm) CHECK(labs((long)(got)-MM(mm)) <= 20)

/* The reading of a stair whose middle is at `middle` along the crease, on a
 * print that lies `off` in the middle of the sheet and `slope` more for each
 * mm along it: where off + slope * place is what the step there is called. */
static Len reading(double off, double slope, Len middle) {
    double per = len_mm(STAIR_TREAD) / len_mm(STAIR_RISE);
    return MM((off + slope * len_mm(middle)) / (1 - slope * per));
}

/* Right, down, and the turn clockwise in mm on 100 mm. */
static void folds(void) {
    static const struct {
        double right, down, turn;
    } tries[] = {{0, 0, 0},    {0.8, -0.5, 0}, {-2, 1.5, 0.25},
                 {3, 3, -0.4}, {0, 0, 1},      {-4, -4, 0.05}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        double right = tries[i].right, down = tries[i].down;
        double slope = tries[i].turn / 100;
        /* Turned clockwise, what is above lies farther right, what is right
         * lies lower. */
        const Len read[READINGS] = {reading(right, -slope, -STAIR_DOWN),
                                    reading(down, slope, -STAIR_ACROSS),
                                    reading(right, -slope, STAIR_DOWN),
                                    reading(down, slope, STAIR_ACROSS)};
        PrinterOffset o;
        int32_t skew;
        calibration_fold(read, READINGS, &o, &skew);
        CHECK(o.given);
        NEAR(o.right, right);
        NEAR(o.down, down);
        CHECK(abs(skew - (int32_t)(tries[i].turn * 1000)) <= 1);
        CHECK(calibration_disagreement(read) <= 1);
    }
}

static void two_readings(void) {
    const Len read[] = {MM(0.5), MM(-1)};
    PrinterOffset o;
    int32_t skew = 7;
    calibration_fold(read, 2, &o, &skew);
    CHECK_INT(o.right, MM(0.5));
    CHECK_INT(o.down, MM(-1));
    CHECK_INT(skew, 0);
}

/* A sign that was lost shows in the two turns. */
static void wrong_sign(void) {
    const Len fine[] = {MM(1), MM(-1.5), MM(1), MM(-1.5)};
    const Len lost[] = {MM(1), MM(-1.5), MM(1), MM(1.5)};
    CHECK_INT(calibration_disagreement(fine), 0);
    CHECK(calibration_disagreement(lost) > CALIBRATION_DISAGREEMENT);
}

static void bars(void) {
    static const struct {
        double mm;
        int32_t scale; /* 0: none of them */
    } tries[] = {{100, 1000000},   {99.8, 998000},   {90.1, 901000},
                 {109.9, 1099000}, {149.7, 998000},  {164.7, 1098000},
                 {180.2, 901000},  {200.2, 1001000}, {89.9, 0},
                 {111, 0},         {134.9, 0},       {220.2, 0},
                 {-100, 0}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        int32_t scale = 0;
        CHECK(calibration_bar(MM(tries[i].mm), &scale) ==
              (tries[i].scale != 0));
        CHECK(abs(scale - tries[i].scale) <= 2);
    }
}

int main(void) {
    folds();
    two_readings();
    wrong_sign();
    bars();
    return unit_done("test_model_calibration");
}
