#include "cli/cli.h"

#include "job/envelope.h"

#define USAGE "envoi envelope ADDRESSES [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "One envelope a page, the page as large as the envelope.\n"
    "ADDRESSES is a YAML or CSV file; FILE#ID takes one record of it.\n\n"
    "  --on LAYOUT      dl, c5, c6, us-10 or a layout file; default: dl, or\n"
    "                   us-10 by --origin\n"
    "  --from FILE      sender, for the return address (its first record)\n"
    "  --origin CC      country it is posted in; default: the sender's\n"
    "  --script WHICH   both (default), native or latin\n"
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  -o, --output F   the PDF; - is stdout\n"
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n"
    "  --dump=STAGE     print items, glyphs, lines or display instead\n\n"
    "Print at 100 %, with the envelope's size as paper.\n";

enum { OPT_ON = 1, OPT_FROM, OPT_ORIGIN, OPT_SCRIPT };

int cmd_envelope(int argc, char **argv) {
    static const struct option options[] = {
        {"on", required_argument, NULL, OPT_ON},
        {"from", required_argument, NULL, OPT_FROM},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"script", required_argument, NULL, OPT_SCRIPT},
        RUN_OUTPUT_OPTIONS};
    Run run;
    run_init(&run);
    EnvelopeJob job = {0};
    int script = ADDRESS_BOTH;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_ON:
            job.layout = optarg;
            break;
        case OPT_FROM:
            job.from = optarg;
            break;
        case OPT_ORIGIN:
            job.origin = optarg;
            break;
        case OPT_SCRIPT:
            run_script(&run, optarg, &script);
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    bool ready = run_arguments(&run, argc, argv, 1, USAGE);
    run_keeps(&run, argv[optind]);
    run_keeps(&run, job.from);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = argv[optind];
        job.script = (AddressScript)script;
        job.out = run.out;
        envelope_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
