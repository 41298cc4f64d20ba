/* Lines of a letter that were run together, as web pages have them
 * (model/importing_parts.h). */
#include "model/importing_parts.h"

#include <ctype.h>
#include <string.h>

/* Behind "SAMPLE LETTER". */
static size_t behind_heading(const Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 4);
    size_t n = fold_match(&w, 0, "sample|model|suggested letter");
    size_t at = n > 0 ? w.v[n - 1].to : 0;
    while (at < t.n && strchr(" :", t.s[at]))
        at++;
    return at;
}

/* Words that only a salutation begins with. "Monsieur Li, President of ..." may
 * as well be a sentence. */
static bool is_spoken_to(Text t) {
    static const char *const starts[] = {
        "Dear ",   "Your ", "Excellenc",    "Exzellenz",  "Estimad",
        "Sehr ge", "Cher",  "Monsieur le ", "Madame la ", "Madame le "};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (text_starts(t, starts[i]))
            return true;
    return false;
}

/* "Dear Sir, Madam, I am writing ...": the salutation is not yet at its end. */
static bool greets_on(Text t) {
    static const char *const starts[] = {
        "Dear ",      "Sir,",        "Madam,",           "Madam:",
        "Excellency", "Your Excell", "Monsieur,",        "Madame,",
        "Señora,",    "Señor,",      "Ladies and Gentle"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (text_starts(t, starts[i]))
            return true;
    return false;
}

/* "Dear Minister, Dear Governor, I am writing ...": behind the salutation's
 * last mark; `from` if there is none with prose behind it. */
static size_t behind_salutation(const Finder *f, Text t, size_t from) {
    enum { MOST = 140, PROSE = 40 };
    size_t end = from;
    for (size_t i = from; i < t.n && i < from + MOST; i++) {
        if (!strchr(",:", t.s[i]))
            continue;
        Text said = text_slice(t, from, i + 1 - from);
        Text rest = text_trim(text_slice(t, i + 1, t.n - i - 1));
        if (!label_is_salutation(f->arena, said))
            continue;
        if (rest.n < PROSE || !isupper((unsigned char)rest.s[0]))
            return from;
        if (!greets_on(rest)) {
            end = i + 1;
            break;
        }
    }
    return end;
}

/* "... a fair trial. Yours sincerely,": where the closing begins; t.n: it has
 * none. */
static size_t closing_start(const Finder *f, Text t) {
    enum { MOST = 60, PROSE = 60 };
    for (size_t i = t.n; i-- > PROSE && t.n - i < MOST;) {
        Text rest = text_slice(t, i, t.n - i);
        if (t.s[i - 1] == ' ' && strchr(".!?", t.s[i - 2]) &&
            text_ends(rest, ",") && label_is_closing(f->arena, rest))
            return i;
    }
    return t.n;
}

size_t part_run_on(Finder *f, const DocBlock *b, DocBlock v[RUN_ON_MOST]) {
    Text t = b->text;
    size_t n = 0;
    size_t heading = b->kind == DOC_PARAGRAPH ? behind_heading(f, t) : 0;
    size_t body = behind_salutation(f, t, heading);
    size_t end = b->kind == DOC_PARAGRAPH ? closing_start(f, t) : t.n;
    bool letter = heading > 0 || end < t.n || is_spoken_to(t);
    if (b->kind != DOC_PARAGRAPH || body == heading || !letter)
        body = heading = 0;
    if (body == 0 && end == t.n) {
        v[0] = *b;
        return 1;
    }
    const size_t cuts[] = {0, heading, body, end, t.n};
    for (size_t i = 0; i + 1 < sizeof cuts / sizeof *cuts; i++)
        if (cuts[i + 1] > cuts[i])
            v[n++] = block_part(f->arena, b, cuts[i], cuts[i + 1]);
    return n;
}
