/* stop.h - SIGINT, SIGTERM and SIGHUP wait while something is half done.
 *
 * What came goes on waiting when that is over, so that the program can first
 * say what became of it; it takes effect when the signal mask is set back to
 * what it was.
 */
#ifndef ENVOI_BASE_STOP_H
#define ENVOI_BASE_STOP_H

#include <signal.h>
#include <stdbool.h>

typedef struct Stop {
    sigset_t before;   /* the mask, to be restored */
    sigset_t harmless; /* blocked or ignored before anything was begun: these
                          stop nothing */
} Stop;

/* From now on they wait. `earlier`: of what was begun before and is not over,
 * which has to be released after this; NULL: there is nothing. */
void stop_hold(Stop *out, const Stop *earlier);
/* One of them came. */
bool stop_came(const Stop *s);
void stop_release(const Stop *s);

/* From now on one that does not wait says that nothing was written, before it
 * ends the program; with `say` false no longer. */
void stop_say(bool say);
/* Something was: it says nothing any more. */
void stop_written(void);

#endif
