#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/stop.h"

typedef struct Command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *help;
} Command;

static const Command commands[] = {
    {"labels", cmd_labels,
     "sheets of address labels, or slips to cut and stick"},
    {"envelope", cmd_envelope,
     "envelopes with the address where the post wants it"},
    {"letter", cmd_letter, "letters from a Markdown file"},
    {"batch", cmd_batch,
     "letters, envelopes and labels for a list, in one order"},
    {"pack", cmd_pack,
     "packs for a letter-writing evening, from the folder of an appeal"},
    {"check", cmd_check, "say what is wrong with files, print nothing"},
    {"address", cmd_address, "what a pasted address becomes"},
    {"import", cmd_import, "an Urgent Action document becomes an appeal"},
    {"fonts", cmd_fonts,
     "which fonts set which language, and which are missing"},
    {"layouts", cmd_layouts,
     "the label sheets, envelopes and letters there are"},
    {"calibrate", cmd_calibrate,
     "measure a printer, so that its faults can be made up for"},
};
#define COMMANDS (sizeof commands / sizeof *commands)

static void help(FILE *f) {
    fputs("envoi - letters, envelopes and address labels, ready to print\n\n"
          "usage: envoi COMMAND [OPTION...] FILE...\n\n",
          f);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(f, "  %-10s %s\n", commands[i].name, commands[i].help);
    fputs("\n\"envoi COMMAND --help\" tells more. Exit status: 0 done, 1 the "
          "input has errors,\n2 usage, 3 system.\n",
          f);
}

static int unknown(const char *name) {
    const char *names[COMMANDS];
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = commands[i].name;
    const char *near = diag_did_you_mean(name, strlen(name), names, COMMANDS);
    fprintf(stderr,
            "envoi: error: unknown command \"%s\"%s%s%s; see \"envoi "
            "--help\"\n",
            name, near ? "; did you mean \"" : "", near ? near : "",
            near ? "\"?" : "");
    return 2;
}

/* Started with a standard stream closed, the next file to be opened would take
 * its place and messages would end up in a PDF. /dev/null, the wrong way round,
 * keeps the place, and using it still fails. */
static void keep_streams(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            exit(3);
}

static int end_of_text(void) {
    if (fflush(stdout) == 0)
        return 0;
    fprintf(stderr, "<stdout>: error: cannot write: %s\n", strerror(errno));
    return 3;
}

int main(int argc, char **argv) {
    keep_streams();
    /* Over the file-size limit a write gives EFBIG, which is reported; the
     * signal would leave a temporary file behind. */
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    stop_say(true);
    setlocale(LC_ALL, "C");
    if (argc < 2) {
        help(stderr);
        return 2;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
        strcmp(name, "help") == 0) {
        help(stdout);
        return end_of_text();
    }
    if (strcmp(name, "--version") == 0) {
        puts("envoi " ENVOI_VERSION);
        return end_of_text();
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    return unknown(name);
}
