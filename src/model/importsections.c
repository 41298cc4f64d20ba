#include "model/importing_parts.h"

#include "base/utf8.h"
#include "model/addresswords.h"
#include "model/country.h"

#include <ctype.h>
#include <string.h>

/* ---- sentences ---- */

/* Words in small letters that are not small words: a line of an address has
 * none, whatever the length of an office's name. */
static size_t plain_words(const Finder *f, const FoldWords *w, Text t) {
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++) {
        Text word = {t.s + w->v[i].from, w->v[i].to - w->v[i].from, {0}};
        char first = word.s[0];
        bool lower =
            (first >= 'a' && first <= 'z') ||
            ((unsigned char)first == 0xC3 && (unsigned char)word.s[1] >= 0x9F);
        FoldWords one = {w->v + i, 1};
        n += word.n > 1 && lower && label_small_words(&one, f->lang) == 0;
    }
    return n;
}

/* A line of an address has few small words, and no full stop behind them. */
bool is_sentence(const Finder *f, Text t) {
    if (text_is_han(t))
        return text_find(t, "。") != SIZE_MAX || t.n > 120;
    FoldWords w = fold_words(f->arena, t, 80);
    size_t small = label_small_words(&w, f->lang);
    bool stops = text_ends(t, ".") || text_ends(t, "!") || text_ends(t, "?") ||
                 text_ends(t, ";");
    if (!text_is_capitals(t) && plain_words(f, &w, t) < 2)
        return w.n > 60;
    return (w.n >= 8 && small >= 3) || (stops && w.n >= 6 && small >= 2) ||
           w.n > 40;
}

bool is_long_line(Text t) {
    return text_is_han(t) ? t.n >= 36 : t.n >= 60;
}

/* ---- what a line is like ---- */

static bool says_place(const Finder *f, Text t) {
    AddressPart part;
    char code[3];
    Text plain = text_without_tail(t, ",.;");
    return words_label(t, &part) > 0 ||
           countryindex_find(f->countries, plain.s, plain.n, code) ||
           (has_digit(t) && words_of_addressee(t) == PART_LINE);
}

/* An item of what to ask for, among the instructions; people are items too, and
 * numbers are steps of what to do. */
static bool asks(const Finder *f, size_t at) {
    const DocBlock *b = &f->lines.v[at].b;
    Text title, name;
    FoldWords w = fold_words(f->arena, b->text, 6);
    bool goes_on = at > 0 && f->lines.v[at - 1].use == USE_POINT;
    return b->kind == DOC_ITEM && !b->ordered &&
           (w.n >= 5 || goes_on || text_is_han(b->text)) &&
           !words_split_title(b->text, &title, &name) &&
           !memchr(b->text.s, '@', b->text.n) &&
           says_place(f, b->text) == false &&
           words_of_addressee(text_without_tail(b->text, ".;")) == PART_LINE;
}

/* ---- labels ---- */

/* "Please write to the director of the prison:" stands above what to ask for,
 * or above who it is. */
static bool asks_to_write(const Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 40);
    return text_ends(t, ":") && w.n > 3 &&
           fold_match(&w, 0, "please write|appeal") +
                   fold_match(&w, 0, "write to") >
               0;
}

static bool next_asks(const Finder *f, size_t at) {
    for (size_t i = at + 1; i < f->lines.n; i++)
        if (f->lines.v[i].use != USE_RESIDUE)
            return asks(f, i);
    return false;
}

/* "10:02" */
static bool has_time(Text t) {
    for (size_t i = 2; i + 2 < t.n; i++)
        if (t.s[i] == ':' && isdigit((unsigned char)t.s[i - 1]) &&
            isdigit((unsigned char)t.s[i - 2]) &&
            isdigit((unsigned char)t.s[i + 1]) &&
            isdigit((unsigned char)t.s[i + 2]))
            return true;
    return false;
}

/* A heading on two lines, "ADDITIONAL" / "INFORMATION", is none here: readers
 * join what was wrapped. */
static void label_lines(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->use != USE_RESIDUE)
            line->label = label_of(f->arena, line->b.text, &line->value);
        /* "Date: Fri, 12 May 2023 10:02:11 +0200": of the mail. */
        if (line->label == LABEL_DATE && has_time(line->b.text))
            line->label = LABEL_PAGE;
        if (line->label == LABEL_NONE && asks_to_write(f, line->b.text))
            line->label = next_asks(f, i) ? LABEL_POINTS : LABEL_APPEALS;
    }
}

/* ---- the letter ---- */

/* A letter's opening, and not the salutation of a target: prose follows. */
static bool opens_letter(const Finder *f, size_t at) {
    if (!label_is_salutation(f->arena, f->lines.v[at].b.text))
        return false;
    size_t seen = 0;
    for (size_t i = at + 1; i < f->lines.n && seen < 3; i++) {
        const ImportLine *line = &f->lines.v[i];
        if (line->use == USE_RESIDUE)
            continue;
        AddressPart part;
        bool field = words_label(line->b.text, &part) > 0;
        if (!field && is_long_line(line->b.text))
            return line->label == LABEL_NONE ||
                   line->label == LABEL_INSTRUCTION;
        if (field || line->label != LABEL_NONE)
            return false;
        seen++;
    }
    return false;
}

/* What ends a letter that has no closing. */
static bool ends_letter(Label label) {
    return label == LABEL_INFO || label == LABEL_LANGUAGES ||
           label == LABEL_PREVIOUS || label == LABEL_TARGETS ||
           label == LABEL_ADVICE || label == LABEL_APPEALS ||
           label == LABEL_COPIES;
}

/* Where the paragraph that line `at` begins ends at the latest: the letter's
 * closing is none of it. */
static size_t paragraph_end(const Finder *f, size_t at) {
    enum { CLOSING = 70 };
    size_t end =
        f->lines.n - at > PARAGRAPH_LINES ? at + PARAGRAPH_LINES : f->lines.n;
    for (size_t i = at + 1; i < end; i++)
        if (f->lines.v[i].b.gap || ends_letter(f->lines.v[i].label) ||
            (f->lines.v[i].b.text.n < CLOSING &&
             label_is_closing(f->arena, f->lines.v[i].b.text)))
            return i;
    return end;
}

/* ---- which section comes next ---- */

static bool is_tail(Label label) {
    return label == LABEL_LANGUAGES || label == LABEL_OWN ||
           label == LABEL_DEADLINE || label == LABEL_ADVICE ||
           label == LABEL_NAME || label == LABEL_GENDER ||
           label == LABEL_PREVIOUS || label == LABEL_UPDATE;
}

static bool starts_targets(Label label) {
    return label == LABEL_APPEALS || label == LABEL_COPIES ||
           label == LABEL_DIPLOMATS || label == LABEL_TARGETS;
}

/* Words that are labels elsewhere are prose in additional information. */
static bool counts(Section section, Label label) {
    bool heading = label == LABEL_INFO || starts_targets(label);
    switch (section) {
    case SECTION_INFO:
        return heading || is_tail(label) || label == LABEL_PAGE ||
               label == LABEL_DONE;
    case SECTION_HEAD:
    case SECTION_POINTS:
        return label != LABEL_NATIVE && label != LABEL_LATIN;
    case SECTION_LETTER:
        return ends_letter(label);
    case SECTION_ACTION:
    case SECTION_TARGETS:
    case SECTION_AFTER:
    case SECTION_TAIL:
        break;
    }
    return true;
}

static Section section_of(Section before, Label label) {
    switch (label) {
    case LABEL_ACTION:
    case LABEL_LETTER:
        return SECTION_ACTION;
    case LABEL_INSTRUCTION:
        return before == SECTION_HEAD ? SECTION_ACTION : before;
    case LABEL_APPEALS:
    case LABEL_COPIES:
    case LABEL_DIPLOMATS:
    case LABEL_TARGETS:
        return SECTION_TARGETS;
    case LABEL_POINTS:
        return SECTION_POINTS;
    case LABEL_INFO:
        return SECTION_INFO;
    case LABEL_LANGUAGES:
    case LABEL_OWN:
    case LABEL_DEADLINE:
    case LABEL_ADVICE:
    case LABEL_NAME:
    case LABEL_GENDER:
    case LABEL_PREVIOUS:
    case LABEL_UPDATE:
        return before == SECTION_INFO || before == SECTION_AFTER ||
                       before == SECTION_POINTS
                   ? SECTION_TAIL
                   : before;
    case LABEL_NONE:
    case LABEL_MARKER:
    case LABEL_NATIVE:
    case LABEL_LATIN:
    case LABEL_INDEX:
    case LABEL_DATE:
    case LABEL_COUNTRY:
    case LABEL_PAGE:
    case LABEL_DONE:
        break;
    }
    return before;
}

/* ---- targets that no heading announces ---- */

static bool opens_target(const Finder *f, size_t at) {
    const DocBlock *b = &f->lines.v[at].b;
    Text title, name;
    if (b->kind != DOC_PARAGRAPH || b->text.n > 120 ||
        is_sentence(f, b->text) || text_is_capitals(b->text))
        return false;
    if (words_of_addressee(b->text) == PART_LINE &&
        !words_split_title(b->text, &title, &name))
        return false;
    size_t places = 0;
    for (size_t i = at + 1; i < f->lines.n && i < at + 7; i++) {
        Text t = f->lines.v[i].b.text;
        if (is_sentence(f, t) || f->lines.v[i].label != LABEL_NONE)
            break;
        places += says_place(f, t);
    }
    return places >= 2;
}

/* ---- all ---- */

/* "Due to postal restrictions ..., please only send mail to the embassy." */
static bool says_post(const Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 4);
    return fold_match(&w, 0, "due to postal") > 0;
}

static void use_line(Finder *f, size_t at, Section section, Head *head) {
    ImportLine *line = &f->lines.v[at];
    Label label = line->label;
    bool known = label != LABEL_NONE;
    line->section = section;
    if (label == LABEL_DONE) {
        line->use = USE_FIELD;
        diag_at(f->diag, DIAG_WARNING, line->b.text.span,
                "the document says that nothing more is to be sent: write to "
                "nobody because of it, unless who sent it to you asks so");
        return;
    }
    if (label == LABEL_INSTRUCTION && says_post(f, line->b.text))
        clean_remove(f, line->b.text.span,
                     "what was said of the post then; see if it still holds");
    if (label == LABEL_PAGE) {
        line->use = USE_RESIDUE;
        clean_remove(f, line->b.text.span, "words of a web page or a mail");
        return;
    }
    /* A box at the side of the page may come in the midst of the letter. */
    if (section == SECTION_LETTER && is_reference_line(f, line->b.text)) {
        line->section = SECTION_ACTION;
        line->use = USE_FIELD;
        return;
    }
    if (section != SECTION_LETTER && section != SECTION_INFO &&
        has_reference(f, line->b.text) && label != LABEL_INSTRUCTION) {
        line->use = USE_FIELD;
        if (section == SECTION_HEAD)
            head_reference_title(f, line, head);
        return;
    }
    switch (section) {
    case SECTION_HEAD:
        if (label == LABEL_MARKER)
            head_marker(f, line, head);
        else if (!known)
            head_line(f, at, head);
        else
            line->use = USE_FIELD;
        break;
    case SECTION_POINTS:
        line->use = known ? USE_FIELD : USE_POINT;
        break;
    case SECTION_LETTER:
        line->use = USE_LETTER;
        join_wrapped(f, at, paragraph_end(f, at));
        break;
    case SECTION_INFO:
        if (!known)
            join_wrapped(f, at, paragraph_end(f, at));
        line->use = label == LABEL_INFO ? USE_INSTRUCTION : USE_STORY;
        break;
    case SECTION_ACTION:
    case SECTION_TARGETS:
        if (!known && head_title_again(f, at)) {
            line->use = USE_TITLE;
            break;
        }
        if (!known && asks(f, at)) {
            line->use = USE_POINT;
            break;
        }
        line->use = label == LABEL_ACTION || label == LABEL_LETTER ||
                            label == LABEL_INSTRUCTION
                        ? USE_INSTRUCTION
                    : known ? USE_FIELD
                            : USE_NONE;
        break;
    case SECTION_AFTER:
    case SECTION_TAIL:
        if (!known && head_title_again(f, at))
            line->use = USE_TITLE;
        else
            line->use = label == LABEL_INSTRUCTION ? USE_INSTRUCTION
                        : known                    ? USE_FIELD
                                                   : USE_NONE;
        break;
    }
}

void find_sections(Finder *f) {
    Section section = SECTION_HEAD;
    Head head = {0};
    bool letter = false, asked = false;
    label_lines(f);
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->use == USE_RESIDUE || line->b.place != DOC_BODY)
            continue;
        if (section == SECTION_LETTER &&
            label_is_closing(f->arena, line->b.text)) {
            line->section = SECTION_LETTER;
            line->use = USE_CLOSING;
            section = SECTION_AFTER;
            continue;
        }
        /* The second line of a Chinese closing. */
        if (section == SECTION_AFTER && i > 0 &&
            f->lines.v[i - 1].use == USE_CLOSING && !line->b.gap &&
            label_is_closing(f->arena, line->b.text)) {
            line->use = USE_CLOSING;
            continue;
        }
        if (!letter && section != SECTION_INFO && head.title > 0 &&
            opens_letter(f, i)) {
            line->use = USE_SALUTATION;
            line->section = section = SECTION_LETTER;
            letter = true;
            continue;
        }
        if (section == SECTION_AFTER && line->label == LABEL_NONE &&
            label_is_organisation(f->arena, line->b.text)) {
            line->use = USE_RESIDUE;
            clean_remove(f, line->b.text.span,
                         "the organisation's name under the letter");
            continue;
        }
        /* "ABOUT ANA RUIZ" */
        if (line->label == LABEL_NONE && section != SECTION_HEAD &&
            section != SECTION_LETTER && section != SECTION_INFO &&
            text_starts(line->b.text, "ABOUT ") &&
            text_is_capitals(line->b.text))
            line->label = LABEL_INFO;
        /* At the head of the pages behind the first. */
        if (line->label == LABEL_MARKER &&
            (section == SECTION_LETTER || section == SECTION_INFO)) {
            line->use = USE_RESIDUE;
            clean_remove(f, line->b.text.span, "head of the pages");
            continue;
        }
        /* Some tell the background first, then what to do. */
        bool early = section == SECTION_INFO && !letter && !asked &&
                     ((line->label == LABEL_ACTION && !line_value(line).n) ||
                      line->label == LABEL_POINTS);
        if (!early && !counts(section, line->label))
            line->label = LABEL_NONE;
        asked = asked || line->label == LABEL_ACTION ||
                line->label == LABEL_POINTS || starts_targets(line->label);
        section = section_of(section, line->label);
        bool told = section == SECTION_HEAD && head.title > 0 && head.below > 0;
        bool listed = section == SECTION_POINTS && i > 0 && line->b.gap &&
                      f->lines.v[i - 1].use == USE_POINT;
        if ((told || listed) && line->label == LABEL_NONE && opens_target(f, i))
            section = SECTION_ACTION;
        use_line(f, i, section, &head);
    }
}
