#include "cli/setoptions.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fs.h"
#include "base/limits.h"

static void read_by(Run *run, const char *option, const char *value, void *to) {
    static const char *const names[] = {"kind", "pack"};
    *(PrintBy *)to = (PrintBy)option_word(run, option, value, names, 2);
}

/* "100", "50p", "20MB", "500kB". */
static void read_split(Run *run, const char *option, const char *value,
                       void *to) {
    static const struct {
        const char *name;
        SplitUnit unit;
        size_t times;
    } units[] = {{"", SPLIT_PACKS, 1},
                 {"p", SPLIT_PAGES, 1},
                 {"kB", SPLIT_BYTES, 1000},
                 {"MB", SPLIT_BYTES, 1000000},
                 {"M", SPLIT_BYTES, 1000000}};
    char *end;
    errno = 0;
    unsigned long n = strtoul(value, &end, 10);
    bool number = value[0] >= '1' && value[0] <= '9' && errno == 0;
    for (size_t i = 0; number && i < sizeof units / sizeof *units; i++) {
        if (strcasecmp(end, units[i].name) == 0 && n <= LIMIT_ITEMS) {
            *(PrintSplit *)to =
                (PrintSplit){units[i].unit, (size_t)n * units[i].times};
            return;
        }
    }
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is no size of a file; write 100 for packs, 50p for "
              "pages or 20MB",
              option, value);
}

static void read_duplex(Run *run, const char *option, const char *value,
                        void *to) {
    *(bool *)to = true;
    if (strcmp(value, "manual") != 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is not \"manual\"; a printer that prints both "
                  "sides by itself needs no option",
                  option, value);
}

void set_options(Run *run, PrintSetOptions *out) {
    option_value(run, "by", read_by, &out->by);
    option_value(run, "split", read_split, &out->split);
    option_value(run, "duplex", read_duplex, &out->manual_duplex);
}

bool set_needs_folder(Run *run) {
    const char *path = run->out.path;
    if (run->out.dump)
        return run_needs_output(run);
    if (!path || !*path)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "where to? give -o FOLDER; it is made if it is not there");
    else if (strcmp(path, "-") == 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "-o -: several files do not go to stdout; give -o FOLDER");
    else if (fs_exists(path) && !fs_is_folder(path))
        diag_file(
            run->diag, DIAG_USAGE, NULL,
            "-o %s: there is a file of that name; give the folder another",
            path);
    else
        return run_needs_output(run);
    return false;
}
