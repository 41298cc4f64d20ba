#include "cli/cli.h"

#include "job/layouts.h"

#include <string.h>

#define USAGE                                                                  \
    "envoi layouts [NAME] [--list KIND] [--search TEXT] [--draw NAME -o "      \
    "OUT.pdf]"

static const char help[] =
    "usage: " USAGE "\n\n"
    "The label sheets, envelopes and letters that --on knows; with NAME, all\n"
    "measures of one. A layout file of your own works the same: --on my.yaml.\n"
    "\n"
    "  --list KIND      only labels, envelopes or letters\n"
    "  --search TEXT    only those with TEXT in name or title, in any case\n"
    "  --draw NAME      draw one at true size, with its measures in mm\n"
    "  --origin CC      of an envelope: the boxes that this country's post "
    "wants\n"
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  -o, --output F   the drawing's PDF; - is stdout\n"
    "  --dump=display   print the drawing instead\n"
    "  --strict         warnings are errors\n";

enum { OPT_LIST = 1, OPT_SEARCH, OPT_DRAW, OPT_ORIGIN };

/* -1 after a usage error. */
static int read_kind(Run *run, const char *value) {
    static const char *const kinds[] = {"labels", "envelopes", "letters"};
    for (int i = 0; i < 3; i++)
        if (strcmp(value, kinds[i]) == 0)
            return i;
    diag_file(run->diag, DIAG_USAGE, NULL,
              "--list: \"%s\" is none of labels, envelopes, letters", value);
    return -1;
}

static void check_together(Run *run, const char *name, const char *draw,
                           bool filtered) {
    if (!draw && (run->out.path || run->out.dump))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "-o and --dump are for a drawing; give --draw NAME");
    if (draw && name)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"%s\" is one argument too many: --draw has its layout, "
                  "\"%s\"",
                  name, draw);
    if ((draw || name) && filtered)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--list and --search are for the list; leave out \"%s\"",
                  draw ? draw : name);
}

int cmd_layouts(int argc, char **argv) {
    static const struct option options[] = {
        {"list", required_argument, NULL, OPT_LIST},
        {"search", required_argument, NULL, OPT_SEARCH},
        {"draw", required_argument, NULL, OPT_DRAW},
        {"origin", required_argument, NULL, OPT_ORIGIN},
        RUN_OUTPUT_OPTIONS};
    Run run;
    run_init(&run);
    int kind = -1;
    const char *search = NULL, *draw = NULL, *origin = NULL;
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_LIST:
            kind = read_kind(&run, optarg);
            break;
        case OPT_SEARCH:
            search = optarg;
            break;
        case OPT_DRAW:
            draw = optarg;
            break;
        case OPT_ORIGIN:
            origin = optarg;
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    const char *name = optind < argc ? argv[optind] : NULL;
    if (argc - optind > 1)
        run_arguments(&run, argc, argv, 1, USAGE);
    check_together(&run, name, draw, kind >= 0 || search);
    if (draw)
        run_needs_output(&run);
    if (diag_exit_status(run.diag) == 0 && run_open(&run)) {
        if (draw)
            layouts_draw(&run.session, draw, origin, &run.out, run.diag);
        else if (name)
            layouts_describe(&run.session, name, origin, run.diag, &run.text);
        else
            layouts_list(&run.session, kind, search, run.diag, &run.text);
    }
    return run_finish(&run);
}
