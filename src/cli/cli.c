#include "cli/cli.h"

#include "base/fs.h"
#include "base/stop.h"
#include "job/records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void run_init(Run *run) {
    *run = (Run){.diag = diag_new()};
    pthread_sigmask(SIG_SETMASK, NULL, &run->signals);
    opterr = 0; /* our own messages, in our own form */
    optind = 1;
}

static void unknown_option(Run *run, char **argv,
                           const struct option *options) {
    const char *given = argv[optind - 1];
    run->unknown = true;
    if (optopt == 'o') {
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"envoi %s\" has no option \"-o\": what it prints goes to "
                  "a file with > FILE behind it",
                  argv[0]);
        return;
    }
    if (strncmp(given, "--", 2) != 0) {
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "unknown option \"-%c\"; see \"envoi %s --help\"", optopt,
                  argv[0]);
        return;
    }
    const char *names[64];
    size_t n = 0;
    for (const struct option *o = options; o->name && n < 64; o++)
        names[n++] = o->name;
    size_t len = strcspn(given + 2, "=");
    const char *near = diag_did_you_mean(given + 2, len, names, n);
    diag_file(run->diag, DIAG_USAGE, NULL,
              "unknown option \"%.*s\"%s%s%s; see \"envoi %s --help\"",
              (int)len + 2, given, near ? "; did you mean \"--" : "",
              near ? near : "", near ? "\"?" : "", argv[0]);
}

static void missing_value(Run *run, char **argv) {
    diag_file(run->diag, DIAG_USAGE, NULL,
              "option \"%s\" needs a value; see \"envoi %s --help\"",
              argv[optind - 1], argv[0]);
}

static bool has_output(const struct option *options) {
    while (options->name && options->val != 'o')
        options++;
    return options->name;
}

int run_option(Run *run, int argc, char **argv, const struct option *options) {
    const char *letters = has_output(options) ? ":ho:" : ":h";
    for (;;) {
        int c = getopt_long(argc, argv, letters, options, NULL);
        switch (c) {
        case OPT_STRICT:
            diag_strict(run->diag);
            break;
        case OPT_SYSTEM_FONTS:
            run->options.system_fonts = true;
            break;
        case OPT_DUMP:
            run->out.dump = dump_stage(optarg);
            run->out.text = &run->text;
            if (run->out.dump != DUMP_NONE)
                break;
            diag_file(run->diag, DIAG_USAGE, NULL,
                      "--dump=%s: a stage is items, glyphs, lines or display",
                      optarg);
            return '?';
        case OPT_PRINTER:
            run->options.printer = optarg;
            break;
        case OPT_QUIET:
            run->quiet = true;
            break;
        case OPT_PROOF:
            run->out.proof = optarg;
            break;
        case OPT_ENCODING:
            run->options.lists.encoding = optarg;
            break;
        case OPT_MAP:
            buf_printf(&run->map, "%s\n", optarg);
            break;
        case 'o':
            run->out.path = optarg;
            break;
        case 'h':
            return OPT_HELP;
        case '?':
            unknown_option(run, argv, options);
            return '?';
        case ':':
            missing_value(run, argv);
            return '?';
        default:
            return c;
        }
    }
}

bool run_select_option(int c, SelectOptions *out) {
    switch (c) {
    case OPT_RECORDS:
        out->records = optarg;
        return true;
    case OPT_WHERE:
        out->where = optarg;
        return true;
    case OPT_SORT:
        out->sort = optarg;
        return true;
    case OPT_DEDUPE:
        out->dedupe = true;
        return true;
    case OPT_HOUSEHOLDS:
        out->households = true;
        return true;
    case OPT_KEEP_GOING:
        out->keep_going = true;
        return true;
    }
    return false;
}

bool run_arguments(Run *run, int argc, char **argv, int count,
                   const char *usage) {
    int given = argc - optind;
    if (given == count || (count < 0 && given > 0))
        return true;
    if (given > 0 && count >= 0 && run->unknown)
        return false; /* one may be the value of that option */
    if (given > 0 && count >= 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"%s\" is one argument too many; usage: %s",
                  argv[optind + count], usage);
    else
        diag_file(run->diag, DIAG_USAGE, NULL, "a file is missing; usage: %s",
                  usage);
    return false;
}

/* `path`, given with `option`, is the file `spec`. */
static void keep(Run *run, const char *option, const char *path,
                 const char *spec) {
    if (!path || strcmp(path, "-") == 0)
        return;
    Arena *a = arena_new();
    if (fs_same(path, records_file(a, spec)))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s %s would write over the input; give the PDF another name",
                  option, path);
    arena_free(a);
}

void run_keeps(Run *run, const char *spec) {
    if (!spec || run->out.dump)
        return;
    keep(run, "-o", run->out.path, spec);
    keep(run, "--proof", run->out.proof, spec);
}

static bool is_stdout(const char *path) {
    return path && strcmp(path, "-") == 0;
}

static void check_proof(Run *run) {
    const char *path = run->out.path, *proof = run->out.proof;
    if (run->out.dump)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--proof %s: with --dump there is no PDF to prove; leave one "
                  "of the two out",
                  proof);
    else if (!*proof)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--proof needs the name of a PDF to write");
    else if (path &&
             (is_stdout(path) ? is_stdout(proof) : fs_same_target(path, proof)))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "-o and --proof would both write to %s; give the proof "
                  "another name",
                  is_stdout(path) ? "stdout" : path);
}

bool run_needs_output(Run *run) {
    if (run->out.proof)
        check_proof(run);
    if (run->out.dump)
        run->out.path = NULL;
    else if (!run->out.path || !*run->out.path)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "where to? give -o FILE.pdf (or -o - for stdout)");
    if ((is_stdout(run->out.path) || is_stdout(run->out.proof)) &&
        isatty(STDOUT_FILENO))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s - would print a PDF on the terminal; send it to a file "
                  "or a program",
                  is_stdout(run->out.path) ? "-o" : "--proof");
    return diag_exit_status(run->diag) == 0;
}

bool run_number(Run *run, const char *option, const char *value, int max,
                int *out) {
    char *end;
    errno = 0;
    long v = strtol(value, &end, 10);
    if (errno == 0 && end != value && !*end && v >= 1 && v <= max) {
        *out = (int)v;
        return true;
    }
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is no whole number from 1 to %d", option, value, max);
    return false;
}

int run_word(Run *run, const char *option, const char *value,
             const char *const *words, int n) {
    Buf list = {0};
    for (int i = 0; i < n; i++)
        if (strcmp(value, words[i]) == 0)
            return i;
    for (int i = 0; i < n; i++)
        buf_printf(&list, "%s%s", i ? i == n - 1 ? " or " : ", " : "",
                   words[i]);
    diag_file(run->diag, DIAG_USAGE, NULL, "%s: \"%s\" is none of %.*s", option,
              value, (int)list.n, list.s);
    buf_free(&list);
    return 0;
}

void run_script(Run *run, const char *value, int *out) {
    static const char *const names[] = {"both", "native", "latin"};
    *out = run_word(run, "--script", value, names, 3);
}

bool run_open(Run *run) {
    run->options.lists.map = run->map.s;
    bool ok = session_open(&run->session, &run->options, run->diag);
    run->out.printer = run->session.printer;
    if (!run->quiet)
        run->out.progress = progress_begin(&run->progress);
    return ok;
}

int run_help(Run *run, const char *text) {
    buf_puts(&run->text, text);
    return run_finish(run);
}

const char *run_sheet(Run *run, const char *spec) {
    if (run->sheet)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--sheet is here twice; one run prints on one kind of sheet");
    free(run->sheet);
    if (asprintf(&run->sheet, "sheet:%s", spec) < 0)
        oom();
    return run->sheet;
}

int run_finish(Run *run) {
    stop_say(false);
    progress_end(&run->progress);
    int status = diag_exit_status(run->diag);
    if (run->text.n &&
        (fwrite(run->text.s, 1, run->text.n, stdout) != run->text.n ||
         fflush(stdout) != 0)) {
        diag_file(run->diag, DIAG_SYSTEM, "<stdout>", "cannot write: %s",
                  strerror(errno));
        status = diag_exit_status(run->diag);
    }
    const char *no_color = getenv("NO_COLOR");
    diag_print(run->diag, stderr,
               isatty(STDERR_FILENO) && !(no_color && *no_color));
    session_close(&run->session);
    diag_free(run->diag);
    buf_free(&run->text);
    buf_free(&run->map);
    free(run->sheet);
    /* Who was stopped has said so now, and ends as whoever stopped it
     * expects. */
    pthread_sigmask(SIG_SETMASK, &run->signals, NULL);
    return status;
}
