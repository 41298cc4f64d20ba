/* options.h - the options of a command: for each one, what it sets.
 *
 *     option_flag(&run, "portrait", &job.portrait);
 *     option_text(&run, "from", &job.from);
 *     option_value(&run, "return", read_policy, &job.policy);
 *     if (!options_parse(&run, argc, argv))
 *         return run_help(&run, help);
 *
 * Commands that share options share the function that adds them. What is wrong
 * on the command line is a usage error in run->diag; all of it is said.
 */
#ifndef ENVOI_CLI_OPTIONS_H
#define ENVOI_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Run Run;

/* Reads `value` of `option` ("--return") into `to`. */
typedef void OptionRead(Run *run, const char *option, const char *value,
                        void *to);

typedef enum OptionKind {
    OPTION_FLAG, /* takes no value */
    OPTION_TEXT,
    OPTION_LIST,
    OPTION_NUMBER,
    OPTION_VALUE
} OptionKind;

typedef struct Option {
    const char *name; /* without "--" */
    OptionKind kind;
    void *to;
    OptionRead *read; /* of a value */
    int max;          /* of a number */
    size_t *n;        /* of a list */
} Option;

/* Names and targets must live as long as the run. Given twice, the last value
 * holds. */
void option_flag(Run *run, const char *name, bool *to);
void option_text(Run *run, const char *name, const char **to);
/* Every value it is given, in order; the array is the run's. */
void option_list(Run *run, const char *name, const char *const **to, size_t *n);
/* A whole number from 1 to `max`. */
void option_number(Run *run, const char *name, int max, int *to);
void option_value(Run *run, const char *name, OptionRead *read, void *to);

/* Read them all, and see that standard input is read once; "-o" is "--output"
 * where the command has that. The arguments are then run->argv[0 ..
 * run->nargs). False: --help. */
bool options_parse(Run *run, int argc, char **argv);

/* Which of `n` words `value` is; 0 after a usage error. */
int option_word(Run *run, const char *option, const char *value,
                const char *const *words, int n);
/* "yes" or "no". */
bool option_yes(Run *run, const char *option, const char *value);

#endif
