/* lang_de.c - German; de-CH has no ß and its own quotation marks. */
#include "lang/calendar_data.h"

#define GERMAN_HOURS \
	.between = ", ", .time = "%H:%m\u00A0Uhr\u00A0%Z", .city = " (%C)"

static const struct lang_form forms[] = {
	{ .regions = "AT", GERMAN_HOURS, .calendar = &calendar_de_AT },
	{ GERMAN_HOURS },
};

static const struct lang_pair zones[] = {
	{ "CET", "MEZ" },  { "CEST", "MESZ" }, { "EET", "OEZ" },
	{ "EEST", "OESZ" }, { "WET", "WEZ" },  { "WEST", "WESZ" },
	{ NULL, NULL },
};

static const struct lang row = {
	.tag = "de",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Pressemitteilung",
		[LABEL_KIND_ADVISORY] = "Terminhinweis",
		[LABEL_KIND_INVITATION] = "Presseeinladung",
		[LABEL_KIND_STATEMENT] = "Stellungnahme",
		[LABEL_KIND_FACT_SHEET] = "Faktenblatt",
		[LABEL_KIND_RELEASE_CAPS] = "PRESSEMITTEILUNG",
		[LABEL_KIND_ADVISORY_CAPS] = "TERMINHINWEIS",
		[LABEL_KIND_INVITATION_CAPS] = "PRESSEEINLADUNG",
		[LABEL_KIND_STATEMENT_CAPS] = "STELLUNGNAHME",
		[LABEL_KIND_FACT_SHEET_CAPS] = "FAKTENBLATT",
		[LABEL_IMMEDIATE] = "Zur sofortigen Veröffentlichung",
		[LABEL_IMMEDIATE_CAPS] = "ZUR SOFORTIGEN VERÖFFENTLICHUNG",
		[LABEL_EMBARGO] = "Sperrfrist",
		[LABEL_EMBARGO_CAPS] = "SPERRFRIST",
		[LABEL_EMBARGO_SHORT] = "Sperrfrist",
		[LABEL_EMBARGO_ENDED] = "Sperrfrist abgelaufen",
		[LABEL_EMBARGO_ENDED_CAPS] = "SPERRFRIST ABGELAUFEN",
		[LABEL_HOLD] = "Noch nicht zur Veröffentlichung",
		[LABEL_HOLD_CAPS] = "NOCH NICHT ZUR VERÖFFENTLICHUNG",
		[LABEL_WITHDRAWN] = "Zurückgezogen",
		[LABEL_WITHDRAWN_CAPS] = "ZURÜCKGEZOGEN",
		[LABEL_CORRECTION] = "Korrektur",
		[LABEL_CORRECTION_CAPS] = "KORREKTUR",
		[LABEL_CORRECTS] = "Diese Mitteilung berichtigt Version %s.",
		[LABEL_WAS] = "bisher",
		[LABEL_NOW] = "richtig",
		[LABEL_ISSUED] = "Ausgegeben am %s",
		[LABEL_UPDATED] = "aktualisiert am %s",
		[LABEL_EXPIRES] = "gültig bis %s",
		[LABEL_REFERENCE] = "Nr. %s",
		[LABEL_VERSION] = "Version %s",
		[LABEL_BY] = "Von %s",
		[LABEL_FACTS] = "Das Wichtigste in Kürze",
		[LABEL_ABOUT] = "Über %s",
		[LABEL_FORWARD] = "Zukunftsgerichtete Aussagen",
		[LABEL_DISCLAIMER] = "Haftungsausschluss",
		[LABEL_REGULATORY] = "Regulatorische Angaben",
		[LABEL_NOTES] = "Hinweise für die Redaktion",
		[LABEL_RIGHTS] = "Nutzungsrechte",
		[LABEL_EVENT] = "Termin",
		[LABEL_ATTACHMENTS] = "Anlagen",
		[LABEL_CONTACT] = "Kontakt",
		[LABEL_CONTACT_PRESS] = "Presse",
		[LABEL_CONTACT_INVESTOR] = "Investoren",
		[LABEL_CONTACT_PUBLIC] = "Öffentlichkeit",
		[LABEL_TEL] = "Telefon",
		[LABEL_TEL_MOBILE] = "Mobil",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "E-Mail",
		[LABEL_VIDEO] = "Video",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Fußnoten",
		[LABEL_FOOTNOTE] = "Fußnote %s",
		[LABEL_BACK] = "Zurück zum Text",
		[LABEL_PAGE_OF] = "Seite %s von %s",
		[LABEL_MORE] = "weiter auf Seite %s",
		[LABEL_CONTINUED] = "Fortsetzung",
		[LABEL_ENDMARK] = "– Ende –",
		[LABEL_PICTURE_MISSING] = "Bild nicht verfügbar",
		[LABEL_TABLE_SCROLL] = "Tabelle, seitlich verschiebbar",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s und %s",
	},
	.calendar = &calendar_de,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_de(void)
{
	return &row;
}

static const struct lang swiss = {
	.tag = "de-CH",
	.script = "Latn",
	.regions = "CH LI",
	.base = &row,
	.labels = {
		[LABEL_FOOTNOTES] = "Fussnoten",
		[LABEL_FOOTNOTE] = "Fussnote %s",
		[LABEL_QUOTE_OPEN] = "«",
		[LABEL_QUOTE_CLOSE] = "»",
		[LABEL_INNER_OPEN] = "‹",
		[LABEL_INNER_CLOSE] = "›",
	},
	.calendar = &calendar_de,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_de_ch(void)
{
	return &swiss;
}
