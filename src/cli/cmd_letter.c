#include "cli/cli.h"

#include "job/letter.h"

#define USAGE "envoi letter LETTER.md... [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "Letters from Markdown with a header between lines of ---. One for every\n"
    "sender and addressee; several files follow one another, each letter on\n"
    "the front of a sheet.\n\n"
    "  --on LAYOUT      a letter of \"envoi layouts\" or a layout file;\n"
    "                   default: the letter's \"on:\", else din5008-b, or\n"
    "                   us-letter by --origin\n"
    "  --to FILE        addressees; default: the letter's \"to:\"\n"
    "  --from FILE      senders; default: the letter's \"from:\"\n"
    "  --from blank     ruled lines, for a sender who writes himself in\n"
    "  --origin CC      country it is posted in; default: the sender's\n"
    "  --return WHICH   of a sheet that becomes its own envelope (fold-a4),\n"
    "                   the sender outside: full (default), initials, group,\n"
    "                   none\n"
    "  --group FILE#ID  whose address \"group\" is; default: the record that "
    "the\n"
    "                   sender names as \"group\"\n"
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
    "FILE#ID takes one record of an address book. Print at 100 %, never \"fit "
    "to\npage\": window and folds are measured in mm.\n";

enum { OPT_ON = 1, OPT_TO, OPT_FROM, OPT_ORIGIN, OPT_RETURN, OPT_GROUP };

int cmd_letter(int argc, char **argv) {
    static const struct option options[] = {
        {"on", required_argument, NULL, OPT_ON},
        {"to", required_argument, NULL, OPT_TO},
        {"from", required_argument, NULL, OPT_FROM},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        {"return", required_argument, NULL, OPT_RETURN},
        {"group", required_argument, NULL, OPT_GROUP},
        RUN_PROOF_OPTION,
        RUN_LIST_OPTIONS,
        RUN_SELECT_OPTIONS,
        RUN_OUTPUT_OPTIONS};
    Run run;
    run_init(&run);
    LetterJob job = {0};
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        if (run_select_option(c, &job.select))
            continue;
        switch (c) {
        case OPT_ON:
            job.layout = optarg;
            break;
        case OPT_TO:
            job.to = optarg;
            break;
        case OPT_FROM:
            job.from = optarg;
            break;
        case OPT_ORIGIN:
            job.origin = optarg;
            break;
        case OPT_RETURN:
            job.policy = (ReturnPolicy)run_word(
                &run, "--return", optarg, return_policy_names, RETURN_POLICIES);
            break;
        case OPT_GROUP:
            job.group = optarg;
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    bool ready = run_arguments(&run, argc, argv, -1, USAGE);
    for (int i = optind; i < argc; i++)
        run_keeps(&run, argv[i]);
    run_keeps(&run, job.to);
    run_keeps(&run, job.from);
    run_keeps(&run, job.group);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.letters = (const char *const *)argv + optind;
        job.nletters = (size_t)(argc - optind);
        job.out = run.out;
        letter_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
