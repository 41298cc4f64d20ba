#include "cli/cli.h"

#include "job/check.h"
#include "job/paperlang.h"

#define USAGE "envoi check FILE..."

static const char help[] =
    "usage: " USAGE "\n\n"
    "Letters (.md), folders of appeals, address books and other lists, "
    "layouts:\n"
    "everything a run would say, without a PDF. Silence and status 0 mean that "
    "all is well.\n\n"
    "  --origin CC      country it is posted in\n"
    "  --cover-lang TAG language of the papers of packs; default: that "
    "country's\n" RUN_LIST_HELP "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n";

int cmd_check(int argc, char **argv) {
    Run run;
    run_init(&run);
    CheckOptions opt = {0};
    option_text(&run, "origin", &opt.origin);
    option_text(&run, "cover-lang", &opt.cover_lang);
    run_list_options(&run);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready =
        run_arguments(&run, -1, USAGE) && diag_exit_status(run.diag) == 0;
    if (opt.cover_lang)
        paperlang_tag(run.arena, "--cover-lang", opt.cover_lang, run.diag);
    if (ready && run_open(&run))
        for (int i = 0; i < run.nargs; i++)
            check_run(&run.session, run.argv[i], &opt, run.diag);
    return run_finish(&run);
}
