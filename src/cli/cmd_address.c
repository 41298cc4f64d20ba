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

enum { OPT_TO = 1, OPT_ORIGIN, OPT_SCRIPT, OPT_YAML };

int cmd_address(int argc, char **argv) {
    static const struct option options[] = {
        {"to", required_argument, NULL, OPT_TO},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"script", required_argument, NULL, OPT_SCRIPT},
        {"yaml", no_argument, NULL, OPT_YAML},
        RUN_OPTIONS};
    Run run;
    run_init(&run);
    AddressJob job = {.path = "-"};
    int script = ADDRESS_BOTH;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_TO:
            job.to = optarg;
            break;
        case OPT_ORIGIN:
            job.origin = optarg;
            break;
        case OPT_SCRIPT:
            run_script(&run, optarg, &script);
            break;
        case OPT_YAML:
            job.yaml = true;
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    bool ready = optind == argc || run_arguments(&run, argc, argv, 1, USAGE);
    if (optind < argc)
        job.path = argv[optind];
    job.script = (AddressScript)script;
    if (ready && diag_exit_status(run.diag) == 0)
        address_run(&job, &run.text, run.diag);
    return run_finish(&run);
}
