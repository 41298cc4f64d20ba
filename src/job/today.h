/* today.h - which day it is, to decide whether a deadline has passed. Never
 * printed: the same input gives the same bytes on any day that decides alike.
 */
#ifndef ENVOI_JOB_TODAY_H
#define ENVOI_JOB_TODAY_H

#include <stdint.h>

/* 20261122: by SOURCE_DATE_EPOCH (seconds since 1970) if it is a number, in
 * UTC; else by the clock, where the user is. */
int32_t today(void);

#endif
