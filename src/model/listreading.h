/* listreading.h - how lists of people are to be read, where the user says so.
 *
 * What is not said is found out and reported. One is filled from the command
 * line and holds for every list of a run.
 */
#ifndef ENVOI_MODEL_LISTREADING_H
#define ENVOI_MODEL_LISTREADING_H

typedef struct ListReading {
    const char *encoding; /* a name that ICU knows; NULL: found out */
    const char *map; /* "Ansprechpartner=name,PLZ=postcode": what columns mean
                        whose names say it to nobody else; NULL: nothing */
} ListReading;

#endif
