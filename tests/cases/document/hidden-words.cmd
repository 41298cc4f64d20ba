# Words of a link that hides an e-mail address stay, and have it behind them.
"${B:-$DATA/build/release}/tools/docdump" --residue "$CASE/hidden-words.html"
