#!/bin/sh
# paragraph-quality.sh BUILD_DIR TEXT... - line breaking beside TeX's.
#
# Of the plain-text files the first PARAGRAPHS=20 different paragraphs, 300
# bytes and more of Latin text on one line each, are justified by envoi's text
# engine and by XeLaTeX: Noto Serif 11 pt, 65 mm and 165 mm wide,
# \pretolerance 100, \tolerance 200, \frenchspacing, American hyphenation, no
# \emergencystretch; where TeX then finds no way, and would leave a line
# overfull, with one of 3 em, as envoi does it (marked *). Printed per
# paragraph: total demerits and lines of each (TeX's own, from
# \tracingparagraphs). A paragraph that TeX leaves overfull even so is left out
# of the sums.
#
# The patterns are not the same file: Debian's hyph_en_US.dic here, TeX's
# hyphen.tex there, LANGUAGE=usenglishmax for hyph-en-us.tex. Where a date or a
# name may not be broken here, TeX is told the same by a tie.
set -eu
cd "$(dirname "$0")/.."
if [ $# -lt 2 ]; then
    echo "usage: bench/paragraph-quality.sh BUILD_DIR TEXT..." >&2
    exit 2
fi
if ! command -v xelatex >/dev/null; then
    echo "paragraph-quality: skipped, as xelatex is missing" \
        "(texlive-xetex, texlive-latex-recommended)"
    exit 0
fi
B=$1
shift
: "${PARAGRAPHS:=20}" "${LANGUAGE:=english}"
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-quality.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 ENVOI_DATA="$PWD" max_print_line=100000
font=/usr/share/fonts/truetype/noto/

cat -- "$@" | LC_ALL=C awk -v most="$PARAGRAPHS" '
    length($0) < 300 || seen[substr($0, 1, 60)]++ { next }
    # Latin text with typographic quotes and dashes alone, no markup.
    { plain = $0; gsub(/\342\200[\223\224\230\231\234\235]/, "", plain) }
    plain ~ /[^ -~]/ || plain ~ /[][#*<>_&$%\\^{}~]/ { next }
    { gsub(/  +/, " "); print; if (++n == most) exit }' >"$work/texts"
[ -s "$work/texts" ] || { echo "paragraph-quality: no paragraph"; exit 0; }

# ours WIDTH: demerits, lines and hyphens of each paragraph.
ours() {
    sed G "$work/texts" >"$work/ours.txt"
    "$B/tools/textdump" --lang en --size 11 --width "$1" --align justify \
        --hyphenate --dump demerits "$work/ours.txt"
}

# theirs WIDTH STRETCH: demerits and lines, or "overfull".
theirs() {
    {
        cat <<TEX
\\documentclass{article}\\usepackage{fontspec}
\\setmainfont{NotoSerif-Regular.ttf}[Path=$font]
\\begin{document}\\fontsize{11bp}{15bp}\\selectfont\\frenchspacing
\\makeatletter\\language=\\l@$LANGUAGE\\makeatother
\\lefthyphenmin=2 \\righthyphenmin=3 \\XeTeXinterwordspaceshaping=0
\\hsize=${1}truemm \\parindent=0pt \\parskip=0pt \\emergencystretch=$2
\\pretolerance=100 \\tolerance=200 \\tracingparagraphs=1 \\tracingonline=0
TEX
        "$B/tools/textdump" --lang en --size 11 --dump ties "$work/ours.txt" |
            sed 's/\xC2\xA0/~/g; s/$/\\par/'
        echo '\end{document}'
    } >"$work/p.tex"
    (cd "$work" && xelatex -interaction=batchmode p.tex >/dev/null 2>&1) || true
    # Of the breaks at \par, "@@N: line L.F t=T", the one of the least T.
    awk '
        function flush() {
            if (open) print (over ? "overfull" : least), line
            open = over = 0
        }
        /^@(first|second|emergency)pass/ {
            if (/first/) flush()
            open = 1; last = over = 0; least = -1
        }
        /^@\\par via / { last = 1; if (/d=\*/) over = 1 }
        / via .* d=\*/ { over = 1 }
        /^@@[0-9]+: line / && last {
            match($0, /t=-?[0-9]+/)
            t = substr($0, RSTART + 2, RLENGTH - 2)
            split($3, l, ".")
            if (least < 0 || t < least) { least = t; line = l[1] }
        }
        END { flush() }' "$work/p.log"
}

for width in 65 165; do
    ours $width >"$work/ours"
    theirs $width 0pt >"$work/theirs"
    theirs $width 33bp >"$work/stretched"
    paste -d ' ' "$work/ours" "$work/theirs" "$work/stretched" | awk -v width=$width '
        BEGIN {
            printf "%d mm\n%4s %10s %6s %8s %10s %6s\n", width, "", "envoi",
                "lines", "hyphens", "TeX", "lines"
        }
        {
            mark = " "
            if ($4 == "overfull") { mark = "*"; $4 = $6; $5 = $7 }
            printf "%4d %10d %6d %8d %10s%s %5d\n", NR, $1, $2, $3, $4, mark,
                $5
            if ($4 == "overfull") { over++; next }
            a += $1; b += $4; n++
        }
        END {
            printf "%d paragraphs: envoi %d, TeX %d, %+.2f %%", n, a, b,
                (a - b) * 100 / b
            printf over ? "; %d overfull in TeX\n\n" : "\n\n", over
        }'
done
