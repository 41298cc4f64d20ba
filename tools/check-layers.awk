# check-layers.awk - arrows between layers point down, and each library stays
# in its home (src/README.md). Run over src/*/*.[ch]; prints what breaks it.
BEGIN {
    below["base"] = "base"
    below["model"] = "base model"
    below["input"] = "base model input"
    below["text"] = "base text"
    below["page"] = "base model text page"
    below["out"] = "base text page out"
    below["job"] = "base model input text page out job"
    below["cli"] = "base model job cli"
    # Header pattern, then the folders or files that may name it.
    home["^hpdf"] = "src/out/"
    home["^(cmark|yaml|csv)\\.h$"] = "src/input/"
    home["^(png|jpeglib|jerror)\\.h$"] = "src/input/"
    home["^libxml/"] = "src/input/xml.c src/input/xmlstream.c src/input/htmltree.c"
    home["^zip\\.h$"] = "src/input/zipfile.c"
    home["^jansson\\.h$"] = "src/input/json.c"
    home["^linux/|^sys/prctl\\.h$"] = "src/input/pdftext"
    home["^qrencode\\.h$"] = "src/model/qr.c"
    home["^fontconfig/"] = "src/text/systemfonts.c src/text/fontfiles.c"
    home["^hb-subset"] = "src/out/"
    home["^hb(-ft|-ot|-icu)?\\.h$|^ft2build|^freetype/|^FT_"] = "src/text/ src/out/"
    home["^unicode/"] = "src/model/ src/input/ src/text/"
    home["^libdeflate\\.h$"] = "src/out/"
    home["^getopt\\.h$"] = "src/cli/"
    # UChar is in text's headers, which out and page see; utf16.h is macros.
    libc = "^unicode/(utypes|utf16)\\.h$|^(assert|ctype|dirent|errno|fcntl|float|glob|inttypes|limits|locale|math|poll|setjmp|signal|stdalign|stdarg|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|time|unistd|sys/[a-z]+)\\.h$"
}
function bad(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; broken = 1 }
FNR == 1 { split(FILENAME, part, "/"); layer = part[2] }
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\""); split(quoted[2], to, "/")
    if (!index(" " below[layer] " ", " " to[1] " "))
        bad("layer " layer " may not include \"" quoted[2] "\"")
}
/^[ \t]*#[ \t]*include[ \t]*[<F]/ {
    header = $0; sub(/^[^<]*include[ \t]*</, "", header); sub(/>.*/, "", header)
    sub(/^.*include[ \t]*FT_/, "FT_", header)
    if (header ~ libc) next
    found = 0
    for (p in home) if (header ~ p) {
        found = 1; ok = 0; n = split(home[p], place, " ")
        for (i = 1; i <= n; i++) if (index(FILENAME, place[i]) == 1) ok = 1
        if (!ok) bad("<" header "> belongs in " home[p])
    }
    if (!found) bad("<" header "> has no home; give it one in tools/check-layers.awk")
}
END { exit broken }
