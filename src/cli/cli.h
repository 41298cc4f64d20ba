/* cli.h - what the commands share: their table entry, options, the end.
 */
#ifndef ENVOI_CLI_CLI_H
#define ENVOI_CLI_CLI_H

#include <signal.h>
#include <stdio.h>

#include "cli/options.h"
#include "cli/progress.h"
#include "job/select.h"
#include "job/session.h"
#include "model/address.h"

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

/* One run of a command: session, messages, arguments. */
struct Run {
    Arena *arena;
    Session session;
    Diag *diag;
    SessionOptions options;
    JobOutput out;
    Buf text; /* what goes to stdout at the end */
    VEC(Option) table;
    char **argv; /* what is left behind the options */
    int nargs;
    bool unknown; /* there was an option nobody knows; it may have a value */
    bool strict;
    bool quiet; /* no progress */
    ProgressLine progress;
    sigset_t signals; /* what is blocked when nothing is being written */
    Buf map;          /* the values of --map, one a line */
};

void run_init(Run *run);

/* Options that several commands have, with what their --help says of them. All
 * have --strict, --system-fonts and --help. */

/* -o, --printer, --dump, --quiet. */
void run_output_options(Run *run);
/* For what prints something for each of a list of people: those, --proof, what
 * chooses from the list, what it is read as. */
void run_people_options(Run *run, SelectOptions *out);
#define RUN_SELECT_HELP                                                        \
    "  --records 41-60  these of the file, with the numbers they have there\n" \
    "  --where EXPR     those for which it is true: "                          \
    "'country = CN and has fax'\n"                                             \
    "  --sort FIELD,... by postcode, name ...; -FIELD downwards\n"             \
    "  --dedupe         one of those with the same name and address\n"         \
    "  --households     people at one address share an envelope\n"             \
    "  --keep-going     leave out records that cannot be used, and list "      \
    "them\n"
/* For what only reads such lists; they are in options.lists from run_open on.
 */
void run_list_options(Run *run);
#define RUN_LIST_HELP                                                          \
    "  --encoding NAME  what the lists are in, if it is found out wrongly\n"   \
    "  --map COL=FIELD  what columns mean: "                                   \
    "\"PLZ=postcode,Verein=organisation\"\n"

/* After all options are added: read them. False: --help. */
bool run_parse(Run *run, int argc, char **argv);

/* After the options: exactly `count` arguments (-1: at least one) must remain,
 * else a usage error that says what `usage` wants. */
bool run_arguments(Run *run, int count, const char *usage);
/* -o must have been given, or --dump, and nothing may be wrong so far; a usage
 * error else. */
bool run_needs_output(Run *run);
/* Of what is printed only --dump=display can be; a usage error else. */
void run_dumps_display(Run *run);
/* A slip that costs the user's work: -o or --proof names the file `spec` (FILE
 * or FILE#ID, NULL is fine) that is read. A usage error. */
void run_keeps(Run *run, const char *spec);

/* OptionRead: the value of --sheet as a layout's name (const char *), as job/
 * takes it: it is what --on takes with "sheet:" in front. */
OptionRead run_read_sheet;
/* OptionRead: "both", "native" or "latin", an AddressScript. */
OptionRead run_read_script;

/* Open the session; false, with the message kept, if it cannot be. */
bool run_open(Run *run);

/* Print what there is to print, free, and give the exit status. */
int run_finish(Run *run);

int run_help(Run *run, const char *text);

#endif
