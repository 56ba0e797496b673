/* lang_it.c - Italian. */
#include "lang/calendar_data.h"

static const struct lang_form forms[] = {
	{ .between = ", ", .time = "ore\u00A0%0:%m (%Z)",
	  .time_city = "ore\u00A0%0:%m (%Z, %C)", .city = " (%C)",
	  .first = "1º" },
};

static const struct lang_pair zones[] = {
	{ "Europe/Rome", "ora italiana" },
	{ NULL, NULL },
};

/* "Lana e Seta", but "Lana ed Erba". */
static const struct lang_variant variants[] = {
	{ "E È É e è é", LABEL_LIST_AND, "%s ed %s" },
	{ .before = NULL },
};

static const struct lang row = {
	.tag = "it",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Comunicato stampa",
		[LABEL_KIND_ADVISORY] = "Avviso stampa",
		[LABEL_KIND_INVITATION] = "Invito stampa",
		[LABEL_KIND_STATEMENT] = "Dichiarazione",
		[LABEL_KIND_FACT_SHEET] = "Scheda informativa",
		[LABEL_KIND_RELEASE_CAPS] = "COMUNICATO STAMPA",
		[LABEL_KIND_ADVISORY_CAPS] = "AVVISO STAMPA",
		[LABEL_KIND_INVITATION_CAPS] = "INVITO STAMPA",
		[LABEL_KIND_STATEMENT_CAPS] = "DICHIARAZIONE",
		[LABEL_KIND_FACT_SHEET_CAPS] = "SCHEDA INFORMATIVA",
		[LABEL_IMMEDIATE] = "Per diffusione immediata",
		[LABEL_IMMEDIATE_CAPS] = "PER DIFFUSIONE IMMEDIATA",
		[LABEL_EMBARGO] = "Sotto embargo fino a",
		[LABEL_EMBARGO_CAPS] = "SOTTO EMBARGO FINO A",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo terminato",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO TERMINATO",
		[LABEL_HOLD] = "Non divulgare fino a nuovo avviso",
		[LABEL_HOLD_CAPS] = "NON DIVULGARE FINO A NUOVO AVVISO",
		[LABEL_WITHDRAWN] = "Ritirato",
		[LABEL_WITHDRAWN_CAPS] = "RITIRATO",
		[LABEL_CORRECTION] = "Rettifica",
		[LABEL_CORRECTION_CAPS] = "RETTIFICA",
		[LABEL_CORRECTS] =
			"Questo comunicato rettifica la versione %s.",
		[LABEL_WAS] = "anziché",
		[LABEL_NOW] = "leggasi",
		[LABEL_ISSUED] = "Pubblicazione: %s",
		[LABEL_UPDATED] = "aggiornamento: %s",
		[LABEL_EXPIRES] = "scadenza: %s",
		[LABEL_REFERENCE] = "Riferimento: %s",
		[LABEL_VERSION] = "versione %s",
		[LABEL_BY] = "A cura di %s",
		[LABEL_FACTS] = "In sintesi",
		[LABEL_ABOUT] = "Informazioni su %s",
		[LABEL_FORWARD] = "Dichiarazioni previsionali",
		[LABEL_DISCLAIMER] = "Avvertenza",
		[LABEL_REGULATORY] = "Informazioni regolamentate",
		[LABEL_NOTES] = "Note per le redazioni",
		[LABEL_RIGHTS] = "Diritti",
		[LABEL_EVENT] = "Evento",
		[LABEL_ATTACHMENTS] = "Allegati",
		[LABEL_CONTACT] = "Contatti",
		[LABEL_CONTACT_PRESS] = "Stampa",
		[LABEL_CONTACT_INVESTOR] = "Investitori",
		[LABEL_CONTACT_PUBLIC] = "Pubblico",
		[LABEL_TEL] = "Telefono",
		[LABEL_TEL_MOBILE] = "Cellulare",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "E-mail",
		[LABEL_VIDEO] = "Video",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Note",
		[LABEL_FOOTNOTE] = "Nota %s",
		[LABEL_BACK] = "Torna al testo",
		[LABEL_PAGE_OF] = "pagina %s di %s",
		[LABEL_MORE] = "segue a pagina %s",
		[LABEL_CONTINUED] = "segue",
		[LABEL_ENDMARK] = "– Fine –",
		[LABEL_PICTURE_MISSING] = "Immagine non disponibile",
		[LABEL_TABLE_SCROLL] = "Tabella a scorrimento orizzontale",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s e %s",
	},
	.variants = variants,
	.calendar = &calendar_it,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_it(void)
{
	return &row;
}
