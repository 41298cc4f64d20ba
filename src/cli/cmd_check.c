#include "cli/cli.h"

#include "job/check.h"

#define USAGE "envoi check FILE..."

static const char help[] =
    "usage: " USAGE "\n\n"
    "Letters (.md), folders of appeals, address books (.yaml .csv), layouts:\n"
    "everything a run would say, without a PDF. Silence and status 0 mean that "
    "all is well.\n\n"
    "  --origin CC      country it is posted in\n" RUN_LIST_HELP
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n";

enum { OPT_ORIGIN = 1 };

int cmd_check(int argc, char **argv) {
    static const struct option options[] = {
        {"origin", required_argument, NULL, OPT_ORIGIN},
        RUN_LIST_OPTIONS,
        RUN_OPTIONS};
    Run run;
    run_init(&run);
    const char *origin = NULL;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        if (c == OPT_ORIGIN)
            origin = optarg;
        else if (c == OPT_HELP)
            return run_help(&run, help);
    }
    if (run_arguments(&run, argc, argv, -1, USAGE) &&
        diag_exit_status(run.diag) == 0 && run_open(&run))
        for (int i = optind; i < argc; i++)
            check_run(&run.session, argv[i], origin, run.diag);
    return run_finish(&run);
}
