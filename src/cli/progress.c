#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define FIRST_AFTER 1.0
#define PAUSE 0.2

static double seconds_since(const struct timespec *then) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) +
           (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

/* "12,345" */
static const char *grouped(size_t n, char room[32]) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%zu", n), to = 0;
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            room[to++] = ',';
        room[to++] = digits[i];
    }
    room[to] = '\0';
    return room;
}

static const char *time_left(double seconds, char room[32]) {
    long s = (long)(seconds + 0.5);
    if (s >= 3600)
        snprintf(room, 32, "%ld h %ld min", s / 3600, s % 3600 / 60);
    else if (s >= 60)
        snprintf(room, 32, "%ld min %ld s", s / 60, s % 60);
    else
        snprintf(room, 32, "%ld s", s);
    return room;
}

static int terminal_width(void) {
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0
               ? size.ws_col
               : 80;
}

/* Over the line before, and over what of it was longer. A terminal would go to
 * a new line after its last column. */
static void write_line(ProgressLine *line, const char *text) {
    int length = (int)strlen(text), width = terminal_width() - 1;
    length = length < width ? length : width;
    fprintf(stderr, "\r%.*s%*s", length, text,
            line->length > length ? line->length - length : 0, "");
    fflush(stderr);
    line->length = length;
}

static void step(Progress *self, const ProgressStep *at) {
    ProgressLine *line = (ProgressLine *)self;
    const double so_far = seconds_since(&line->begun);
    if (so_far < FIRST_AFTER || seconds_since(&line->shown) < PAUSE ||
        at->done == 0)
        return;
    char done[32], of[32], pages[32], rate[32], left[32], text[256];
    const double each = so_far / (double)at->done;
    snprintf(text, sizeof text, "%s%s%s of %s, %s page%s, %s a second, %s left",
             at->what, *at->what ? ": " : "", grouped(at->done, done),
             grouped(at->of, of), grouped(at->pages, pages),
             at->pages == 1 ? "" : "s", grouped((size_t)(1 / each), rate),
             time_left(each * (double)(at->of - at->done), left));
    clock_gettime(CLOCK_MONOTONIC, &line->shown);
    write_line(line, text);
}

Progress *progress_begin(ProgressLine *line) {
    *line = (ProgressLine){.progress = {.step = step}};
    clock_gettime(CLOCK_MONOTONIC, &line->begun);
    return isatty(STDERR_FILENO) ? &line->progress : NULL;
}

void progress_end(ProgressLine *line) {
    if (line->length == 0)
        return;
    write_line(line, "");
    fputs("\r", stderr);
    fflush(stderr);
}
