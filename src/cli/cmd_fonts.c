#include "cli/cli.h"

#include "job/inspect.h"
#include "job/paperlang.h"

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

int cmd_fonts(int argc, char **argv) {
    Run run;
    run_init(&run);
    TextStyle style = {.size = 10 * LEN_PT, .lang = ""};
    bool sans = false;
    const char *lang = NULL;
    option_text(&run, "lang", &lang);
    option_flag(&run, "sans", &sans);
    option_flag(&run, "bold", &style.bold);
    option_flag(&run, "italic", &style.italic);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    if (lang && !(lang = paperlang_tag(run.arena, "--lang", lang, run.diag)))
        lang = "";
    style.lang = lang ? lang : "";
    if (sans)
        style.family = FONT_SANS;
    if (run.nargs > 1)
        run_arguments(&run, 1,
                      "envoi fonts [--lang LANG TEXT]; put TEXT in quotes");
    if (diag_exit_status(run.diag) == 0 && run_open(&run)) {
        if (run.nargs > 0)
            inspect_text(&run.session, run.argv[0], &style, run.diag,
                         &run.text);
        else
            fontset_print(run.session.fonts, &run.text);
    }
    return run_finish(&run);
}
