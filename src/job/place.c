#include "job/place.h"

#include "input/postfile.h"

const Layout *place_layout(Session *s, Arena *a, const Layout *l,
                           const char *origin, Diag *diag) {
    if (l->kind != LAYOUT_ENVELOPE)
        return l;
    const PostZones *post = postfile_find(a, s->data_dir, origin, diag);
    Layout *placed = ARENA_NEW(a, Layout);
    return post && postzones_place(a, post, l, diag, placed) ? placed : NULL;
}
