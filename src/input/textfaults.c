#include "input/textfaults.h"

#include "base/limits.h"

#include <stdint.h>

void textfaults_add(Arena *a, TextFaults *f, size_t off, size_t n,
                    const char *text) {
    const TextFault fault = {off, n, arena_strdup(a, text)};
    f->more = f->more || f->v.n == LIMIT_FAULTS;
    if (f->more)
        return;
    vec_push(a, &f->v, fault);
    size_t i = f->v.n - 1;
    for (; i > 0 && f->v.v[i - 1].off > off; i--)
        f->v.v[i] = f->v.v[i - 1];
    f->v.v[i] = fault;
}

void textfaults_find(Arena *a, TextFaults *f, const Source *src) {
    SourceFault fault;
    for (size_t at = 0; !f->more && source_next_fault(src, &at, &fault);)
        textfaults_add(a, f, fault.where.off, fault.where.n, fault.text);
}

bool textfaults_any(const TextFaults *f, size_t end) {
    return f->told < f->v.n && f->v.v[f->told].off < end;
}

size_t textfaults_tell(TextFaults *f, const Source *src, size_t end,
                       Diag *diag) {
    size_t n = 0;
    for (; textfaults_any(f, end); f->told++, n++) {
        const TextFault *fault = &f->v.v[f->told];
        diag_at(diag, DIAG_ERROR, (Span){src, fault->off, fault->n}, "%s",
                fault->text);
    }
    return n;
}

void textfaults_tell_rest(TextFaults *f, const Source *src, Diag *diag) {
    textfaults_tell(f, src, SIZE_MAX, diag);
    if (f->more)
        diag_file(diag, DIAG_ERROR, src->name,
                  "more than %d places of it cannot be used; is it a list, and "
                  "in this encoding?",
                  LIMIT_FAULTS);
}
