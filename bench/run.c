/* run.c - time and memory of two programs, turn about.
 *
 *     run N NAME -- COMMAND... -- COMMAND...
 *
 * Runs each command N times, the first, the second, the first ..., so that
 * whatever else the machine does falls on both alike. Each run is a fresh
 * process; wall time is a monotonic clock's, CPU time and peak resident memory
 * are the kernel's, from wait4. Prints a table with the ratios; a command that
 * fails ends the run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 1001 };

typedef struct Sample {
    double wall[MAX_RUNS], cpu[MAX_RUNS]; /* ms */
    double rss;                           /* MB, the largest */
} Sample;

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double ms(struct timeval t) {
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* `argv` is not empty: main has looked. */
static void run_once(char **argv, Sample *s, int k) {
    double start = now_ms();
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        exit(3);
    }
    if (pid == 0) {
        execvp(argv[0], argv);
        perror(argv[0]);
        _exit(127);
    }
    int status;
    struct rusage use;
    if (wait4(pid, &status, 0, &use) != pid) {
        perror("wait4");
        exit(3);
    }
    s->wall[k] = now_ms() - start;
    s->cpu[k] = ms(use.ru_utime) + ms(use.ru_stime);
    double rss = (double)use.ru_maxrss / 1024;
    if (rss > s->rss)
        s->rss = rss;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "run: %s failed (status %d)\n", argv[0], status);
        exit(1);
    }
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_row(const char *name, const char *program, Sample *s, int n) {
    qsort(s->wall, (size_t)n, sizeof *s->wall, by_value);
    qsort(s->cpu, (size_t)n, sizeof *s->cpu, by_value);
    printf("%-10s %-8s %9.1f %9.1f %9.1f %9.1f %9.1f\n", name, program,
           s->wall[0], s->wall[n / 2], s->cpu[0], s->cpu[n / 2], s->rss);
}

static void print_ratios(const Sample *a, const Sample *b, int n) {
    printf("%-10s %-8s %9.2f %9.2f %9.2f %9.2f %9.2f\n", "", "ratio",
           a->wall[0] / b->wall[0], a->wall[n / 2] / b->wall[n / 2],
           a->cpu[0] / b->cpu[0], a->cpu[n / 2] / b->cpu[n / 2],
           a->rss / b->rss);
}

int main(int argc, char **argv) {
    static Sample a, b; /* too large for a stack */
    int n = argc > 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    int second = 0;
    for (int i = 4; i < argc && !second; i++)
        if (strcmp(argv[i], "--") == 0)
            second = i;
    if (n < 1 || n > MAX_RUNS || !second || second == 4 || second + 1 >= argc) {
        fputs("usage: run N NAME -- COMMAND... -- COMMAND...\n", stderr);
        return 2;
    }
    argv[second] = NULL;
    /* Once each beforehand: files and font caches are in memory for both. */
    run_once(argv + 4, &a, 0);
    run_once(argv + second + 1, &b, 0);
    a.rss = b.rss = 0;
    for (int k = 0; k < n; k++) {
        run_once(argv + 4, &a, k);
        run_once(argv + second + 1, &b, k);
    }
    print_row(argv[2], "envoi", &a, n);
    print_row(argv[2], "pango", &b, n);
    print_ratios(&a, &b, n);
    return 0;
}
