/* label.c - names of labels in, labels out; a theme's own words put over a
   language's. */
#include "lang/label.h"

#include "base/text.h"
#include "lang/lang_data.h"

#include <string.h>

static const char *const names[LABEL_COUNT] = {
	[LABEL_KIND_RELEASE] = "kind-release",
	[LABEL_KIND_ADVISORY] = "kind-advisory",
	[LABEL_KIND_INVITATION] = "kind-invitation",
	[LABEL_KIND_STATEMENT] = "kind-statement",
	[LABEL_KIND_FACT_SHEET] = "kind-fact-sheet",
	[LABEL_KIND_RELEASE_CAPS] = "kind-release-caps",
	[LABEL_KIND_ADVISORY_CAPS] = "kind-advisory-caps",
	[LABEL_KIND_INVITATION_CAPS] = "kind-invitation-caps",
	[LABEL_KIND_STATEMENT_CAPS] = "kind-statement-caps",
	[LABEL_KIND_FACT_SHEET_CAPS] = "kind-fact-sheet-caps",
	[LABEL_IMMEDIATE] = "immediate",
	[LABEL_IMMEDIATE_CAPS] = "immediate-caps",
	[LABEL_EMBARGO] = "embargo",
	[LABEL_EMBARGO_CAPS] = "embargo-caps",
	[LABEL_EMBARGO_SHORT] = "embargo-short",
	[LABEL_EMBARGO_ENDED] = "embargo-ended",
	[LABEL_EMBARGO_ENDED_CAPS] = "embargo-ended-caps",
	[LABEL_HOLD] = "hold",
	[LABEL_HOLD_CAPS] = "hold-caps",
	[LABEL_WITHDRAWN] = "withdrawn",
	[LABEL_WITHDRAWN_CAPS] = "withdrawn-caps",
	[LABEL_CORRECTION] = "correction",
	[LABEL_CORRECTION_CAPS] = "correction-caps",
	[LABEL_CORRECTS] = "corrects",
	[LABEL_WAS] = "was",
	[LABEL_NOW] = "now",
	[LABEL_ISSUED] = "issued",
	[LABEL_UPDATED] = "updated",
	[LABEL_EXPIRES] = "expires",
	[LABEL_REFERENCE] = "reference",
	[LABEL_VERSION] = "version",
	[LABEL_BY] = "by",
	[LABEL_FACTS] = "facts",
	[LABEL_ABOUT] = "about",
	[LABEL_FORWARD] = "forward",
	[LABEL_DISCLAIMER] = "disclaimer",
	[LABEL_REGULATORY] = "regulatory",
	[LABEL_NOTES] = "notes",
	[LABEL_RIGHTS] = "rights",
	[LABEL_EVENT] = "event",
	[LABEL_ATTACHMENTS] = "attachments",
	[LABEL_CONTACT] = "contact",
	[LABEL_CONTACT_PRESS] = "contact-press",
	[LABEL_CONTACT_INVESTOR] = "contact-investor",
	[LABEL_CONTACT_PUBLIC] = "contact-public",
	[LABEL_TEL] = "tel",
	[LABEL_TEL_MOBILE] = "tel-mobile",
	[LABEL_TEL_FAX] = "tel-fax",
	[LABEL_TEL_WHATSAPP] = "tel-whatsapp",
	[LABEL_EMAIL] = "email",
	[LABEL_VIDEO] = "video",
	[LABEL_AUDIO] = "audio",
	[LABEL_FOOTNOTES] = "footnotes",
	[LABEL_FOOTNOTE] = "footnote",
	[LABEL_BACK] = "back",
	[LABEL_PAGE_OF] = "page-of",
	[LABEL_MORE] = "more",
	[LABEL_CONTINUED] = "continued",
	[LABEL_ENDMARK] = "endmark",
	[LABEL_PICTURE_MISSING] = "picture-missing",
	[LABEL_TABLE_SCROLL] = "table-scroll",
	[LABEL_DATELINE_SEPARATOR] = "dateline-separator",
	[LABEL_QUOTE_OPEN] = "quote-open",
	[LABEL_QUOTE_CLOSE] = "quote-close",
	[LABEL_INNER_OPEN] = "inner-open",
	[LABEL_INNER_CLOSE] = "inner-close",
	[LABEL_COMMA] = "comma",
	[LABEL_COLON] = "colon",
	[LABEL_DATELINE_DATE] = "dateline-date",
	[LABEL_LIST_AND] = "list-and",
};

const char *label_name(enum label label)
{
	return names[label];
}

enum label label_find(struct span name)
{
	for (size_t i = 0; i < LABEL_COUNT; i++)
		if (text_is(name, names[i]))
			return (enum label)i;
	return LABEL_COUNT;
}

size_t label_gaps(enum label label)
{
	const char *at = lang_label(lang_find("en", NULL), label);
	size_t gaps = 0;
	while ((at = strstr(at, "%s"))) {
		gaps++;
		at += 2;
	}
	return gaps;
}

static bool concerns(const struct lang_change *c, const char *tag)
{
	size_t n = c->lang ? strlen(c->lang) : 0;
	struct span primary = { tag, n };
	return !c->lang || (strlen(tag) >= n &&
	                    text_same(primary, text_span(c->lang)) &&
	                    (!tag[n] || tag[n] == '-'));
}

const struct lang *label_changed(struct arena *a, const struct lang *l,
                                 const char *tag,
                                 const struct lang_change *changes)
{
	struct lang *own = NULL;
	bool taken[LABEL_COUNT] = { false };
	for (const struct lang_change *c = changes; c; c = c->next) {
		if (!concerns(c, tag) || taken[c->label])
			continue;
		if (!own)
			own = arena_zero(a, sizeof *own);
		if (!own)
			return NULL;
		if (!own->tag)
			*own = *l;
		own->labels[c->label] = c->text;
		taken[c->label] = true;
	}
	return own ? own : l;
}
