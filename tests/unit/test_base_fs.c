#include "unit.h"

#include "base/fs.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/envoi-fs-XXXXXX";

static const char *in(Arena *a, const char *name) {
    return fs_join(a, folder, name);
}

static void put(const char *path, const char *text) {
    FILE *f = fopen(path, "w");
    CHECK(f && fputs(text, f) >= 0 && fclose(f) == 0);
}

/* `want` NULL: there is no such file. */
static void check_file(const char *path, const char *want) {
    Buf got = {0};
    Diag *diag = diag_new();
    CHECK(fs_read(path, 1000, &got, diag) == (want != NULL));
    if (want)
        CHECK_STR(got.s, want);
    buf_free(&got);
    diag_free(diag);
}

static size_t files(void) {
    char command[128];
    size_t n = 0;
    snprintf(command, sizeof command, "ls -A %s", folder);
    FILE *list = popen(command, "r");
    for (int c; list && (c = fgetc(list)) != EOF;)
        n += c == '\n';
    CHECK(list && pclose(list) == 0);
    return n;
}

static bool write_text(const char *path, const char *text, Diag *diag) {
    FsOut *out = fs_out_open(path, diag);
    if (!out)
        return false;
    fs_out_write(out, text, strlen(text));
    CHECK_INT(fs_out_tell(out), strlen(text));
    return fs_out_commit(out, diag);
}

static void replaced_whole(Arena *a, Diag *diag) {
    const char *path = in(a, "x");
    struct stat st;
    put(path, "old");
    CHECK(chmod(path, 0640) == 0);
    FsOut *out = fs_out_open(path, diag);
    CHECK(out != NULL);
    fs_out_write(out, "new", 3);
    check_file(path, "old");
    CHECK(fs_out_commit(out, diag));
    check_file(path, "new");
    CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0640);
    out = fs_out_open(path, diag);
    fs_out_write(out, "newer", 5);
    fs_out_abandon(out);
    check_file(path, "new");
    CHECK_INT(files(), 1);
}

/* The file goes where the link points, and no hidden file beside the link. */
static void through_links(Arena *a, Diag *diag) {
    CHECK(mkdir(in(a, "there"), 0777) == 0);
    CHECK(symlink("there/y", in(a, "link")) == 0);
    CHECK(symlink("link", in(a, "again")) == 0);
    CHECK(write_text(in(a, "again"), "made", diag));
    check_file(in(a, "there/y"), "made");
    CHECK(write_text(in(a, "link"), "replaced", diag));
    check_file(in(a, "there/y"), "replaced");
    CHECK(symlink("round", in(a, "round")) == 0);
    CHECK(fs_same(in(a, "link"), in(a, "there/y")));
    CHECK(!fs_same(in(a, "x"), in(a, "there/y")));
    CHECK(!fs_same(in(a, "none"), in(a, "none")));
    CHECK_INT(diag_count(diag, DIAG_SYSTEM), 0);
    CHECK(!write_text(in(a, "round"), "x", diag));
    CHECK_INT(diag_exit_status(diag), 3);
}

static volatile sig_atomic_t caught;

static void catch_signal(int number) {
    caught = number;
}

/* As a program does when it has said what became of the files. */
static void let_signals(const sigset_t *mask) {
    pthread_sigmask(SIG_SETMASK, mask, NULL);
}

/* A signal in the middle waits until the hidden file is gone, and longer. */
static void stopped(Arena *a) {
    Diag *diag = diag_new();
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    const char *path = in(a, "x");
    size_t before = files();
    signal(SIGTERM, catch_signal);
    FsOut *out = fs_out_open(path, diag);
    fs_out_write(out, "half", 4);
    raise(SIGTERM);
    CHECK_INT(caught, 0);
    CHECK(fs_out_stopped(out));
    CHECK(!fs_out_commit(out, diag));
    CHECK_INT(caught, 0);
    let_signals(&mask);
    CHECK_INT(caught, SIGTERM);
    caught = 0;
    CHECK_INT(diag_exit_status(diag), 3);
    CHECK_INT(files(), before);
    check_file(path, "new");
    signal(SIGTERM, SIG_DFL);
    diag_free(diag);
}

/* nohup: who ignores a signal is not stopped by it. */
static void not_stopped(Arena *a) {
    Diag *diag = diag_new();
    signal(SIGHUP, SIG_IGN);
    FsOut *out = fs_out_open(in(a, "x"), diag);
    fs_out_write(out, "whole", 5);
    raise(SIGHUP);
    CHECK(fs_out_commit(out, diag));
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    check_file(in(a, "x"), "whole");
    signal(SIGHUP, SIG_DFL);
    diag_free(diag);
}

static FsOut *begin(const char *path, const char *text, Diag *diag) {
    FsOut *out = fs_out_open(path, diag);
    CHECK(out != NULL);
    fs_out_write(out, text, strlen(text));
    return out;
}

/* What has no name yet can be read, and files that belong together come
 * together or not at all. */
static void together(Arena *a) {
    Diag *diag = diag_new();
    const char *x = in(a, "both-x"), *y = in(a, "dir/both-y");
    char *dir = arena_strdup(a, in(a, "dir"));
    char bytes[4] = "";
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    size_t before = files();
    put(x, "old");
    CHECK(mkdir(dir, 0777) == 0);
    FsOut *two[] = {begin(x, "one", diag), begin(y, "two", diag)};
    CHECK(fs_out_finish(two[0], diag));
    CHECK(pread(fs_out_fd(two[0]), bytes, 4, 0) == 3);
    CHECK_STR(bytes, "one");
    check_file(x, "old");
    CHECK(fs_out_commit_all(two, 2, diag));
    check_file(x, "one");
    check_file(y, "two");
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);

    /* The folder of the second goes away. */
    two[0] = begin(x, "three", diag);
    two[1] = begin(y, "four", diag);
    CHECK(unlink(y) == 0 && rmdir(dir) == 0);
    CHECK(!fs_out_commit_all(two, 2, diag));
    check_file(x, "one");
    CHECK_INT(diag_exit_status(diag), 3);
    CHECK_INT(files(), before + 1);

    /* Stopped between the two. */
    signal(SIGTERM, catch_signal);
    two[0] = begin(x, "three", diag);
    two[1] = begin(in(a, "both-z"), "four", diag);
    raise(SIGTERM);
    CHECK(!fs_out_commit_all(two, 2, diag));
    let_signals(&mask);
    CHECK_INT(caught, SIGTERM);
    check_file(x, "one");
    check_file(in(a, "both-z"), NULL);

    /* Stopped while the second is written, which is the long one. */
    static const char block[300 * 1024];
    two[0] = begin(x, "three", diag);
    two[1] = fs_out_open_with(two[0], in(a, "both-z"), diag);
    fs_out_write(two[1], block, sizeof block);
    CHECK(!fs_out_failed(two[1]));
    raise(SIGTERM);
    fs_out_write(two[1], block, sizeof block);
    CHECK(fs_out_failed(two[1]));
    CHECK(!fs_out_commit_all(two, 2, diag));
    let_signals(&mask);
    signal(SIGTERM, SIG_DFL);
    check_file(x, "one");
    CHECK_INT(files(), before + 1);
    diag_free(diag);

    CHECK(fs_same_target(in(a, "none"), in(a, "./none")));
    CHECK(symlink("none", in(a, "to-none")) == 0);
    CHECK(fs_same_target(in(a, "to-none"), in(a, "none")));
    CHECK(!fs_same_target(x, in(a, "none")));
}

/* A file may get another name while it is open. */
static void renamed(Arena *a) {
    Diag *diag = diag_new();
    size_t before = files();
    FsOut *out = begin(in(a, "x-1"), "numbers", diag);
    put(in(a, "x-1-9"), "old");
    CHECK(!fs_out_rename(out, folder, diag));
    CHECK_INT(diag_exit_status(diag), 3);
    CHECK(fs_out_rename(out, in(a, "x-1-9"), diag));
    CHECK(fs_out_commit(out, diag));
    check_file(in(a, "x-1-9"), "numbers");
    check_file(in(a, "x-1"), NULL);
    CHECK_INT(files(), before + 1);
    diag_free(diag);
}

static void names_in_files(Arena *a) {
    CHECK_STR(fs_beside(a, "list.yaml", "x.yaml"), "x.yaml");
    CHECK_STR(fs_beside(a, "a/list.yaml", "x.yaml"), "a/x.yaml");
    CHECK_STR(fs_beside(a, "a/list.yaml", "/x.yaml"), "/x.yaml");
    CHECK(mkdir(in(a, "one"), 0700) == 0 && mkdir(in(a, "one/two"), 0700) == 0);
    put(in(a, "one/x.yaml"), "");
    put(in(a, "x.yaml"), "");
    CHECK(chdir(folder) == 0);
    /* From the file back to the one it names. */
    static const char *const pairs[][3] = {
        {"list.yaml", "one/x.yaml", "one/x.yaml"},
        {"one/list.yaml", "one/x.yaml", "x.yaml"},
        {"./one/list.yaml", "x.yaml", "../x.yaml"},
        {"one/two/list.yaml", "one/x.yaml", "../x.yaml"},
        {"one/two/list.yaml", "x.yaml", "../../x.yaml"},
        {"one/list.yaml", "/x.yaml", "/x.yaml"},
        {"one/list.yaml", "none.yaml", "none.yaml"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *named = fs_named_in(a, pairs[i][0], pairs[i][1]);
        CHECK_STR(named, pairs[i][2]);
        CHECK(!fs_exists(pairs[i][1]) ||
              fs_same(fs_beside(a, pairs[i][0], named), pairs[i][1]));
    }
    CHECK(chdir("/") == 0);
    CHECK(unlink(in(a, "one/x.yaml")) == 0 && unlink(in(a, "x.yaml")) == 0);
    CHECK(rmdir(in(a, "one/two")) == 0 && rmdir(in(a, "one")) == 0);
}

static void listed(Arena *a) {
    static const char *const files[] = {"b.yaml", "a.yaml", ".c.yaml", "D.YAML",
                                        ".yaml"};
    const char *const *names;
    size_t n;
    CHECK(mkdir(in(a, "list"), 0777) == 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        put(fs_join(a, in(a, "list"), files[i]), "x");
    CHECK(fs_list(a, in(a, "list"), ".yaml", &names, &n));
    CHECK_INT(n, 2);
    CHECK_STR(names[0], "a");
    CHECK_STR(names[1], "b");
    CHECK(!fs_list(a, in(a, "none"), ".yaml", &names, &n) && n == 0);
    CHECK(fs_ends_in("x/a.YAML", ".yaml") && !fs_ends_in(".yaml", ".yaml"));
}

static void locked(Arena *a) {
    Diag *diag = diag_new();
    FsLock first, second;
    const char *path = in(a, "locked");
    /* Two runs that would both make it. */
    CHECK(fs_lock(path, &first, diag));
    CHECK(!fs_lock(path, &second, diag));
    put(path, "x");
    fs_unlock(&first);
    CHECK(fs_lock(in(a, "none/x"), &first, diag)); /* not there to be made */
    fs_unlock(&first);
    CHECK(fs_lock(path, &first, diag));
    CHECK(!fs_lock(path, &second, diag));
    CHECK_INT(diag_exit_status(diag), 3);
    fs_unlock(&first);
    CHECK(fs_lock(path, &second, diag));
    fs_unlock(&second);
    fs_unlock(&second);
    CHECK(unlink(path) == 0);
    diag_free(diag);
}

int main(void) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    CHECK(mkdtemp(folder) != NULL);
    replaced_whole(a, diag);
    through_links(a, diag);
    stopped(a);
    not_stopped(a);
    together(a);
    renamed(a);
    names_in_files(a);
    listed(a);
    locked(a);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK(system(command) == 0);
    diag_free(diag);
    arena_free(a);
    return unit_done("base_fs");
}
