#include "cli/cli.h"

#include "job/layouts.h"

#define USAGE                                                                  \
    "envoi layouts [NAME | --sheet SPEC] [--yaml] [--list KIND] "              \
    "[--search TEXT] [--draw NAME -o OUT.pdf]"

static const char help[] =
    "usage: " USAGE "\n\n"
    "The label sheets, envelopes and letters that --on knows; with NAME, all\n"
    "measures of one. A layout file of your own works the same: --on my.yaml.\n"
    "\n"
    "  --list KIND      only labels, envelopes or letters\n"
    "  --search TEXT    only those with TEXT in name or title, in any case;\n"
    "                   gLabels' and LibreOffice's label sheets too, where\n"
    "                   those are installed\n"
    "  --sheet SPEC     a sheet of labels said in one line: paper, columns x\n"
    "                   rows, label, first label, pitch, in mm; with -o drawn\n"
    "                   \"a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86\"\n"
    "  --yaml           print a label sheet as a layout file of your own\n"
    "  --draw NAME      draw one at true size, with its measures in mm\n"
    "  --origin CC      of an envelope: the boxes that this country's post "
    "wants\n"
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  -o, --output F   the drawing's PDF; - is stdout\n"
    "  --dump=display   print the drawing instead\n"
    "  --strict         warnings are errors\n";

static void read_kind(Run *run, const char *option, const char *value,
                      void *to) {
    static const char *const kinds[] = {"labels", "envelopes", "letters"};
    *(int *)to = option_word(run, option, value, kinds, 3);
}

static void check_together(Run *run, const char *name, const char *draw,
                           bool filtered, bool yaml) {
    if (!draw && (run->out.path || run->out.dump))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "-o and --dump are for a drawing; give --draw NAME");
    if (yaml && (draw || !name))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--yaml prints one label sheet as a file; give its NAME or "
                  "--sheet, and no drawing");
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
    Run run;
    run_init(&run);
    int kind = -1;
    const char *search = NULL, *draw = NULL, *sheet = NULL, *origin = NULL;
    bool yaml = false;
    option_value(&run, "list", read_kind, &kind);
    option_text(&run, "search", &search);
    option_text(&run, "draw", &draw);
    option_text(&run, "origin", &origin);
    option_value(&run, "sheet", run_read_sheet, &sheet);
    option_flag(&run, "yaml", &yaml);
    run_output_options(&run);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    const char *name = run.nargs > 0 ? run.argv[0] : sheet;
    if (run.nargs > (sheet ? 0 : 1))
        run_arguments(&run, sheet ? 0 : 1, USAGE);
    if (sheet && !draw && (run.out.path || run.out.dump)) {
        draw = sheet;
        name = NULL;
    }
    check_together(&run, name, draw, kind >= 0 || search, yaml);
    if (draw) {
        run_dumps_display(&run);
        run_needs_output(&run);
    }
    if (diag_exit_status(run.diag) == 0 && run_open(&run)) {
        if (draw)
            layouts_draw(&run.session, draw, origin, &run.out, run.diag);
        else if (yaml)
            layouts_yaml(&run.session, name, run.diag, &run.text);
        else if (name)
            layouts_describe(&run.session, name, origin, run.diag, &run.text);
        else
            layouts_list(&run.session, kind, search, run.diag, &run.text);
    }
    return run_finish(&run);
}
