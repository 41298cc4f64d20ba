/* progress.h - how far a long run is, in one line on the terminal:
 *
 *     letters: 1,234 of 10,000, 2,468 pages, 812 a second, 11 s left
 *
 * On standard error, if that is a terminal, and only of runs that take longer
 * than a second. The line is written anew five times a second at the most, and
 * taken away in the end.
 */
#ifndef ENVOI_CLI_PROGRESS_H
#define ENVOI_CLI_PROGRESS_H

#include <stdbool.h>
#include <time.h>

#include "job/progress.h"

typedef struct ProgressLine {
    Progress progress;
    struct timespec begun, shown; /* `shown`: when it was written last */
    int length;                   /* on the terminal; 0: there is none */
} ProgressLine;

/* The line, not yet written; NULL if standard error is no terminal. */
Progress *progress_begin(ProgressLine *line);
/* Nothing of it stays. A zeroed line is fine. */
void progress_end(ProgressLine *line);

#endif
