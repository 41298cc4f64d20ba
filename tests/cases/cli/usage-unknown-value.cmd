# What stands behind an option that nobody knows may be its value: one mistake.
for options in '--orign france' '--orign=france' '-f france'; do
    envoi labels list.yaml $options -o x.pdf 2>&1
done
# A command that prints has no -o; -h is --help everywhere.
envoi address -o x.txt list.txt 2>&1
envoi check -o x.txt list.yaml 2>&1
for command in labels envelope letter check address fonts layouts calibrate; do
    envoi $command -h >short && envoi $command --help >long && cmp short long
done
