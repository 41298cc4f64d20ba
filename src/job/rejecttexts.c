#include "job/rejecttexts.h"

static bool write(PrintTexts *self, PrintSet *set, Diag *diag) {
    const RejectTexts *t = (const RejectTexts *)self;
    Buf text = {0};
    if (!t->others->write(t->others, set, diag))
        return false;
    if (rejects_count(t->rejects) == 0)
        return true;
    FsOut *out = printset_text(set, REJECTS_NAME, diag);
    rejects_print(t->rejects, &text);
    if (out)
        fs_out_write(out, text.s, text.n);
    buf_free(&text);
    return out != NULL;
}

RejectTexts rejecttexts(PrintTexts *others, Rejects *r) {
    return (RejectTexts){{write}, others, r};
}
