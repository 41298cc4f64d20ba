#!/bin/sh
# deps.sh - install what envoi needs on Debian, and only what is missing.
#
#   tools/deps.sh [--list] GROUP...     build fonts test lint bench fuzz, or all
#                                       of these; rivals: what bench can do
#                                       without
#
# One dpkg-query when everything is present. DEPS=skip leaves the system alone.
set -eu

packages() {
    case $1 in
    build) echo gcc libc6-dev make pkg-config libhpdf-dev libharfbuzz-dev \
        libfreetype-dev libfontconfig-dev libicu-dev libyaml-dev libcmark-dev \
        libcsv-dev libpng-dev libjpeg62-turbo-dev libdeflate-dev \
        libxml2-dev libzip-dev libqrencode-dev libjansson-dev poppler-utils ;;
    fonts) echo fonts-noto-core fonts-noto-cjk fonts-ukij-uyghur \
        fonts-babelstone-han fonts-hanazono \
        hyphen-ca hyphen-cs hyphen-da hyphen-de hyphen-el hyphen-en-gb \
        hyphen-en-us hyphen-es hyphen-fr hyphen-hu hyphen-it hyphen-nl \
        hyphen-no hyphen-pl hyphen-pt-br hyphen-pt-pt hyphen-ru hyphen-sv \
        hyphen-uk ;;
    test) echo diffutils mandoc qpdf poppler-utils mupdf-tools \
        libharfbuzz-bin tesseract-ocr tesseract-ocr-script-hans glabels-data zbar-tools \
        parallel rsync ;;
    lint) echo clang clang-format clang-tidy git mandoc ;;
    bench) echo libpango1.0-dev ;;
    rivals) echo glabels ;;
    fuzz) echo clang ;;
    all) for g in build fonts test lint bench fuzz; do packages "$g"; done ;;
    *) echo "deps.sh: no group \"$1\"; the groups are build fonts test lint" \
        "bench rivals fuzz all" >&2
        return 2 ;;
    esac
}

list_only=
if [ "${1-}" = --list ]; then
    list_only=1
    shift
fi
wanted=
for group in "$@"; do
    wanted="$wanted $(packages "$group")" || exit 2
done
wanted=$(printf '%s\n' $wanted | sort -u)
if [ -n "$list_only" ]; then
    echo $wanted
    exit 0
fi
if [ "${DEPS-}" = skip ] || [ -z "$wanted" ]; then
    exit 0
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "deps.sh: this is not a Debian system, so nothing was installed." >&2
    echo "deps.sh: install the equivalents of:" $wanted >&2
    echo "deps.sh: then run make again with DEPS=skip." >&2
    exit 3
fi

# dpkg-query complains about names it has never heard of: those are missing.
present=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted \
    2>/dev/null | sed -n 's/ installed$//p' || true)
missing=$(printf '%s\n' $wanted | grep -vxF "${present:-none}" || true)
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "deps.sh: missing packages, and neither root nor sudo is here." \
            "Ask for:" >&2
        echo "    apt-get install" $missing >&2
        echo "deps.sh: or run make with DEPS=skip to go on without them." >&2
        exit 3
    fi
    as_root=sudo
fi
echo "deps.sh: installing" $missing >&2

apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" </dev/null >&2
}
# A fresh machine has no package lists; old ones are the usual reason for a
# first failure.
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || apt update || true
if ! apt install --no-install-recommends $missing; then
    apt update || true
    if ! apt install --no-install-recommends $missing; then
        echo "deps.sh: apt-get could not install:" $missing >&2
        echo "deps.sh: its own message is above; DEPS=skip goes on without." >&2
        exit 3
    fi
fi
