#include "job/envelopelayout.h"

#include "input/layoutfile.h"
#include "model/country.h"

#include <string.h>

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "us-10" : "dl";
}

/* "240x120mm", "9.5 x 4 in": a layout with no more than that size. False if it
 * is no size. */
static bool layout_of_size(Arena *a, const char *name, Diag *diag,
                           const Layout **out) {
    const char *by = strchr(name, 'x');
    const char *unit = name + strlen(name);
    while (unit > name && unit[-1] >= 'a' && unit[-1] <= 'z')
        unit--;
    Len w, h;
    if (!by || !*unit || unit < by ||
        !len_parse(name, (size_t)(by - name), unit, &w) ||
        !len_parse(by + 1, strlen(by + 1), unit, &h))
        return false;
    const char *yaml = arena_printf(
        a,
        "kind: envelope\ntitle: envelope of %s\nsize: {width: %.*s %s, "
        "height: %.*s %s}\n",
        name, (int)(by - name), name, unit, (int)(unit - by - 1), by + 1, unit);
    const Source *src =
        source_from(a, arena_printf(a, "--on %s", name), yaml, strlen(yaml));
    *out = layoutfile_parse(a, src, name, diag);
    return true;
}

/* The envelope on its short side; a layout with boxes of its own says itself
 * how it stands. */
static const Layout *upright(Arena *a, const Layout *l, Diag *diag) {
    const EnvelopeLayout *e = &l->u.envelope;
    if (e->recipient.span.src || e->window.span.src || e->stamp.span.src ||
        e->sender.span.src || e->nclear || e->fold.span.src || e->design) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--portrait: the layout %s says itself where what stands; "
                  "leave the option out",
                  l->name);
        return NULL;
    }
    Layout *turned = ARENA_NEW(a, Layout);
    *turned = *l;
    turned->w = l->w < l->h ? l->w : l->h;
    turned->h = l->w < l->h ? l->h : l->w;
    return turned;
}

const Layout *envelopelayout_load(Session *s, Arena *a, const char *name,
                                  bool portrait, const char *origin,
                                  Diag *diag) {
    if (!name)
        name = default_layout(origin);
    const Layout *l;
    if (!layout_of_size(a, name, diag, &l))
        l = layoutfile_load(a, s->data_dir, LAYOUT_ENVELOPE, name, (Span){0},
                            diag);
    return l && portrait ? upright(a, l, diag) : l;
}
