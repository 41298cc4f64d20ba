/* appealtexts.h - texts of appeal.yaml that may be there in several languages.
 *
 *     title: A student sentenced after a video
 *     title:fr: Une étudiante condamnée pour une vidéo
 *     fr:
 *       summary: ...
 *
 * The same two forms that address records have. Private to appealfile.
 */
#ifndef ENVOI_INPUT_APPEALTEXTS_H
#define ENVOI_INPUT_APPEALTEXTS_H

#include "input/letterfile_values.h"
#include "model/appeal.h"

typedef enum AppealKeyIs {
    APPEAL_KEY_TEXT,
    APPEAL_KEY_LIST,
    APPEAL_KEY_LINK
} AppealKeyIs;

/* A key that has a language or none; `out` grows with each. */
typedef struct AppealKey {
    const char *name;
    AppealKeyIs is;
    AppealTexts *out;
} AppealKey;

/* False if the pair is none of `keys`, with or without a language, nor a map of
 * them below one; nothing is said then. Errors go to `f`. Texts without a
 * language have "" until they are settled. */
bool appealtexts_read(FrontReader *f, const YamlPair *pair,
                      const AppealKey *keys, size_t n);
/* One more in a language; an error if there are too many. */
void appealtexts_add(FrontReader *f, AppealTexts *to, const char *lang,
                     TextList said);
/* Texts without a language are in `lang`, and what is in `lang` comes first.
 * Two in one language are an error. */
void appealtexts_settle(FrontReader *f, const AppealKey *keys, size_t n,
                        const char *lang);

/* Not more of one thing than an appeal may have; an error at `where` else. */
bool appealtexts_few(FrontReader *f, size_t n, Span where);

/* The address of a web page. */
bool appealtexts_link(FrontReader *f, const YamlPair *pair, Text *out);

#endif
