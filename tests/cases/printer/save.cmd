# What was read becomes a profile; a second time only what is given changes.
export XDG_CONFIG_HOME="$PWD/config"
envoi calibrate --list
envoi calibrate --save office --title 'Upstairs, "A"' --fold 0.5,-1.0,0.7,-1.1 \
    --bars 149.7,195.8 --border 4,4,4,12 --feed 3,turned --paper a4 \
    --corner 11.5,9 --face down
envoi calibrate --save office --fold 1,1
echo "again: $?"
envoi calibrate --save office --force --bars 100,100 --back 0,0.25
cat config/envoi/printers/office.yaml
envoi calibrate --save ./plain.yaml --border 5,5,5,5
envoi calibrate --save there/plain.yaml --border 5,5,5,5
echo "no folder: $?"
envoi calibrate --list
envoi calibrate --show office | tail -n 2
ls -A config config/envoi config/envoi/printers
