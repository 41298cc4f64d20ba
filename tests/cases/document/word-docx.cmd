# The document as the readers see it.
"${B:-$DATA/build/release}/tools/docdump" --residue "$CASE/word.docx"
