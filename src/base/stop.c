#include "base/stop.h"

#include <stddef.h>
#include <unistd.h>

/* The three polite ways to stop a program. */
static const int held_signals[] = {SIGINT, SIGTERM, SIGHUP};
#define HELD (sizeof held_signals / sizeof *held_signals)

void stop_hold(Stop *out, const Stop *earlier) {
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < HELD; i++)
        sigaddset(&held, held_signals[i]);
    pthread_sigmask(SIG_BLOCK, &held, &out->before);
    out->harmless = earlier ? earlier->harmless : out->before;
    /* Linux keeps a blocked signal waiting though it is ignored (nohup). */
    for (size_t i = 0; i < HELD; i++) {
        struct sigaction action;
        if (sigaction(held_signals[i], NULL, &action) == 0 &&
            action.sa_handler == SIG_IGN)
            sigaddset(&out->harmless, held_signals[i]);
    }
}

static bool find_waiting(const Stop *s, sigset_t *found) {
    sigset_t waiting;
    bool any = false;
    sigemptyset(found);
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < HELD; i++) {
        if (sigismember(&waiting, held_signals[i]) == 1 &&
            sigismember(&s->harmless, held_signals[i]) == 0) {
            sigaddset(found, held_signals[i]);
            any = true;
        }
    }
    return any;
}

bool stop_came(const Stop *s) {
    sigset_t found;
    return find_waiting(s, &found);
}

void stop_release(const Stop *s) {
    sigset_t mask = s->before, found;
    find_waiting(s, &found);
    for (size_t i = 0; i < HELD; i++)
        if (sigismember(&found, held_signals[i]) == 1)
            sigaddset(&mask, held_signals[i]);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

/* A handler can know nothing but what is static. */
static volatile sig_atomic_t written;

static void say_and_end(int number) {
    static const char text[] = "envoi: error: stopped; nothing was written\n";
    ssize_t put = written ? 0 : write(STDERR_FILENO, text, sizeof text - 1);
    (void)put;     /* there is nobody else to tell */
    raise(number); /* SA_RESETHAND: taken when this returns, as by default */
}

void stop_say(bool say) {
    struct sigaction action = {.sa_flags = (int)SA_RESETHAND};
    action.sa_handler = say ? say_and_end : SIG_DFL;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < HELD; i++) {
        struct sigaction before;
        if (sigaction(held_signals[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(held_signals[i], &action, NULL);
    }
}

void stop_written(void) {
    written = true;
}
