#include "cli/cli.h"

#include "job/address.h"

#define USAGE "envoi address [OPTION...] [FILE]"

static const char help[] =
    "usage: " USAGE "\n\n"
    "What a pasted address becomes: each part of it, and the lines that are\n"
    "printed. Without FILE, or with -, paste it and press Ctrl-D.\n\n"
    "  --to CC          country it is in, if the text does not say\n"
    "  --origin CC      country it is posted in: FR, DE, US ...\n"
    "  --script WHICH   both (default), native or latin\n"
    "  --yaml           the record for an address book instead\n"
    "  --strict         warnings are errors\n";

int cmd_address(int argc, char **argv) {
    Run run;
    run_init(&run);
    AddressJob job = {.path = "-"};
    option_text(&run, "to", &job.to);
    option_text(&run, "origin", &job.origin);
    option_value(&run, "script", run_read_script, &job.script);
    option_flag(&run, "yaml", &job.yaml);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready = run.nargs == 0 || run_arguments(&run, 1, USAGE);
    if (run.nargs > 0)
        job.path = run.argv[0];
    if (ready && diag_exit_status(run.diag) == 0)
        address_run(&job, &run.text, run.diag);
    return run_finish(&run);
}
