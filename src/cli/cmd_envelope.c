#include "cli/mailoptions.h"

#include "job/envelope.h"

#include <string.h>

#define USAGE "envoi envelope ADDRESSES [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "One envelope a page, the page as large as the envelope.\n"
    "ADDRESSES is an address book (YAML), a table or spreadsheet, or vCards;\n"
    "FILE#ID takes one record of it.\n\n"
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

int cmd_envelope(int argc, char **argv) {
    Run run;
    run_init(&run);
    EnvelopeJob job = {0};
    option_text(&run, "on", &job.layout);
    option_text(&run, "from", &job.from);
    option_text(&run, "origin", &job.origin);
    option_value(&run, "script", run_read_script, &job.script);
    envelope_options(&run, &job);
    run_people_options(&run, &job.select);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready = run_arguments(&run, 1, USAGE);
    run_keeps(&run, run.argv[0]);
    run_keeps(&run, job.from);
    run_keeps(&run, job.group);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = run.argv[0];
        job.out = run.out;
        envelope_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
