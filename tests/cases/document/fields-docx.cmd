# Fields in the code of a field: what they give is not in the text.
"${B:-$DATA/build/release}/tools/docdump" --residue "$CASE/fields.docx"
