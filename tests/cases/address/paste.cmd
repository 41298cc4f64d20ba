# What pasted addresses become: headings, telephones, both scripts, the order of
# the post they are handed to. The offices are public, the officials made up.
cat >both <<'END'
Wu Example
Chairman of the Example Committee
Postal address in Chinese:
新疆维吾尔自治区乌鲁木齐市830041天山区示例路12号

Postal address in English:
12 Example Lu, Tianshan Qu, Urumqi,
830041, Xinjiang Uyghur Autonomous Region,
People’s Republic of China
Fax: +86 991 123 4567
END
cat >embassy <<'END'
Ambassador Ada Example
Embassy of the People's Republic of China
3505 International Place NW, Washington DC 20008
Phone: 202 495 2266 / Fax: 202 495 2138
Email: press@example.org
Salutation: Dear Ambassador
END
cat >chinese <<'END'
收件人：王敏
单位：示例人民法院
地址：100017 北京市西城区示例街道1号
END
for how in "--origin FR" "--origin DE --script latin" "--origin US"; do
    echo "---- $how"
    envoi address $how both
done
echo "---- embassy, from there and from Germany"
envoi address --origin US <embassy
envoi address --origin DE - <embassy | sed -n '/^printed/,$p'
echo "---- Chinese only"
envoi address --origin GB chinese
