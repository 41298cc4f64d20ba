#include "job/today.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

int32_t today(void) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    time_t now = epoch && *epoch ? (time_t)strtoll(epoch, &end, 10) : 0;
    bool fixed = end && *end == '\0';
    struct tm day = {0};
    if (!fixed)
        now = time(NULL);
    if (!(fixed ? gmtime_r(&now, &day) : localtime_r(&now, &day)))
        return 0;
    return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}
