# --script is advised only where it would help, and in the script that fits.
sheet() { envoi labels "$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui" --origin FR -o out.pdf "$@" 2>&1; }
for on in avery-5160 avery-l4730; do
    sheet --on $on
done
sheet --sheet "a4 2x10 90x22"
sheet --sheet "a4 2x10 90x14"
sheet --on avery-5160 --script native | sed -n 1p
sheet --on avery-5160 --script latin
