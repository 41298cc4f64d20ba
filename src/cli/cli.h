/* cli.h - what the commands share: their table entry, options, the end.
 */
#ifndef ENVOI_CLI_CLI_H
#define ENVOI_CLI_CLI_H

#include <getopt.h>
#include <signal.h>
#include <stdio.h>

#include "cli/progress.h"
#include "job/select.h"
#include "job/session.h"

#define ENVOI_VERSION "0.1.0"

/* Each command gets argv with its own name first, owns its options and usage,
 * and returns the exit status. */
int cmd_labels(int argc, char **argv);
int cmd_envelope(int argc, char **argv);
int cmd_letter(int argc, char **argv);
int cmd_batch(int argc, char **argv);
int cmd_pack(int argc, char **argv);
int cmd_fonts(int argc, char **argv);
int cmd_layouts(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_calibrate(int argc, char **argv);
int cmd_address(int argc, char **argv);
int cmd_import(int argc, char **argv);

/* One run of a command: session, messages, the options that all commands have:
 * --strict, --system-fonts, --dump=STAGE, --printer, --quiet, -o. */
typedef struct Run {
    Session session;
    Diag *diag;
    SessionOptions options;
    JobOutput out;
    Buf text;     /* what goes to stdout at the end */
    bool unknown; /* there was an option nobody knows; it may have a value */
    char *sheet;  /* of run_sheet */
    bool quiet;   /* no progress */
    ProgressLine progress;
    sigset_t signals; /* what is blocked when nothing is being written */
    Buf map;          /* the values of --map, one a line */
} Run;

void run_init(Run *run);

/* Values of `struct option` that run_option handles; commands take numbers
 * below OPT_COMMON for their own long options. */
enum {
    OPT_COMMON = 1000,
    OPT_STRICT,
    OPT_SYSTEM_FONTS,
    OPT_DUMP,
    OPT_PRINTER,
    OPT_PROOF,
    OPT_RECORDS,
    OPT_WHERE,
    OPT_SORT,
    OPT_DEDUPE,
    OPT_HOUSEHOLDS,
    OPT_KEEP_GOING,
    OPT_ENCODING,
    OPT_MAP,
    OPT_QUIET,
    OPT_HELP
};
#define RUN_OPTIONS                                                            \
    {"strict", no_argument, NULL, OPT_STRICT},                                 \
        {"system-fonts", no_argument, NULL, OPT_SYSTEM_FONTS},                 \
        {"help", no_argument, NULL, OPT_HELP}, {                               \
        NULL, 0, NULL, 0                                                       \
    }
/* For what has addresses. */
#define RUN_PROOF_OPTION                                                       \
    { "proof", required_argument, NULL, OPT_PROOF }
/* For what goes through a list; run_select_option takes them. */
#define RUN_SELECT_OPTIONS                                                     \
    {"records", required_argument, NULL, OPT_RECORDS},                         \
        {"where", required_argument, NULL, OPT_WHERE},                         \
        {"sort", required_argument, NULL, OPT_SORT},                           \
        {"dedupe", no_argument, NULL, OPT_DEDUPE},                             \
        {"households", no_argument, NULL, OPT_HOUSEHOLDS}, {                   \
        "keep-going", no_argument, NULL, OPT_KEEP_GOING                        \
    }
#define RUN_SELECT_HELP                                                        \
    "  --records 41-60  these of the file, with the numbers they have there\n" \
    "  --where EXPR     those for which it is true: "                          \
    "'country = CN and has fax'\n"                                             \
    "  --sort FIELD,... by postcode, name ...; -FIELD downwards\n"             \
    "  --dedupe         one of those with the same name and address\n"         \
    "  --households     people at one address share an envelope\n"             \
    "  --keep-going     leave out records that cannot be used, and list "      \
    "them\n"
/* For what reads lists of people; they are in options.lists from run_open on.
 */
#define RUN_LIST_OPTIONS                                                       \
    {"encoding", required_argument, NULL, OPT_ENCODING}, {                     \
        "map", required_argument, NULL, OPT_MAP                                \
    }
#define RUN_LIST_HELP                                                          \
    "  --encoding NAME  what the lists are in, if it is found out wrongly\n"   \
    "  --map COL=FIELD  what columns mean: "                                   \
    "\"PLZ=postcode,Verein=organisation\"\n"
#define RUN_OUTPUT_OPTIONS                                                     \
    {"output", required_argument, NULL, 'o'},                                  \
        {"printer", required_argument, NULL, OPT_PRINTER},                     \
        {"dump", required_argument, NULL, OPT_DUMP},                           \
        {"quiet", no_argument, NULL, OPT_QUIET}, RUN_OPTIONS

/* Next option by getopt_long. Common ones are dealt with here; a mistake is in
 * run->diag (with a did-you-mean) and '?' comes back, --help gives OPT_HELP. */
int run_option(Run *run, int argc, char **argv, const struct option *options);

/* An option of RUN_SELECT_OPTIONS into `out`; false if `c` is none. */
bool run_select_option(int c, SelectOptions *out);

/* After the options: exactly `count` arguments (-1: at least one) must remain,
 * else a usage error that says what `usage` wants. */
bool run_arguments(Run *run, int argc, char **argv, int count,
                   const char *usage);
/* -o must have been given, or --dump, and nothing may be wrong so far; a usage
 * error else. */
bool run_needs_output(Run *run);
/* A slip that costs the user's work: -o or --proof names the file `spec` (FILE
 * or FILE#ID, NULL is fine) that is read. A usage error. */
void run_keeps(Run *run, const char *spec);

/* A whole number from 1 to `max`; a usage error naming `option` else. */
bool run_number(Run *run, const char *option, const char *value, int max,
                int *out);
/* The value of --sheet as a layout's name, as job/ takes it (it is what --on
 * takes with "sheet:" in front). Lives until run_finish. A usage error if there
 * was one before. */
const char *run_sheet(Run *run, const char *spec);
/* Which of `words`; 0 after a usage error. */
int run_word(Run *run, const char *option, const char *value,
             const char *const *words, int n);
/* "both", "native" or "latin". */
void run_script(Run *run, const char *value, int *out);

/* Open the session; false, with the message kept, if it cannot be. */
bool run_open(Run *run);

/* Print what there is to print, free, and give the exit status. */
int run_finish(Run *run);

int run_help(Run *run, const char *text);

#endif
