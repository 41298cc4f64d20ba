/* Where gLabels and LibreOffice keep their label sheets. */
#include "input/labelset_read.h"

#include "base/fs.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

typedef struct Places {
    Arena *arena;
    VEC(const char *) found;
    Buf looked;
} Places;

static void add(Places *p, const char *path) {
    for (size_t i = 0; i < p->found.n; i++)
        if (strcmp(p->found.v[i], path) == 0)
            return;
    if (fs_exists(path))
        vec_push(p->arena, &p->found, path);
}

static void look(Places *p, const char *path) {
    buf_printf(&p->looked, "%s%s", p->looked.n ? ", " : "", path);
    add(p, path);
}

/* Each part of a list with ":" between. */
static void look_in(Places *p, const char *list, const char *tail) {
    while (*list) {
        size_t n = strcspn(list, ":");
        if (n > 0)
            look(p, arena_printf(p->arena, "%.*s%s", (int)n, list, tail));
        list += n + (list[n] == ':');
    }
}

static const char *env(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* gLabels 3.4: libglabels/db.c; gLabels-qt: model/FileUtil.cpp, and Qt's
 * AppConfigLocation of the organisation "glabels.org". */
static void glabels(Places *p) {
    const char *home = env("HOME");
    const char *config = env("XDG_CONFIG_HOME");
    if (!config && home)
        config = fs_join(p->arena, home, ".config");
    if (config) {
        look(p, fs_join(p->arena, config, "libglabels/templates"));
        look(p, fs_join(p->arena, config, "glabels.org/glabels-qt"));
    }
    if (home)
        look(p, fs_join(p->arena, home, ".glabels"));
    const char *data = env("XDG_DATA_DIRS");
    if (!data)
        data = "/usr/local/share:/usr/share";
    look_in(p, data, "/libglabels-3.0/templates");
    look_in(p, data, "/glabels-qt/templates");
}

static const char flatpak[] =
    "/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/"
    "libreoffice";

static void libreoffice(Places *p) {
    static const char *const folders[] = {
        "/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice*",
        "/snap/libreoffice/current/lib/libreoffice", flatpak};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        glob_t found;
        const char *pattern =
            fs_join(p->arena, folders[i], "share/labels/labels.xml");
        buf_printf(&p->looked, "%s%s", i ? ", " : "", pattern);
        if (glob(pattern, 0, NULL, &found) != 0)
            continue;
        /* The newest version's name sorts last. */
        for (size_t k = found.gl_pathc; k-- > 0;)
            add(p, arena_strdup(p->arena, found.gl_pathv[k]));
        globfree(&found);
    }
    /* They are versions of one collection: the first will do. */
    if (p->found.n > 1)
        p->found.n = 1;
}

LabelPlaces labelset_places(Arena *a, LabelFormat format) {
    Places p = {.arena = a};
    const char *instead =
        getenv(format == LABELS_GLABELS ? "ENVOI_GLABELS" : "ENVOI_LABELS_XML");
    if (instead)
        look_in(&p, instead, "");
    else if (format == LABELS_GLABELS)
        glabels(&p);
    else
        libreoffice(&p);
    LabelPlaces out = {
        p.found.v, p.found.n,
        arena_strndup(a, p.looked.s ? p.looked.s : "", p.looked.n)};
    buf_free(&p.looked);
    return out;
}
