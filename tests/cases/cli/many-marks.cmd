# 30,000 marks on one letter are refused at once, not shaped for minutes.
{
    printf -- '- name: "a'
    awk 'BEGIN { for (i = 0; i < 30000; i++) printf "\314\201" }'
    printf '"\n  city: Paris\n  country: FR\n'
} >list.yaml
timeout 10 envoi labels list.yaml --origin FR -o x.pdf 2>err
status=$?
cut -c 1-160 err
ls
exit $status
