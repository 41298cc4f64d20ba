# An address that does not fit does not hide what is wrong in the body.
cat >list.yaml <<'END'
- name: Example Office
  title: A Title that is Longthanalltherestofthefieldcanholdinoneline
  lines: [Onewordthatiswiderthanthewindowandcannotbebrokenanywherebecauseitisone]
  city: Urumqi
  country: CN
END
printf -- '---\nto: list.yaml\nlang: en\n---\nDear {{to.nmae}}, {{to.phone}}.\n' >letter.md
envoi letter letter.md --origin FR -o x.pdf
