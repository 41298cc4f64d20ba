#include "job/envelopelayout.h"

#include "input/layoutfile.h"
#include "model/country.h"

#include <stdlib.h>
#include <string.h>

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "us-10" : "dl";
}

/* "240" with the unit of the whole, unless it has its own; NULL if it is no
 * length. */
static const char *side_of(Arena *a, const char *s, size_t n,
                           const char *unit) {
    Len l;
    if (!len_parse(s, n, unit, &l))
        return NULL;
    bool bare = strspn(s, " 0123456789.") >= n;
    return arena_printf(a, "%.*s%s%s", (int)n, s, bare ? " " : "",
                        bare ? unit : "");
}

/* Numbers below this are meant in inches: no envelope is so few mm wide. */
#define INCHES_BELOW 30

/* The letters that `s` ends in. */
static const char *unit_of(const char *s) {
    size_t n = strlen(s);
    while (n > 0 && s[n - 1] >= 'a' && s[n - 1] <= 'z')
        n--;
    return s + n;
}

/* "x" in one of its forms; *behind is what follows it. */
static const char *find_times(const char *name, const char **behind) {
    static const char *const signs[] = {"x", "X", "\xC3\x97"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *sign = strstr(name, signs[i]);
        *behind = sign ? sign + strlen(signs[i]) : NULL;
        if (sign)
            return sign;
    }
    return NULL;
}

bool envelopelayout_of_size(Arena *a, const char *name, Diag *diag,
                            const Layout **out) {
    const char *second, *times = find_times(name, &second);
    *out = NULL;
    if (!times)
        return false;
    const char *unit = unit_of(second), *of = *unit ? unit : "mm";
    const char *w = side_of(a, name, (size_t)(times - name), of);
    const char *h = side_of(a, second, strlen(second), of);
    if (!w || !h)
        return false;
    if (!*unit) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "%s: a size needs its unit; write %s%s", name, name,
                  strtod(name, NULL) < INCHES_BELOW ? "in" : "mm");
        return true;
    }
    const char *yaml = arena_printf(a,
                                    "kind: envelope\ntitle: envelope of "
                                    "%s\nsize: {width: %s, height: %s}\n",
                                    name, w, h);
    const Source *src = source_from(a, name, yaml, strlen(yaml));
    *out = layoutfile_parse(a, src, name, diag);
    return true;
}

/* The envelope on its short side; a layout with boxes of its own says
 * itself how it stands. */
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
    if (!envelopelayout_of_size(a, name, diag, &l))
        l = layoutfile_load(a, s->data_dir, LAYOUT_ENVELOPE, name, (Span){0},
                            diag);
    return l && portrait ? upright(a, l, diag) : l;
}
