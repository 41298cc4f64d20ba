#include "model/importtargets.h"

#include "model/address_cn.h"
#include "model/addresswords.h"

#include <string.h>

/* ---- lines ---- */

/* "(Standardbrief Luftpost bis 20 g: € 1,10)", "Telegrams: ...": said of the
 * post, which no page of ours tells. */
static bool is_aside(Finder *f, Text t) {
    static const char postage[] =
        "standardbrief|luftpost|luftpostbrief|porto|postage|airmail|"
        "affranchissement|timbre|franqueo";
    FoldWords w = fold_words(f->arena, t, 12);
    bool telegram = fold_match(&w, 0, "telegram|telegrams|telex") > 0 &&
                    memchr(t.s, ':', t.n) != NULL;
    bool post = false;
    for (size_t i = 0; i < w.n && text_starts(t, "("); i++)
        post = post || fold_match(&(FoldWords){w.v + i, 1}, 0, postage) > 0;
    if (telegram)
        clean_remove(f, t.span, "an address for telegrams");
    else if (post)
        clean_remove(f, t.span, "what the post took");
    return telegram || post;
}

static void push_line(Finder *f, TargetLines *out, Text t, size_t at, bool gap,
                      bool fresh, bool copy) {
    AddressPart part;
    t = text_trim(t);
    /* "(Anrede: Sehr geehrter Herr Gouverneur)", "(Tel. 123 4567)" */
    if (t.n > 2 && t.s[0] == '(' && t.s[t.n - 1] == ')') {
        Text inside = text_trim(text_slice(t, 1, t.n - 2));
        if (words_label(inside, &part) > 0 && target_is_channel(part))
            t = inside;
    }
    if (t.n == 0 || is_aside(f, t))
        return;
    /* "Ambassador Lu Example, Embassy of ..." */
    size_t comma = text_find(t, ",");
    if (comma != SIZE_MAX && !has_digit(t)) {
        Text behind = text_trim(text_slice(t, comma + 1, t.n - comma - 1));
        Text before = text_trim(text_slice(t, 0, comma));
        if (target_line_kind(f, before) == KIND_BOTH &&
            target_line_kind(f, behind) == KIND_ORGANISATION) {
            push_line(f, out, before, at, gap, fresh, copy);
            push_line(f, out, behind, at, false, false, copy);
            return;
        }
    }
    size_t label = words_label(t, &part);
    if (label > 0 && words_are_none(text_slice(t, label, t.n - label)))
        clean_remove(f, t.span, "a label with nothing behind it");
    TargetLine line = {.text = t,
                       .kind = target_line_kind(f, t),
                       .gap = gap,
                       .fresh = fresh,
                       .copy = copy,
                       .at = at};
    vec_push(f->arena, &out->v, line);
}

/* A line that ends in a word which more must follow: "Bureau of". */
static bool is_open(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, SIZE_MAX);
    if (w.n < 2 || text_ends(t, ",") || text_ends(t, "."))
        return false;
    FoldWords last = {w.v + w.n - 1, 1}, two = {w.v + w.n - 2, 2};
    return fold_match(&two, 0, "people s") > 0 ||
           fold_match(&last, 0,
                      "of|the|and|for|de|du|des|la|le|les|del|der|den|und|y|"
                      "et|fur|von|autonomous|provincial|municipal|autonome|"
                      "autonoma|deputy") > 0;
}

/* "830041, Xinjiang" above "Uyghur Autonomous Region,": one name on two
 * lines. */
static bool is_cut_name(Finder *f, Text above, Text below) {
    size_t from;
    FoldWords w = fold_words(f->arena, below, 6);
    return !text_ends(above, ",") && cn_find_province(above, &from) &&
           fold_match(&w, 0, "uyghur|uighur|hui|zhuang|autonomous ~ region") >
               0 &&
           !cn_find_province(below, &from);
}

static Text joined(Finder *f, Text a, Text b) {
    Text t = {arena_printf(f->arena, "%.*s %.*s", (int)a.n, a.s, (int)b.n, b.s),
              a.n + 1 + b.n, a.span};
    if (b.span.src == a.span.src && b.span.off > a.span.off)
        t.span.n = b.span.off + b.span.n - a.span.off;
    return t;
}

static void join_lines(Finder *f, TargetLines *lines) {
    size_t n = 0;
    for (size_t i = 0; i < lines->v.n; i++) {
        TargetLine *line = &lines->v.v[i];
        TargetLine *last = n > 0 ? &lines->v.v[n - 1] : NULL;
        bool prose = last && (last->kind == KIND_CONTACT ||
                              last->kind == KIND_SALUTATION);
        bool item = f->lines.v[line->at].b.kind == DOC_ITEM;
        /* "(Subject line: ...)", of the e-mail above. */
        bool remark = last && last->kind == KIND_CONTACT && !line->gap &&
                      text_starts(line->text, "(") &&
                      text_ends(line->text, ")");
        if (remark) {
            last->text = joined(f, last->text, line->text);
            continue;
        }
        if (last && !line->gap && !line->fresh && !prose && !item &&
            (is_open(f, last->text) ||
             is_cut_name(f, last->text, line->text))) {
            last->text = joined(f, last->text, line->text);
            last->kind = target_line_kind(f, last->text);
        } else {
            lines->v.v[n++] = *line;
        }
    }
    lines->v.n = n;
}

/* ---- prose ---- */

static bool has_phone_or_code(Text t) {
    size_t digits = 0;
    for (size_t i = 0; i < t.n; i++)
        digits += t.s[i] >= '0' && t.s[i] <= '9';
    return digits >= 5 || memchr(t.s, '@', t.n) != NULL;
}

/* The first full stop behind more than an abbreviation ("No. 12"). */
static size_t sentence_stop(Text t) {
    for (size_t i = 3; i + 1 < t.n; i++)
        if (t.s[i] == '.' && t.s[i + 1] == ' ' && t.s[i - 3] != ' ' &&
            t.s[i - 2] != ' ' && t.s[i - 1] != '.')
            return i;
    return SIZE_MAX;
}

/* Where an address begins in a sentence: behind "write to", "copies to" and
 * their like, or behind the first sentence. */
static size_t prose_start(Finder *f, Text t) {
    static const char *const intros[] = {
        "write ~ to the",    "write ~ to",       "appeals ~ to the",
        "appeals ~ to",      "letters ~ to the", "letters ~ to",
        "copies ~ to the",   "copies ~ to",      "copy ~ to the",
        "copy ~ to",         "ecri* ~ a|au|aux", "appels ~ a|au|aux",
        "copie* ~ a|au|aux", "escrib* ~ a|al",   "llamamientos ~ a|al",
        "copia* ~ a|al",     "schreiben ~ an",   "appelle ~ an",
        "kopie* ~ an"};
    FoldWords w = fold_words(f->arena, t, 40);
    size_t stop = sentence_stop(t);
    /* An address follows the sentence that asks for it. */
    if (stop != SIZE_MAX && stop > 40 &&
        has_phone_or_code((Text){t.s + stop, t.n - stop, {0}}))
        return stop + 2;
    for (size_t i = 0; i < sizeof intros / sizeof *intros; i++)
        for (size_t at = 0; at < w.n && at < 10; at++) {
            size_t n = fold_match(&w, at, intros[i]);
            if (n > 0 && at + n < w.n)
                return w.v[at + n].from;
        }
    return t.n;
}

/* Where the sentence ends that has the address: before a capital, behind more
 * than an abbreviation. */
static size_t prose_end(Text t, size_t from) {
    for (size_t i = from + 3; i + 2 < t.n; i++)
        if (t.s[i] == '.' && t.s[i + 1] == ' ' && t.s[i + 2] >= 'A' &&
            t.s[i + 2] <= 'Z' && t.s[i - 3] != ' ' && t.s[i - 2] != ' ')
            return i;
    return t.n;
}

/* An address on one line, at its commas. */
static bool push_parts(Finder *f, TargetLines *out, Text rest, size_t at,
                       bool copy) {
    size_t first = out->v.n;
    for (size_t start = 0; start < rest.n;) {
        const char *comma = memchr(rest.s + start, ',', rest.n - start);
        size_t end = comma ? (size_t)(comma - rest.s) : rest.n;
        Text part = text_trim(text_slice(rest, start, end - start));
        static const char *const joints[] = {
            "at ", "by ",       "and by ", "or by ",  "and ",
            "or ", "by email ", "email ",  "e-mail ", "to "};
        for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
            if (text_starts(part, joints[k]))
                part = text_slice(part, strlen(joints[k]),
                                  part.n - strlen(joints[k]));
        push_line(f, out, part, at, false, start == 0, copy);
        start = end + 1;
    }
    for (size_t i = first; i < out->v.n; i++)
        out->v.v[i].prose = true;
    return out->v.n > first;
}

/* "cc. Ambassador Lu Example, Embassy of ..., 1 Example Place, 10179 Berlin" */
static bool has_parts(Text t) {
    size_t commas = 0;
    for (size_t i = 0; i < t.n; i++)
        commas += t.s[i] == ',';
    return commas >= 2 && has_phone_or_code(t);
}

/* A sentence that has a place or a number in it, at its commas. */
static bool push_prose(Finder *f, TargetLines *out, Text t, size_t at,
                       bool copy) {
    if (!has_phone_or_code(t))
        return false;
    size_t from = prose_start(f, t);
    if (from >= t.n)
        return false;
    Text rest =
        text_without_tail(text_slice(t, from, prose_end(t, from) - from), ".;");
    return push_parts(f, out, rest, at, copy);
}

/* ---- collecting ---- */

static bool is_target_section(const ImportLine *line) {
    return line->section == SECTION_ACTION || line->section == SECTION_TARGETS;
}

/* What stands behind the label of its line: "Write to: Director ...". */
static bool take_label(Finder *f, TargetLines *out, ImportLine *line, size_t at,
                       bool copy) {
    switch (line->label) {
    case LABEL_DIPLOMATS:
        push_prose(f, out, line_text(line), at, true);
        return true;
    case LABEL_COPIES:
    case LABEL_APPEALS:
    case LABEL_TARGETS: {
        Text value = line_value(line);
        FoundDate date;
        /* "APPEALS TO: (Fax machines may be switched off ...)" */
        if (text_starts(value, "(") && text_ends(value, ")")) {
            clean_remove(f, value.span, "a remark on how to write");
            return true;
        }
        if (value.n > 0 && !date_find(f->arena, &f->months, value, 0, &date) &&
            !push_prose(f, out, line_text(line), at, copy) &&
            !(has_parts(value) && push_parts(f, out, value, at, copy)))
            push_line(f, out, value, at, true, true, copy);
        return true;
    }
    case LABEL_NATIVE:
    case LABEL_LATIN: {
        Text value = line_value(line);
        TargetLine heading = {
            .text = text_trim(docblock_slice(&line->b, 0, line->value)),
            .kind = KIND_HEADING,
            .gap = line->b.gap,
            .at = at};
        vec_push(f->arena, &out->v, heading);
        push_line(f, out, value, at, false, false, copy);
        line->use = USE_TARGET;
        return true;
    }
    case LABEL_NONE:
        return false;
    default:
        return true;
    }
}

static void push_pieces(Finder *f, TargetLines *out, Text t, size_t at,
                        bool gap, bool fresh, bool copy) {
    Pieces pieces;
    target_pieces(f, t, &pieces);
    for (size_t i = 0; i < pieces.v.n; i++)
        push_line(f, out, pieces.v.v[i], at, gap && i == 0, fresh && i == 0,
                  copy);
}

/* "Président du gouvernement de la Région autonome ouïghoure": small words, and
 * no sentence. */
static bool is_long_office(Text t) {
    enum { MOST = 140 };
    Text word;
    size_t at = 0;
    return t.n <= MOST && !has_digit(t) && word_next(t, &at, &word) &&
           words_of_addressee(word) == PART_TITLE &&
           !memchr(".:;!?", t.s[t.n - 1], 5);
}

static void collect(Finder *f, TargetLines *out) {
    bool fresh = false, copy = false;
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (!is_target_section(line) || line->use == USE_RESIDUE)
            continue;
        if (line->label == LABEL_COPIES || line->label == LABEL_DIPLOMATS)
            copy = true;
        if (line->label == LABEL_APPEALS || line->label == LABEL_COPIES ||
            line->label == LABEL_DIPLOMATS || line->label == LABEL_TARGETS)
            fresh = true;
        if (line->label == LABEL_NONE &&
            (line->use == USE_FIELD || line->use == USE_POINT ||
             line->use == USE_TITLE))
            continue;
        size_t before = out->v.n;
        Text t = line_text(line);
        if (take_label(f, out, line, i, copy)) {
            if (out->v.n > before && line->label != LABEL_NATIVE &&
                line->label != LABEL_LATIN)
                fresh = false;
            continue;
        }
        bool item = line->b.kind == DOC_ITEM;
        AddressPart part;
        if (words_label(t, &part) == 0 && label_is_closing(f->arena, t))
            continue; /* of a letter that was not found */
        if (is_sentence(f, t) && !is_long_office(t) &&
            !(item && target_line_kind(f, t) == KIND_BOTH)) {
            if (push_prose(f, out, t, i, copy)) {
                line->use = USE_TARGET;
                fresh = false;
            }
            continue;
        }
        line->use = USE_TARGET;
        /* "and to:" */
        if (target_line_kind(f, t) == KIND_HEADING) {
            line->use = USE_INSTRUCTION;
            fresh = true;
            continue;
        }
        push_pieces(f, out, t, i, line->b.gap, fresh, copy);
        fresh = false;
    }
    join_lines(f, out);
}

/* ---- groups ---- */

/* What a group has so far. */
typedef struct Seen {
    bool place, end; /* end: a country, telephone, salutation, native line */
    bool joined;     /* some lines are not set apart from one another */
    bool head;
} Seen;

static bool opens(LineKind kind) {
    return kind == KIND_OFFICE || kind == KIND_PERSON || kind == KIND_BOTH ||
           kind == KIND_ORGANISATION;
}

/* Chinese lines right under Latin ones, of an office too, are the same place in
 * its own script. */
static bool goes_with(const TargetLines *lines, size_t at) {
    const TargetLine *line = &lines->v.v[at];
    if (!text_is_han(line->text) || line->gap || at == 0)
        return false;
    for (size_t i = at; i-- > 0;) {
        const TargetLine *above = &lines->v.v[i];
        if (!text_is_han(above->text))
            return true;
        if (above->gap || above->fresh)
            return false;
    }
    return false;
}

/* A new target begins where somebody is named behind a whole address. */
static bool begins(const TargetLines *lines, size_t at, const Seen *seen) {
    const TargetLine *line = &lines->v.v[at];
    if (line->fresh)
        return true;
    if (!opens(line->kind) || goes_with(lines, at))
        return false;
    if (seen->end)
        return true;
    bool followed = at + 1 < lines->v.n && !lines->v.v[at + 1].fresh &&
                    (opens(lines->v.v[at + 1].kind) ||
                     lines->v.v[at + 1].kind == KIND_PLACE);
    return seen->place && line->gap && seen->joined && followed;
}

static void look(const TargetLine *line, bool first, Seen *seen) {
    switch (line->kind) {
    case KIND_COUNTRY:
    case KIND_CONTACT:
    case KIND_SALUTATION:
    case KIND_NATIVE:
        seen->end = true;
        break;
    case KIND_PLACE:
        seen->place = true;
        break;
    case KIND_OFFICE:
    case KIND_PERSON:
    case KIND_BOTH:
    case KIND_ORGANISATION:
        seen->head = true;
        break;
    case KIND_HEADING:
    case KIND_OTHER:
        break;
    }
    seen->joined = seen->joined || (!first && !line->gap);
}

/* Lines that are no address at all: nothing of a head, a place or an end. */
static bool is_worth(const Group *g, const Seen *seen) {
    return g->n > 0 && (seen->place || seen->end) && (seen->head || g->n > 1);
}

static void close_group(Finder *f, const Group *g, const Seen *seen) {
    if (is_worth(g, seen)) {
        add_targets(f, g);
        return;
    }
    for (size_t i = 0; i < g->n; i++)
        if (f->lines.v[g->v[i].at].use == USE_TARGET)
            f->lines.v[g->v[i].at].use = USE_NONE;
}

void find_targets(Finder *f) {
    TargetLines lines = {0};
    Group g = {0};
    Seen seen = {0};
    collect(f, &lines);
    for (size_t i = 0; i < lines.v.n; i++) {
        if (g.n > 0 && begins(&lines, i, &seen)) {
            close_group(f, &g, &seen);
            g.n = 0;
            seen = (Seen){0};
        }
        if (g.n == 0)
            g.v = &lines.v.v[i];
        g.n++;
        look(&lines.v.v[i], g.n == 1, &seen);
    }
    close_group(f, &g, &seen);
    account_for_targets(f, &lines);
}
