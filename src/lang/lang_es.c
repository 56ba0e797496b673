/* lang_es.c - Spanish, of Spain and of America. */
#include "lang/calendar_data.h"

#define SPANISH(hours) \
	.between = ", ", .time = hours "\u00A0(%Z)", \
	.time_city = hours "\u00A0(%Z, %C)", .city = " (%C)"

/* RAE, Ortografía (2010): h is a symbol, a. m. and p. m. have a space. */
static const struct lang_form forms[] = {
	{ .regions = "US PR CO DO PA VE", SPANISH("%I:%m\u00A0%P"),
	  .halves = { "a.\u00A0m.", "p.\u00A0m." } },
	{ SPANISH("%H:%m\u00A0h") },
};

static const struct lang_pair zones[] = {
	{ "Europe/Madrid", "hora peninsular" },
	{ "Atlantic/Canary", "hora canaria" },
	{ NULL, NULL },
};

/* "Gas y Luz", but "Gas e Internet"; "y Hierro". */
static const struct lang_variant variants[] = {
	{ "I Í i í Hí hí Hib Hid Hig Hij Hil Him Hin Hip Hir His Hit Hiz",
	  LABEL_LIST_AND, "%s e %s" },
	{ .before = NULL },
};

static const struct lang row = {
	.tag = "es",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Nota de prensa",
		[LABEL_KIND_ADVISORY] = "Convocatoria de prensa",
		[LABEL_KIND_INVITATION] = "Invitación a los medios",
		[LABEL_KIND_STATEMENT] = "Declaración",
		[LABEL_KIND_FACT_SHEET] = "Ficha informativa",
		[LABEL_KIND_RELEASE_CAPS] = "NOTA DE PRENSA",
		[LABEL_KIND_ADVISORY_CAPS] = "CONVOCATORIA DE PRENSA",
		[LABEL_KIND_INVITATION_CAPS] = "INVITACIÓN A LOS MEDIOS",
		[LABEL_KIND_STATEMENT_CAPS] = "DECLARACIÓN",
		[LABEL_KIND_FACT_SHEET_CAPS] = "FICHA INFORMATIVA",
		[LABEL_IMMEDIATE] = "Para difusión inmediata",
		[LABEL_IMMEDIATE_CAPS] = "PARA DIFUSIÓN INMEDIATA",
		[LABEL_EMBARGO] = "Embargado hasta el",
		[LABEL_EMBARGO_CAPS] = "EMBARGADO HASTA EL",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo levantado",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO LEVANTADO",
		[LABEL_HOLD] = "No difundir hasta nuevo aviso",
		[LABEL_HOLD_CAPS] = "NO DIFUNDIR HASTA NUEVO AVISO",
		[LABEL_WITHDRAWN] = "Retirada",
		[LABEL_WITHDRAWN_CAPS] = "RETIRADA",
		[LABEL_CORRECTION] = "Corrección",
		[LABEL_CORRECTION_CAPS] = "CORRECCIÓN",
		[LABEL_CORRECTS] = "Esta nota corrige la versión %s.",
		[LABEL_WAS] = "donde dice",
		[LABEL_NOW] = "debe decir",
		[LABEL_ISSUED] = "Publicado el %s",
		[LABEL_UPDATED] = "actualizado el %s",
		[LABEL_EXPIRES] = "válido hasta el %s",
		[LABEL_REFERENCE] = "Referencia: %s",
		[LABEL_VERSION] = "versión %s",
		[LABEL_BY] = "Por %s",
		[LABEL_FACTS] = "Datos clave",
		[LABEL_ABOUT] = "Acerca de %s",
		[LABEL_FORWARD] = "Declaraciones prospectivas",
		[LABEL_DISCLAIMER] = "Aviso legal",
		[LABEL_REGULATORY] = "Información regulada",
		[LABEL_NOTES] = "Notas para la redacción",
		[LABEL_RIGHTS] = "Derechos",
		[LABEL_EVENT] = "Evento",
		[LABEL_ATTACHMENTS] = "Archivos adjuntos",
		[LABEL_CONTACT] = "Contacto",
		[LABEL_CONTACT_PRESS] = "Prensa",
		[LABEL_CONTACT_INVESTOR] = "Inversores",
		[LABEL_CONTACT_PUBLIC] = "Público",
		[LABEL_TEL] = "Teléfono",
		[LABEL_TEL_MOBILE] = "Móvil",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "Correo electrónico",
		[LABEL_VIDEO] = "Vídeo",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Notas al pie",
		[LABEL_FOOTNOTE] = "Nota %s",
		[LABEL_BACK] = "Volver al texto",
		[LABEL_PAGE_OF] = "página %s de %s",
		[LABEL_MORE] = "sigue en la página %s",
		[LABEL_CONTINUED] = "continuación",
		[LABEL_ENDMARK] = "– Fin –",
		[LABEL_PICTURE_MISSING] = "Imagen no disponible",
		[LABEL_TABLE_SCROLL] = "Tabla con desplazamiento horizontal",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_QUOTE_OPEN] = "«",
		[LABEL_QUOTE_CLOSE] = "»",
		[LABEL_INNER_OPEN] = "“",
		[LABEL_INNER_CLOSE] = "”",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s y %s",
	},
	.variants = variants,
	.calendar = &calendar_es,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_es(void)
{
	return &row;
}

static const struct lang_pair american_zones[] = { { NULL, NULL } };

static const struct lang american = {
	.tag = "es-419",
	.script = "Latn",
	.regions = REGIONS_ES_419,
	.base = &row,
	.labels = {
		[LABEL_KIND_RELEASE] = "Comunicado de prensa",
		[LABEL_KIND_RELEASE_CAPS] = "COMUNICADO DE PRENSA",
		[LABEL_IMMEDIATE] = "Para publicación inmediata",
		[LABEL_IMMEDIATE_CAPS] = "PARA PUBLICACIÓN INMEDIATA",
		[LABEL_WITHDRAWN] = "Retirado",
		[LABEL_WITHDRAWN_CAPS] = "RETIRADO",
		[LABEL_CORRECTS] = "Este comunicado corrige la versión %s.",
		[LABEL_REGULATORY] = "Información regulatoria",
		[LABEL_CONTACT_INVESTOR] = "Inversionistas",
		[LABEL_TEL_MOBILE] = "Celular",
		[LABEL_VIDEO] = "Video",
	},
	.variants = variants,
	.calendar = &calendar_es_419,
	.forms = forms,
	.zones = american_zones,
};

const struct lang *lang_es_419(void)
{
	return &american;
}
