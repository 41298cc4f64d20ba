#include "cli/cli.h"

#include "job/import.h"

#include <string.h>

#define USAGE "envoi import [OPTION...] DOCUMENT..."

static const char help[] =
    "usage: " USAGE "\n\n"
    "What an Urgent Action says, and a folder made of it from which letters "
    "are\n"
    "printed. DOCUMENT is a text, Markdown, .docx, .odt, .pdf or .html file, "
    "or -\n"
    "for standard input. Several are several actions, or one in several "
    "languages.\n\n"
    "  -o, --output DIR make the folder DIR: appeal.yaml, targets.yaml, "
    "letter\n"
    "                   and case sheet; without it there is only the report\n"
    "  --book FILE      address book that may know how an address is written "
    "in\n"
    "                   its country; default: your own, if you keep one\n"
    "  --learn          add the addresses that the document gives in two "
    "scripts\n"
    "                   to the book\n"
    "  --as letter      an editable letter of a document that is no Urgent "
    "Action;\n"
    "                   -o names the file\n"
    "  --lang LANG      what the document is written in, if it is told "
    "wrongly:\n"
    "                   en, fr, es, de, zh, zh-Hant\n"
    "  --force          write over files that are there\n"
    "  --json           the report for programs\n"
    "  --strict         warnings are errors\n";

/* The languages whose headings are known. */
static void read_lang(Run *run, const char *option, const char *value,
                      void *to) {
    static const char *const known[] = {"en", "fr",      "es",     "de",
                                        "zh", "zh-Hans", "zh-Hant"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], value) == 0) {
            *(const char **)to = known[i];
            return;
        }
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is no language whose headings are known; they are "
              "en, fr, es, de, zh, zh-Hans and zh-Hant",
              option, value);
}

static void read_as(Run *run, const char *option, const char *value, void *to) {
    *(bool *)to = strcmp(value, "letter") == 0;
    if (!*(bool *)to)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is nothing that a document becomes; it is "
                  "letter",
                  option, value);
}

int cmd_import(int argc, char **argv) {
    Run run;
    run_init(&run);
    ImportJob job = {0};
    option_text(&run, "output", &job.out);
    option_text(&run, "book", &job.book);
    option_flag(&run, "learn", &job.learn);
    option_value(&run, "as", read_as, &job.as_letter);
    option_value(&run, "lang", read_lang, &job.lang);
    option_flag(&run, "force", &job.force);
    option_flag(&run, "json", &job.json);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    if (run_arguments(&run, -1, USAGE) && diag_exit_status(run.diag) == 0) {
        job.paths = (const char *const *)run.argv;
        job.n = (size_t)run.nargs;
        import_run(&job, &run.text, run.diag);
    }
    return run_finish(&run);
}
