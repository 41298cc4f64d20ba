#include "cli/mailoptions.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

void mail_init(MailOptions *m) {
    *m = (MailOptions){.labels = {.copies = 1}};
}

static void read_shard(Run *run, const char *value, MailOptions *m) {
    char *slash, *end;
    unsigned long k = strtoul(value, &slash, 10), n = 0;
    if (value[0] >= '1' && value[0] <= '9' && *slash == '/' &&
        slash[1] >= '1' && slash[1] <= '9') {
        n = strtoul(slash + 1, &end, 10);
        if (*end || k > n || n > LIMIT_ITEMS)
            n = 0;
    }
    if (n == 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--shard: \"%s\" is no part of a whole; 2/5 is the second of "
                  "five",
                  value);
    m->shard = (uint32_t)k;
    m->shards = (uint32_t)n;
}

static void add_part(Run *run, MailOptions *m) {
    if (m->labels.nfree == MAIL_PARTS)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--free: more than %d part-used sheets; print them one after "
                  "another",
                  MAIL_PARTS);
    else
        m->parts[m->labels.nfree++] = optarg;
    m->labels.free = m->parts;
}

/* What labels and envelopes are printed on, and how. */
static bool paper_option(Run *run, int c, MailOptions *m) {
    switch (c) {
    case OPT_MAIL_ON:
        m->letters_on = optarg;
        break;
    case OPT_ENVELOPES_ON:
        m->envelope.layout = optarg;
        break;
    case OPT_LABELS_ON:
        m->labels.layout = optarg;
        break;
    case OPT_SLIPS_ON:
        m->slips_on = optarg;
        break;
    case OPT_PORTRAIT:
        m->envelope.portrait = true;
        break;
    case OPT_PAPER:
        m->envelope.paper = optarg;
        break;
    case OPT_START:
        run_number(run, "--start", optarg, LIMIT_CELLS, &m->labels.start);
        break;
    case OPT_FREE:
        add_part(run, m);
        break;
    case OPT_STACK:
        m->labels.stack = true;
        break;
    case OPT_NO_RULER:
        m->labels.no_ruler = true;
        break;
    default:
        return false;
    }
    return true;
}

static void read_script(Run *run, MailOptions *m) {
    int script = ADDRESS_BOTH;
    run_script(run, optarg, &script);
    m->envelope.script = m->labels.script = (AddressScript)script;
}

bool mail_option(Run *run, int c, MailOptions *m) {
    static const char *const places[] = {"front", "flap"};
    static const char *const yes_no[] = {"yes", "no"};
    EnvelopeJob *e = &m->envelope;
    switch (c) {
    case OPT_WITH:
        m->with = optarg;
        break;
    case OPT_MAIL_ORIGIN:
        m->origin = optarg;
        break;
    case OPT_MAIL_SCRIPT:
        read_script(run, m);
        break;
    case OPT_RETURN:
        e->policy = (ReturnPolicy)run_word(
            run, "--return", optarg, return_policy_names, RETURN_POLICIES);
        break;
    case OPT_GROUP:
        e->group = optarg;
        break;
    case OPT_RETURN_PLACE:
        e->flap = run_word(run, "--return-place", optarg, places, 2) == 1;
        break;
    case OPT_AIR:
        e->air = run_word(run, "--air", optarg, yes_no, 2) ? AIR_NO : AIR_YES;
        break;
    case OPT_FRAME:
        e->no_frame = run_word(run, "--frame", optarg, yes_no, 2) == 1;
        break;
    case OPT_NO_SENDER:
        m->no_sender = true;
        break;
    case OPT_REDO:
        m->redo = optarg;
        break;
    case OPT_SHARD:
        read_shard(run, optarg, m);
        break;
    default:
        return paper_option(run, c, m);
    }
    return true;
}

void mail_done(Run *run, MailOptions *m) {
    run_keeps(run, m->envelope.group);
    if (m->no_sender && m->envelope.policy != RETURN_FULL)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--no-sender prints no return address; leave --return out");
}

/* "letters, envelopes or labels". */
static void list_words(const char *const *words, size_t n, Buf *out) {
    for (size_t i = 0; i < n; i++)
        buf_printf(out, "%s%s",
                   i == 0      ? ""
                   : i + 1 < n ? ", "
                               : " or ",
                   words[i]);
}

static size_t find_word(const char *s, size_t len, const char *const *words,
                        size_t n) {
    size_t i = 0;
    while (i < n && (strlen(words[i]) != len || memcmp(words[i], s, len) != 0))
        i++;
    return i;
}

void mail_with(Run *run, const MailOptions *m, const char *usual,
               const char *const *words, size_t n, bool *out) {
    const char *s = m->with ? m->with : usual;
    memset(out, 0, n * sizeof *out);
    for (;; s++) {
        size_t len = strcspn(s, ","), i = find_word(s, len, words, n);
        if (i < n) {
            out[i] = true;
        } else {
            Buf list = {0};
            list_words(words, n, &list);
            diag_file(run->diag, DIAG_USAGE, NULL,
                      "--with: \"%.*s\" is none of %.*s; write them with "
                      "commas between and no blanks",
                      (int)len, s, (int)list.n, list.s);
            buf_free(&list);
        }
        s += len;
        if (!*s)
            return;
    }
}
