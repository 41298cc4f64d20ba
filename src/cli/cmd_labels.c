#include "base/limits.h"
#include "cli/mailoptions.h"

#define USAGE "envoi labels ADDRESSES [OPTION...] -o OUT.pdf"

static const char help[] =
    "usage: " USAGE "\n\n"
    "Address labels, or slips of plain paper to cut out and stick on the "
    "envelope.\n"
    "ADDRESSES is an address book (YAML), a table or spreadsheet, or vCards;\n"
    "FILE#ID takes one record of it.\n\n"
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

static void read_order(Run *run, const char *option, const char *value,
                       void *to) {
    static const char *const orders[] = {"pack", "target"};
    *(LabelOrder *)to = (LabelOrder)option_word(run, option, value, orders, 2);
}

static void add_options(Run *run, LabelsJob *job, const char **sheet) {
    option_text(run, "on", &job->layout);
    option_value(run, "sheet", run_read_sheet, sheet);
    option_text(run, "origin", &job->origin);
    option_value(run, "script", run_read_script, &job->script);
    option_number(run, "copies", LIMIT_ITEMS, &job->copies);
    option_value(run, "order", read_order, &job->order);
    label_place_options(run, job);
    option_number(run, "from-label", LIMIT_ITEMS, &job->from_label);
    option_text(run, "only", &job->only);
    option_text(run, "redo-sheet", &job->redo_sheet);
    option_text(run, "lang", &job->lang);
    option_flag(run, "outline", &job->outline);
    run_people_options(run, &job->select);
}

int cmd_labels(int argc, char **argv) {
    Run run;
    run_init(&run);
    LabelsJob job = {.copies = 1};
    const char *sheet = NULL;
    add_options(&run, &job, &sheet);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
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
    bool ready = run_arguments(&run, 1, USAGE);
    run_keeps(&run, run.argv[0]);
    ready = run_needs_output(&run) && ready;
    if (ready && run_open(&run)) {
        job.addresses = run.argv[0];
        job.out = run.out;
        labels_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
