#include "input/contactvalues.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "model/fold.h"

#include <unicode/uscript.h>

#include <string.h>

/* The form of a language, made if `c` has none yet. Records have few forms, so
 * copying them all when one is added costs nothing. */
static ContactForm *form_of(Arena *a, Contact *c, const char *lang) {
    if (!lang[0])
        return &c->base;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    c->forms = forms;
    c->forms[c->nforms].lang = lang;
    return &c->forms[c->nforms++];
}

static void add_line(Arena *a, TextList *list, Text line) {
    Text *v = ARENA_ARRAY(a, Text, list->n + 1);
    if (list->n)
        memcpy(v, list->v, list->n * sizeof *v);
    v[list->n++] = line;
    list->v = v;
}

static const char *written(Arena *a, const FieldKey *key) {
    return arena_strndup(a, key->name.s, (size_t)text_shown(key->name));
}

/* The rest of `t` behind byte `off`, with its span. Slicing from the front each
 * time keeps text_span from walking the whole value for each line. */
static Text rest_of(Text t, size_t off) {
    Span at = text_span(t, off, 0);
    size_t end = t.span.off + t.span.n;
    return (Text){t.s + off,
                  t.n - off,
                  {t.span.src, at.off, end > at.off ? end - at.off : 0}};
}

static void store_lines(Arena *a, TextList *list, const FieldKey *key,
                        Text value, Diag *diag) {
    const char *ends = key->kind == FIELD_NAMES ? "\n\r;" : "\n\r";
    Text rest = value;
    while (rest.n) {
        size_t n = 0;
        while (n < rest.n && !strchr(ends, rest.s[n]))
            n++;
        Text line = text_trim(n < rest.n ? text_slice(rest, 0, n) : rest);
        if (line.n && list->n == FIELD_LINES_MAX) {
            diag_at(diag, DIAG_ERROR, line.span,
                    "\"%s\" has more than %d lines; no label or window holds "
                    "them",
                    written(a, key), FIELD_LINES_MAX);
            return;
        }
        if (line.n)
            add_line(a, list, line);
        rest = n < rest.n ? rest_of(rest, n + 1) : (Text){0};
    }
}

bool name_is_joined(Text name) {
    size_t at = 0;
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode s =
        uscript_getScript((UChar32)utf8_next(name.s, name.n, &at), &error);
    return s == USCRIPT_HAN || s == USCRIPT_HANGUL || s == USCRIPT_HIRAGANA ||
           s == USCRIPT_KATAKANA;
}

/* The words of a name, made alike, a blank around each. */
static void add_words(Text name, Buf *out) {
    for (size_t at = 0; at < name.n;) {
        size_t n = 0;
        while (at + n < name.n && !strchr(" \t,.-", name.s[at + n]))
            n++;
        buf_putc(out, ' ');
        fold_loose((Text){name.s + at, n, {0}}, out);
        at += n + (n == 0 || at + n < name.n);
    }
    buf_putc(out, ' ');
}

/* "Ana Ruiz" in a column beside one of family names alone is the whole name
 * already, and so is "Ana Maria Ruiz" beside "Ana Maria". Where nothing parts
 * words it begins or ends with the part. */
static bool is_whole(Text name, Text part) {
    if (name.n <= part.n)
        return false;
    if (name_is_joined(part) &&
        (memcmp(name.s, part.s, part.n) == 0 ||
         memcmp(name.s + name.n - part.n, part.s, part.n) == 0))
        return true;
    Buf x = {0}, y = {0};
    add_words(name, &x);
    add_words(part, &y);
    bool whole = x.n > y.n && memmem(x.s, x.n, y.s, y.n) != NULL;
    buf_free(&x);
    buf_free(&y);
    return whole;
}

/* The given name comes first (fieldkeys_order). */
static void store_name_part(Arena *a, Text *name, const FieldKey *key,
                            Text part) {
    Text given = *name;
    if (!given.s || is_whole(part, given)) {
        *name = part;
        return;
    }
    if (key->kind == FIELD_GIVEN || is_whole(given, part))
        return;
    bool joined = name_is_joined(part);
    Text first = joined ? part : given, second = joined ? given : part;
    const char *all = arena_printf(a, "%.*s%s%.*s", (int)first.n, first.s,
                                   joined ? "" : " ", (int)second.n, second.s);
    *name = (Text){all, strlen(all), part.span};
}

/* Digits and the hyphen between them in full width, as East Asian keyboards
 * type them, in the width in which posts read and print them (UAX #15, NFKC; a
 * minus is typed for the hyphen too). */
static Text half_width(Arena *a, Text code) {
    static const char hyphens[][4] = {"\uFF0D", "\u2212", "\u2010", "\u30FC"};
    Buf out = {0};
    bool changed = false;
    for (size_t at = 0; at < code.n;) {
        size_t from = at;
        uint32_t cp = utf8_next(code.s, code.n, &at);
        bool hyphen = false;
        for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++)
            hyphen = hyphen || (from > 0 && at < code.n && at - from == 3 &&
                                memcmp(code.s + from, hyphens[i], 3) == 0);
        bool digit = cp >= 0xFF10 && cp <= 0xFF19;
        changed = changed || digit || hyphen;
        if (digit)
            buf_putc(&out, (char)('0' + (cp - 0xFF10)));
        else if (hyphen)
            buf_putc(&out, '-');
        else
            buf_add(&out, code.s + from, at - from);
    }
    if (changed)
        code = (Text){arena_strndup(a, out.s, out.n), out.n, code.span};
    buf_free(&out);
    return code;
}

void field_store(Arena *a, Contact *c, const FieldKey *key, Text value,
                 Diag *diag) {
    value = text_trim(value);
    if (value.n == 0)
        return;
    if (value.n > LIMIT_FIELD_BYTES) {
        diag_at(diag, DIAG_ERROR, value.span,
                "\"%s\" is %zu bytes long; at most %d are allowed in a field",
                written(a, key), value.n, LIMIT_FIELD_BYTES);
        return;
    }
    ContactForm *form = form_of(a, c, key->lang);
    if (key->kind == FIELD_LINES) {
        store_lines(a, &form->lines, key, value, diag);
    } else if (key->kind == FIELD_NAMES) {
        store_lines(a, &form->names, key, value, diag);
    } else if (key->kind == FIELD_ADDRESS) {
        store_lines(a, &form->address, key, value, diag);
    } else if (key->kind == FIELD_GIVEN || key->kind == FIELD_FAMILY) {
        store_name_part(a, &form->fields[CONTACT_NAME], key, value);
    } else if (key->kind == FIELD_SIMPLE) {
        size_t n = 0;
        while (n < value.n && value.s[n] != '\n' && value.s[n] != '\r')
            n++;
        if (n < value.n)
            diag_at(diag, DIAG_ERROR, text_span(value, n, 1),
                    "\"%s\" goes over more than one line; only \"lines\", "
                    "\"names\" and \"address\" may",
                    written(a, key));
        if (key->field == CONTACT_POSTCODE)
            value = half_width(a, value);
        form->fields[key->field] = value;
        if (key->field == CONTACT_LANG && !language_tag(a, value))
            diag_at(diag, DIAG_WARNING, value.span,
                    "\"%s: %.*s\" is not a language, and chooses no words and "
                    "no letter; write a tag such as fr, de or zh-Hant",
                    written(a, key), text_shown(value), value.s);
    }
}

bool field_present(const Contact *c, const FieldKey *key) {
    const ContactForm *form = key->lang[0] ? NULL : &c->base;
    for (size_t i = 0; i < c->nforms && !form; i++)
        if (strcmp(c->forms[i].lang, key->lang) == 0)
            form = &c->forms[i];
    if (!form)
        return false;
    if (key->kind == FIELD_ADDRESS)
        return form->address.n > 0;
    return key->kind == FIELD_SIMPLE && form->fields[key->field].s != NULL;
}

static void check_form(const ContactForm *form, Diag *diag) {
    static const ContactField parts[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                         CONTACT_REGION, CONTACT_POSTCODE};
    const char *name = NULL;
    Span where = {0};
    if (form->address.n == 0)
        return;
    if (form->lines.n) {
        name = "lines";
        where = form->lines.v[0].span;
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !name; i++) {
        if (form->fields[parts[i]].s) {
            name = contact_field_names[parts[i]];
            where = form->fields[parts[i]].span;
        }
    }
    if (name)
        diag_at(diag, DIAG_ERROR, where,
                "\"%s\" stands beside \"address\", which is a whole address; "
                "write it there, or call the street \"lines\" instead of "
                "\"address\"",
                name);
}

static void check_names(Arena *a, ContactForm *form, Diag *diag) {
    Text *name = &form->fields[CONTACT_NAME];
    if (form->names.n == 0)
        return;
    if (name->s) {
        diag_at(diag, DIAG_ERROR, name->span,
                "\"name\" stands beside \"names\"; write everybody into "
                "\"names\"");
        return;
    }
    Text first = form->names.v[0];
    const char *all = arena_strndup(a, first.s, first.n);
    for (size_t i = 1; i < form->names.n; i++) {
        Text t = form->names.v[i];
        all = arena_printf(a, "%s, %.*s", all, (int)t.n, t.s);
    }
    *name = (Text){all, strlen(all), first.span};
}

void fields_check(Arena *a, Contact *c, Diag *diag) {
    check_form(&c->base, diag);
    check_names(a, &c->base, diag);
    for (size_t i = 0; i < c->nforms; i++) {
        check_form(&c->forms[i], diag);
        check_names(a, &c->forms[i], diag);
    }
}
