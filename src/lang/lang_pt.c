/* lang_pt.c - Portuguese, of Brazil and of Portugal. */
#include "lang/calendar_data.h"

#define PORTUGUESE_HOURS \
	.between = ", ", .time = "%Hh%m\u00A0(%Z)", \
	.time_city = "%Hh%m\u00A0(%Z, %C)", .city = " (%C)"

static const struct lang_form forms[] = {
	{ PORTUGUESE_HOURS, .first = "1º" },
};

static const struct lang_pair zones[] = {
	{ "America/Sao_Paulo", "horário de Brasília" },
	{ "America/Bahia", "horário de Brasília" },
	{ "America/Belem", "horário de Brasília" },
	{ "America/Fortaleza", "horário de Brasília" },
	{ "America/Maceio", "horário de Brasília" },
	{ "America/Recife", "horário de Brasília" },
	{ "Brazil/East", "horário de Brasília" },
	{ NULL, NULL },
};

static const struct lang row = {
	.tag = "pt",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Comunicado de imprensa",
		[LABEL_KIND_ADVISORY] = "Aviso de pauta",
		[LABEL_KIND_INVITATION] = "Convite à imprensa",
		[LABEL_KIND_STATEMENT] = "Declaração",
		[LABEL_KIND_FACT_SHEET] = "Ficha informativa",
		[LABEL_KIND_RELEASE_CAPS] = "COMUNICADO DE IMPRENSA",
		[LABEL_KIND_ADVISORY_CAPS] = "AVISO DE PAUTA",
		[LABEL_KIND_INVITATION_CAPS] = "CONVITE À IMPRENSA",
		[LABEL_KIND_STATEMENT_CAPS] = "DECLARAÇÃO",
		[LABEL_KIND_FACT_SHEET_CAPS] = "FICHA INFORMATIVA",
		[LABEL_IMMEDIATE] = "Para divulgação imediata",
		[LABEL_IMMEDIATE_CAPS] = "PARA DIVULGAÇÃO IMEDIATA",
		[LABEL_EMBARGO] = "Embargado até",
		[LABEL_EMBARGO_CAPS] = "EMBARGADO ATÉ",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo encerrado",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO ENCERRADO",
		[LABEL_HOLD] = "Não divulgar até novo aviso",
		[LABEL_HOLD_CAPS] = "NÃO DIVULGAR ATÉ NOVO AVISO",
		[LABEL_WITHDRAWN] = "Retirado",
		[LABEL_WITHDRAWN_CAPS] = "RETIRADO",
		[LABEL_CORRECTION] = "Correção",
		[LABEL_CORRECTION_CAPS] = "CORREÇÃO",
		[LABEL_CORRECTS] = "Este comunicado corrige a versão %s.",
		[LABEL_WAS] = "onde se lê",
		[LABEL_NOW] = "leia-se",
		[LABEL_ISSUED] = "Publicado em %s",
		[LABEL_UPDATED] = "atualizado em %s",
		[LABEL_EXPIRES] = "válido até %s",
		[LABEL_REFERENCE] = "Referência: %s",
		[LABEL_VERSION] = "versão %s",
		[LABEL_BY] = "Por %s",
		[LABEL_FACTS] = "Destaques",
		[LABEL_ABOUT] = "Sobre %s",
		[LABEL_FORWARD] = "Declarações prospectivas",
		[LABEL_DISCLAIMER] = "Aviso legal",
		[LABEL_REGULATORY] = "Informações regulatórias",
		[LABEL_NOTES] = "Notas para a redação",
		[LABEL_RIGHTS] = "Direitos",
		[LABEL_EVENT] = "Evento",
		[LABEL_ATTACHMENTS] = "Anexos",
		[LABEL_CONTACT] = "Contato",
		[LABEL_CONTACT_PRESS] = "Imprensa",
		[LABEL_CONTACT_INVESTOR] = "Investidores",
		[LABEL_CONTACT_PUBLIC] = "Público",
		[LABEL_TEL] = "Telefone",
		[LABEL_TEL_MOBILE] = "Celular",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "E-mail",
		[LABEL_VIDEO] = "Vídeo",
		[LABEL_AUDIO] = "Áudio",
		[LABEL_FOOTNOTES] = "Notas de rodapé",
		[LABEL_FOOTNOTE] = "Nota %s",
		[LABEL_BACK] = "Voltar ao texto",
		[LABEL_PAGE_OF] = "página %s de %s",
		[LABEL_MORE] = "continua na página %s",
		[LABEL_CONTINUED] = "continuação",
		[LABEL_ENDMARK] = "– Fim –",
		[LABEL_PICTURE_MISSING] = "Imagem indisponível",
		[LABEL_TABLE_SCROLL] = "Tabela com rolagem horizontal",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s e %s",
	},
	.calendar = &calendar_pt,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_pt(void)
{
	return &row;
}

static const struct lang_form portuguese_forms[] = {
	{ PORTUGUESE_HOURS },
};

static const struct lang_pair portuguese_zones[] = {
	{ "Europe/Lisbon", "hora de Lisboa" },
	{ NULL, NULL },
};

static const struct lang portuguese = {
	.tag = "pt-PT",
	.script = "Latn",
	.regions = REGIONS_PT_PT,
	.base = &row,
	.labels = {
		[LABEL_KIND_ADVISORY] = "Nota de agenda",
		[LABEL_KIND_ADVISORY_CAPS] = "NOTA DE AGENDA",
		[LABEL_EMBARGO_ENDED] = "Embargo terminado",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO TERMINADO",
		[LABEL_FORWARD] = "Declarações prospetivas",
		[LABEL_REGULATORY] = "Informação regulamentar",
		[LABEL_CONTACT] = "Contacto",
		[LABEL_TEL_MOBILE] = "Telemóvel",
		[LABEL_TABLE_SCROLL] = "Tabela com deslocamento horizontal",
	},
	.calendar = &calendar_pt_PT,
	.forms = portuguese_forms,
	.zones = portuguese_zones,
};

const struct lang *lang_pt_pt(void)
{
	return &portuguese;
}
