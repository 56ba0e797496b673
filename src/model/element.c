/* element.c - release.rnc as a table: what each element may hold and carry. */
#include "model/element.h"

#include "base/text.h"

#define EL(x) PRFMT_EL_##x
#define CHILDREN(...) \
	(const struct child_rule[]) { __VA_ARGS__, { EL(TEXT), 0, 0 } }
#define ATTRS(...) \
	(const struct attr_rule[]) \
	{ \
		__VA_ARGS__, { 0, false, VALUE_TEXT, NULL } \
	}
#define AT(x, kind) { PRFMT_AT_##x, false, VALUE_##kind, NULL }
#define AT_MUST(x, kind) { PRFMT_AT_##x, true, VALUE_##kind, NULL }
#define AT_ENUM(x, values) { PRFMT_AT_##x, false, VALUE_ENUM, values }
#define AT_MUST_ENUM(x, values) { PRFMT_AT_##x, true, VALUE_ENUM, values }

/* Order here is the canonical writer's order. */
static const struct element_info elements[ELEMENT_COUNT] = {
	[EL(RELEASE)] = { "release", CONTENT_SEQUENCE, 0, true,
		CHILDREN({ EL(HEAD), 1, 1 }, { EL(BODY), 1, 1 },
		         { EL(BACK), 1, 1 }),
		ATTRS(AT(GUID, TEXT), AT(VERSION, POSITIVE),
		      AT_ENUM(KIND, "release advisory invitation statement "
		                    "fact-sheet")) },
	[EL(HEAD)] = { "head", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(ISSUER), 1, 0 }, { EL(ISSUED), 1, 1 },
		         { EL(UPDATED), 0, 1 }, { EL(EXPIRES), 0, 1 },
		         { EL(EMBARGO), 0, 1 }, { EL(HOLD), 0, 1 },
		         { EL(WITHDRAWN), 0, 1 }, { EL(REFERENCE), 0, 0 },
		         { EL(SLUG), 0, 1 }, { EL(KICKER), 0, 1 },
		         { EL(HEADLINE), 1, 1 }, { EL(SUBHEAD), 0, 0 },
		         { EL(SUMMARY), 0, 1 }, { EL(FACT), 0, 0 },
		         { EL(DATELINE), 0, 1 }, { EL(AUTHOR), 0, 0 },
		         { EL(SUBJECT), 0, 0 }, { EL(KEYWORD), 0, 0 },
		         { EL(URGENCY), 0, 1 }, { EL(RIGHTS), 0, 1 },
		         { EL(EDNOTE), 0, 0 }, { EL(LINK), 0, 0 },
		         { EL(CORRECTS), 0, 1 }, { EL(EVENT), 0, 0 },
		         { EL(INTERNAL), 0, 0 }),
		NULL },
	[EL(ISSUER)] = { "issuer", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(NAME), 1, 1 }, { EL(SHORT), 0, 1 },
		         { EL(URL), 0, 1 }, { EL(LOGO), 0, 1 },
		         { EL(ADDRESS), 0, 1 }, { EL(TEL), 0, 0 },
		         { EL(EMAIL), 0, 0 }, { EL(INSTRUMENT), 0, 0 }),
		ATTRS(AT(ID, ID), AT(URI, URI), AT(LEI, TEXT)) },
	[EL(NAME)] = { "name", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(SHORT)] = { "short", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(URL)] = { "url", CONTENT_TEXT, 0, false, NULL, NULL },
	[EL(LOGO)] = { "logo", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT),
		      AT_MUST(ALT, TEXT)) },
	[EL(ADDRESS)] = { "address", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(LINE), 1, 0 }, { EL(LOCALITY), 0, 1 },
		         { EL(REGION), 0, 1 }, { EL(POSTCODE), 0, 1 },
		         { EL(COUNTRY), 0, 1 }),
		NULL },
	[EL(LINE)] = { "line", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(LOCALITY)] = { "locality", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(REGION)] = { "region", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(POSTCODE)] = { "postcode", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(COUNTRY)] = { "country", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT(CODE, TEXT)) },
	[EL(TEL)] = { "tel", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT_ENUM(TYPE, "voice mobile fax whatsapp"),
		      AT(NUMBER, TEL)) },
	[EL(EMAIL)] = { "email", CONTENT_TEXT, 0, false, NULL, NULL },
	[EL(INSTRUMENT)] = { "instrument", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT(SYMBOL, TEXT), AT(MIC, TEXT), AT(ISIN, TEXT)) },
	[EL(ISSUED)] = { "issued", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(AT, INSTANT), AT(ZONE, ZONE)) },
	[EL(UPDATED)] = { "updated", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(AT, INSTANT), AT(ZONE, ZONE)) },
	[EL(EXPIRES)] = { "expires", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(AT, INSTANT), AT(ZONE, ZONE)) },
	[EL(EMBARGO)] = { "embargo", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(UNTIL, INSTANT), AT(ZONE, ZONE),
		      AT(SHOW, ZONES)) },
	[EL(HOLD)] = { "hold", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(WITHDRAWN)] = { "withdrawn", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT_MUST(AT, INSTANT)) },
	[EL(REFERENCE)] = { "reference", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT(SCHEME, TEXT)) },
	[EL(SLUG)] = { "slug", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(KICKER)] = { "kicker", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(HEADLINE)] = { "headline", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(SUBHEAD)] = { "subhead", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(SUMMARY)] = { "summary", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(FACT)] = { "fact", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(DATELINE)] = { "dateline", CONTENT_SEQUENCE, 0, true,
		CHILDREN({ EL(PLACE), 1, 0 }, { EL(DATE), 0, 1 },
		         { EL(VIA), 0, 1 }),
		ATTRS(AT(SEPARATOR, TEXT)) },
	[EL(PLACE)] = { "place", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT(COUNTRY, TEXT), AT(REGION, TEXT), AT(URI, URI)) },
	[EL(DATE)] = { "date", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT_MUST(DATETIME, DAY)) },
	[EL(VIA)] = { "via", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(AUTHOR)] = { "author", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT(URI, URI), AT(ROLE, TEXT)) },
	[EL(SUBJECT)] = { "subject", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT_ENUM(TYPE, "topic person organisation place event "
		                    "product"),
		      AT(CODE, NMTOKEN), AT(URI, URI)) },
	[EL(KEYWORD)] = { "keyword", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(URGENCY)] = { "urgency", CONTENT_TEXT, 0, false, NULL, NULL },
	[EL(RIGHTS)] = { "rights", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(HOLDER), 0, 1 }, { EL(NOTICE), 0, 1 },
		         { EL(USAGE), 0, 1 }),
		ATTRS(AT(HREF, URI)) },
	[EL(HOLDER)] = { "holder", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(NOTICE)] = { "notice", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(USAGE)] = { "usage", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(EDNOTE)] = { "ednote", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(LINK)] = { "link", CONTENT_TEXT, 0, true, NULL,
		ATTRS(AT_MUST_ENUM(REL, "canonical alternate newsroom "
		                        "press-kit related source "
		                        "translation translation-of"),
		      AT_MUST(HREF, URI), AT(TYPE, TEXT), AT(HREFLANG, LANG),
		      AT(GUID, URI)) },
	[EL(CORRECTS)] = { "corrects", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(CHANGE), 0, 0 }),
		ATTRS(AT_MUST(VERSION, POSITIVE),
		      AT_MUST_ENUM(CLASS, "material minor format")) },
	[EL(CHANGE)] = { "change", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(WAS), 0, 1 }, { EL(NOW), 0, 1 }),
		ATTRS(AT(WHERE, TEXT)) },
	[EL(WAS)] = { "was", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(NOW)] = { "now", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(EVENT)] = { "event", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(NAME), 0, 1 }, { EL(PLACE), 0, 1 },
		         { EL(URL), 0, 1 }),
		ATTRS(AT_MUST(START, INSTANT), AT(END, INSTANT),
		      AT(ZONE, ZONE)) },
	[EL(INTERNAL)] = { "internal", CONTENT_ANY, 0, true, NULL, NULL },
	[EL(BODY)] = { "body", CONTENT_BLOCKS, 0, true, NULL, NULL },
	[EL(P)] = { "p", CONTENT_RICH, CLASS_BLOCK, true, NULL, NULL },
	[EL(H2)] = { "h2", CONTENT_RICH, CLASS_BLOCK, true, NULL,
		ATTRS(AT(ID, ID)) },
	[EL(H3)] = { "h3", CONTENT_RICH, CLASS_BLOCK, true, NULL,
		ATTRS(AT(ID, ID)) },
	[EL(UL)] = { "ul", CONTENT_SEQUENCE, CLASS_BLOCK, true,
		CHILDREN({ EL(LI), 1, 0 }), NULL },
	[EL(OL)] = { "ol", CONTENT_SEQUENCE, CLASS_BLOCK, true,
		CHILDREN({ EL(LI), 1, 0 }), ATTRS(AT(START, INTEGER)) },
	[EL(LI)] = { "li", CONTENT_FLOW, 0, true, NULL, NULL },
	[EL(DL)] = { "dl", CONTENT_PAIRS, CLASS_BLOCK, true,
		CHILDREN({ EL(DT), 1, 0 }, { EL(DD), 1, 0 }), NULL },
	[EL(DT)] = { "dt", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(DD)] = { "dd", CONTENT_FLOW, 0, true, NULL, NULL },
	[EL(BLOCKQUOTE)] = { "blockquote", CONTENT_BLOCKS, CLASS_BLOCK, true,
		NULL, ATTRS(AT(CITE, URI)) },
	[EL(QUOTE)] = { "quote", CONTENT_SEQUENCE, CLASS_BLOCK, true,
		CHILDREN({ EL(P), 1, 0 }, { EL(SPEAKER), 1, 1 }), NULL },
	[EL(SPEAKER)] = { "speaker", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(NAME), 1, 1 }, { EL(ROLE), 0, 1 },
		         { EL(ORG), 0, 1 }),
		NULL },
	[EL(ROLE)] = { "role", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(ORG)] = { "org", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(ASIDE)] = { "aside", CONTENT_BLOCKS, CLASS_BLOCK, true, NULL,
		NULL },
	[EL(PRE)] = { "pre", CONTENT_PRE, CLASS_BLOCK, true, NULL, NULL },
	[EL(HR)] = { "hr", CONTENT_EMPTY, CLASS_BLOCK, false, NULL, NULL },
	[EL(TABLE)] = { "table", CONTENT_SEQUENCE, CLASS_BLOCK, true,
		CHILDREN({ EL(CAPTION), 0, 1 }, { EL(COL), 0, 0 },
		         { EL(THEAD), 0, 1 }, { EL(TBODY), 1, 0 },
		         { EL(TFOOT), 0, 1 }),
		ATTRS(AT(ID, ID)) },
	[EL(CAPTION)] = { "caption", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(COL)] = { "col", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_ENUM(TYPE, "text number currency percent date"),
		      AT(UNIT, TEXT), AT_ENUM(ALIGN, "start center end")) },
	[EL(THEAD)] = { "thead", CONTENT_SEQUENCE, 0, false,
		CHILDREN({ EL(TR), 1, 0 }), NULL },
	[EL(TBODY)] = { "tbody", CONTENT_SEQUENCE, 0, false,
		CHILDREN({ EL(TR), 1, 0 }), NULL },
	[EL(TFOOT)] = { "tfoot", CONTENT_SEQUENCE, 0, false,
		CHILDREN({ EL(TR), 1, 0 }), NULL },
	[EL(TR)] = { "tr", CONTENT_CELLS, 0, false,
		CHILDREN({ EL(TH), 0, 0 }, { EL(TD), 0, 0 }),
		ATTRS(AT_ENUM(ROLE, "total subtotal")) },
	[EL(TH)] = { "th", CONTENT_FLOW, 0, true, NULL,
		ATTRS(AT_ENUM(SCOPE, "col row colgroup rowgroup"),
		      AT(COLSPAN, POSITIVE), AT(ROWSPAN, POSITIVE)) },
	[EL(TD)] = { "td", CONTENT_FLOW, 0, true, NULL,
		ATTRS(AT(VALUE, DECIMAL), AT(COLSPAN, POSITIVE),
		      AT(ROWSPAN, POSITIVE)) },
	[EL(FIGURE)] = { "figure", CONTENT_CHILDREN, CLASS_BLOCK, true,
		CHILDREN({ EL(IMG), 0, 1 }, { EL(VIDEO), 0, 1 },
		         { EL(AUDIO), 0, 1 }, { EL(CAPTION), 0, 1 },
		         { EL(CREDIT), 0, 1 }, { EL(COPYRIGHT), 0, 1 },
		         { EL(USAGE), 0, 1 }),
		ATTRS(AT(ID, ID)) },
	[EL(IMG)] = { "img", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(RENDITION), 0, 0 }),
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT), AT(ALT, TEXT)) },
	[EL(VIDEO)] = { "video", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(RENDITION), 0, 0 }),
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT),
		      AT_MUST(TITLE, TEXT)) },
	[EL(AUDIO)] = { "audio", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(RENDITION), 0, 0 }),
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT),
		      AT_MUST(TITLE, TEXT)) },
	[EL(RENDITION)] = { "rendition", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT),
		      AT(WIDTH, POSITIVE), AT(HEIGHT, POSITIVE),
		      AT_ENUM(PURPOSE, "web print preview thumbnail")) },
	[EL(CREDIT)] = { "credit", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(COPYRIGHT)] = { "copyright", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(EM)] = { "em", CONTENT_RICH, CLASS_INLINE, true, NULL, NULL },
	[EL(STRONG)] = { "strong", CONTENT_RICH, CLASS_INLINE, true, NULL,
		NULL },
	[EL(Q)] = { "q", CONTENT_RICH, CLASS_INLINE, true, NULL, NULL },
	[EL(SUB)] = { "sub", CONTENT_RICH, CLASS_INLINE, true, NULL, NULL },
	[EL(SUP)] = { "sup", CONTENT_RICH, CLASS_INLINE, true, NULL, NULL },
	[EL(SPAN)] = { "span", CONTENT_RICH, CLASS_INLINE, true, NULL, NULL },
	[EL(CODE)] = { "code", CONTENT_TEXT, CLASS_INLINE, true, NULL, NULL },
	[EL(BR)] = { "br", CONTENT_EMPTY, CLASS_INLINE, false, NULL, NULL },
	[EL(A)] = { "a", CONTENT_RICH, CLASS_INLINE, true, NULL,
		ATTRS(AT_MUST(HREF, ANY_URI)) },
	[EL(ABBR)] = { "abbr", CONTENT_RICH, CLASS_INLINE, true, NULL,
		ATTRS(AT(TITLE, TEXT)) },
	[EL(TIME)] = { "time", CONTENT_RICH, CLASS_INLINE, true, NULL,
		ATTRS(AT_MUST(DATETIME, TEXT)) },
	[EL(FOOTNOTE)] = { "footnote", CONTENT_RICH, CLASS_INLINE, true, NULL,
		ATTRS(AT(ID, ID)) },
	[EL(BACK)] = { "back", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(ABOUT), 0, 0 }, { EL(LEGAL), 0, 0 },
		         { EL(NOTES), 0, 1 }, { EL(CONTACT), 1, 0 },
		         { EL(ATTACHMENT), 0, 0 }, { EL(ENDMARK), 0, 1 }),
		NULL },
	[EL(ABOUT)] = { "about", CONTENT_BLOCKS, 0, true,
		CHILDREN({ EL(HEADING), 0, 1 }), ATTRS(AT(OF, IDREF)) },
	[EL(HEADING)] = { "heading", CONTENT_RICH, 0, true, NULL, NULL },
	[EL(LEGAL)] = { "legal", CONTENT_BLOCKS, 0, true,
		CHILDREN({ EL(HEADING), 0, 1 }),
		ATTRS(AT_MUST_ENUM(TYPE,
		                   "forward-looking disclaimer regulatory")) },
	[EL(NOTES)] = { "notes", CONTENT_BLOCKS, 0, true,
		CHILDREN({ EL(HEADING), 0, 1 }), NULL },
	[EL(CONTACT)] = { "contact", CONTENT_CHILDREN, 0, true,
		CHILDREN({ EL(NAME), 0, 1 }, { EL(ROLE), 0, 1 },
		         { EL(ORG), 0, 1 }, { EL(TEL), 0, 0 },
		         { EL(EMAIL), 0, 0 }, { EL(URL), 0, 0 },
		         { EL(ADDRESS), 0, 1 }, { EL(HOURS), 0, 1 }),
		ATTRS(AT_ENUM(FOR, "press investor public")) },
	[EL(HOURS)] = { "hours", CONTENT_TEXT, 0, true, NULL, NULL },
	[EL(ATTACHMENT)] = { "attachment", CONTENT_EMPTY, 0, false, NULL,
		ATTRS(AT_MUST(SRC, ANY_URI), AT(TYPE, TEXT),
		      AT_MUST(TITLE, TEXT)) },
	[EL(ENDMARK)] = { "endmark", CONTENT_TEXT, 0, true, NULL, NULL },
};

static const char *const attrs[ATTR_COUNT] = {
	[PRFMT_AT_LANG] = "xml:lang",     [PRFMT_AT_DIR] = "dir",
	[PRFMT_AT_ID] = "id",             [PRFMT_AT_GUID] = "guid",
	[PRFMT_AT_VERSION] = "version",   [PRFMT_AT_KIND] = "kind",
	[PRFMT_AT_URI] = "uri",           [PRFMT_AT_LEI] = "lei",
	[PRFMT_AT_SRC] = "src",           [PRFMT_AT_TYPE] = "type",
	[PRFMT_AT_ALT] = "alt",           [PRFMT_AT_TITLE] = "title",
	[PRFMT_AT_SYMBOL] = "symbol",     [PRFMT_AT_MIC] = "mic",
	[PRFMT_AT_ISIN] = "isin",         [PRFMT_AT_CODE] = "code",
	[PRFMT_AT_NUMBER] = "number",     [PRFMT_AT_AT] = "at",
	[PRFMT_AT_UNTIL] = "until",       [PRFMT_AT_START] = "start",
	[PRFMT_AT_END] = "end",           [PRFMT_AT_ZONE] = "zone",
	[PRFMT_AT_SHOW] = "show",         [PRFMT_AT_SCHEME] = "scheme",
	[PRFMT_AT_ROLE] = "role",         [PRFMT_AT_SEPARATOR] = "separator",
	[PRFMT_AT_COUNTRY] = "country",   [PRFMT_AT_REGION] = "region",
	[PRFMT_AT_DATETIME] = "datetime", [PRFMT_AT_REL] = "rel",
	[PRFMT_AT_HREF] = "href",         [PRFMT_AT_HREFLANG] = "hreflang",
	[PRFMT_AT_CLASS] = "class",       [PRFMT_AT_WHERE] = "where",
	[PRFMT_AT_CITE] = "cite",         [PRFMT_AT_UNIT] = "unit",
	[PRFMT_AT_ALIGN] = "align",       [PRFMT_AT_SCOPE] = "scope",
	[PRFMT_AT_COLSPAN] = "colspan",   [PRFMT_AT_ROWSPAN] = "rowspan",
	[PRFMT_AT_VALUE] = "value",       [PRFMT_AT_WIDTH] = "width",
	[PRFMT_AT_HEIGHT] = "height",     [PRFMT_AT_PURPOSE] = "purpose",
	[PRFMT_AT_OF] = "of",             [PRFMT_AT_FOR] = "for",
};

static const struct attr_rule common[] = {
	AT(LANG, LANG),
	AT_ENUM(DIR, "ltr rtl"),
};
static const struct attr_rule release_lang = AT_MUST(LANG, LANG);

const struct element_info *element_info(prfmt_element e)
{
	return &elements[e];
}

const char *attr_name(prfmt_attr a)
{
	return (unsigned)a < ATTR_COUNT ? attrs[a] : NULL;
}

prfmt_element element_find(struct span name)
{
	for (int e = 1; e < ELEMENT_COUNT; e++)
		if (text_is(name, elements[e].name))
			return (prfmt_element)e;
	return PRFMT_EL_TEXT;
}

prfmt_attr attr_find(struct span name)
{
	for (int a = 1; a < ATTR_COUNT; a++)
		if (text_is(name, attrs[a]))
			return (prfmt_attr)a;
	return (prfmt_attr)0;
}

const struct child_rule *element_child(prfmt_element parent,
                                       prfmt_element child)
{
	const struct child_rule *r = elements[parent].children;
	for (; r && r->element; r++)
		if (r->element == child)
			return r;
	return NULL;
}

const struct attr_rule *element_attr(prfmt_element e, prfmt_attr a)
{
	const struct element_info *info = &elements[e];
	if (e == PRFMT_EL_RELEASE && a == PRFMT_AT_LANG)
		return &release_lang;
	for (size_t i = 0; info->common && i < COUNT(common); i++)
		if (common[i].attr == a)
			return &common[i];
	for (const struct attr_rule *r = info->attrs; r && r->attr; r++)
		if (r->attr == a)
			return r;
	return NULL;
}

bool element_allows(prfmt_element parent, prfmt_element child)
{
	const struct element_info *p = &elements[parent];
	unsigned classes = elements[child].classes;
	if (element_child(parent, child))
		return true;
	switch (p->content) {
	case CONTENT_RICH:
		return classes & CLASS_INLINE;
	case CONTENT_FLOW:
		return classes & (CLASS_INLINE | CLASS_BLOCK);
	case CONTENT_BLOCKS:
		return classes & CLASS_BLOCK;
	case CONTENT_ANY:
		return true;
	case CONTENT_EMPTY:
	case CONTENT_TEXT:
	case CONTENT_PRE:
	case CONTENT_CHILDREN:
	case CONTENT_SEQUENCE:
	case CONTENT_PAIRS:
	case CONTENT_CELLS:
		return false;
	}
	return false;
}

bool element_takes_text(prfmt_element e)
{
	switch (elements[e].content) {
	case CONTENT_TEXT:
	case CONTENT_PRE:
	case CONTENT_RICH:
	case CONTENT_FLOW:
	case CONTENT_ANY:
		return true;
	case CONTENT_EMPTY:
	case CONTENT_BLOCKS:
	case CONTENT_CHILDREN:
	case CONTENT_SEQUENCE:
	case CONTENT_PAIRS:
	case CONTENT_CELLS:
		return false;
	}
	return false;
}

/* What people write who know HTML or other vocabularies. */
static const struct {
	const char *written;
	const char *ours;
} habits[] = {
	{ "b", "strong" },      { "i", "em" },          { "title", "headline" },
	{ "h1", "headline" },   { "image", "img" },     { "picture", "figure" },
	{ "cite", "q" },        { "para", "p" },        { "paragraph", "p" },
	{ "subheadline", "subhead" }, { "boilerplate", "about" },
	{ "phone", "tel" },     { "telephone", "tel" }, { "mail", "email" },
	{ "deck", "subhead" },  { "lead", "p" },        { "byline", "author" },
	{ "list", "ul" },       { "item", "li" },       { "tag", "keyword" },
};

const char *element_nearest(prfmt_element parent, struct span name)
{
	const char *best = NULL;
	size_t best_far = name.len < 4 ? 2 : 3; /* further is no likeness */
	for (size_t i = 0; i < COUNT(habits); i++)
		if (text_is(name, habits[i].written) &&
		    element_allows(parent,
		                   element_find(text_span(habits[i].ours))))
			return habits[i].ours;
	for (int e = 1; e < ELEMENT_COUNT; e++) {
		size_t far = 2 * text_distance(
			name, text_span(elements[e].name), best_far);
		/* of two as near, the one that may stand here */
		far -= far && element_allows(parent, (prfmt_element)e);
		if (far < 2 * best_far) {
			best_far = (far + 1) / 2;
			best = elements[e].name;
		}
	}
	return best;
}

const char *attr_nearest(prfmt_element e, struct span name)
{
	const char *best = NULL;
	size_t best_far = name.len < 4 ? 2 : 3;
	if (text_is(name, "lang") && element_attr(e, PRFMT_AT_LANG))
		return "xml:lang";
	for (int a = 1; a < ATTR_COUNT; a++) {
		if (!element_attr(e, (prfmt_attr)a))
			continue;
		size_t far = text_distance(name, text_span(attrs[a]),
		                           best_far);
		if (far < best_far) {
			best_far = far;
			best = attrs[a];
		}
	}
	return best;
}
