# Columns that are nearly fields, and files that are no text, are told of.
printf 'nmae,line:zh,lines_zh,ctiy,country,colour\nx,y,z,Paris,FR,red\n' >list.csv
envoi check list.csv
printf 'PK\003\004rest' >list.xlsx
printf '\377\376n\0a\0' >utf16.csv
envoi check list.xlsx utf16.csv
