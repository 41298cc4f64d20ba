# bash completion for envoi(1)

# Names of layouts: the first word of each indented line of `envoi layouts`.
_envoi_layouts() {
    envoi layouts 2>/dev/null | sed -n 's/^ *\([a-z][a-z0-9-]*\) .*/\1/p'
}

# Names of printer profiles.
_envoi_printers() {
    local f
    for f in "${XDG_CONFIG_HOME:-$HOME/.config}"/envoi/printers/*.yaml; do
        [ -e "$f" ] && basename "$f" .yaml
    done
}

_envoi_files() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -d -- "$2"))
    COMPREPLY+=($(compgen -f -- "$2" | grep -E "$1"))
}

_envoi() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]}
    local lists="--encoding --map"
    local choose="--records --where --sort --dedupe --households --keep-going"
    local common="--strict --system-fonts --help"
    local output="--on --origin --printer --output --dump= --quiet $common"
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "labels envelope letter batch pack check address import fonts layouts calibrate --help --version" -- "$cur"))
        return
    fi
    # bash takes --dump=items as three words.
    if [ "$prev" = = ]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    elif [ "$cur" = = ]; then
        cur=
    fi
    case $prev in
    --on | --draw | --envelope | --envelopes-on | --labels-on | --slips-on)
        COMPREPLY=($(compgen -W "$(_envoi_layouts)" -- "$cur"))
        [ ${#COMPREPLY[@]} -gt 0 ] || _envoi_files '\.ya?ml$' "$cur"
        return ;;
    --printer | --show | --save)
        local IFS=$'\n'
        COMPREPLY=($(compgen -W "$(_envoi_printers)" -- "$cur"))
        [ ${#COMPREPLY[@]} -gt 0 ] || _envoi_files '\.ya?ml$' "$cur"
        return ;;
    --script) COMPREPLY=($(compgen -W "both native latin" -- "$cur")); return ;;
    --dump) COMPREPLY=($(compgen -W "items glyphs lines display" -- "$cur")); return ;;
    --lang | --cover-lang) COMPREPLY=($(compgen -W "en fr de zh zh-Hant zh-HK ja ko ug kk bo mn" -- "$cur")); return ;;
    --origin) COMPREPLY=($(compgen -W "AU AT BE CA CH DE DK ES FI FR GB IE IT JP NL NO NZ PL PT SE US" -- "$cur")); return ;;
    --from)
        _envoi_files '\.(ya?ml|csv|tsv|xlsx|ods|vcf|jsonl?)$' "$cur"
        [ "$command" != letter ] && [ "$command" != batch ] || COMPREPLY+=($(compgen -W blank -- "$cur"))
        return ;;
    --book) _envoi_files '\.ya?ml$' "$cur"; return ;;
    --as) COMPREPLY=($(compgen -W letter -- "$cur")); return ;;
    --ledger) _envoi_files '\.ya?ml$' "$cur"; return ;;
    --group | --to)
        if [ "$command" = address ]; then
            COMPREPLY=($(compgen -W "BE CA CN DE FR GB HK JP KG KZ MN RU TW US" -- "$cur"))
            return
        fi
        _envoi_files '\.(ya?ml|csv|tsv|xlsx|ods|vcf|jsonl?)$' "$cur"
        return ;;
    --output | -o)
        if [ "$command" = batch ] || [ "$command" = pack ]; then
            COMPREPLY=($(compgen -d -- "$cur"))
        else
            _envoi_files '\.pdf$' "$cur"
        fi
        return ;;
    --proof) _envoi_files '\.pdf$' "$cur"; return ;;
    --paper) COMPREPLY=($(compgen -W "a4 letter" -- "$cur")); return ;;
    --feed) COMPREPLY=($(compgen -W "1 2 3 4 5 6" -- "$cur")); return ;;
    --face) COMPREPLY=($(compgen -W "up down" -- "$cur")); return ;;
    --compensate) COMPREPLY=($(compgen -W "yes no" -- "$cur")); return ;;
    --fold | --back | --bars | --border | --corner | --title) return ;;
    --return) COMPREPLY=($(compgen -W "full initials group none" -- "$cur")); return ;;
    --return-place) COMPREPLY=($(compgen -W "front flap" -- "$cur")); return ;;
    --air | --frame) COMPREPLY=($(compgen -W "yes no" -- "$cur")); return ;;
    --list) COMPREPLY=($(compgen -W "labels envelopes letters" -- "$cur")); return ;;
    --with) COMPREPLY=($(compgen -W "letters envelopes labels slips letters,envelopes letters,labels letters,slips" -- "$cur")); return ;;
    --by) COMPREPLY=($(compgen -W "kind pack" -- "$cur")); return ;;
    --duplex) [ "$command" != batch ] || COMPREPLY=($(compgen -W manual -- "$cur")); return ;;
    --order) COMPREPLY=($(compgen -W "pack target" -- "$cur")); return ;;
    --encoding) COMPREPLY=($(compgen -W "UTF-8 UTF-16LE GB18030 Big5 Shift_JIS EUC-KR windows-1252 windows-1251 KOI8-R" -- "$cur")); return ;;
    --packs | --targets | --map | --split | --redo | --shard | --records | --where | --sort | --copies | --search | --sheet | --start | --free | --only | --from-label | --redo-sheet) return ;;
    esac
    case $cur in
    -*)
        case $command in
        labels) output="$output $lists $choose --proof --sheet --script --copies --order --start --free --ledger --stack --only --from-label --redo-sheet --outline --lang --no-ruler" ;;
        envelope) output="$output $lists $choose --proof --script --from --return --group --return-place --air --frame --portrait --paper" ;;
        letter) output="$output $lists $choose --proof --to --from --return --group" ;;
        batch)
            output="$output $lists --proof --to --from --with --envelopes-on --labels-on --slips-on"
            output="$output --script --return --group --return-place --no-sender --air --frame --portrait"
            output="$output --paper --start --free --ledger --stack --no-ruler --redo --shard --by --split --duplex"
            output="$output $choose" ;;
        pack)
            output="$output $lists $choose --proof --packs --from --lang --targets --with --after-deadline --cover-lang"
            output="$output --envelopes-on --labels-on --slips-on --script --return --group --return-place"
            output="$output --no-sender --air --frame --portrait --paper --start --free --ledger --stack --no-ruler"
            output="$output --redo --shard --by --split --duplex" ;;
        check) output="--origin --cover-lang $lists $common" ;;
        address) output="--to --origin --script --yaml $common" ;;
        layouts) output="--list --search --sheet --yaml --draw --origin --printer --output --dump= --quiet $common" ;;
        calibrate)
            output="--paper --duplex --lang --origin --envelope --printer --output --dump= --quiet $common"
            output="$output --save --force --fold --back --bars --border --feed"
            output="$output --corner --face --title --compensate --list --show" ;;
        import) output="--output --book --learn --as --lang --force --json $common" ;;
        fonts) output="--lang --sans --bold --italic $common" ;;
        *) output=$common ;;
        esac
        COMPREPLY=($(compgen -W "$output" -- "$cur"))
        case ${COMPREPLY-} in *=) compopt -o nospace 2>/dev/null ;; esac
        return ;;
    esac
    case $command in
    labels | envelope) _envoi_files '\.(ya?ml|csv|tsv|xlsx|ods|vcf|jsonl?)$' "$cur" ;;
    letter | batch) _envoi_files '\.md$' "$cur" ;;
    pack) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")) ;;
    check) _envoi_files '\.(ya?ml|csv|tsv|md|xml|template)$' "$cur" ;;
    address) _envoi_files . "$cur" ;;
    import) _envoi_files '\.(txt|md|docx|odt|pdf|html?)$' "$cur" ;;
    layouts) COMPREPLY=($(compgen -W "$(_envoi_layouts)" -- "$cur")) ;;
    esac
}

complete -F _envoi envoi
