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

enum { OPT_BOOK = 1, OPT_LEARN, OPT_AS, OPT_LANG, OPT_FORCE, OPT_JSON };

/* The languages whose headings are known. */
static const char *read_lang(Run *run, const char *value) {
    static const char *const known[] = {"en", "fr",      "es",     "de",
                                        "zh", "zh-Hans", "zh-Hant"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], value) == 0)
            return known[i];
    diag_file(run->diag, DIAG_USAGE, NULL,
              "--lang: \"%s\" is no language whose headings are known; they "
              "are en, fr, es, de, zh, zh-Hans and zh-Hant",
              value);
    return NULL;
}

int cmd_import(int argc, char **argv) {
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"book", required_argument, NULL, OPT_BOOK},
        {"learn", no_argument, NULL, OPT_LEARN},
        {"as", required_argument, NULL, OPT_AS},
        {"lang", required_argument, NULL, OPT_LANG},
        {"force", no_argument, NULL, OPT_FORCE},
        {"json", no_argument, NULL, OPT_JSON},
        RUN_OPTIONS};
    Run run;
    run_init(&run);
    ImportJob job = {0};
    for (int c; (c = run_option(&run, argc, argv, options)) != -1;) {
        switch (c) {
        case OPT_BOOK:
            job.book = optarg;
            break;
        case OPT_LEARN:
            job.learn = true;
            break;
        case OPT_AS:
            job.as_letter = strcmp(optarg, "letter") == 0;
            if (!job.as_letter)
                diag_file(run.diag, DIAG_USAGE, NULL,
                          "--as: \"%s\" is nothing that a document becomes; "
                          "it is letter",
                          optarg);
            break;
        case OPT_LANG:
            job.lang = read_lang(&run, optarg);
            break;
        case OPT_FORCE:
            job.force = true;
            break;
        case OPT_JSON:
            job.json = true;
            break;
        case OPT_HELP:
            return run_help(&run, help);
        }
    }
    if (run_arguments(&run, argc, argv, -1, USAGE) &&
        diag_exit_status(run.diag) == 0) {
        job.paths = (const char *const *)&argv[optind];
        job.n = (size_t)(argc - optind);
        job.out = run.out.path;
        import_run(&job, &run.text, run.diag);
    }
    return run_finish(&run);
}
