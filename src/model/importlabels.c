#include "model/importlabels.h"

#include <string.h>

/* How much of a line a label is. */
typedef enum Reach {
    WHOLE, /* all of it, but for a colon */
    HEAD,  /* all of it, or a colon and a value follow */
    START  /* anything may follow */
} Reach;

typedef struct LabelRow {
    Label label;
    Reach reach;
    const char *pattern;
} LabelRow;

/* Order counts: the first that fits is taken. Forms seen in documents of 2012
 * to 2024 stand first in each language; the others are variants of them. */
static const LabelRow rows[] = {
    /* ---- English ---- */
    {LABEL_MARKER, HEAD,
     "urgent action update|outcome|appeal|network|bulletin"},
    {LABEL_MARKER, HEAD, "urgent action"},
    {LABEL_APPEALS, START, "please send ~ appeals ~ to"},
    {LABEL_APPEALS, START, "please send ~ appeals before|by|until"},
    {LABEL_APPEALS, START, "send ~ appeals|letters ~ to"},
    {LABEL_APPEALS, START, "contact these|this|the|both|one ~ official*"},
    {LABEL_APPEALS, HEAD, "appeals to"},
    {LABEL_APPEALS, HEAD, "please write to"},
    {LABEL_APPEALS, HEAD, "write to"},
    {LABEL_DIPLOMATS, START, "~ send ~ copies to diplomatic"},
    {LABEL_DIPLOMATS, START, "~ copies|copy to the embassy|embassies ~ your"},
    {LABEL_COPIES, HEAD, "and copies to"},
    {LABEL_COPIES, HEAD, "and send ~ copies to"},
    {LABEL_COPIES, HEAD, "and a copy to"},
    {LABEL_COPIES, HEAD, "with ~ copies|copy to"},
    {LABEL_COPIES, HEAD, "please send ~ copies|copy to"},
    {LABEL_COPIES, HEAD, "send ~ copies|copy to"},
    {LABEL_COPIES, HEAD, "copies|copy to"},
    {LABEL_POINTS, START, "please write immediately"},
    {LABEL_POINTS, START, "write immediately"},
    {LABEL_POINTS, START, "please write ~ in ~ language"},
    {LABEL_POINTS, START, "write to ~ in ~ language"},
    {LABEL_POINTS, START, "please write ~ calling|urging|asking"},
    {LABEL_INSTRUCTION, START, "write a|an letter|appeal|email in your own"},
    {LABEL_INSTRUCTION, START, "write a letter send"},
    {LABEL_INSTRUCTION, HEAD, "write email|call|fax|tweet ~"},
    {LABEL_ACTION, START, "take action now"},
    {LABEL_ACTION, HEAD, "take action"},
    {LABEL_ACTION, START, "take action write"},
    {LABEL_ACTION, HEAD, "what you can do"},
    {LABEL_ACTION, HEAD, "what can i|we|you do"},
    {LABEL_ACTION, HEAD, "here s|is what you can do"},
    {LABEL_ACTION, HEAD, "how you can help"},
    {LABEL_ACTION, HEAD, "act now"},
    {LABEL_LETTER, HEAD, "model|sample letter"},
    {LABEL_INFO, HEAD, "additional information"},
    {LABEL_INFO, HEAD, "additional background ~ information"},
    {LABEL_INFO, HEAD, "background information"},
    {LABEL_INFO, WHOLE, "background"},
    {LABEL_INFO, WHOLE, "about the case"},
    {LABEL_LANGUAGES, HEAD, "preferred language|languages"},
    {LABEL_LANGUAGES, HEAD, "language|languages"},
    {LABEL_LANGUAGES, HEAD, "preferred language|languages ~ target|targets"},
    {LABEL_LANGUAGES, HEAD, "preferred language|languages ~ official*"},
    {LABEL_LANGUAGES, HEAD, "language|languages preferred ~ target|targets"},
    {LABEL_LANGUAGES, HEAD, "language|languages ~ address ~ target|targets"},
    {LABEL_OWN, START, "you can|may also write in your"},
    {LABEL_DEADLINE, START, "please take action ~ until|before|by|than"},
    {LABEL_DEADLINE, START, "take action ~ until|before|by"},
    {LABEL_DEADLINE, START, "please act ~ until|before|by"},
    {LABEL_DEADLINE, START, "act before|by|until"},
    {LABEL_DEADLINE, START, "please write ~ before|until|by"},
    {LABEL_DEADLINE, HEAD, "how long should|can i|we write"},
    {LABEL_DEADLINE, HEAD, "deadline ~ appeals|action|letters"},
    {LABEL_DEADLINE, HEAD, "deadline"},
    {LABEL_ADVICE, START, "please check with ~ office"},
    {LABEL_ADVICE, START, "check with ~ office"},
    {LABEL_ADVICE, START, "after that|this date ~ check|ask|contact"},
    {LABEL_NAME, HEAD, "name|names ~ pronoun|pronouns"},
    {LABEL_NAME, HEAD, "name|names"},
    {LABEL_GENDER, HEAD, "gender ~ m f"},
    {LABEL_GENDER, HEAD, "gender|genders|sex"},
    {LABEL_PREVIOUS, START, "link|links to ~ previous ua|urgent"},
    {LABEL_PREVIOUS, HEAD, "previous ua|uas"},
    {LABEL_UPDATE, START, "this is the ~ update of|to"},
    {LABEL_TARGETS, HEAD, "additional|other|further|more target|targets"},
    {LABEL_TARGETS, HEAD, "target|targets"},
    {LABEL_TARGETS, HEAD, "additional|other|further addressees"},
    {LABEL_NATIVE, HEAD, "in chinese"},
    {LABEL_NATIVE, HEAD, "~ address ~ in chinese"},
    {LABEL_NATIVE, HEAD, "chinese address"},
    {LABEL_LATIN, HEAD, "in english"},
    {LABEL_LATIN, HEAD, "~ address ~ in english"},
    {LABEL_LATIN, HEAD, "english address"},
    {LABEL_INDEX, HEAD, "ai index"},
    {LABEL_INDEX, HEAD, "index number"},
    {LABEL_INDEX, HEAD, "index"},
    {LABEL_DATE, HEAD, "issue date"},
    {LABEL_DATE, HEAD, "date ~ issue|issued"},
    {LABEL_DATE, HEAD, "date"},
    {LABEL_COUNTRY, HEAD, "country"},
    {LABEL_INSTRUCTION, START, "click here"},
    {LABEL_INSTRUCTION, START, "let us know"},
    {LABEL_INSTRUCTION, START, "here s|is why"},
    {LABEL_INSTRUCTION, START, "report your"},
    {LABEL_INSTRUCTION, START, "it is important to ~ target"},
    {LABEL_INSTRUCTION, START, "to increase the chances"},
    {LABEL_INSTRUCTION, START, "name address 1 address 2"},
    {LABEL_INSTRUCTION, START, "please insert local"},
    {LABEL_INSTRUCTION, START, "further information https|http|www"},
    {LABEL_INSTRUCTION, START, "also email fax"},

    /* ---- French ---- */
    {LABEL_MARKER, HEAD, "action urgente"},
    {LABEL_APPEALS, START, "envoyez vos appels ~ avant|a|au|aux"},
    {LABEL_APPEALS, START, "veuillez envoyer vos appels"},
    {LABEL_APPEALS, START, "merci d envoyer vos appels"},
    {LABEL_APPEALS, HEAD, "appels a"},
    {LABEL_APPEALS, HEAD, "ecrivez a|au|aux"},
    {LABEL_DIPLOMATS, START, "~ copies aux representants diplomatiques"},
    {LABEL_DIPLOMATS, START, "~ copie|copies ~ representants diplomatiques"},
    {LABEL_COPIES, HEAD, "copie|copies a"},
    {LABEL_COPIES, HEAD, "et des copies a"},
    {LABEL_COPIES, HEAD, "et copie|copies a"},
    {LABEL_COPIES, HEAD, "avec copie|copies a"},
    {LABEL_POINTS, START, "dans les appels que vous"},
    {LABEL_POINTS, START, "dans vos appels"},
    {LABEL_POINTS, START, "ecrivez immediatement"},
    {LABEL_INSTRUCTION, START, "ecrivez ~ lettre ~ propres mots"},
    {LABEL_INSTRUCTION, START, "redigez ~ lettre"},
    {LABEL_ACTION, START, "passez a l action"},
    {LABEL_ACTION, HEAD, "agissez"},
    {LABEL_ACTION, START, "agissez ecrivez|envoyez|redigez"},
    {LABEL_ACTION, HEAD, "que faire"},
    {LABEL_LETTER, HEAD, "modele de lettre|courrier"},
    {LABEL_LETTER, HEAD, "lettre type"},
    {LABEL_INFO, HEAD, "complement|complements d information|informations"},
    {LABEL_INFO, HEAD, "informations complementaires"},
    {LABEL_INFO, HEAD, "information complementaire"},
    {LABEL_INFO, HEAD, "contexte"},
    {LABEL_LANGUAGES, HEAD, "langue|langues ~ privilegier ~ destinataire*"},
    {LABEL_LANGUAGES, HEAD, "langue|langues ~ preference ~ destinataire*"},
    {LABEL_LANGUAGES, HEAD,
     "langue|langues preferee|preferees ~ destinataire*"},
    {LABEL_LANGUAGES, HEAD, "langue|langues ~ privilegier|preference"},
    {LABEL_LANGUAGES, HEAD, "langue|langues preferee|preferees"},
    {LABEL_LANGUAGES, HEAD, "langue|langues ~ destinataire*"},
    {LABEL_LANGUAGES, HEAD, "vous pouvez ecrire ~ langue|langues suivante*"},
    {LABEL_OWN, START, "vous pouvez ~ ecrire dans votre"},
    {LABEL_DEADLINE, START, "merci d agir ~ avant|jusqu"},
    {LABEL_DEADLINE, START, "veuillez agir ~ avant|jusqu"},
    {LABEL_DEADLINE, START, "agissez ~ avant|jusqu"},
    {LABEL_DEADLINE, HEAD, "date limite ~"},
    {LABEL_DEADLINE, HEAD, "date limite"},
    {LABEL_ADVICE, START, "au dela de cette date"},
    {LABEL_ADVICE, START, "apres cette date"},
    {LABEL_ADVICE, START, "passe cette date"},
    {LABEL_ADVICE, START, "~ verifie* aupres ~ section|bureau"},
    {LABEL_NAME, HEAD, "prenom|prenoms ~ nom|noms ~ pronom|pronoms"},
    {LABEL_NAME, HEAD, "prenom|prenoms ~ nom|noms ~ pronom|pronoms ~ utiliser"},
    {LABEL_NAME, HEAD, "nom|noms ~ pronom|pronoms ~ utiliser"},
    {LABEL_NAME, HEAD, "nom|noms ~ pronom|pronoms"},
    {LABEL_NAME, HEAD, "nom|noms"},
    {LABEL_GENDER, HEAD, "genre|sexe ~ h f"},
    {LABEL_GENDER, HEAD, "homme femme|homme"},
    {LABEL_GENDER, HEAD, "genre|sexe"},
    {LABEL_PREVIOUS, START, "lien ~ precedente"},
    {LABEL_PREVIOUS, HEAD, "au precedente"},
    {LABEL_UPDATE, START, "ceci est la ~ mise a jour"},
    {LABEL_UPDATE, START, "c est la ~ mise a jour"},
    {LABEL_TARGETS, HEAD, "destinataires supplementaires|complementaires"},
    {LABEL_TARGETS, HEAD, "autres destinataires"},
    {LABEL_TARGETS, HEAD, "destinataires"},
    {LABEL_NATIVE, HEAD, "en chinois"},
    {LABEL_NATIVE, HEAD, "~ adresse ~ en chinois"},
    {LABEL_LATIN, HEAD, "en anglais|francais"},
    {LABEL_LATIN, HEAD, "~ adresse ~ en anglais|francais"},
    {LABEL_DATE, HEAD, "date de publication"},
    {LABEL_COUNTRY, HEAD, "pays"},
    {LABEL_INSTRUCTION, START, "cliquez ici"},
    {LABEL_INSTRUCTION, START, "faites nous savoir"},
    {LABEL_INSTRUCTION, START, "il est important de"},
    {LABEL_INSTRUCTION, START, "pour que ~ lettre|courrier ~ arrive*"},
    {LABEL_INSTRUCTION, START, "pour augmenter les chances"},
    {LABEL_INSTRUCTION, START, "nom adresse 1 adresse 2"},

    /* ---- Spanish ---- */
    {LABEL_MARKER, HEAD, "accion urgente"},
    {LABEL_APPEALS, START, "envien ~ llamamientos ~ antes|a"},
    {LABEL_APPEALS, START, "envie ~ llamamientos ~ antes|a"},
    {LABEL_APPEALS, HEAD, "llamamientos a"},
    {LABEL_APPEALS, HEAD, "escriban a|al"},
    {LABEL_DIPLOMATS, START, "~ copia|copias a la representacion diplomatica"},
    {LABEL_DIPLOMATS, START, "~ copia|copias a las representaciones"},
    {LABEL_COPIES, HEAD, "y copia|copias a"},
    {LABEL_COPIES, HEAD, "con copia|copias a"},
    {LABEL_COPIES, HEAD, "copia|copias a"},
    {LABEL_POINTS, START, "escriban inmediatamente"},
    {LABEL_POINTS, START, "escriba inmediatamente"},
    {LABEL_INSTRUCTION, START, "escriban|escriba|redacten|redacte una carta"},
    {LABEL_ACTION, START, "actuen redacten|escriban|envien"},
    {LABEL_ACTION, HEAD, "actuen|actue|actua"},
    {LABEL_ACTION, START, "pasen|pase|pasa a la accion"},
    {LABEL_ACTION, HEAD, "que puedes|pueden|puede hacer"},
    {LABEL_LETTER, HEAD, "modelo de carta"},
    {LABEL_LETTER, HEAD, "carta modelo"},
    {LABEL_INFO, HEAD, "informacion complementaria|adicional"},
    {LABEL_INFO, HEAD, "informacion general|contextual"},
    {LABEL_INFO, HEAD, "antecedentes"},
    {LABEL_LANGUAGES, HEAD, "pueden|puede escribir ~ en"},
    {LABEL_LANGUAGES, HEAD, "idioma|idiomas preferido|preferidos"},
    {LABEL_LANGUAGES, HEAD,
     "idioma|idiomas preferido|preferidos ~ destinatari*"},
    {LABEL_LANGUAGES, HEAD,
     "idioma|idiomas preferido|preferidos ~ autoridades"},
    {LABEL_LANGUAGES, HEAD, "idioma|idiomas ~ dirigirse ~"},
    {LABEL_OWN, START, "tambien pueden|puede escribir en su"},
    {LABEL_DEADLINE, START, "actuen|actue ~ antes|hasta|tarde"},
    {LABEL_DEADLINE, START, "envien ~ llamamientos ~ tarde"},
    {LABEL_DEADLINE, HEAD, "fecha limite ~"},
    {LABEL_DEADLINE, HEAD, "fecha limite"},
    {LABEL_ADVICE, START, "consulten|consulte con la|su oficina|seccion"},
    {LABEL_ADVICE, START, "~ consulten|consulte con ~ oficina|seccion"},
    {LABEL_NAME, HEAD, "nombre|nombres ~ pronombre|pronombres"},
    {LABEL_NAME, HEAD, "nombre|nombres ~ pronombre|pronombres ~ preferido*"},
    {LABEL_NAME, HEAD, "nombre|nombres ~ genero gramatical ~"},
    {LABEL_NAME, HEAD, "nombre|nombres ~ genero gramatical"},
    {LABEL_NAME, HEAD, "nombre|nombres"},
    {LABEL_GENDER, HEAD, "sexo|genero ~"},
    {LABEL_GENDER, HEAD, "sexo|genero"},
    {LABEL_PREVIOUS, START, "enlace ~ anterior"},
    {LABEL_PREVIOUS, HEAD, "au anterior"},
    {LABEL_UPDATE, START, "esta es la ~ actualizacion"},
    {LABEL_TARGETS, HEAD, "destinatarios|destinatarias adicionales"},
    {LABEL_TARGETS, HEAD, "otros|otras destinatarios|destinatarias"},
    {LABEL_TARGETS, HEAD, "destinatarios|destinatarias"},
    {LABEL_NATIVE, HEAD, "en chino"},
    {LABEL_NATIVE, HEAD, "~ direccion ~ en chino"},
    {LABEL_LATIN, HEAD, "en ingles|espanol"},
    {LABEL_LATIN, HEAD, "~ direccion ~ en ingles|espanol"},
    {LABEL_INDEX, HEAD, "indice ~ ai"},
    {LABEL_INDEX, HEAD, "indice"},
    {LABEL_DATE, HEAD, "fecha ~ emision"},
    {LABEL_DATE, HEAD, "fecha"},
    {LABEL_COUNTRY, HEAD, "pais"},
    {LABEL_INSTRUCTION, START, "haga|hagan|haz clic"},
    {LABEL_INSTRUCTION, START, "es importante"},
    {LABEL_INSTRUCTION, START, "para aumentar las"},

    /* ---- German ---- */
    {LABEL_MARKER, HEAD, "eilaktion"},
    {LABEL_APPEALS, HEAD, "appelle an"},
    {LABEL_APPEALS, START, "~ senden sie ~ appelle ~ an"},
    {LABEL_APPEALS, START, "schicken sie ~ an"},
    {LABEL_APPEALS, HEAD, "schreiben sie an"},
    {LABEL_APPEALS, HEAD, "bitte schreiben sie an"},
    {LABEL_DIPLOMATS, START, "~ kopien an die diplomatische*"},
    {LABEL_COPIES, HEAD, "kopie|kopien an"},
    {LABEL_COPIES, HEAD, "und kopie|kopien an"},
    {LABEL_COPIES, HEAD, "mit kopie|kopien an"},
    {LABEL_POINTS, START, "schreiben sie bitte ~ in denen|dem|der"},
    {LABEL_POINTS, START, "bitte schreiben sie ~ in denen|dem|der"},
    {LABEL_POINTS, START, "senden sie bitte ~ in denen"},
    {LABEL_INSTRUCTION, START, "schreiben sie ~ eigenen worten"},
    {LABEL_INSTRUCTION, START, "verfassen sie ~ brief"},
    {LABEL_ACTION, START, "werden sie aktiv"},
    {LABEL_ACTION, START, "werde aktiv"},
    {LABEL_ACTION, HEAD, "setzen sie sich ein"},
    {LABEL_ACTION, HEAD, "handeln sie ~"},
    {LABEL_ACTION, HEAD, "was sie tun konnen"},
    {LABEL_LETTER, HEAD, "musterbrief|modellbrief|briefvorschlag"},
    {LABEL_INFO, HEAD, "hintergrundinformation|hintergrundinformationen"},
    {LABEL_INFO, HEAD, "hintergrund"},
    {LABEL_INFO, HEAD, "weitere|zusatzliche informationen"},
    {LABEL_INFO, HEAD, "sachlage"},
    {LABEL_LANGUAGES, HEAD, "bevorzugte sprache|sprachen"},
    {LABEL_LANGUAGES, HEAD, "bevorzugte sprache|sprachen ~"},
    {LABEL_LANGUAGES, HEAD, "sprache|sprachen der appelle|briefe"},
    {LABEL_LANGUAGES, START, "schreiben sie in gutem"},
    {LABEL_LANGUAGES, START, "bitte schreiben sie in gutem"},
    {LABEL_OWN, START, "sie konnen auch in ihrer"},
    {LABEL_OWN, START, "sie konnen ~ in ihrer eigenen sprache"},
    {LABEL_DEADLINE, START, "bitte schreiben sie ~ bis|vor"},
    {LABEL_DEADLINE, START, "bitte ~ schreiben|handeln|aktiv ~ bis"},
    {LABEL_DEADLINE, START, "bitte schreiben sie ihre appelle"},
    {LABEL_DEADLINE, START, "handeln|schreiben sie ~ bis"},
    {LABEL_DEADLINE, START, "bitte werden sie ~ aktiv ~ bis"},
    {LABEL_DEADLINE, HEAD, "frist ~"},
    {LABEL_DEADLINE, HEAD, "frist|einsendeschluss|laufzeit"},
    {LABEL_ADVICE, START, "bitte fragen|erkundigen sie ~"},
    {LABEL_ADVICE, START, "fragen|wenden|erkundigen sie sich ~"},
    {LABEL_ADVICE, START, "nach diesem datum"},
    {LABEL_NAME, HEAD, "name|namen ~ pronomen"},
    {LABEL_NAME, HEAD, "name|namen"},
    {LABEL_GENDER, HEAD, "geschlecht ~"},
    {LABEL_GENDER, HEAD, "geschlecht"},
    {LABEL_PREVIOUS, START, "link zur vorherigen|vorigen|letzten"},
    {LABEL_PREVIOUS, HEAD, "vorherige ua|urgent"},
    {LABEL_UPDATE, START, "dies ist die ~ aktualisierung"},
    {LABEL_TARGETS, HEAD, "weitere|zusatzliche adressaten|empfanger|adressat*"},
    {LABEL_TARGETS, HEAD, "adressaten|empfanger"},
    {LABEL_NATIVE, HEAD, "auf chinesisch"},
    {LABEL_NATIVE, HEAD, "~ adresse|anschrift ~ auf chinesisch"},
    {LABEL_LATIN, HEAD, "auf englisch|deutsch"},
    {LABEL_LATIN, HEAD, "~ adresse|anschrift ~ auf englisch|deutsch"},
    {LABEL_DATE, HEAD, "datum"},
    {LABEL_COUNTRY, HEAD, "land"},
    {LABEL_INSTRUCTION, START, "klicken sie"},
    {LABEL_INSTRUCTION, START, "es ist wichtig"},
    {LABEL_INSTRUCTION, START, "teilen sie uns"},

    /* ---- Chinese; the second of a pair in traditional characters ---- */
    {LABEL_MARKER, HEAD, "紧急行动"},
    {LABEL_MARKER, HEAD, "緊急行動"},
    {LABEL_APPEALS, START, "请在~前~寄|写|发"},
    {LABEL_APPEALS, START, "請在~前~寄|寫|發"},
    {LABEL_APPEALS, START, "请将~寄"},
    {LABEL_APPEALS, START, "請將~寄"},
    {LABEL_APPEALS, START, "请写信给"},
    {LABEL_APPEALS, START, "請寫信給"},
    {LABEL_COPIES, HEAD, "并抄送"},
    {LABEL_COPIES, HEAD, "並抄送"},
    {LABEL_COPIES, HEAD, "抄送"},
    {LABEL_COPIES, HEAD, "副本寄"},
    {LABEL_DIPLOMATS, START, "~副本~外交代表"},
    {LABEL_DIPLOMATS, START, "~抄送~外交代表"},
    {LABEL_POINTS, START, "请立即~写信"},
    {LABEL_POINTS, START, "請立即~寫信"},
    {LABEL_INSTRUCTION, START, "请~用自己的"},
    {LABEL_INSTRUCTION, START, "請~用自己的"},
    {LABEL_INSTRUCTION, START, "用自己的~写"},
    {LABEL_ACTION, START, "采取行动"},
    {LABEL_ACTION, START, "採取行動"},
    {LABEL_ACTION, HEAD, "立即行动"},
    {LABEL_ACTION, HEAD, "立即行動"},
    {LABEL_LETTER, HEAD, "信件范本"},
    {LABEL_LETTER, HEAD, "信件範本"},
    {LABEL_LETTER, HEAD, "范本"},
    {LABEL_LETTER, HEAD, "例信"},
    {LABEL_INFO, HEAD, "补充资料"},
    {LABEL_INFO, HEAD, "補充資料"},
    {LABEL_INFO, HEAD, "补充信息"},
    {LABEL_INFO, HEAD, "附加信息"},
    {LABEL_INFO, HEAD, "附加資料"},
    {LABEL_INFO, HEAD, "更多信息"},
    {LABEL_INFO, HEAD, "更多资料"},
    {LABEL_INFO, HEAD, "其他信息"},
    {LABEL_INFO, HEAD, "其他资料"},
    {LABEL_INFO, HEAD, "背景资料"},
    {LABEL_INFO, HEAD, "背景資料"},
    {LABEL_INFO, HEAD, "背景信息"},
    {LABEL_INFO, HEAD, "背景"},
    {LABEL_LANGUAGES, HEAD, "~首选语言"},
    {LABEL_LANGUAGES, HEAD, "~首選語言"},
    {LABEL_LANGUAGES, HEAD, "~语言"},
    {LABEL_LANGUAGES, HEAD, "~語言"},
    {LABEL_OWN, START, "您|你也可以用自己的"},
    {LABEL_OWN, START, "您|你也可以用您|你~语言"},
    {LABEL_OWN, START, "您|你~可~母语"},
    {LABEL_OWN, START, "您|你~可~母語"},
    {LABEL_OWN, START, "您|你也可以"},
    {LABEL_DEADLINE, START, "请尽快~行动"},
    {LABEL_DEADLINE, START, "請盡快~行動"},
    {LABEL_DEADLINE, START, "请在~前~行动"},
    {LABEL_DEADLINE, START, "請在~前~行動"},
    {LABEL_DEADLINE, START, "请于~前"},
    {LABEL_DEADLINE, START, "請於~前"},
    {LABEL_DEADLINE, HEAD, "截止日期"},
    {LABEL_DEADLINE, HEAD, "行动截止日期"},
    {LABEL_DEADLINE, HEAD, "行動截止日期"},
    {LABEL_ADVICE, START, "~截止~国际特赦组织"},
    {LABEL_ADVICE, START, "~截止~办公室"},
    {LABEL_ADVICE, START, "如~截止"},
    {LABEL_ADVICE, START, "若~截止"},
    {LABEL_NAME, HEAD, "姓名~代词"},
    {LABEL_NAME, HEAD, "姓名~代詞"},
    {LABEL_NAME, HEAD, "姓名~称谓"},
    {LABEL_NAME, HEAD, "姓名"},
    {LABEL_GENDER, HEAD, "性别"},
    {LABEL_GENDER, HEAD, "性別"},
    {LABEL_PREVIOUS, START, "上一~行动~链接"},
    {LABEL_PREVIOUS, START, "上一~行動~連結"},
    {LABEL_PREVIOUS, START, "之前~行动~链接"},
    {LABEL_PREVIOUS, START, "前一~行动"},
    {LABEL_TARGETS, HEAD, "其他对象"},
    {LABEL_TARGETS, HEAD, "其他收信人"},
    {LABEL_TARGETS, HEAD, "其他收件人"},
    {LABEL_TARGETS, HEAD, "收信人"},
    {LABEL_NATIVE, HEAD, "中文地址"},
    {LABEL_LATIN, HEAD, "英文地址"},
    {LABEL_INDEX, HEAD, "索引号"},
    {LABEL_INDEX, HEAD, "索引編號"},
    {LABEL_INDEX, HEAD, "索引编号"},
    {LABEL_INDEX, HEAD, "索引"},
    {LABEL_DATE, HEAD, "发布日期"},
    {LABEL_DATE, HEAD, "發佈日期"},
    {LABEL_DATE, HEAD, "日期"},
    {LABEL_COUNTRY, HEAD, "国家"},
    {LABEL_COUNTRY, HEAD, "國家"},
    {LABEL_INSTRUCTION, START, "点击"},
    {LABEL_INSTRUCTION, START, "為了提高"},
    {LABEL_INSTRUCTION, START, "为了提高"},
};

/* Words enough for the longest of them. */
enum { WORDS = 40 };

/* Numbers of a list before the words: "1) TAKE ACTION". */
static size_t skip_number(const FoldWords *w) {
    bool number =
        w->n > 1 && strspn(w->v[0].s, "0123456789") == strlen(w->v[0].s);
    return number && strlen(w->v[0].s) <= 2;
}

/* A label that ends in "~" goes on to its colon, eight words at the most. */
static size_t stretch(const char *pattern, const FoldWords *w, size_t end,
                      Text t) {
    size_t n = strlen(pattern), last = end;
    if (pattern[n - 1] != '~')
        return end;
    for (bool colon = false; last < w->n && last <= end + 8; last++) {
        fold_behind(t, w->v[last - 1].to, &colon);
        if (colon)
            break;
    }
    return last;
}

static bool reaches(const LabelRow *row, const FoldWords *w, size_t end, Text t,
                    size_t *value) {
    bool colon;
    end = stretch(row->pattern, w, end, t);
    size_t at = w->v[end - 1].to;
    /* "LANGUAGE(S)": what stands in brackets belongs to the label. */
    while (at < t.n && strchr(")]\"'", t.s[at]) && t.s[at])
        at++;
    *value = at + fold_behind(t, at, &colon);
    switch (row->reach) {
    case WHOLE:
        return end == w->n && *value == t.n;
    case HEAD:
        return colon || end == w->n;
    case START:
        break;
    }
    return true;
}

Label label_of(Arena *a, Text t, size_t *value) {
    FoldWords w = fold_words(a, t, WORDS);
    size_t from = skip_number(&w);
    *value = t.n;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = fold_match(&w, from, rows[i].pattern);
        if (n > 0 && reaches(&rows[i], &w, from + n, t, value))
            return rows[i].label;
    }
    *value = t.n;
    return LABEL_NONE;
}

/* ---- letters ---- */

typedef struct Opening {
    const char *pattern;
    bool marked; /* ends in a comma or colon; a target's name does not */
} Opening;

static const Opening openings[] = {
    {"dear", false},
    {"your excellency", false},
    {"your excellencies", false},
    {"excellency", false},
    {"honourable|honorable", true},
    {"mr president|ambassador", true},
    {"to whom it may concern", false},
    {"monsieur", true},
    {"madame", true},
    {"messieurs|mesdames", true},
    {"cher|chere|chers", true},
    {"votre excellence", true},
    {"excellence", true},
    {"estimado|estimada|estimados", true},
    {"senor|senora|senores", true},
    {"distinguido|distinguida", true},
    {"excelencia", true},
    {"su excelencia", true},
    {"excelentisimo|excelentisima", true},
    {"excmo|excma", true},
    {"sehr geehrte*", true},
    {"hochverehrte*", true},
    {"exzellenz", true},
    {"eure|euer|ihre exzellenz", true},
    {"sehr verehrte*", true},
    {"尊敬的", true},
    {"敬爱的", true},
    {"尊敬", true},
};

static const char *const closings[] = {
    "sincerely",
    "yours sincerely|faithfully|truly|respectfully",
    "sincerely|respectfully|faithfully yours",
    "respectfully",
    "best|kind|warm regards",
    "with best|kind|warm regards|wishes",
    "regards",
    "with respect",
    "in solidarity",
    "cordially",
    "yours",
    /* French */
    "veuillez agreer|recevoir|croire",
    "je vous prie|prions d|de agreer|croire|recevoir",
    "nous vous prions d|de agreer|croire|recevoir",
    "dans l attente ~ veuillez|prie",
    "cordialement",
    "respectueusement",
    "salutations",
    "avec mes ~ salutations",
    "sinceres salutations",
    "bien a vous",
    "recevez",
    /* Spanish */
    "atentamente",
    "le|les saluda|saludo ~ atentamente",
    "respetuosamente",
    "saludos",
    "cordialmente",
    "un saludo ~",
    "muy atentamente",
    "le|les saluda",
    /* German */
    "mit freundlichen|freundlichem|besten|vorzuglicher ~",
    "hochachtungsvoll",
    "mit ~ grussen",
    "freundliche grusse",
    /* Chinese */
    "此致",
    "敬礼",
    "敬禮",
    "敬上",
    "谨启",
    "謹啟",
    "您诚挚的",
    "您誠摯的",
    "顺颂",
    "祝好",
};

/* How a writer goes on after the demands. */
static const char *const writers[] = {
    "i",
    "we",
    "thank|thanks",
    "finally",
    "in addition",
    "furthermore",
    "moreover",
    "my",
    "our",
    "please let",
    "this|these",
    "as a|an",
    "je",
    "nous",
    "merci",
    "enfin",
    "j",
    "par ailleurs",
    "dans l attente",
    "le|les pido|pedimos",
    "gracias",
    "por ultimo",
    "agradezco",
    "quedo",
    "ich",
    "wir",
    "vielen dank",
    "abschliessend",
    "ausserdem bitte",
    "我",
    "谢谢",
    "感谢",
    "謝謝",
    "感謝",
};

static bool any_match(const FoldWords *w, const char *const *patterns, size_t n,
                      size_t most) {
    for (size_t i = 0; i < n; i++) {
        size_t taken = fold_match(w, 0, patterns[i]);
        if (taken > 0 && w->n <= taken + most)
            return true;
    }
    return false;
}

static char last_mark(Text t) {
    if (text_ends(t, "\xEF\xBC\x9A"))
        return ':';
    if (text_ends(t, "\xEF\xBC\x8C"))
        return ',';
    if (text_ends(t, "\xEF\xBC\x81"))
        return '!';
    return t.n > 0 ? t.s[t.n - 1] : '\0';
}

bool label_is_salutation(Arena *a, Text t) {
    t = text_trim(t);
    FoldWords w = fold_words(a, t, WORDS);
    char mark = last_mark(t);
    bool marked = mark == ',' || mark == ':' || mark == '!';
    if (w.n == 0 || w.n > 14 || t.n > 160 || mark == '.')
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (fold_match(&w, 0, openings[i].pattern) > 0)
            return marked || !openings[i].marked;
    return false;
}

bool label_is_closing(Arena *a, Text t) {
    FoldWords w = fold_words(a, t, WORDS);
    static const char *const long_ones[] = {
        "veuillez agreer|recevoir|croire",
        "je vous prie|prions d|de agreer|croire|recevoir",
        "nous vous prions d|de agreer|croire|recevoir",
        "dans l attente ~ veuillez|prie"};
    if (any_match(&w, long_ones, sizeof long_ones / sizeof *long_ones, WORDS))
        return true;
    /* "Je vous remercie ... et vous prie d'agréer, ..., l'expression" */
    for (size_t at = 0; at < w.n; at++)
        if (fold_match(&w, at, "agreer ~ expression|assurance|salutations") > 0)
            return true;
    return any_match(&w, closings, sizeof closings / sizeof *closings, 3);
}

bool label_is_writers(Arena *a, Text t) {
    FoldWords w = fold_words(a, t, WORDS);
    return any_match(&w, writers, sizeof writers / sizeof *writers, WORDS);
}

/* ---- others ---- */

int label_stage(Arena *a, Text t, bool sentence) {
    static const struct {
        const char *pattern;
        int stage;
    } known[] = {
        {"first|premiere|primera|erste|1st", 1},
        {"second|deuxieme|seconde|segunda|zweite|2nd", 2},
        {"third|troisieme|tercera|dritte|3rd", 3},
        {"fourth|quatrieme|cuarta|vierte|4th", 4},
        {"fifth|cinquieme|quinta|funfte|5th", 5},
        {"sixth|sixieme|sexta|sechste|6th", 6},
        {"seventh|septieme|septima|siebte|7th", 7},
        {"eighth|huitieme|octava|achte|8th", 8},
        {"ninth|neuvieme|novena|neunte|9th", 9},
        {"首次", 1},
        {"第一", 1},
        {"首个", 1},
        {"第二", 2},
        {"第三", 3},
        {"第四", 4},
        {"第五", 5},
        {"第六", 6},
        {"further information|info", 0},
        {"further ua", 0},
        {"informations complementaires", 0},
        {"information complementaire", 0},
        {"complement d information", 0},
        {"action complementaire", 0},
        {"informacion complementaria|actualizada ~ sobre", 0},
        {"mas informacion sobre", 0},
        {"weitere informationen zu", 0},
        {"update ~", 0},
        {"mise a jour", 0},
        {"actualizacion", 0},
        {"后续", 0},
        {"後續", 0},
        {"更新", 0},
        {"进一步", 0},
        {"進一步", 0},
    };
    FoldWords w = fold_words(a, t, WORDS);
    for (size_t at = 0; at < w.n && sentence; at++)
        if (fold_match(&w, at,
                       "update|mise|actualizacion|aktualisierung ~ ua|au") > 0)
            return 0;
    for (size_t at = 0; at < w.n && at < 8 && !sentence; at++)
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (fold_match(&w, at, known[i].pattern) > 0)
                return known[i].stage;
    return -1;
}

bool label_is_organisation(Arena *a, Text t) {
    static const char *const names[] = {"amnesty international",
                                        "amnesty",
                                        "international",
                                        "amnesty international usa|uk",
                                        "amnistie internationale",
                                        "amnistia internacional",
                                        "国际特赦组织",
                                        "國際特赦組織"};
    FoldWords w = fold_words(a, t, WORDS);
    return any_match(&w, names, sizeof names / sizeof *names, 0);
}

bool label_is_embassy(Arena *a, Text t) {
    static const char *const words[] = {"embassy",   "ambassade",  "embajada",
                                        "botschaft", "ambasciata", "大使馆",
                                        "大使館",    "驻"};
    FoldWords w = fold_words(a, t, WORDS);
    for (size_t at = 0; at < w.n; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (fold_match(&w, at, words[i]) > 0)
                return true;
    return false;
}

const char *const label_languages[] = {"en", "fr", "es", "de", NULL};

size_t label_small_words(const FoldWords *w, const char *lang) {
    static const struct {
        const char *lang, *words;
    } small[] = {
        {"en", "the|of|and|to|in|that|is|was|for|with|by|has|his|her|you|your|"
               "are|be|been|have|at|on|who|which"},
        {"fr", "le|la|les|des|et|du|que|qui|dans|pour|est|une|un|par|sur|aux|"
               "au|il|elle|vous|votre|ete|ses|son"},
        {"es", "el|la|los|las|del|y|que|en|por|para|es|una|un|con|se|su|sus|"
               "al|ha|fue|le|les|usted"},
        {"de", "der|die|das|und|den|dem|des|zu|von|mit|ist|wurde|er|sie|fur|"
               "auf|im|nicht|ein|eine|einer|ihre|sein|bis"},
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        for (size_t at = 0; at < w->n && strcmp(small[i].lang, lang) == 0; at++)
            n += fold_match(w, at, small[i].words) > 0;
    return n;
}
