/* What words say about a line. */
#include "firmware/content/import_words.h"

#include <string.h>

#include "firmware/base/str.h"

const char *const words_audience[] = {
	" rektor", " biträdande rektor", " skolchef", " huvudman", " skolledare", " skolledning", " ledning", " lärare", " förskollärare",
	" fritidslärare", " pedagog", " mentor", " arbetslag", " elev ", " elever", " elevhälsoteam", " barn ", " barnen ", " vårdnadshavare",
	" förälder", " föräldrar", " personal", " medarbetare", " chef", " kurator", " skolsköterska", " specialpedagog", " skolpsykolog",
	" studie och yrkesvägledare", " principal", " head teacher", " headteacher", " school leader", " leader", " leadership team",
	" owner", " teacher", " pupil", " student ", " students ", " children ", " parent", " guardian", " staff ", " employee", " governor",
	" counsellor", " nurse", NULL};
const char *const words_around[] = {
	" för ", " till ", " dig ", " er ", " som ", " är ", " arbetar ", " åk ", " årskurs ", " f ", " version ", " del ", " a ", " b ", " c ",
	" påstående", " utsag", " enkät", " frågor ", " underlag ", " självskattning", " skattning", " formulär", " svarar", " svaras ", " av ",
	" i ", " på ", " vid ", " skolan", " skola ", " grupp", " målgrupp", " the ", " for ", " of ", " to ", " you ", " your ", " who ", " are ",
	" as ", " statement", " survey", " questionnaire", " self ", " assessment", " form ", " year ", " grade ", " group", " audience",
	" items ", " part ", " answered ", " by ", " in ", " and ", " och ", " samt ", " alla ", " all ", NULL};
const char *const words_statement[] = {" påstående", " utsag", " indikator", " statement", " indicator", " items ", NULL};
const char *const words_apart[] = {
	" gör så här", " så här ", " så använder", " instruktion", " anvisning", " sammanfatt", " bakgrund", " syfte", " inledning ",
	" om enkäten", " om verktyget", " om materialet", " om underlaget", " reflektera", " diskutera",
	" frågor att ", " samtalsfrågor", " stödfrågor", " nästa steg", " handlingsplan", " källor ", " referens",
	" innehåll ", " innehållsförteckning", " läs mer", " tips ", " konkreta tips", " länkar ", " bilaga ", " bilagor ", " skala ", " skalan ",
	" svarsalternativ", " svarsskala", " bedömningsskala", " kontakt ", " ordlista", " fördjupning", " förberedelse", " hur ni ", " hur du ",
	" how to", " instruction", " guidance", " summar", " background", " purpose", " introduction ", " about this", " about the ",
	" questions for", " questions to", " next step", " action plan", " sources ", " reference",
	" contents ", " table of contents", " further reading", " read more", " links ", " appendix", " scale ", " rating scale", " response",
	" contact", " glossary", " before you", " preparation", NULL};
const char *const words_mixed[] = {
	" analys", " reflektion", " diskussion", " åtgärd", " planera", " efter ", " före ", " analysis", " reflect", " discuss", " actions ",
	" plan ", " after ", " before ", NULL};
const char *const words_field[] = {
	" namn ", " datum ", " skola ", " enhet ", " klass ", " kommentar", " anteckning", " exempel ", " belägg", " egna ord", " övrigt ",
	" beskriv ", " name ", " date ", " school ", " unit ", " class ", " comment", " notes ", " note ", " evidence ", " example", " other ",
	NULL};
const char *const words_bidding[] = {
	" läs", " gå ", " välj", " fyll", " diskutera", " skriv", " samla", " utse", " sätt", " gör ", " ta ", " börja", " använd", " markera",
	" ringa ", " kryssa", " tänk", " reflektera", " prioritera", " svara", " se ", " titta", " utgå", " bestäm", " enas", " dela ", " låt ",
	" kontakta", " följ", " jämför", " sammanfatta", " planera", " boka", " spara", " skicka", " read", " go ", " choose", " fill",
	" discuss", " write", " mark", " tick", " circle", " think", " reflect", " prioritise", " answer", " look", " start", " take", " use ",
	" rate ", " decide", " agree on", " share", " let ", " contact", " follow", " compare", " summarise", " plan ", " save", " send",
	" give ", " collect", " set ", " ask ", NULL};
const char *const words_scale[] = {
	" skala", " skalan", " svarsalternativ", " svarsskala", " bedömningsskala", " skattningsskala", " gradering", " scale", " rating",
	" response option", " response alternative", " response scale", " answer option", " options ", NULL};
const char *const words_unsure[] = {
	" vet inte", " vet ej", " kan inte svara", " kan ej svara", " ej aktuellt", " ingen uppfattning", " ingen åsikt", " kan inte bedöma",
	" don t know", " do not know", " not sure", " can t say", " cannot say", " not applicable", " n a ", " no opinion", " unsure", NULL};
const char *const words_not[] = {
	" inte", " ej ", " aldrig", " inget", " ingen", " låg", " sällan", " dålig", " svag", " saknas", " not ", " never", " none", " no ",
	" low", " rarely", " poor", " weak", " disagree", " strongly disagree", " missing", NULL};
const char *const words_beside[] = {
	" kommentar", " anteckning", " exempel", " belägg", " motivering", " grund", " åtgärd", " ansvarig", " datum", " nr ", " nummer ",
	" comment", " note", " example", " evidence", " grounds", " reason", " action", " responsible", " date", " no ", " number", " id ", NULL};
const char *const words_area[] = {" område", " huvudområde", " area", " dimension", " domän", " domain", NULL};
const char *const words_theme[] = {" tema", " delområde", " aspekt", " faktor", " theme", " topic", " aspect", " factor", " category", " kategori", NULL};

bool is_letter(uint32_t letter)
{
	return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
	       (letter >= 0xC0 && letter < 0x2000 && letter != 0xD7 && letter != 0xF7);
}

bool is_capital(uint32_t letter)
{
	return str_small(letter) != letter;
}

static bool is_digit(uint32_t letter)
{
	return letter >= '0' && letter <= '9';
}

void fold(const char *text, char folded[FOLDED_BYTES])
{
	size_t len = 1;
	uint32_t before = ' ';

	folded[0] = ' ';
	for (;;) {
		uint32_t letter = str_next(&text);
		bool decimal = letter == '.' && is_digit(before) && is_digit((unsigned char)*text);

		if (letter == 0 || len + 6 > FOLDED_BYTES) {
			break;
		}
		if (is_letter(letter) || is_digit(letter) || decimal) {
			len += str_encode(str_small(letter), folded + len);
		} else if (folded[len - 1] != ' ') {
			folded[len++] = ' ';
		}
		before = letter;
	}
	if (folded[len - 1] != ' ') {
		folded[len++] = ' ';
	}
	folded[len] = '\0';
}

bool folded_has(const char *folded, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (strstr(folded, *words) != NULL) {
			return true;
		}
	}
	return false;
}

bool folded_begins(const char *folded, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (str_starts(folded, *words)) {
			return true;
		}
	}
	return false;
}

bool folded_only(const char *folded, const char *const *words, const char *const *more)
{
	const char *at = folded;

	for (; at[0] == ' ' && at[1] != '\0'; at = strchr(at + 1, ' ')) {
		if (!is_digit((unsigned char)at[1]) && !folded_begins(at, words) && !folded_begins(at, more)) {
			return false;
		}
	}
	return true;
}

bool same_words(const char *a, const char *b)
{
	char left[FOLDED_BYTES], right[FOLDED_BYTES];

	fold(a, left);
	fold(b, right);
	return str_equal(left, right) && left[1] != '\0';
}

uint64_t text_key(const char *text)
{
	uint64_t key = 0xCBF29CE484222325U;

	for (; *text != '\0'; text++) {
		key = (key ^ (unsigned char)*text) * 0x100000001B3U;
	}
	return key;
}

uint64_t words_key(const char *text)
{
	char folded[FOLDED_BYTES];

	fold(text, folded);
	return text_key(folded);
}

static int32_t count_in(const char *folded, const char *const *words)
{
	int32_t count = 0;

	for (; *words != NULL; words++) {
		for (const char *at = strstr(folded, *words); at != NULL; at = strstr(at + 1, *words)) {
			count++;
		}
	}
	return count;
}

int32_t swedish_words(const char *text)
{
	static const char *const swedish[] = {" och ", " att ", " det ", " som ", " är ", " vi ", " på ", " för ", " inte ", " med ", " har ",
		" ett ", " en ", " av ", " till ", " hos ", " jag ", " du ", " om ", " alla ", " vår ", NULL};
	static const char *const english[] = {" and ", " the ", " to ", " of ", " is ", " we ", " for ", " not ", " with ", " have ", " a ",
		" our ", " that ", " are ", " i ", " you ", " at ", " my ", " it ", " who ", NULL};
	char folded[FOLDED_BYTES];

	fold(text, folded);
	return count_in(folded, swedish) - count_in(folded, english);
}

int32_t count_words(const char *text)
{
	int32_t words = 0;
	bool inside = false;

	for (; *text != '\0'; text++) {
		bool space = *text == ' ' || *text == '\t';

		words += !space && !inside;
		inside = !space;
	}
	return words;
}

static bool closes(uint32_t letter)
{
	return letter == ')' || letter == ']' || letter == '"' || letter == '\'' || letter == 0x201D || letter == 0x2019 || letter == 0xBB ||
	       letter == '*' || letter == '_';
}

uint32_t last_letter(const char *text)
{
	uint32_t last = 0;

	for (uint32_t letter = str_next(&text); letter != 0; letter = str_next(&text)) {
		last = closes(letter) && last != 0 ? last : letter;
	}
	return last;
}

uint32_t first_letter(const char *text)
{
	return str_next(&text);
}

bool is_sentence_end(uint32_t letter)
{
	return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026;
}

/* The plain letter for one with a mark; 0 if there is none. */
static char plain_letter(uint32_t letter)
{
	static const char plain[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuyt";   /* U+00E0 to U+00FE */

	if (letter < 0x80) {
		return (char)letter;
	}
	return letter >= 0xE0 && letter <= 0xFE ? plain[letter - 0xE0] : '\0';
}

void slug(const char *text, char *to, size_t most)
{
	char folded[FOLDED_BYTES];
	const char *at = folded;
	size_t len = 0, words_end = 0;

	fold(text, folded);
	for (uint32_t letter = str_next(&at); letter != 0; letter = str_next(&at)) {
		char plain = letter == ' ' || letter == '.' ? '-' : plain_letter(letter);

		if (plain == '\0' || (plain == '-' && (len == 0 || to[len - 1] == '-'))) {
			continue;
		}
		words_end = plain == '-' ? len : words_end;
		if (len == most) {
			len = words_end > 0 ? words_end : len;
			break;
		}
		to[len++] = plain;
	}
	while (len > 0 && to[len - 1] == '-') {
		len--;
	}
	to[len] = '\0';
}

/* An end, a space and a capital: "t.ex. så" is none. */
bool several_sentences(const char *text)
{
	const char *at = text;
	uint32_t before = 0, letter = str_next(&at);

	for (; letter != 0; before = letter, letter = str_next(&at)) {
		const char *after = at;

		if (is_sentence_end(letter) && is_letter(before) && str_next(&after) == ' ' && is_capital(str_next(&after))) {
			return true;
		}
	}
	return false;
}
