/* progress.h - who is told how far a run is. The job knows no terminal and no
 * clock; a front end that shows something puts this first into its own struct.
 */
#ifndef ENVOI_JOB_PROGRESS_H
#define ENVOI_JOB_PROGRESS_H

#include <stddef.h>

typedef struct ProgressStep {
    const char *what; /* the kind being made: "letters"; "" */
    size_t done, of;  /* items of all kinds */
    size_t pages;     /* of those that are done */
} ProgressStep;

typedef struct Progress Progress;
struct Progress {
    void (*step)(Progress *self, const ProgressStep *step);
};

#endif
