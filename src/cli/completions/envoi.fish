# fish completion for envoi(1)

set -l commands labels envelope letter check address fonts layouts calibrate

function __envoi_layouts
    envoi layouts 2>/dev/null | string match -rg '^ *([a-z][a-z0-9-]*) '
end

function __envoi_printers
    set -l config $XDG_CONFIG_HOME
    test -n "$config"; or set config ~/.config
    for f in $config/envoi/printers/*.yaml
        basename $f .yaml
    end
end

complete -c envoi -f
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a labels -d "sheets of address labels, or slips to cut and stick"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a envelope -d "envelopes with the address where the post wants it"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a letter -d "letters from a Markdown file"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a check -d "say what is wrong with files, print nothing"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a address -d "what a pasted address becomes"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a fonts -d "which fonts set which language, and which are missing"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a layouts -d "the label sheets, envelopes and letters there are"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -a calibrate -d "measure a printer, so that its faults can be made up for"
complete -c envoi -n "not __fish_seen_subcommand_from $commands" -l version -d "print the version"
complete -c envoi -l help -d "how the command is used"

complete -c envoi -n "__fish_seen_subcommand_from $commands" -l strict -d "warnings are errors"
complete -c envoi -n "__fish_seen_subcommand_from $commands" -l system-fonts -d "allow fonts outside the curated list"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter" -l on -x -a "(__envoi_layouts) (__fish_complete_suffix .yaml)" -d "layout"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter check address layouts" -l origin -x -d "country it is posted in"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter layouts calibrate" -s o -l output -r -F -d "the PDF, - is stdout"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter layouts calibrate" -l printer -x -a "(__envoi_printers) (__fish_complete_suffix .yaml)" -d "make up for the faults of a printer"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter layouts calibrate" -l dump -x -a "items glyphs lines display" -d "print a stage instead"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter layouts calibrate" -l quiet -d "do not show how far it is"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter" -l proof -r -F -d "another PDF, to check the addresses"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter check" -l encoding -x -a "UTF-8 UTF-16LE GB18030 Big5 Shift_JIS EUC-KR windows-1252 windows-1251 KOI8-R" -d "what the lists are in"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope letter check" -l map -x -d "what columns mean"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope address" -l script -x -a "both native latin" -d "scripts of an address"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l copies -x -d "each address N times"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l order -x -a "pack target" -d "order of the labels"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l start -x -d "first label that is left on the first sheet"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l free -x -d "labels that are left on a part-used sheet"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l ledger -r -F -d "file that knows what is left of all sheets"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l stack -d "in depth, for one cut through the pile"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l only -x -d "these labels of the run alone"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l from-label -x -d "this label of the run and all behind it"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l redo-sheet -x -d "these sheets of the run again"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l outline -d "draw the edges of all labels, for a try on plain paper"
complete -c envoi -n "__fish_seen_subcommand_from labels" -l no-ruler -d "no ruler on the first sheet"
complete -c envoi -n "__fish_seen_subcommand_from letter" -l to -r -F -d "addressees"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l from -r -F -d "sender"
complete -c envoi -n "__fish_seen_subcommand_from envelope letter" -l return -x -a "full initials group none" -d "what of the sender is shown"
complete -c envoi -n "__fish_seen_subcommand_from envelope letter" -l group -r -F -d "record of the group"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l return-place -x -a "front flap" -d "where the return address stands"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l air -x -a "yes no" -d "air mail mark on mail abroad"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l frame -x -a "yes no" -d "print the postcode frame"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l portrait -d "the envelope stands on its short side"
complete -c envoi -n "__fish_seen_subcommand_from envelope" -l paper -x -a "a3 a4 letter legal" -d "to cut out and paste on"
complete -c envoi -n "__fish_seen_subcommand_from letter" -l from -r -F -a blank -d "senders, or blank"
complete -c envoi -n "__fish_seen_subcommand_from labels envelope" -a "(__fish_complete_suffix .yaml; __fish_complete_suffix .csv)"
complete -c envoi -n "__fish_seen_subcommand_from letter" -a "(__fish_complete_suffix .md)"
complete -c envoi -n "__fish_seen_subcommand_from check" -a "(__fish_complete_suffix .md; __fish_complete_suffix .yaml; __fish_complete_suffix .csv)"
complete -c envoi -n "__fish_seen_subcommand_from fonts labels" -l lang -x -a "en fr de zh zh-Hant zh-HK ja ko ug kk bo mn" -d "language of the text or of the ruler"
complete -c envoi -n "__fish_seen_subcommand_from fonts" -l sans -d "the sans stack"
complete -c envoi -n "__fish_seen_subcommand_from fonts" -l bold -d "bold"
complete -c envoi -n "__fish_seen_subcommand_from fonts" -l italic -d "italic"
complete -c envoi -n "__fish_seen_subcommand_from layouts" -l list -x -a "labels envelopes letters" -d "only one kind"
complete -c envoi -n "__fish_seen_subcommand_from layouts" -l search -x -d "only those with a text in name or title"
complete -c envoi -n "__fish_seen_subcommand_from labels layouts" -l sheet -x -d "a sheet of labels in one line"
complete -c envoi -n "__fish_seen_subcommand_from layouts" -l yaml -d "print a label sheet as a layout file"
complete -c envoi -n "__fish_seen_subcommand_from address" -l yaml -d "the record for an address book instead"
complete -c envoi -n "__fish_seen_subcommand_from address" -l to -x -d "country it is in"
complete -c envoi -n "__fish_seen_subcommand_from address" -F
complete -c envoi -n "__fish_seen_subcommand_from layouts" -l draw -x -a "(__envoi_layouts) (__fish_complete_suffix .yaml)" -d "draw one at true size"
complete -c envoi -n "__fish_seen_subcommand_from layouts" -a "(__envoi_layouts)"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l paper -x -a "a4 letter" -d "paper of the page"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l duplex -d "the back of the sheet too"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l envelope -x -a "(__envoi_layouts) (__fish_complete_suffix .yaml)" -d "each way of feeding this envelope"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l save -x -a "(__envoi_printers)" -d "make a profile"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l force -d "change a profile that is there"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l fold -x -d "what the creases meet: A,B,C,D"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l back -x -d "the same on the back: A,B,C,D"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l bars -x -d "lengths of the bars: ACROSS,DOWN"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l border -x -d "what stays blank: LEFT,TOP,RIGHT,BOTTOM"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l feed -x -a "1 2 3 4 5 6" -d "the way envelopes go in"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l corner -x -d "where the cross on an envelope is: LEFT,TOP"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l face -x -a "up down" -d "how the address lies"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l title -x -d "a line for the list"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l compensate -x -a "yes no" -d "make up for a wrong scale"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l list -d "the profiles there are"
complete -c envoi -n "__fish_seen_subcommand_from calibrate" -l show -x -a "(__envoi_printers)" -d "one profile in words"
