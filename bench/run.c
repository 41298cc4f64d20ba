/* run.c - time and memory of programs, turn about.
 *
 *     run N NAME -- PROGRAM COMMAND... -- PROGRAM COMMAND... ...
 *
 * Runs each command N times, the first, the second, ..., the first again, so
 * that whatever else the machine does falls on all alike. Each run is a fresh
 * process; wall time is a monotonic clock's, CPU time and peak resident memory
 * are the kernel's, from wait4. Prints a table, with the ratio of the first
 * program to each of the others; a command that fails ends the run.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 1001, MAX_PROGRAMS = 4 };

typedef struct Program {
    const char *name;
    char **argv;
    double wall[MAX_RUNS], cpu[MAX_RUNS]; /* ms */
    double rss;                           /* MB, the largest */
} Program;

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double ms(struct timeval t) {
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* What it says on standard output is of no interest. */
static void become(char **argv) {
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0)
        dup2(null, STDOUT_FILENO);
    execvp(argv[0], argv);
    perror(argv[0]);
    _exit(127);
}

static void run_once(Program *p, int k) {
    double start = now_ms();
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        exit(3);
    }
    if (pid == 0)
        become(p->argv);
    int status;
    struct rusage use;
    if (wait4(pid, &status, 0, &use) != pid) {
        perror("wait4");
        exit(3);
    }
    p->wall[k] = now_ms() - start;
    p->cpu[k] = ms(use.ru_utime) + ms(use.ru_stime);
    double rss = (double)use.ru_maxrss / 1024;
    if (rss > p->rss)
        p->rss = rss;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "run: %s failed (status %d)\n", p->argv[0], status);
        exit(1);
    }
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_row(const char *name, Program *p, int n) {
    qsort(p->wall, (size_t)n, sizeof *p->wall, by_value);
    qsort(p->cpu, (size_t)n, sizeof *p->cpu, by_value);
    printf("%-10s %-8s %9.1f %9.1f %9.1f %9.1f %9.1f\n", name, p->name,
           p->wall[0], p->wall[n / 2], p->cpu[0], p->cpu[n / 2], p->rss);
}

static void print_ratios(const Program *a, const Program *b, int n) {
    char to[32];
    snprintf(to, sizeof to, "/ %s", b->name);
    printf("%-10s %-8s %9.2f %9.2f %9.2f %9.2f %9.2f\n", "", to,
           a->wall[0] / b->wall[0], a->wall[n / 2] / b->wall[n / 2],
           a->cpu[0] / b->cpu[0], a->cpu[n / 2] / b->cpu[n / 2],
           a->rss / b->rss);
}

/* The commands behind each "--"; their number, 0 if something is missing. */
static int find_programs(int argc, char **argv, Program *programs) {
    int n = 0;
    for (int i = 3; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0)
            continue;
        if (n == MAX_PROGRAMS || i + 2 >= argc)
            return 0;
        argv[i] = NULL;
        programs[n].name = argv[i + 1];
        programs[n++].argv = argv + i + 2;
    }
    return n;
}

int main(int argc, char **argv) {
    static Program programs[MAX_PROGRAMS]; /* too large for a stack */
    int runs = argc > 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    int n = find_programs(argc, argv, programs);
    if (runs < 1 || runs > MAX_RUNS || n == 0) {
        fputs("usage: run N NAME -- PROGRAM COMMAND... -- PROGRAM COMMAND...\n",
              stderr);
        return 2;
    }
    /* Once each beforehand: files and font caches are in memory for all. */
    for (int i = 0; i < n; i++) {
        run_once(&programs[i], 0);
        programs[i].rss = 0;
    }
    for (int k = 0; k < runs; k++)
        for (int i = 0; i < n; i++)
            run_once(&programs[i], k);
    for (int i = 0; i < n; i++)
        print_row(argv[2], &programs[i], runs);
    for (int i = 1; i < n; i++)
        print_ratios(&programs[0], &programs[i], runs);
    return 0;
}
