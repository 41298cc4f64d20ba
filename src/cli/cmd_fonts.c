#include "cli/cli.h"

#include "job/inspect.h"

static const char help[] =
    "usage: envoi fonts [--lang LANG [--sans] [--bold] [--italic] TEXT]\n\n"
    "Without TEXT: every stack of faces, with the files that are there and "
    "the\n"
    "packages that bring the missing ones. With TEXT: the face that will set\n"
    "each character.\n\n"
    "  --lang LANG      language of TEXT, a BCP 47 tag: en, zh, zh-Hant, ug\n"
    "  --sans           the sans stack (addresses) instead of serif\n"
    "  --bold --italic  the style\n"
    "  --system-fonts   allow fonts outside the curated list\n";

enum { OPT_LANG = 1, OPT_SANS, OPT_BOLD, OPT_ITALIC };

int cmd_fonts(int argc, char **argv) {
    static const struct option options[] = {
        {"lang", required_argument, NULL, OPT_LANG},
        {"sans", no_argument, NULL, OPT_SANS},
        {"bold", no_argument, NULL, OPT_BOLD},
        {"italic", no_argument, NULL, OPT_ITALIC},
        RUN_OPTIONS};
    Run run;
    run_init(&run);
    TextStyle style = {.size = 10 * LEN_PT, .lang = ""};
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_LANG:
            style.lang = optarg;
            break;
        case OPT_SANS:
            style.family = FONT_SANS;
            break;
        case OPT_BOLD:
            style.bold = true;
            break;
        case OPT_ITALIC:
            style.italic = true;
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    if (argc - optind > 1)
        run_arguments(&run, argc, argv, 1,
                      "envoi fonts [--lang LANG TEXT]; put TEXT in quotes");
    if (diag_exit_status(run.diag) == 0 && run_open(&run)) {
        if (optind < argc)
            inspect_text(&run.session, argv[optind], &style, run.diag,
                         &run.text);
        else
            fontset_print(run.session.fonts, &run.text);
    }
    return run_finish(&run);
}
