# A web address that ends a page, and a heading on top of the next: what stands
# below the heading is below it, and the address is the address.
"${B:-$DATA/build/release}/tools/docdump" --text "$CASE/address-over-page.pdf"
