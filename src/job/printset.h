/* printset.h - the PDFs of one mailing, side by side in a folder, named
 * together or not at all.
 *
 *     letters.pdf  envelopes.pdf  labels.pdf    a file for each kind, or
 *     packs.pdf                                 all kinds, pack by pack
 *     letters-001-050.pdf ...                   split between packs
 *     letters-fronts.pdf  letters-backs.pdf     to be turned over by hand
 *
 * What the kinds print comes from their page sources; here it is told which
 * item goes into which file and where it came to stand there. Text files that
 * say so (a manifest) are made when all of that is known, and get their names
 * with the PDFs. Files of an earlier run stay as they are until then, and for
 * good if anything is wrong.
 */
#ifndef ENVOI_JOB_PRINTSET_H
#define ENVOI_JOB_PRINTSET_H

#include "job/print.h"

typedef enum PrintBy { PRINT_BY_KIND, PRINT_BY_PACK } PrintBy;

typedef enum SplitUnit {
    SPLIT_NOT,
    SPLIT_PACKS, /* --split 100 */
    SPLIT_PAGES, /* --split 50p */
    SPLIT_BYTES  /* --split 20MB: 20,000,000 bytes of the finished file */
} SplitUnit;

/* No file holds more than `most`; a pack is never divided. A pack that is more
 * alone is an error (of pages and bytes). */
typedef struct PrintSplit {
    SplitUnit unit;
    size_t most;
} PrintSplit;

/* A kind: what all of its items are, in the order of the packs. Kinds without
 * numbers come last; by pack they are files of their own all the same. */
typedef struct PrintKind {
    const char *name; /* of its files: "letters" */
    PageSource *source;
} PrintKind;

/* A file that was made. Its pages are counted with the blank backs in it. */
typedef struct PrintedFile {
    const char *name;   /* in the folder: "letters-001-050.pdf" */
    const char *backs;  /* the other half, of --duplex manual; NULL: none */
    size_t kind;        /* SIZE_MAX: all, by pack */
    size_t first, last; /* running numbers in it; 0: its items have none */
    size_t pages;       /* of `name` */
    size_t sheets;      /* of paper that it takes */
} PrintedFile;

/* Where the pages of an item are: those of files[file].name from `first` to
 * `last`, counted from 1. In fronts of --duplex manual a page is a sheet; its
 * back is page pages + 1 - N of the backs. */
typedef struct PrintPlace {
    uint32_t file, first, last;
} PrintPlace;

/* What was printed, when all of it is written and nothing has its name yet. */
typedef struct PrintSet PrintSet;

size_t printset_files(const PrintSet *set);
const PrintedFile *printset_file(const PrintSet *set, size_t file);
/* Of one item of a kind. */
PrintPlace printset_place(const PrintSet *set, size_t kind, size_t item);
/* Of all items of a kind that belong to the pack `number`, from the first page
 * to the last; false if there is none. Not for sheets of labels, where one item
 * belongs to several packs. */
bool printset_pack(const PrintSet *set, size_t kind, size_t number,
                   PrintPlace *out);
/* Pages, without blank ones, and sheets of paper of a kind. */
size_t printset_pages(const PrintSet *set, size_t kind);
size_t printset_sheets(const PrintSet *set, size_t kind);
size_t printset_letter(const PrintSet *set, size_t kind); /* of US Letter */
/* A text file in the folder, to be written with fs_out_write; it belongs to the
 * set and gets its name with the PDFs. NULL, with a message. */
FsOut *printset_text(PrintSet *set, const char *name, Diag *diag);

/* Makes the text files. A job puts it first into its own struct. False, with
 * the error in the diag: nothing is named then. */
typedef struct PrintTexts PrintTexts;
struct PrintTexts {
    bool (*write)(PrintTexts *self, PrintSet *set, Diag *diag);
};

typedef struct PrintSetOptions {
    PrintBy by;
    PrintSplit split;
    bool manual_duplex;
    size_t highest; /* number of the whole mailing: names are padded to its
                       width; 0: that of the last item */
    /* This is a slice of a larger mailing: the numbers are in the names though
     * nothing was split, and other files in the folder are no leftovers. */
    bool slice;
    PrintTexts *texts; /* NULL: none */
} PrintSetOptions;

/* Print all kinds into the folder out->path, which is made if it is not there,
 * or the display dump of all; without either only to find errors. Errors of one
 * kind do not hide those of another. With out->proof the addresses of all kinds
 * are proved. False if anything is wrong: then no file was written or changed
 * but that the folder may be there. */
bool print_set(const PrintKind *kinds, size_t n, const PrintSetOptions *opt,
               const JobOutput *out, Diag *diag);

#endif
