/* blindtext.c - stands in for pdftotext where a test wants it to read nothing
 * of what a page says, as it would of a font without a map to Unicode: one
 * empty A4 page, in the form of -bbox-layout, whatever the PDF.
 *
 * No library but stdio: envoi runs it where it can open no file. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
    char byte[4096];
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "-v") == 0)
            return fputs("pdftotext version 22.12.0\n", stderr) < 0;
    while (fread(byte, 1, sizeof byte, stdin) > 0)
        continue;
    return puts("<html><head><title></title></head><body><doc>\n"
                "  <page width=\"595.276000\" height=\"841.890000\">\n"
                "  </page>\n</doc></body></html>") < 0;
}
