/* limits.h - caps on what a hostile or mistaken input may ask for.
 *
 * Each is far above honest use; its reason stands beside it. A cap that is hit
 * is an error that names it, never a silent cut.
 */
#ifndef ENVOI_BASE_LIMITS_H
#define ENVOI_BASE_LIMITS_H

/* One input file. 100,000 records of 500 bytes are 50 MB. */
#define LIMIT_INPUT_BYTES ((size_t)256 * 1024 * 1024)
/* Messages of one level kept in a run; more are counted. A wrong column of a
 * long list gives one each, and nobody reads a thousand. */
#define LIMIT_DIAGS 200
/* Combining marks on one base. HarfBuzz 6 is quadratic in them: 40,000 take
 * 7.6 s. Tibetan stacks and Vietnamese stay under 10 (UAX #15 Stream-Safe: 30).
 */
#define LIMIT_MARKS 30
/* Places of one list that cannot be used (bytes of another encoding, cells that
 * show an error): each makes a record that can be listed; a file with more of
 * them is of another kind. */
#define LIMIT_FAULTS 10000
/* UTF-16 units in one paragraph: 50 pages without a paragraph end. */
#define LIMIT_PARAGRAPH 200000
/* Nested lists and quotes in a letter; deeper ones have no room on paper. */
#define LIMIT_NESTING 8
/* Labels, letters or envelopes that one run prints. */
#define LIMIT_ITEMS 1000000
/* Those of a run that --keep-going looks through to print a slice of it: a
 * minute a million, and 24 bytes each. */
#define LIMIT_LOOKED_AT 10000000
/* Files of one run, which are all open until they get their names. A hundred
 * packs a file is usual; a file for each pack of a large event is a thousand.
 */
#define LIMIT_FILES 10000
/* Labels on a sheet: the finest ones sold have 315 (LibreOffice 7.4.7). */
#define LIMIT_CELLS 2000
/* One letter. Read, it takes up to 540 times its size (a line for every second
 * byte; lists of empty items 370 times); 1 MB is 300 pages. */
#define LIMIT_LETTER_BYTES ((size_t)1024 * 1024)
/* Columns of a table in a letter: 20 across a page are 8 mm each. */
#define LIMIT_COLUMNS 20
/* YAML depth and nodes: an address book is 3 deep. */
#define LIMIT_YAML_DEPTH 16
#define LIMIT_YAML_NODES 5000000
/* XML depth and nodes: tables in tables of a word processor's file are 30 deep,
 * and each level is a level of recursion here; a cell of a spreadsheet is three
 * nodes. */
#define LIMIT_XML_DEPTH 200
#define LIMIT_XML_NODES 5000000
/* A file of label sheets: the largest known, LibreOffice's, has 0.3 MB. */
#define LIMIT_LABELSET_BYTES ((size_t)16 * 1024 * 1024)
/* Pixels of one image: an A4 page at 600 dpi has 35 million. */
#define LIMIT_IMAGE_PIXELS ((size_t)40 * 1000 * 1000)
/* Pixels along one side: what libjpeg can do. */
#define LIMIT_IMAGE_SIDE 65500
/* One picture file: 40 million pixels as a good JPEG are 20 MB. */
#define LIMIT_IMAGE_BYTES ((size_t)64 * 1024 * 1024)
/* Scans of a progressive JPEG: encoders make 10, and each costs a walk over
 * all pixels, however few bytes it has. */
#define LIMIT_JPEG_SCANS 64
/* Lines of an address as it is printed. In two scripts, with names, title,
 * organisation, department and care of, honest ones have up to 15. */
#define LIMIT_ADDRESS_LINES 20
/* A PDF from elsewhere: appeals have 2 to 4 pages and 1 MB with pictures; a
 * report of a hundred pages with photographs is 50 MB. */
#define LIMIT_PDF_BYTES ((size_t)64 * 1024 * 1024)
#define LIMIT_PDF_PAGES 1000
/* Text of one page with a place for each character, 20 bytes: a sheet of
 * LIMIT_CELLS labels with 1,500 characters each. */
#define LIMIT_PDF_PAGE_BYTES ((size_t)64 * 1024 * 1024)
/* What poppler may take for it: 100 pages of letters are 0.25 s and 15 MB. */
#define LIMIT_PDF_SECONDS 20
/* The same by the clock on the wall, for a reader that sleeps: a busy machine
 * or a slow disk take some times as long. */
#define LIMIT_PDF_WAIT(seconds) (3 * (seconds))
#define LIMIT_PDF_MEMORY ((size_t)512 * 1024 * 1024)
/* An office file: what all parts that are read unpack to (a list of 100,000
 * records is 60 MB), and how many there are (a report of a thousand pictures).
 */
#define LIMIT_ZIP_BYTES ((size_t)256 * 1024 * 1024)
#define LIMIT_ZIP_ENTRIES 10000
/* How many times its packed size a part may have: letters have 10, tables of
 * equal rows 60; deflate can do 1,032. Small parts may do what they like. */
#define LIMIT_ZIP_RATIO 250
#define LIMIT_ZIP_SMALL ((size_t)4 * 1024 * 1024)
/* One document to read for what it says: what LIMIT_PDF_BYTES allows. */
#define LIMIT_DOCUMENT_BYTES ((size_t)64 * 1024 * 1024)
/* Text in it: a book of 1,000 pages has 3 MB, and each character takes 16 times
 * its size while its marks are looked for. Lines: such a book has 40,000, and
 * each takes a kilobyte. */
#define LIMIT_DOCUMENT_TEXT ((size_t)4 * 1024 * 1024)
#define LIMIT_DOCUMENT_LINES 100000
/* Lines of a document that is searched for an Urgent Action, which has a
 * hundred or two: a report of 200 pages. Each line is compared with some 350
 * patterns, and what is found costs a walk through the lines for its place. */
#define LIMIT_IMPORT_LINES 6000
/* A document that is text with its marks: HTML with pictures in it. */
#define LIMIT_DOCUMENT_MARKUP ((size_t)16 * 1024 * 1024)
/* Sections of a letter in one another: {{#a}}{{#b}} ... */
#define LIMIT_SECTIONS 16
/* ( and not in one another in --where, each a level of recursion; people write
 * two or three. */
#define LIMIT_WHERE_DEPTH 50
/* Of one thing in an appeal: demands, languages that a text is given in, words
 * to avoid. Each is compared with all others; twenty are many on paper. */
#define LIMIT_APPEAL_LIST 500
/* Whom one appeal writes to, each compared with all others by its id. Who
 * writes to more wants a mailing. */
#define LIMIT_APPEAL_TARGETS 5000
/* One field of a record. The longest real address is a few hundred bytes. */
#define LIMIT_FIELD_BYTES 65536

#endif
