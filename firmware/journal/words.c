/* What people are told when the journal could not be opened as usual: what happened, what is left, what they can do. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

static void say(char *why, const char *text)
{
	str_append(why, WHY_BYTES, text);
}

/* Puts the text in where the pattern has a %s, a number where it has a %d. */
static void say_with(char *why, const char *pattern, const char *text, int32_t number)
{
	char digits[16];

	(void)snprintf(digits, sizeof digits, "%d", (int)number);
	for (const char *at = pattern; *at != '\0';) {
		bool is_text = str_starts(at, "%s");
		bool is_number = str_starts(at, "%d");
		char letter[5] = "";
		uint32_t code;

		if (is_text || is_number) {
			say(why, is_text ? text : digits);
			at += 2;
			continue;
		}
		code = str_next(&at);
		letter[str_encode(code, letter)] = '\0';
		say(why, letter);
	}
}

static const char *const newer[LANG_COUNT] = {
	[LANG_SV] = "Det som är sparat här kommer från en nyare Samsyn. Ingenting av det är ändrat, men inget nytt sparas. "
	            "Uppdatera Samsyn på den här skärmen, så finns allt kvar.",
	[LANG_EN] = "What is saved here comes from a newer Samsyn. None of it has been changed, but nothing new is saved. "
	            "Update Samsyn on this screen, and everything is still there."};
static const char *const in_use[LANG_COUNT] = {
	[LANG_SV] = "Samsyn är redan igång och sparar i %s. Den som startade sist sparar inget. Stäng den ena och starta om.",
	[LANG_EN] = "Samsyn is already running and saves in %s. The one that was started last saves nothing. "
	            "Close one of them and start again."};
static const char *const full[LANG_COUNT] = {
	[LANG_SV] = "Det är fullt i %s, så inget sparas. Samtalet går bra att ha ändå. Gör plats på minneskortet och starta om.",
	[LANG_EN] = "There is no room left in %s, so nothing is saved. You can still hold your talk. "
	            "Make room on the memory card and start again."};
static const char *const unwritable[LANG_COUNT] = {
	[LANG_SV] = "Det går inte att spara i %s. Samtalet går bra att ha ändå, men inget finns kvar efteråt. "
	            "Se efter att minneskortet sitter i och inte är skrivskyddat, och starta om.",
	[LANG_EN] = "It is not possible to save in %s. You can still hold your talk, but nothing will be left of it. "
	            "Check that the memory card is in its place and not write-protected, and start again."};

void words_outcome(enum lang lang, enum outcome outcome, const char *folder, char *why)
{
	why[0] = '\0';
	switch (outcome) {
	case OUTCOME_OK: break;
	case OUTCOME_NEWER: say(why, newer[lang]); break;
	case OUTCOME_IN_USE: say_with(why, in_use[lang], folder, 0); break;
	case OUTCOME_FULL: say_with(why, full[lang], folder, 0); break;
	case OUTCOME_CORRUPT:
	case OUTCOME_UNWRITABLE: say_with(why, unwritable[lang], folder, 0); break;
	}
}

static const char *const empty[LANG_COUNT] = {
	[LANG_SV] = "Filen med det som var sparat är tom, så Samsyn börjar om från början. Har ni en kopia av mappen kan den läggas tillbaka.",
	[LANG_EN] = "The file with what was saved is empty, so Samsyn starts afresh. If you have a copy of the folder, it can be put back."};

void words_empty(enum lang lang, char *why)
{
	why[0] = '\0';
	say(why, empty[lang]);
}

static const char *const damaged[LANG_COUNT] = {
	[LANG_SV] = "Det som var sparat hade gått sönder. ", [LANG_EN] = "What was saved had been damaged. "};
static const char *const no_tool[LANG_COUNT] = {
	[LANG_SV] = "Inget kunde räddas, för verktyget sqlite3 finns inte på den här datorn. "
	            "Den som sköter den kan installera verktyget, ta bort samsyn.db och starta om. ",
	[LANG_EN] = "Nothing could be rescued, because the tool sqlite3 is not on this machine. "
	            "Whoever looks after it can install the tool, remove samsyn.db and start again. "};
static const char *const old_tool[LANG_COUNT] = {
	[LANG_SV] = "Inget kunde räddas, för verktyget sqlite3 på den här datorn är för gammalt eller trasigt. "
	            "Den som sköter den kan uppdatera verktyget, ta bort samsyn.db och starta om. ",
	[LANG_EN] = "Nothing could be rescued, because the tool sqlite3 on this machine is too old or broken. "
	            "Whoever looks after it can update the tool, remove samsyn.db and start again. "};
static const char *const nothing[LANG_COUNT] = {
	[LANG_SV] = "Inget av det gick att läsa. ", [LANG_EN] = "None of it could be read. "};
static const char *const nothing_missing[LANG_COUNT] = {
	[LANG_SV] = "Inget verkar saknas. ", [LANG_EN] = "Nothing seems to be missing. "};
static const char *const kept[LANG_COUNT] = {
	[LANG_SV] = "Räddade avslutade möten: %d. ", [LANG_EN] = "Ended meetings rescued: %d. "};
static const char *const lost[LANG_COUNT] = {
	[LANG_SV] = "Avslutade möten som inte gick att läsa: %d. ", [LANG_EN] = "Ended meetings that could not be read: %d. "};
static const char *const settings_lost[LANG_COUNT] = {
	[LANG_SV] = "Se över inställningarna: alla finns inte kvar. ", [LANG_EN] = "Look through the settings: not all of them are left. "};
static const char *const perhaps_more[LANG_COUNT] = {
	[LANG_SV] = "Mer kan saknas. ", [LANG_EN] = "More may be missing. "};
static const char *const live[LANG_COUNT][4] = {
	[LANG_SV] = {[LIVE_NONE] = "", [LIVE_WHOLE] = "Mötet som pågick finns kvar. ", [LIVE_PART] = "Mötet som pågick finns kvar, kanske utan det sista. ",
	             [LIVE_LOST] = "Mötet som pågick gick inte att rädda. "},
	[LANG_EN] = {[LIVE_NONE] = "", [LIVE_WHOLE] = "The meeting that was on is still there. ",
	             [LIVE_PART] = "The meeting that was on is still there, perhaps without the last of it. ",
	             [LIVE_LOST] = "The meeting that was on could not be rescued. "}};
static const char *const put_aside[LANG_COUNT] = {
	[LANG_SV] = "Den trasiga filen heter nu %s. Där kan det stå vad som skrevs: ta bort den när ni inte behöver den.",
	[LANG_EN] = "The damaged file is now called %s. What was written may stand in it: remove it when you no longer need it."};

static void say_what_is_left(enum lang lang, const struct salvage *report, int32_t meetings_lost, char *why)
{
	if (report->meetings_seen > 0) {
		say_with(why, kept[lang], "", report->meetings_kept);
	}
	if (meetings_lost > 0) {
		say_with(why, lost[lang], "", meetings_lost);
	}
	say(why, live[lang][report->live]);
	if (report->settings_lost > 0 || report->settings_kept == 0) {
		say(why, settings_lost[lang]);
	}
	if (report->dump_broken) {
		say(why, perhaps_more[lang]);
	}
}

void words_salvaged(enum lang lang, const struct salvage *report, char *why)
{
	int32_t meetings_lost = report->meetings_seen - report->meetings_kept;
	bool some = report->meetings_kept > 0 || report->settings_kept > 0 || report->live == LIVE_WHOLE || report->live == LIVE_PART;
	bool live_whole = report->live == LIVE_NONE || report->live == LIVE_WHOLE;
	bool all = some && !report->dump_broken && meetings_lost == 0 && report->settings_lost == 0 && live_whole;

	why[0] = '\0';
	say(why, damaged[lang]);
	if (report->tool_missing) {
		say(why, no_tool[lang]);
	} else if (report->tool_silent) {
		say(why, old_tool[lang]);
	} else if (!some) {
		say(why, nothing[lang]);
		if (meetings_lost > 0) {
			say_with(why, lost[lang], "", meetings_lost);
		}
	} else {
		say_what_is_left(lang, report, meetings_lost, why);
	}
	if (all) {
		say(why, nothing_missing[lang]);
	}
	say_with(why, put_aside[lang], report->aside, 0);
}
