#include "cli/mailoptions.h"
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

int cmd_letter(int argc, char **argv) {
    Run run;
    run_init(&run);
    LetterJob job = {0};
    option_text(&run, "on", &job.layout);
    option_text(&run, "to", &job.to);
    option_text(&run, "from", &job.from);
    option_text(&run, "origin", &job.origin);
    return_options(&run, &job.policy, &job.group);
    run_people_options(&run, &job.select);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready = run_arguments(&run, -1, USAGE);
    for (int i = 0; i < run.nargs; i++)
        run_keeps(&run, run.argv[i]);
    run_keeps(&run, job.to);
    run_keeps(&run, job.from);
    run_keeps(&run, job.group);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.letters = (const char *const *)run.argv;
        job.nletters = (size_t)run.nargs;
        job.out = run.out;
        letter_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
