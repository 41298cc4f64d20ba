#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cli/cli.h"

static Option *add(Run *run, const char *name, OptionKind kind, void *to) {
    Option o = {.name = name, .kind = kind, .to = to};
    vec_push(run->arena, &run->table, o);
    return &run->table.v[run->table.n - 1];
}

void option_flag(Run *run, const char *name, bool *to) {
    add(run, name, OPTION_FLAG, to);
}

void option_text(Run *run, const char *name, const char **to) {
    add(run, name, OPTION_TEXT, to);
}

void option_list(Run *run, const char *name, const char *const **to,
                 size_t *n) {
    add(run, name, OPTION_LIST, to)->n = n;
}

void option_number(Run *run, const char *name, int max, int *to) {
    add(run, name, OPTION_NUMBER, to)->max = max;
}

void option_value(Run *run, const char *name, OptionRead *read, void *to) {
    add(run, name, OPTION_VALUE, to)->read = read;
}

static void add_to_list(Run *run, const Option *o, const char *value) {
    const char *const **list = o->to;
    const char **longer = ARENA_ARRAY(run->arena, const char *, *o->n + 1);
    if (*o->n > 0)
        memcpy(longer, *list, *o->n * sizeof *longer);
    longer[(*o->n)++] = value;
    *list = longer;
}

static void take_number(Run *run, const Option *o, const char *value) {
    char *end;
    errno = 0;
    long v = strtol(value, &end, 10);
    if (errno == 0 && end != value && !*end && v >= 1 && v <= o->max)
        *(int *)o->to = (int)v;
    else
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--%s: \"%s\" is no whole number from 1 to %d", o->name,
                  value, o->max);
}

static void take(Run *run, const Option *o, const char *value) {
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)o->to = true;
        break;
    case OPTION_TEXT:
        *(const char **)o->to = value;
        break;
    case OPTION_LIST:
        add_to_list(run, o, value);
        break;
    case OPTION_NUMBER:
        take_number(run, o, value);
        break;
    case OPTION_VALUE:
        o->read(run, arena_printf(run->arena, "--%s", o->name), value, o->to);
        break;
    }
}

static const Option *find(const Run *run, const char *name) {
    for (size_t i = 0; i < run->table.n; i++)
        if (strcmp(run->table.v[i].name, name) == 0)
            return &run->table.v[i];
    return NULL;
}

/* A number of getopt_long's is an option's index behind all characters. */
enum { FIRST = 256 };

/* The option that getopt_long has just read, as it was written. */
static const char *written(char **argv) {
    return argv[optind - (optarg == argv[optind - 1] ? 2 : 1)];
}

/* What may be meant by the `n` bytes of `given`: an option that begins so, else
 * one that is like it. */
static const char *meant(Run *run, const char *given, size_t n) {
    const char **names =
        ARENA_ARRAY(run->arena, const char *, run->table.n + 1);
    for (size_t i = 0; i < run->table.n; i++) {
        names[i] = run->table.v[i].name;
        if (n > 0 && strncmp(names[i], given, n) == 0)
            return names[i];
    }
    names[run->table.n] = "help";
    return diag_did_you_mean(given, n, names, run->table.n + 1);
}

static void refuse_long(Run *run, char **argv) {
    const char *given = written(argv);
    size_t n = strcspn(given, "=");
    const char *near = meant(run, given + 2, n - 2);
    run->unknown = true;
    diag_file(run->diag, DIAG_USAGE, NULL,
              "unknown option \"%.*s\"%s%s%s; see \"envoi %s --help\"", (int)n,
              given, near ? "; did you mean \"--" : "", near ? near : "",
              near ? "\"?" : "", argv[0]);
}

static void refuse_short(Run *run, char **argv) {
    run->unknown = true;
    if (optopt == 'o')
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"envoi %s\" has no option \"-o\": what it prints goes to "
                  "a file with > FILE behind it",
                  argv[0]);
    else
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "unknown option \"-%c\"; see \"envoi %s --help\"", optopt,
                  argv[0]);
}

/* getopt_long leaves 0 in optopt for a long option that it does not know, and
 * the number of one that takes no value and was given one. */
static void refuse(Run *run, char **argv) {
    const char *given = written(argv);
    size_t n = strcspn(given, "=");
    if (optopt == 0)
        refuse_long(run, argv);
    else if (optopt >= FIRST || (optopt == 'h' && given[n]))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "option \"%.*s\" takes no value; leave \"%s\" out", (int)n,
                  given, given + n);
    else
        refuse_short(run, argv);
}

/* getopt_long takes the beginning of a name for the whole. What that means
 * changes when options are added, so that a command which printed one thing
 * would print another. */
static bool is_whole(const Option *o, char **argv) {
    return strcspn(written(argv) + 2, "=") == strlen(o->name);
}

/* "-origin FR" is "-o rigin" to getopt_long, and a PDF of that name. The name
 * that is meant by an argument with one hyphen too few; NULL: none. */
static const char *meant_long(Run *run, const char *given) {
    if (given[0] != '-' || !given[1] || given[1] == '-' || !given[2])
        return NULL;
    size_t n = strcspn(given + 1, "=");
    const Option *o = find(run, arena_strndup(run->arena, given + 1, n));
    return o                 ? o->name
           : given[1] == 'o' ? NULL /* -oFILE.pdf */
                             : meant(run, given + 1, n);
}

/* Does the argument `s` want the next one for its value? */
static bool takes_next(const Run *run, const char *s) {
    const Option *o = strncmp(s, "--", 2) == 0 ? find(run, s + 2) : NULL;
    return strcmp(s, "-o") == 0 || (o && o->kind != OPTION_FLAG);
}

/* They are read as what is meant, so that nothing else is said of them. */
static void refuse_one_hyphen(Run *run, int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *name = meant_long(run, argv[i]);
        if (!name || takes_next(run, argv[i - 1]))
            continue;
        size_t n = strcspn(argv[i], "=");
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "\"%.*s\" has one hyphen too few; write \"--%s\"", (int)n,
                  argv[i], name);
        argv[i] = arena_printf(run->arena, "--%s%s", name, argv[i] + n);
    }
}

static struct option *for_getopt(const Run *run) {
    struct option *out =
        ARENA_ARRAY(run->arena, struct option, run->table.n + 2);
    size_t n = 0;
    for (; n < run->table.n; n++) {
        const Option *o = &run->table.v[n];
        int has = o->kind == OPTION_FLAG ? no_argument : required_argument;
        out[n] = (struct option){o->name, has, NULL, FIRST + (int)n};
    }
    out[n++] = (struct option){"help", no_argument, NULL, 'h'};
    out[n] = (struct option){0};
    return out;
}

/* What is read of the value of `o`, as FILE or FILE#ID; NULL: no file is. */
static const char *file_read(const Option *o) {
    static const char *const readers[] = {"from", "group", "to"};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (o->kind == OPTION_TEXT && strcmp(o->name, readers[i]) == 0)
            return *(const char **)o->to;
    return NULL;
}

static bool is_stdin(const char *spec) {
    static const char device[] = "/dev/stdin";
    size_t n = strcspn(spec, "#");
    return (n == 1 && spec[0] == '-') ||
           (n == sizeof device - 1 && strncmp(spec, device, n) == 0);
}

/* `what` reads `spec`. The first that does so from standard input leaves
 * nothing there for a second, which is told. */
static void read_stdin(Run *run, const char *what, const char *spec,
                       const char **first) {
    if (!is_stdin(spec))
        return;
    if (*first)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s and %s would both read from standard input, and the "
                  "second would find nothing left; give one of them a file",
                  *first, what);
    *first = what;
}

static void refuse_second_stdin(Run *run) {
    const char *first = NULL;
    for (int i = 0; i < run->nargs; i++)
        read_stdin(run,
                   arena_printf(run->arena, "argument %d, \"%s\",", i + 1,
                                run->argv[i]),
                   run->argv[i], &first);
    for (size_t i = 0; i < run->table.n; i++) {
        const Option *o = &run->table.v[i];
        const char *spec = file_read(o);
        if (spec)
            read_stdin(run, arena_printf(run->arena, "--%s %s", o->name, spec),
                       spec, &first);
    }
}

bool options_parse(Run *run, int argc, char **argv) {
    const Option *output = find(run, "output");
    const char *letters = output ? ":ho:" : ":h";
    const struct option *all = for_getopt(run);
    refuse_one_hyphen(run, argc, argv);
    opterr = 0; /* our own messages, in our own form */
    optind = 1;
    for (int c; (c = getopt_long(argc, argv, letters, all, NULL)) != -1;) {
        if (c == 'h')
            return false;
        if (c == '?')
            refuse(run, argv);
        else if (c >= FIRST && !is_whole(&run->table.v[c - FIRST], argv))
            refuse_long(run, argv);
        else if (c == ':')
            diag_file(run->diag, DIAG_USAGE, NULL,
                      "option \"%s\" needs a value; see \"envoi %s --help\"",
                      argv[optind - 1], argv[0]);
        else if (c >= FIRST)
            take(run, &run->table.v[c - FIRST], optarg);
        else if (output)
            take(run, output, optarg);
    }
    run->argv = argv + optind;
    run->nargs = argc - optind;
    refuse_second_stdin(run);
    return true;
}

int option_word(Run *run, const char *option, const char *value,
                const char *const *words, int n) {
    Buf list = {0};
    for (int i = 0; i < n; i++)
        if (strcmp(value, words[i]) == 0)
            return i;
    for (int i = 0; i < n; i++)
        buf_printf(&list, "%s%s", i ? i == n - 1 ? " or " : ", " : "",
                   words[i]);
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is not known; write %.*s", option, value, (int)list.n,
              list.s);
    buf_free(&list);
    return 0;
}

bool option_yes(Run *run, const char *option, const char *value) {
    static const char *const words[] = {"yes", "no"};
    return option_word(run, option, value, words, 2) == 0;
}
