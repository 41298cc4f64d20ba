#include "cli/cli.h"

#include "job/envelope.h"

#include <string.h>

#define USAGE "envoi envelope ADDRESSES [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "One envelope a page, the page as large as the envelope.\n"
    "ADDRESSES is a YAML or CSV file; FILE#ID takes one record of it.\n\n"
    "  --on LAYOUT      dl, c5, c6, us-10 ... (\"envoi layouts --list "
    "envelopes\"),\n"
    "                   a layout file, or a size: 240x120mm; default: dl, or\n"
    "                   us-10 by --origin\n"
    "  --portrait       the envelope stands on its short side\n"
    "  --paper NAME     print it on a4, letter ... to cut out and paste on\n"
    "  --from FILE      sender, for the return address (its first record)\n"
    "  --return WHAT    full (default); initials: first name, initial, city;\n"
    "                   group: the sender's group; none\n"
    "  --group FILE#ID  the group; default: the sender's \"group\"\n"
    "  --return-place W front (default), or flap: on a second page, the back\n"
    "  --air yes|no     air mail mark on mail abroad; default: as the post "
    "wants\n"
    "  --frame yes|no   print the postcode frame of cn-, jp-, vertical- "
    "envelopes;\n"
    "                   no: it is on them already\n"
    "  --origin CC      country it is posted in; default: the sender's\n"
    "  --script WHICH   both (default), native or latin\n"
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  --proof F        another PDF, to check the addresses character by\n"
    "                   character if you cannot read them; both or "
    "none\n" RUN_LIST_HELP RUN_SELECT_HELP
    "  -o, --output F   the PDF; - is stdout\n"
    "  --quiet          do not show how far a long run is\n"
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n"
    "  --dump=STAGE     print items, glyphs, lines or display instead\n\n"
    "Print at 100 %, with the envelope's size as paper.\n";

enum {
    OPT_ON = 1,
    OPT_FROM,
    OPT_ORIGIN,
    OPT_SCRIPT,
    OPT_PORTRAIT,
    OPT_PAPER,
    OPT_RETURN,
    OPT_GROUP,
    OPT_PLACE,
    OPT_AIR,
    OPT_FRAME
};

static void read_envelope_option(Run *run, int c, EnvelopeJob *job) {
    static const char *const places[] = {"front", "flap"};
    static const char *const yes_no[] = {"yes", "no"};
    switch (c) {
    case OPT_PORTRAIT:
        job->portrait = true;
        break;
    case OPT_PAPER:
        job->paper = optarg;
        break;
    case OPT_RETURN:
        job->policy = (ReturnPolicy)run_word(
            run, "--return", optarg, return_policy_names, RETURN_POLICIES);
        break;
    case OPT_GROUP:
        job->group = optarg;
        break;
    case OPT_PLACE:
        job->flap = run_word(run, "--return-place", optarg, places, 2) == 1;
        break;
    case OPT_FRAME:
        job->no_frame = run_word(run, "--frame", optarg, yes_no, 2) == 1;
        break;
    case OPT_AIR:
        job->air = run_word(run, "--air", optarg, yes_no, 2) ? AIR_NO : AIR_YES;
        break;
    }
}

int cmd_envelope(int argc, char **argv) {
    static const struct option options[] = {
        {"on", required_argument, NULL, OPT_ON},
        {"from", required_argument, NULL, OPT_FROM},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"script", required_argument, NULL, OPT_SCRIPT},
        {"portrait", no_argument, NULL, OPT_PORTRAIT},
        {"paper", required_argument, NULL, OPT_PAPER},
        {"return", required_argument, NULL, OPT_RETURN},
        {"group", required_argument, NULL, OPT_GROUP},
        {"return-place", required_argument, NULL, OPT_PLACE},
        {"air", required_argument, NULL, OPT_AIR},
        {"frame", required_argument, NULL, OPT_FRAME},
        RUN_PROOF_OPTION,
        RUN_LIST_OPTIONS,
        RUN_SELECT_OPTIONS,
        RUN_OUTPUT_OPTIONS};
    Run run;
    run_init(&run);
    EnvelopeJob job = {0};
    int script = ADDRESS_BOTH;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        if (run_select_option(c, &job.select))
            continue;
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
        default:
            read_envelope_option(&run, c, &job);
        }
    }
    bool ready = run_arguments(&run, argc, argv, 1, USAGE);
    run_keeps(&run, argv[optind]);
    run_keeps(&run, job.from);
    run_keeps(&run, job.group);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = argv[optind];
        job.script = (AddressScript)script;
        job.out = run.out;
        envelope_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
