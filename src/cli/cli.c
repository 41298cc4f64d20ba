#include "cli/cli.h"

#include "base/fs.h"
#include "base/stop.h"
#include "job/records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void run_init(Run *run) {
    *run = (Run){.arena = arena_new(), .diag = diag_new()};
    pthread_sigmask(SIG_SETMASK, NULL, &run->signals);
}

static void read_dump(Run *run, const char *option, const char *value,
                      void *to) {
    (void)option;
    DumpStage *stage = to;
    *stage = dump_stage(value);
    run->out.text = &run->text;
    if (*stage == DUMP_NONE)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--dump=%s: a stage is items, glyphs, lines or display",
                  value);
}

static void read_map(Run *run, const char *option, const char *value,
                     void *to) {
    (void)run;
    (void)option;
    buf_printf(to, "%s\n", value);
}

void run_output_options(Run *run) {
    option_text(run, "output", &run->out.path);
    option_text(run, "printer", &run->options.printer);
    option_value(run, "dump", read_dump, &run->out.dump);
    option_flag(run, "quiet", &run->quiet);
}

void run_list_options(Run *run) {
    option_text(run, "encoding", &run->options.lists.encoding);
    option_value(run, "map", read_map, &run->map);
}

void run_people_options(Run *run, SelectOptions *out) {
    run_output_options(run);
    run_list_options(run);
    option_text(run, "proof", &run->out.proof);
    option_text(run, "records", &out->records);
    option_text(run, "where", &out->where);
    option_text(run, "sort", &out->sort);
    option_flag(run, "dedupe", &out->dedupe);
    option_flag(run, "households", &out->households);
    option_flag(run, "keep-going", &out->keep_going);
}

bool run_parse(Run *run, int argc, char **argv) {
    option_flag(run, "strict", &run->strict);
    option_flag(run, "system-fonts", &run->options.system_fonts);
    bool go_on = options_parse(run, argc, argv);
    if (run->strict)
        diag_strict(run->diag);
    return go_on;
}

/* "My list.csv" without quotes is two arguments. The file that the first ones
 * name together; NULL: none. */
static const char *blank_in_name(const Run *run) {
    const char *name = run->nargs > 1 ? run->argv[0] : NULL;
    for (int i = 1; i < run->nargs; i++) {
        name = arena_printf(run->arena, "%s %s", name, run->argv[i]);
        if (fs_exists(name) && !fs_exists(run->argv[0]))
            return name;
    }
    return NULL;
}

bool run_arguments(Run *run, int count, const char *usage) {
    int given = run->nargs;
    const char *whole = blank_in_name(run);
    if (whole) {
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "a name with a blank in it stands in quotes: \"%s\"", whole);
        return false;
    }
    if (given == count || (count < 0 && given > 0))
        return true;
    if (given > 0 && count >= 0 && run->unknown)
        return false; /* one may be the value of that option */
    if (given > 0 && count >= 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"%s\" is one argument too many; usage: %s",
                  run->argv[count], usage);
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

void run_dumps_display(Run *run) {
    if (run->out.dump && run->out.dump != DUMP_DISPLAY)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "of these pages there is --dump=display and no other stage");
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

void run_read_script(Run *run, const char *option, const char *value,
                     void *to) {
    static const char *const names[] = {"both", "native", "latin"};
    *(AddressScript *)to =
        (AddressScript)option_word(run, option, value, names, 3);
}

void run_read_sheet(Run *run, const char *option, const char *value, void *to) {
    const char **layout = to;
    if (*layout)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s is here twice; one run prints on one kind of sheet",
                  option);
    *layout = arena_printf(run->arena, "sheet:%s", value);
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
    arena_free(run->arena);
    /* Who was stopped has said so now, and ends as whoever stopped it
     * expects. */
    pthread_sigmask(SIG_SETMASK, &run->signals, NULL);
    return status;
}
