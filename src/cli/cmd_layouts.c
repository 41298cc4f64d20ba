#include "cli/cli.h"

#include "job/inspect.h"

static const char help[] = "usage: envoi layouts\n\n"
                           "The label sheets, envelopes and letters that --on "
                           "knows. A layout file of\n"
                           "your own works the same: --on my.yaml.\n";

int cmd_layouts(int argc, char **argv) {
    static const struct option options[] = {RUN_OPTIONS};
    Run run;
    run_init(&run);
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;)
        if (c == OPT_HELP)
            return run_help(&run, help);
    if (run_arguments(&run, argc, argv, 0, "envoi layouts") &&
        diag_exit_status(run.diag) == 0 && run_open(&run))
        inspect_layouts(&run.session, run.diag, &run.text);
    return run_finish(&run);
}
