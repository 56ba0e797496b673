/* lang_fr.c - French. */
#include "lang/calendar_data.h"

/* The official names of Canada. */
static const struct lang_pair canadian_zones[] = {
	{ "NST", "HNT" },
	{ "NDT", "HAT" },
	{ "AST", "HNA" },
	{ "ADT", "HAA" },
	{ "EST", "HNE" },
	{ "EDT", "HAE" },
	{ "CST", "HNC" },
	{ "CDT", "HAC" },
	{ "MST", "HNR" },
	{ "MDT", "HAR" },
	{ "PST", "HNP" },
	{ "PDT", "HAP" },
	{ NULL, NULL },
};

#define FRENCH_HOURS \
	.between = " à ", .time = "%H\u00A0h\u00A0%m (%Z)", \
	.time_city = "%H\u00A0h\u00A0%m (%Z, %C)", .city = " (%C)", \
	.first = "1er"

static const struct lang_form forms[] = {
	{ .regions = "CA", FRENCH_HOURS, .zones = canadian_zones },
	{ FRENCH_HOURS },
};

static const struct lang_pair zones[] = {
	{ "Europe/Paris", "heure de Paris" },
	{ "Europe/Brussels", "heure de Bruxelles" },
	{ "Europe/Luxembourg", "heure de Luxembourg" },
	{ "Europe/London", "heure de Londres" },
	{ "America/New_York", "heure de New York" },
	{ "Asia/Tokyo", "heure de Tokyo" },
	{ NULL, NULL },
};

static const struct lang_variant variants[] = {
	{ "A E I O U a e i o u À Â É È Ê Î Ô Œ à â é è ê î ô œ", LABEL_ABOUT,
	  "À propos d’%s" },
	{ .before = NULL },
};

static const struct lang row = {
	.tag = "fr",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Communiqué de presse",
		[LABEL_KIND_ADVISORY] = "Avis aux médias",
		[LABEL_KIND_INVITATION] = "Invitation presse",
		[LABEL_KIND_STATEMENT] = "Déclaration",
		[LABEL_KIND_FACT_SHEET] = "Fiche d’information",
		[LABEL_KIND_RELEASE_CAPS] = "COMMUNIQUÉ DE PRESSE",
		[LABEL_KIND_ADVISORY_CAPS] = "AVIS AUX MÉDIAS",
		[LABEL_KIND_INVITATION_CAPS] = "INVITATION PRESSE",
		[LABEL_KIND_STATEMENT_CAPS] = "DÉCLARATION",
		[LABEL_KIND_FACT_SHEET_CAPS] = "FICHE D’INFORMATION",
		[LABEL_IMMEDIATE] = "Pour diffusion immédiate",
		[LABEL_IMMEDIATE_CAPS] = "POUR DIFFUSION IMMÉDIATE",
		[LABEL_EMBARGO] = "Sous embargo jusqu’au",
		[LABEL_EMBARGO_CAPS] = "SOUS EMBARGO JUSQU’AU",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo levé",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO LEVÉ",
		[LABEL_HOLD] = "Ne pas diffuser avant accord",
		[LABEL_HOLD_CAPS] = "NE PAS DIFFUSER AVANT ACCORD",
		[LABEL_WITHDRAWN] = "Retiré",
		[LABEL_WITHDRAWN_CAPS] = "RETIRÉ",
		[LABEL_CORRECTION] = "Rectificatif",
		[LABEL_CORRECTION_CAPS] = "RECTIFICATIF",
		[LABEL_CORRECTS] = "Ce communiqué rectifie la version %s.",
		[LABEL_WAS] = "au lieu de",
		[LABEL_NOW] = "lire",
		[LABEL_ISSUED] = "Publié le %s",
		[LABEL_UPDATED] = "mis à jour le %s",
		[LABEL_EXPIRES] = "valable jusqu’au %s",
		[LABEL_REFERENCE] = "Référence\u00A0: %s",
		[LABEL_VERSION] = "version %s",
		[LABEL_BY] = "Par %s",
		[LABEL_FACTS] = "Points clés",
		[LABEL_ABOUT] = "À propos de %s",
		[LABEL_FORWARD] = "Déclarations prospectives",
		[LABEL_DISCLAIMER] = "Avertissement",
		[LABEL_REGULATORY] = "Information réglementée",
		[LABEL_NOTES] = "Notes aux rédactions",
		[LABEL_RIGHTS] = "Droits",
		[LABEL_EVENT] = "Événement",
		[LABEL_ATTACHMENTS] = "Pièces jointes",
		[LABEL_CONTACT] = "Contact",
		[LABEL_CONTACT_PRESS] = "Presse",
		[LABEL_CONTACT_INVESTOR] = "Investisseurs",
		[LABEL_CONTACT_PUBLIC] = "Grand public",
		[LABEL_TEL] = "Téléphone",
		[LABEL_TEL_MOBILE] = "Mobile",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "E-mail",
		[LABEL_VIDEO] = "Vidéo",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Notes",
		[LABEL_FOOTNOTE] = "Note %s",
		[LABEL_BACK] = "Retour au texte",
		[LABEL_PAGE_OF] = "page %s sur %s",
		[LABEL_MORE] = "suite page %s",
		[LABEL_CONTINUED] = "suite",
		[LABEL_ENDMARK] = "– Fin –",
		[LABEL_PICTURE_MISSING] = "Image non disponible",
		[LABEL_TABLE_SCROLL] = "Tableau à défilement horizontal",
		[LABEL_DATELINE_DATE] = "le %s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_QUOTE_OPEN] = "«\u00A0",
		[LABEL_QUOTE_CLOSE] = "\u00A0»",
		[LABEL_INNER_OPEN] = "“",
		[LABEL_INNER_CLOSE] = "”",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = "\u00A0: ",
		[LABEL_LIST_AND] = "%s et %s",
	},
	.variants = variants,
	.calendar = &calendar_fr,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_fr(void)
{
	return &row;
}
