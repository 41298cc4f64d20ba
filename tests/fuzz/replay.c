/* replay.c - run a fuzz target over files, without libFuzzer.
 *
 *     fuzz_NAME FILE-OR-FOLDER...
 *
 * Each file counts as a test that passes if the target returns; a crash or a
 * hang ends the program without its closing line, and the last file named on
 * standard error is the culprit.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Far beyond any honest input, also under the sanitizers on a busy machine. */
#define SECONDS_PER_FILE 60

static int passed, failed;

static void run_file(const char *path) {
    fprintf(stderr, "%s\n", path);
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        failed++;
        return;
    }
    uint8_t *bytes = NULL;
    size_t n = 0, got;
    do {
        uint8_t *more = realloc(bytes, n + 65536);
        if (!more) {
            perror(path);
            exit(3);
        }
        bytes = more;
        got = fread(bytes + n, 1, 65536, f);
        n += got;
    } while (got > 0);
    fclose(f);
    /* A block of just the right size, so that reading past it is seen. */
    uint8_t *exact = malloc(n ? n : 1);
    if (exact) {
        memcpy(exact, bytes, n);
        alarm(SECONDS_PER_FILE);
        LLVMFuzzerTestOneInput(exact, n);
        alarm(0);
        passed++;
    }
    free(exact);
    free(bytes);
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void run_path(const char *path) {
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
        run_file(path);
        return;
    }
    struct dirent **entries;
    int n = scandir(path, &entries, NULL, by_name);
    for (int i = 0; i < n; i++) {
        char file[4096];
        if (entries[i]->d_name[0] != '.' &&
            snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name) <
                (int)sizeof file)
            run_file(file);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        run_path(argv[i]);
    printf("%d passed, %d failed, 0 skipped\n", passed, failed);
    return failed != 0;
}
