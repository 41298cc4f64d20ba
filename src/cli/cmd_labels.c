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
    "  --sheet SPEC     a sheet that nobody lists, said in one line: paper,\n"
    "                   columns x rows, label, first label, pitch, in mm:\n"
    "                   \"a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86\"\n"
    "  --origin CC      country the letters are posted in: FR, DE, US ...\n"
    "  --script WHICH   both (default), native or latin\n"
    "  --copies N       each address N times, times its own \"copies\"\n"
    "  --order WHICH    pack (default): one of each, again and again; target:\n"
    "                   all of the first address, all of the second ...\n"
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
    "Sheets that are used in part, and plain paper:\n\n"
    "  --start N        begin with this label of the first sheet\n"
    "  --free LABELS    only these are left of the first sheet: 5-8,12; once\n"
    "                   more for a second part-used sheet, and so on\n"
    "  --ledger FILE    a file that knows what is left of all your sheets, "
    "uses\n"
    "                   these first and is kept up; made if it is not there\n"
    "  --stack          in depth: cut the pile once, lay the stacks on one\n"
    "                   another, and the slips are in order\n\n"
    "After a jam, with all other options as before:\n\n"
    "  --only LABELS    these labels of the run alone, 14,20-31\n"
    "  --from-label N   label N of the run and all behind it\n"
    "  --redo-sheet N   this sheet of the run again, as it was\n\n"
    "Before many sheets are fed. The first has a ruler beside the labels,\n"
    "where there is room, with words in the language of --origin:\n\n"
    "  --outline        the edges of all labels too: print it on plain paper\n"
    "                   and hold it against the light\n"
    "  --lang LANG      the ruler's words in this language: fr, zh-Hant ...\n"
    "  --no-ruler       no ruler\n\n"
    "Print at 100 %, never \"fit to page\".\n";

enum {
    OPT_ON = 1,
    OPT_SHEET,
    OPT_ORIGIN,
    OPT_SCRIPT,
    OPT_COPIES,
    OPT_ORDER,
    OPT_START,
    OPT_FREE,
    OPT_FROM_LABEL,
    OPT_ONLY,
    OPT_REDO_SHEET,
    OPT_STACK,
    OPT_LANG,
    OPT_NO_RULER,
    OPT_OUTLINE,
    OPT_LEDGER
};

/* The options that say which labels come where, and what is beside them. False
 * if `c` is another. */
static bool place_option(Run *run, int c, const char **parts, LabelsJob *job) {
    switch (c) {
    case OPT_START:
        run_number(run, "--start", optarg, LIMIT_CELLS, &job->start);
        break;
    case OPT_FREE:
        parts[job->nfree++] = optarg;
        job->free = parts;
        break;
    case OPT_FROM_LABEL:
        run_number(run, "--from-label", optarg, LIMIT_ITEMS, &job->from_label);
        break;
    case OPT_ONLY:
        job->only = optarg;
        break;
    case OPT_REDO_SHEET:
        job->redo_sheet = optarg;
        break;
    case OPT_LEDGER:
        job->ledger = optarg;
        break;
    case OPT_STACK:
        job->stack = true;
        break;
    case OPT_LANG:
        job->lang = optarg;
        break;
    case OPT_NO_RULER:
        job->no_ruler = true;
        break;
    case OPT_OUTLINE:
        job->outline = true;
        break;
    default:
        return false;
    }
    return true;
}

int cmd_labels(int argc, char **argv) {
    static const struct option options[] = {
        {"on", required_argument, NULL, OPT_ON},
        {"sheet", required_argument, NULL, OPT_SHEET},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"script", required_argument, NULL, OPT_SCRIPT},
        {"copies", required_argument, NULL, OPT_COPIES},
        {"order", required_argument, NULL, OPT_ORDER},
        {"start", required_argument, NULL, OPT_START},
        {"free", required_argument, NULL, OPT_FREE},
        {"from-label", required_argument, NULL, OPT_FROM_LABEL},
        {"only", required_argument, NULL, OPT_ONLY},
        {"redo-sheet", required_argument, NULL, OPT_REDO_SHEET},
        {"stack", no_argument, NULL, OPT_STACK},
        {"ledger", required_argument, NULL, OPT_LEDGER},
        {"lang", required_argument, NULL, OPT_LANG},
        {"no-ruler", no_argument, NULL, OPT_NO_RULER},
        {"outline", no_argument, NULL, OPT_OUTLINE},
        RUN_PROOF_OPTION,
        RUN_LIST_OPTIONS,
        RUN_SELECT_OPTIONS,
        RUN_OUTPUT_OPTIONS};
    static const char *const orders[] = {"pack", "target"};
    Run run;
    run_init(&run);
    LabelsJob job = {.copies = 1};
    int script = ADDRESS_BOTH;
    const char *sheet = NULL;
    Arena *a = arena_new();
    const char **parts = ARENA_ARRAY(a, const char *, (size_t)argc);
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        if (place_option(&run, c, parts, &job) ||
            run_select_option(c, &job.select))
            continue;
        switch (c) {
        case OPT_ON:
            job.layout = optarg;
            break;
        case OPT_SHEET:
            sheet = run_sheet(&run, optarg);
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
        case OPT_ORDER:
            job.order =
                (LabelOrder)run_word(&run, "--order", optarg, orders, 2);
            break;
        case OPT_HELP:
            arena_free(a);
            return run_help(&run, help);
        }
    }
    if (sheet && job.layout)
        diag_file(run.diag, DIAG_USAGE, NULL,
                  "--on and --sheet both say what it is printed on; leave out "
                  "one of them");
    if (sheet)
        job.layout = sheet;
    if (job.ledger && !job.layout)
        diag_file(run.diag, DIAG_USAGE, NULL,
                  "--ledger: of which sheets? give --on LAYOUT or --sheet; "
                  "plain paper need not be kept count of");
    bool ready = run_arguments(&run, argc, argv, 1, USAGE);
    run_keeps(&run, argv[optind]);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = argv[optind];
        job.script = (AddressScript)script;
        job.out = run.out;
        labels_run(&run.session, &job, run.diag);
    }
    arena_free(a);
    return run_finish(&run);
}
