#include "job/session.h"

#include "base/fs.h"
#include "input/printerfile.h"

bool session_open(Session *s, const SessionOptions *opt, Diag *diag) {
    *s = (Session){.arena = arena_new(), .lists = opt->lists};
    s->data_dir = fs_data_dir(s->arena);
    if (opt->printer)
        s->printer = printerfile_load(s->arena, opt->printer, diag);
    s->hyphenator = hyphenator_new(NULL);
    s->fonts = fontset_new(s->data_dir, opt->system_fonts, diag);
    return s->fonts != NULL;
}

void session_close(Session *s) {
    fontset_free(s->fonts);
    hyphenator_free(s->hyphenator);
    arena_free(s->arena);
    *s = (Session){0};
}

bool job_may_write(const Diag *diag) {
    return diag_exit_status(diag) == 0;
}
