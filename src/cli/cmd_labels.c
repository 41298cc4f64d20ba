#include "cli/cli.h"

#include "base/limits.h"
#include "job/labels.h"

#define USAGE "envoi labels ADDRESSES [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "Address labels, or slips of plain paper to cut out and stick on the "
    "envelope.\n"
    "ADDRESSES is a YAML or CSV file; FILE#ID takes one record of it.\n\n"
    "  --on LAYOUT      label sheet (see \"envoi layouts\") or a layout file;\n"
    "                   default: slips on A4, or on letter paper by --origin\n"
    "  --origin CC      country the letters are posted in: FR, DE, US ...\n"
    "  --script WHICH   both (default), native or latin\n"
    "  --copies N       the whole list N times\n"
    "  -o, --output F   the PDF; - is stdout\n"
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n"
    "  --dump=STAGE     print items, glyphs, lines or display instead\n\n"
    "Print at 100 %, never \"fit to page\".\n";

enum { OPT_ON = 1, OPT_ORIGIN, OPT_SCRIPT, OPT_COPIES };

int cmd_labels(int argc, char **argv) {
    static const struct option options[] = {
        {"on", required_argument, NULL, OPT_ON},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"script", required_argument, NULL, OPT_SCRIPT},
        {"copies", required_argument, NULL, OPT_COPIES},
        RUN_OUTPUT_OPTIONS};
    Run run;
    run_init(&run);
    LabelsJob job = {.copies = 1};
    int script = ADDRESS_BOTH;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_ON:
            job.layout = optarg;
            break;
        case OPT_ORIGIN:
            job.origin = optarg;
            break;
        case OPT_SCRIPT:
            run_script(&run, optarg, &script);
            break;
        case OPT_COPIES:
            run_number(&run, "--copies", optarg, LIMIT_ITEMS, &job.copies);
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    bool ready = run_arguments(&run, argc, argv, 1, USAGE);
    run_keeps(&run, argv[optind]);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = argv[optind];
        job.script = (AddressScript)script;
        job.out = run.out;
        labels_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
