#include "model/paper.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *name, *shown;
    Len w, h;
} papers[] = {
    {"a3", "A3", LEN_OF_MM(297), LEN_OF_MM(420)},
    {"a4", "A4", LEN_OF_MM(210), LEN_OF_MM(297)},
    {"a5", "A5", LEN_OF_MM(148), LEN_OF_MM(210)},
    {"a6", "A6", LEN_OF_MM(105), LEN_OF_MM(148)},
    {"b4", "B4", LEN_OF_MM(250), LEN_OF_MM(353)},
    {"b5", "B5", LEN_OF_MM(176), LEN_OF_MM(250)},
    {"letter", "US Letter", LEN_OF_PT(612), LEN_OF_PT(792)},
    {"legal", "US Legal", LEN_OF_PT(612), LEN_OF_PT(1008)},
    {"tabloid", "tabloid", LEN_OF_PT(792), LEN_OF_PT(1224)},
    {"half-letter", "half-letter", LEN_OF_PT(396), LEN_OF_PT(612)},
    {"jis-b4", "JIS B4", LEN_OF_MM(257), LEN_OF_MM(364)},
    {"jis-b5", "JIS B5", LEN_OF_MM(182), LEN_OF_MM(257)},
};

/* Is the end of `name` the word `word`, with a blank before it? Its length with
 * the blanks, else 0. */
static size_t ends_in(const char *name, size_t n, const char *word) {
    size_t len = strlen(word), i = n - len;
    if (n <= len + 1 || strncasecmp(name + i, word, len) != 0 ||
        name[i - 1] != ' ')
        return 0;
    while (i > 0 && name[i - 1] == ' ')
        i--;
    return n - i;
}

bool paper_find(const char *name, size_t n, Len *w, Len *h) {
    size_t turned = ends_in(name, n, "landscape");
    n -= turned;
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        if (strlen(papers[i].name) != n ||
            strncasecmp(papers[i].name, name, n) != 0)
            continue;
        *w = turned ? papers[i].h : papers[i].w;
        *h = turned ? papers[i].w : papers[i].h;
        return true;
    }
    return false;
}

const char *paper_name(Len w, Len h) {
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if ((papers[i].w == w && papers[i].h == h) ||
            (papers[i].w == h && papers[i].h == w))
            return papers[i].shown;
    return NULL;
}
