#include "input/markdown_inlines.h"

#include "input/letterfile_picture.h"

#include <stdarg.h>
#include <string.h>

void inline_reader_free(InlineReader *r) {
    trail_free(&r->trail);
}

/* An error at `text` bytes [from, to) of the trail. */
static void fail(InlineReader *r, size_t from, size_t to, const char *message) {
    Span where = trail_span(&r->trail, from, to > from ? to - from : 0);
    diag_at(r->diag, DIAG_ERROR, where, "%s", message);
    r->failed = true;
}

static Inline styled(const InlineReader *r, InlineKind kind) {
    Inline in = r->style;
    in.kind = kind;
    in.strong = r->strong > 0;
    in.emphasis = r->emph > 0;
    return in;
}

/* --- text --- */

/* Length of the stretch of s from i that stands in the trail byte for byte. */
static size_t verbatim(const InlineReader *r, const char *s, size_t n, size_t i,
                       const uint32_t *map) {
    size_t k = i;
    while (k < n && map[k] - map[i] == k - i && map[k] < r->trail.text.n &&
           r->trail.text.s[map[k]] == s[k])
        k++;
    return k - i;
}

/* One escape or entity: the bytes of s from i that came from one place. */
static size_t from_one_place(size_t n, size_t i, const uint32_t *map) {
    size_t k = i + 1;
    while (k < n && map[k] == map[i])
        k++;
    return k - i;
}

static void push_stretch(InlineReader *r, uint32_t at, size_t n) {
    Inline like = styled(r, INLINE_TEXT);
    Text text = text_of_span(trail_span(&r->trail, at, n));
    if (!fields_split(r->scratch, text, &like, r->diag, &r->out))
        r->failed = true;
}

static void push_replaced(InlineReader *r, const char *s, size_t n,
                          uint32_t from, uint32_t to) {
    Inline piece = styled(r, INLINE_TEXT);
    piece.text = (Text){arena_strndup(r->a, s, n), n,
                        trail_span(&r->trail, from, to - from)};
    vec_push(r->scratch, &r->out, piece);
}

/* Now that the text behind a line end is known: space or nothing. */
static void settle(InlineReader *r, JoinClass behind) {
    if (r->pending && join_closed(r->before, behind))
        r->out.v[r->pending_at].text.n = 0;
    r->pending = false;
}

/* The marks of sections print nothing: the line ends around them are one, and
 * the text before and behind decides on it. */
static void read_classes(InlineReader *r, const char *s, size_t n) {
    for (size_t i = 0; i < n;) {
        size_t mark = fields_section_mark(s + i, n - i);
        if (mark > 0) {
            i += mark;
            continue;
        }
        size_t end = i + 1;
        while (end < n && fields_section_mark(s + end, n - end) == 0)
            end++;
        JoinClass first = join_first(s + i, end - i);
        if (first != JOIN_EITHER) {
            settle(r, first);
            r->before = join_last(s + i, end - i);
        }
        i = end;
    }
}

/* Text between marks: bytes [from, to) of s. */
static void read_stretch(InlineReader *r, const char *s, size_t from, size_t to,
                         const uint32_t *map) {
    if (from == to)
        return;
    read_classes(r, s + from, to - from);
    for (size_t i = from; i < to;) {
        size_t same = verbatim(r, s, to, i, map);
        size_t step = same ? same : from_one_place(to, i, map);
        if (same)
            push_stretch(r, map[i], same);
        else
            push_replaced(r, s + i, step, map[i], map[i + step]);
        i += step;
    }
}

/* --- footnote marks --- */

/* The next "[^label]" in s from i that stands in the source as it is: its
 * place, or n. */
static size_t find_mark(const InlineReader *r, const char *s, size_t n,
                        size_t i, const uint32_t *map, size_t *label_n) {
    for (; i < n; i++) {
        const char *hit = memmem(s + i, n - i, "[^", 2);
        if (!hit)
            break;
        i = (size_t)(hit - s);
        if (note_brackets(hit, n - i, label_n) &&
            verbatim(r, s, i + *label_n + 3, i, map) == *label_n + 3)
            return i;
    }
    return n;
}

static void push_mark(InlineReader *r, size_t at, size_t label_n) {
    size_t end = at + label_n + 3;
    Text label = text_of_span(trail_span(&r->trail, at + 2, label_n));
    Span where = trail_span(&r->trail, at, end - at);
    if (!note_is_label(label.s, label.n)) {
        fail(r, at, end,
             "footnotes are named with letters or digits, [^1], [^report]; "
             "write \\[ for a plain [");
    } else if (r->images > 0 || r->links > 0) {
        fail(r, at, end,
             "a footnote's mark inside the text of a link or picture; put it "
             "behind");
    } else if (r->in_note) {
        fail(r, at, end,
             "a footnote inside a footnote; put its words into this one");
    } else {
        const Note *note = notes_mark(r->notes, label, where, r->diag);
        Inline in = styled(r, INLINE_NOTE);
        in.text = (Text){"", 0, where};
        in.note = note ? note->index : 0;
        if (note)
            vec_push(r->scratch, &r->out, in);
        else
            r->failed = true;
    }
}

static void read_text(InlineReader *r, const char *s) {
    /* Behind a backslash break or a link definition cmark leaves the line's
     * indent standing, against CommonMark 0.30, 6.7 and 4.8. */
    while (r->line_start && (*s == ' ' || *s == '\t'))
        s++;
    r->line_start = false;
    size_t n = strlen(s), label = 0;
    const uint32_t *map = trail_text(&r->trail, s, n);
    if (r->images > 0 && !r->figure)
        return;
    for (size_t i = 0; i < n;) {
        size_t mark = find_mark(r, s, n, i, map, &label);
        read_stretch(r, s, i, mark, map);
        if (mark < n)
            push_mark(r, map[mark], label);
        i = mark < n ? mark + label + 3 : n;
    }
}

static void read_break(InlineReader *r, bool hard) {
    size_t at = trail_break(&r->trail);
    r->line_start = true;
    if (r->images > 0 && !r->figure)
        return;
    /* Only marks of sections stand between this line end and the last one. */
    if (r->pending && !hard)
        return;
    settle(r, JOIN_SPACED);
    Inline in = styled(r, hard ? INLINE_BREAK : INLINE_TEXT);
    in.text = (Text){hard ? "" : " ", hard ? 0 : 1,
                     trail_span(&r->trail, at, r->trail.at - at)};
    r->pending = !hard;
    r->pending_at = r->out.n;
    if (hard)
        r->before = JOIN_SPACED;
    vec_push(r->scratch, &r->out, in);
}

/* --- what is no text --- */

static void read_code(InlineReader *r) {
    size_t at = trail_code(&r->trail);
    r->line_start = false;
    fail(r, at, r->trail.at,
         "code has no place in a letter; remove the backticks, or write \\` "
         "for a plain one");
}

static void read_html(InlineReader *r, const char *literal) {
    size_t at = trail_html(&r->trail, literal);
    r->line_start = false;
    fail(r, at, r->trail.at,
         "HTML has no place in a letter; remove it, or write \\< for a plain "
         "<");
}

static void enter_mark(InlineReader *r, cmark_node_type type) {
    if (r->images == 0) {
        r->mark_at = r->trail.at;
        r->link_from = r->out.n;
    }
    r->images += type == CMARK_NODE_IMAGE;
    r->links += type == CMARK_NODE_LINK;
    trail_enter(&r->trail, type);
}

/* Its words as one inline. Fields have no value here. */
static void join_words(InlineReader *r) {
    Buf words = {0};
    for (size_t i = 0; i < r->out.n; i++) {
        Inline in = r->out.v[i];
        if (in.kind == INLINE_FIELD || in.kind == INLINE_IF ||
            in.kind == INLINE_UNLESS || in.kind == INLINE_END)
            fail(r, r->mark_at, r->trail.at,
                 "a field cannot stand in the words for a picture; write the "
                 "words out");
        if (in.kind == INLINE_BREAK)
            in.text = text_literal(" ");
        buf_add(&words, in.text.s, in.text.n);
    }
    if (r->out.n > 1) {
        Span last = r->out.v[r->out.n - 1].text.span;
        Text all = {arena_strndup(r->a, words.s ? words.s : "", words.n),
                    words.n, r->out.v[0].text.span};
        all.span.n = last.off + last.n - all.span.off;
        r->out.n = 1;
        r->out.v[0] = (Inline){.kind = INLINE_TEXT, .text = all};
    }
    buf_free(&words);
}

static void leave_image(InlineReader *r, cmark_node *node) {
    size_t at, n;
    trail_leave(&r->trail, CMARK_NODE_IMAGE, &at, &n);
    if (--r->images > 0)
        return;
    if (!r->figure) {
        fail(r, r->mark_at, r->trail.at,
             "a picture inside text; give it a paragraph of its own");
        return;
    }
    if (n == 0) { /* a reference: the picture itself is the place */
        at = r->mark_at;
        n = r->trail.at - at;
    }
    const char *url = cmark_node_get_url(node);
    links_use(r->addresses, url);
    r->file = (Text){arena_strdup(r->a, url), strlen(url),
                     trail_span(&r->trail, at, n)};
    join_words(r);
    Span whole = trail_span(&r->trail, r->mark_at, r->trail.at - r->mark_at);
    Text alt = r->out.n ? r->out.v[0].text : text_literal("");
    if (!picture_check(r->file, alt, whole, "![words](file)", r->diag))
        r->failed = true;
    if (*cmark_node_get_title(node))
        fail(r, r->mark_at, r->trail.at,
             "the title of a picture is not printed; write it as a paragraph "
             "below");
}

static void leave_link(InlineReader *r, const char *url) {
    size_t at, n;
    bool autolink = r->trail.autolink;
    size_t behind = r->trail.at;
    trail_leave(&r->trail, CMARK_NODE_LINK, &at, &n);
    r->links--;
    links_use(r->addresses, url);
    if (r->images > 0)
        return;
    if (r->mark_at + 2 <= r->trail.text.n &&
        memcmp(r->trail.text.s + r->mark_at, "[^", 2) == 0) {
        fail(r, r->mark_at, r->trail.at,
             "a link whose text begins with ^; behind a footnote's mark put a "
             "blank before ( and [");
        return;
    }
    if (autolink) {
        at = r->mark_at + 1;
        n = behind > at ? behind - at : 0;
    } else if (n == 0) { /* a reference: the link itself is the place */
        at = r->mark_at;
        n = r->trail.at - at;
    }
    if (*url == '\0')
        fail(r, r->mark_at, r->trail.at,
             "a link without an address; give one in ( ), or write \\[ for a "
             "plain [");
    else if (fields_any(url, strlen(url)))
        fail(r, at, at + n,
             "a field cannot stand in the address of a link; write the "
             "address out");
    else if (r->link_from == r->out.n)
        fail(r, r->mark_at, r->trail.at,
             "a link without text prints nothing; write its text in [ ]");
    Text link = {arena_strdup(r->a, url), strlen(url),
                 trail_span(&r->trail, at, n)};
    for (size_t i = r->link_from; i < r->out.n; i++)
        r->out.v[i].link = link;
}

static void enter(InlineReader *r, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    switch ((int)type) {
    case CMARK_NODE_TEXT:
        read_text(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        read_break(r, type == CMARK_NODE_LINEBREAK);
        break;
    case CMARK_NODE_CODE:
        read_code(r);
        break;
    case CMARK_NODE_HTML_INLINE:
        read_html(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
        *(type == CMARK_NODE_EMPH ? &r->emph : &r->strong) += 1;
        trail_enter(&r->trail, type);
        break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        enter_mark(r, type);
        break;
    }
}

static void leave(InlineReader *r, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    size_t at, n;
    switch ((int)type) {
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
        *(type == CMARK_NODE_EMPH ? &r->emph : &r->strong) -= 1;
        trail_leave(&r->trail, type, &at, &n);
        break;
    case CMARK_NODE_LINK:
        leave_link(r, cmark_node_get_url(node));
        break;
    case CMARK_NODE_IMAGE:
        leave_image(r, node);
        break;
    }
}

/* Into the result's arena, without the line ends that vanished. */
static void hand_over(InlineReader *r, Inlines *out) {
    size_t n = 0;
    for (size_t i = 0; i < r->out.n; i++)
        if (r->out.v[i].kind == INLINE_BREAK ||
            r->out.v[i].kind == INLINE_NOTE || r->out.v[i].text.n > 0)
            r->out.v[n++] = r->out.v[i];
    out->n = n;
    out->v = ARENA_ARRAY(r->a, Inline, n);
    if (n)
        memcpy(out->v, r->out.v, n * sizeof *out->v);
}

void inlines_read(InlineReader *r, cmark_node *leaf, Inlines *out) {
    arena_reset(r->scratch);
    r->out = (InlineVec){0};
    r->before = JOIN_SPACED;
    r->pending = false;
    r->line_start = true;
    r->strong = r->emph = r->images = r->links = 0;
    cmark_iter *it = cmark_iter_new(leaf);
    for (;;) {
        cmark_event_type event = cmark_iter_next(it);
        if (event == CMARK_EVENT_DONE)
            break;
        if (event == CMARK_EVENT_ENTER)
            enter(r, cmark_iter_get_node(it));
        else
            leave(r, cmark_iter_get_node(it));
    }
    cmark_iter_free(it);
    hand_over(r, out);
}

Text inlines_read_figure(InlineReader *r, cmark_node *leaf, Inlines *out) {
    r->figure = true;
    inlines_read(r, leaf, out);
    r->figure = false;
    return r->file;
}
