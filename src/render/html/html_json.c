/* html_json.c - a release in, its NewsArticle as JSON-LD out. */
#include "render/html/html.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

#include <string.h>

/* -- the writer ----------------------------------------------------------- */

/* RFC 8259, 7; and nothing that could end or open a tag, or a line for those
   who read it as a script. */
static void put_string(struct buf *b, struct span s)
{
	size_t bytes = 0;
	buf_byte(b, '"');
	for (size_t i = 0; i < s.len; i += bytes) {
		uint32_t cp = 0;
		bytes = text_next(s.at + i, s.len - i, &cp);
		if (!bytes)
			break;
		bool plain = cp >= 0x20 && cp != '"' && cp != '\\' &&
		             cp != '<' && cp != '>' && cp != '&' &&
		             cp != 0x7F && cp != 0x2028 && cp != 0x2029;
		if (plain) {
			buf_add(b, s.at + i, bytes);
		} else if (cp == '"' || cp == '\\') {
			buf_byte(b, '\\');
			buf_byte(b, (char)cp);
		} else {
			static const char hex[] = "0123456789abcdef";
			buf_puts(b, "\\u");
			for (int shift = 12; shift >= 0; shift -= 4)
				buf_byte(b, hex[cp >> shift & 15]);
		}
	}
	buf_byte(b, '"');
}

static void next(struct json *o, const char *key)
{
	if (o->more)
		buf_byte(&o->buf, ',');
	if (o->buf.len)
		buf_byte(&o->buf, '\n');
	o->more = true;
	if (!key)
		return;
	put_string(&o->buf, text_span(key));
	buf_byte(&o->buf, ':');
}

void json_drop(struct json *o, struct buf *b)
{
	if (b->status && !o->buf.status)
		o->buf.status = b->status;
	buf_free(b);
}

void json_open(struct json *o, const char *key, char bracket)
{
	next(o, key);
	buf_byte(&o->buf, bracket);
	o->more = false;
}

void json_close(struct json *o, char bracket)
{
	buf_byte(&o->buf, bracket);
	o->more = true;
}

void json_text(struct json *o, const char *key, const char *value)
{
	if (!value || !*value)
		return;
	next(o, key);
	put_string(&o->buf, text_span(value));
}

/* -- from nodes ----------------------------------------------------------- */

static const node *head_child(const struct job *j, prfmt_element e)
{
	return node_child(release_head(j->rel), e);
}

static void json_flat(struct json *o, const char *key, const struct job *j,
                      const node *n)
{
	struct buf text = { 0 };
	words_flat(&text, j, n);
	json_text(o, key, buf_text(&text));
	json_drop(o, &text);
}

/* An absolute address; others mean nothing apart from the page. */
static void json_uri(struct json *o, const char *key, struct span address)
{
	struct buf clean = { 0 };
	uri_clean(&clean, address);
	if (uri_is_absolute(text_span(buf_text(&clean))))
		json_text(o, key, buf_text(&clean));
	json_drop(o, &clean);
}

static void json_web(struct json *o, const char *key, struct span address)
{
	struct buf clean = { 0 };
	html_uri(&clean, address);
	if (uri_is_web(text_span(buf_text(&clean))))
		json_text(o, key, buf_text(&clean));
	json_drop(o, &clean);
}

static bool is_web(struct json *o, const node *n, prfmt_attr a)
{
	struct buf clean = { 0 };
	uri_clean(&clean, node_get_span(n, a));
	bool web = uri_is_web(text_span(buf_text(&clean)));
	json_drop(o, &clean);
	return web;
}

static void json_when(struct json *o, const char *key, const node *n,
                      prfmt_attr a)
{
	struct buf stamp = { 0 };
	struct instant t;
	if (n && !date_instant(node_get_span(n, a), &t))
		date_rfc3339(&stamp, t);
	json_text(o, key, buf_text(&stamp));
	json_drop(o, &stamp);
}

static void property_value(struct json *o, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	json_open(o, NULL, '{');
	json_text(o, "@type", "PropertyValue");
	json_text(o, "propertyID", name);
	json_text(o, "value", value);
	json_close(o, '}');
}

/* -- organisations -------------------------------------------------------- */

static void address(struct json *o, const struct job *j, const node *n)
{
	static const struct {
		prfmt_element element;
		const char *key;
	} parts[] = {
		{ PRFMT_EL_LOCALITY, "addressLocality" },
		{ PRFMT_EL_REGION, "addressRegion" },
		{ PRFMT_EL_POSTCODE, "postalCode" },
	};
	struct buf street = { 0 };
	if (!n)
		return;
	json_open(o, "address", '{');
	json_text(o, "@type", "PostalAddress");
	for (const node *l = node_child(n, PRFMT_EL_LINE); l;
	     l = node_sibling(l, PRFMT_EL_LINE)) {
		if (street.len)
			buf_puts(&street, ", ");
		words_flat(&street, j, l);
	}
	json_text(o, "streetAddress", buf_text(&street));
	for (size_t i = 0; i < COUNT(parts); i++)
		json_flat(o, parts[i].key, j, node_child(n, parts[i].element));
	const node *country = node_child(n, PRFMT_EL_COUNTRY);
	if (node_get(country, PRFMT_AT_CODE))
		json_text(o, "addressCountry",
		          node_get(country, PRFMT_AT_CODE));
	else
		json_flat(o, "addressCountry", j, country);
	json_close(o, '}');
	json_drop(o, &street);
}

/* "XLON NQF", as schema.org wants it. */
static void instruments(struct json *o, const node *issuer)
{
	const node *first = node_child(issuer, PRFMT_EL_INSTRUMENT);
	struct buf ticker = { 0 };
	const char *mic = node_get(first, PRFMT_AT_MIC);
	const char *symbol = node_get(first, PRFMT_AT_SYMBOL);
	if (symbol) {
		buf_puts(&ticker, mic ? mic : "");
		buf_puts(&ticker, mic ? " " : "");
		buf_puts(&ticker, symbol);
	}
	json_text(o, "tickerSymbol", buf_text(&ticker));
	json_drop(o, &ticker);
	if (!first)
		return;
	json_open(o, "identifier", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_INSTRUMENT))
		property_value(o, "ISIN", node_get(n, PRFMT_AT_ISIN));
	json_close(o, ']');
}

static void telephone(struct json *o, const struct job *j, const node *of)
{
	const node *tel = node_child(of, PRFMT_EL_TEL);
	if (node_get(tel, PRFMT_AT_NUMBER))
		json_text(o, "telephone", node_get(tel, PRFMT_AT_NUMBER));
	else
		json_flat(o, "telephone", j, tel);
}

static void contact_points(struct json *o, const struct job *j)
{
	const node *back = release_back(j->rel);
	json_open(o, "contactPoint", '[');
	for (const node *n = node_child(back, PRFMT_EL_CONTACT); n;
	     n = node_sibling(n, PRFMT_EL_CONTACT)) {
		const char *what = words_contact_for(j, n);
		const node *name = node_child(n, PRFMT_EL_NAME);
		json_open(o, NULL, '{');
		json_text(o, "@type", "ContactPoint");
		json_text(o, "contactType",
		          what ? what : lang_label(j->lang, LABEL_CONTACT));
		json_flat(o, "name", j,
		          name ? name : node_child(n, PRFMT_EL_ORG));
		telephone(o, j, n);
		json_flat(o, "email", j, node_child(n, PRFMT_EL_EMAIL));
		json_flat(o, "url", j, node_child(n, PRFMT_EL_URL));
		json_close(o, '}');
	}
	json_close(o, ']');
}

static void organization(struct json *o, const struct job *j,
                         const node *issuer, bool whole)
{
	const node *url = node_child(issuer, PRFMT_EL_URL);
	const node *logo = node_child(issuer, PRFMT_EL_LOGO);
	bool listed = node_child(issuer, PRFMT_EL_INSTRUMENT);
	json_open(o, NULL, '{');
	json_text(o, "@type", listed ? "Corporation" : "Organization");
	json_uri(o, "@id", node_get_span(issuer, PRFMT_AT_URI));
	json_flat(o, "name", j, node_child(issuer, PRFMT_EL_NAME));
	if (url)
		json_flat(o, "url", j, url);
	else
		json_web(o, "url", node_get_span(issuer, PRFMT_AT_URI));
	if (whole) {
		json_flat(o, "alternateName", j,
		          node_child(issuer, PRFMT_EL_SHORT));
		if (logo)
			json_web(o, "logo", node_get_span(logo, PRFMT_AT_SRC));
		json_text(o, "leiCode", node_get(issuer, PRFMT_AT_LEI));
		instruments(o, issuer);
		address(o, j, node_child(issuer, PRFMT_EL_ADDRESS));
		telephone(o, j, issuer);
		json_flat(o, "email", j, node_child(issuer, PRFMT_EL_EMAIL));
		if (issuer == head_child(j, PRFMT_EL_ISSUER))
			contact_points(o, j);
	}
	json_close(o, '}');
}

static void organizations(struct json *o, const char *key, const struct job *j,
                          bool whole)
{
	json_open(o, key, '[');
	for (const node *n = head_child(j, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER))
		organization(o, j, n, whole);
	json_close(o, ']');
}

static void authors(struct json *o, const struct job *j)
{
	const node *first = head_child(j, PRFMT_EL_AUTHOR);
	if (!first) {
		organizations(o, "author", j, false);
		return;
	}
	json_open(o, "author", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_AUTHOR)) {
		json_open(o, NULL, '{');
		json_text(o, "@type", "Person");
		json_flat(o, "name", j, n);
		json_text(o, "jobTitle", node_get(n, PRFMT_AT_ROLE));
		json_uri(o, "url", node_get_span(n, PRFMT_AT_URI));
		json_close(o, '}');
	}
	json_close(o, ']');
}

/* -- what it is about ----------------------------------------------------- */

static const char *thing_type(const node *subject)
{
	static const struct {
		const char *value;
		const char *type;
	} types[] = {
		{ "person", "Person" },   { "organisation", "Organization" },
		{ "place", "Place" },     { "event", "Event" },
		{ "product", "Product" },
	};
	const char *value = node_get(subject, PRFMT_AT_TYPE);
	for (size_t i = 0; value && i < COUNT(types); i++)
		if (!strcmp(value, types[i].value))
			return types[i].type;
	return "DefinedTerm";
}

static void about(struct json *o, const struct job *j)
{
	const node *first = head_child(j, PRFMT_EL_SUBJECT);
	if (!first)
		return;
	json_open(o, "about", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_SUBJECT)) {
		const char *type = thing_type(n);
		bool term = !strcmp(type, "DefinedTerm");
		json_open(o, NULL, '{');
		json_text(o, "@type", type);
		json_flat(o, "name", j, n);
		json_text(o, term ? "termCode" : "identifier",
		          node_get(n, PRFMT_AT_CODE));
		json_uri(o, "sameAs", node_get_span(n, PRFMT_AT_URI));
		json_close(o, '}');
	}
	json_close(o, ']');
}

static void events(struct json *o, const struct job *j)
{
	const node *first = head_child(j, PRFMT_EL_EVENT);
	if (!first)
		return;
	json_open(o, "mentions", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_EVENT)) {
		json_open(o, NULL, '{');
		json_text(o, "@type", "Event");
		json_flat(o, "name", j, node_child(n, PRFMT_EL_NAME));
		json_when(o, "startDate", n, PRFMT_AT_START);
		json_when(o, "endDate", n, PRFMT_AT_END);
		json_flat(o, "location", j, node_child(n, PRFMT_EL_PLACE));
		json_flat(o, "url", j, node_child(n, PRFMT_EL_URL));
		json_close(o, '}');
	}
	json_close(o, ']');
}

static void places(struct json *o, const struct job *j)
{
	const node *first =
		node_child(head_child(j, PRFMT_EL_DATELINE), PRFMT_EL_PLACE);
	if (!first)
		return;
	json_open(o, "locationCreated", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_PLACE)) {
		const char *country = node_get(n, PRFMT_AT_COUNTRY);
		const char *region = node_get(n, PRFMT_AT_REGION);
		json_open(o, NULL, '{');
		json_text(o, "@type", "Place");
		json_flat(o, "name", j, n);
		json_uri(o, "sameAs", node_get_span(n, PRFMT_AT_URI));
		if (country || region) {
			json_open(o, "address", '{');
			json_text(o, "@type", "PostalAddress");
			json_text(o, "addressRegion", region);
			json_text(o, "addressCountry", country);
			json_close(o, '}');
		}
		json_close(o, '}');
	}
	json_close(o, ']');
}

/* -- other works ---------------------------------------------------------- */

static const struct {
	const char *rel;
	const char *key;
	const char *type;
} works[] = {
	{ "source", "isBasedOn", NULL },
	{ "translation", "workTranslation", "NewsArticle" },
	{ "translation-of", "translationOfWork", "NewsArticle" },
	{ "alternate", "encoding", "MediaObject" },
};

static void work(struct json *o, const node *link, const char *type)
{
	bool media = type && !strcmp(type, "MediaObject");
	if (!type) {
		json_web(o, NULL, node_get_span(link, PRFMT_AT_HREF));
		return;
	}
	json_open(o, NULL, '{');
	json_text(o, "@type", type);
	json_uri(o, "@id", node_get_span(link, PRFMT_AT_GUID));
	json_text(o, "inLanguage", node_get(link, PRFMT_AT_HREFLANG));
	json_text(o, "encodingFormat", node_get(link, PRFMT_AT_TYPE));
	json_web(o, media ? "contentUrl" : "url",
	         node_get_span(link, PRFMT_AT_HREF));
	json_close(o, '}');
}

static void other_works(struct json *o, const struct job *j)
{
	for (size_t i = 0; i < COUNT(works); i++) {
		bool any = false;
		for (const node *n = head_child(j, PRFMT_EL_LINK); n;
		     n = node_sibling(n, PRFMT_EL_LINK)) {
			if (!text_is(node_get_span(n, PRFMT_AT_REL),
			             works[i].rel) ||
			    !is_web(o, n, PRFMT_AT_HREF))
				continue;
			if (!any)
				json_open(o, works[i].key, '[');
			any = true;
			work(o, n, works[i].type);
		}
		if (any)
			json_close(o, ']');
	}
}

static void images(struct json *o, const struct job *j)
{
	bool any = false;
	for (const node *f = node_child(release_body(j->rel), PRFMT_EL_FIGURE);
	     f; f = node_sibling(f, PRFMT_EL_FIGURE)) {
		const node *img = node_child(f, PRFMT_EL_IMG);
		if (!img || !is_web(o, img, PRFMT_AT_SRC))
			continue;
		if (!any)
			json_open(o, "image", '[');
		any = true;
		json_open(o, NULL, '{');
		json_text(o, "@type", "ImageObject");
		json_web(o, "contentUrl", node_get_span(img, PRFMT_AT_SRC));
		json_flat(o, "caption", j, node_child(f, PRFMT_EL_CAPTION));
		json_flat(o, "creditText", j, node_child(f, PRFMT_EL_CREDIT));
		json_flat(o, "copyrightNotice", j,
		          node_child(f, PRFMT_EL_COPYRIGHT));
		json_close(o, '}');
	}
	if (any)
		json_close(o, ']');
}

/* -- the article ---------------------------------------------------------- */

static void titles(struct json *o, const struct job *j)
{
	json_flat(o, "headline", j, head_child(j, PRFMT_EL_HEADLINE));
	json_flat(o, "alternativeHeadline", j, head_child(j, PRFMT_EL_SUBHEAD));
	const node *text = head_child(j, PRFMT_EL_SUMMARY);
	if (!text)
		text = node_child(release_body(j->rel), PRFMT_EL_P);
	json_flat(o, "description", j, text);
	json_text(o, "genre", words_kind(j, false));
	json_text(o, "inLanguage", j->tag);
}

static void identifiers(struct json *o, const struct job *j)
{
	struct buf text = { 0 };
	json_open(o, "identifier", '[');
	release_guid(j->rel, &text);
	json_text(o, NULL, buf_text(&text));
	for (const node *n = head_child(j, PRFMT_EL_REFERENCE); n;
	     n = node_sibling(n, PRFMT_EL_REFERENCE)) {
		const char *scheme = node_get(n, PRFMT_AT_SCHEME);
		json_drop(o, &text);
		words_flat(&text, j, n);
		property_value(o, scheme, buf_text(&text));
	}
	json_close(o, ']');
	json_drop(o, &text);
	buf_uint(&text, release_version(j->rel));
	json_text(o, "version", buf_text(&text));
	json_drop(o, &text);
}

static void dates(struct json *o, const struct job *j)
{
	const node *updated = head_child(j, PRFMT_EL_UPDATED);
	const node *issued = head_child(j, PRFMT_EL_ISSUED);
	json_when(o, "datePublished", issued, PRFMT_AT_AT);
	json_when(o, "dateModified", updated ? updated : issued, PRFMT_AT_AT);
	json_when(o, "expires", head_child(j, PRFMT_EL_EXPIRES), PRFMT_AT_AT);
}

static void dateline(struct json *o, const struct job *j)
{
	struct buf text = { 0 };
	if (words_has_dateline(j)) {
		words_dateline_place(&text, j);
		words_dateline_rest(&text, j);
	}
	json_text(o, "dateline", buf_text(&text));
	json_drop(o, &text);
	places(o, j);
}

static void rights(struct json *o, const struct job *j)
{
	const node *n = head_child(j, PRFMT_EL_RIGHTS);
	const node *holder = node_child(n, PRFMT_EL_HOLDER);
	json_flat(o, "copyrightNotice", j, node_child(n, PRFMT_EL_NOTICE));
	json_web(o, "usageInfo", node_get_span(n, PRFMT_AT_HREF));
	if (!holder)
		return;
	json_open(o, "copyrightHolder", '{');
	json_text(o, "@type", "Organization");
	json_flat(o, "name", j, holder);
	json_close(o, '}');
}

static void correction(struct json *o, const struct job *j)
{
	const node *n = head_child(j, PRFMT_EL_CORRECTS);
	struct buf text = { 0 };
	if (n)
		words_corrects(&text, j);
	for (const node *c = node_child(n, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		if (text.len)
			buf_byte(&text, ' ');
		words_change(&text, j, c);
	}
	if (text.len) {
		json_open(o, "correction", '{');
		json_text(o, "@type", "CorrectionComment");
		json_text(o, "text", buf_text(&text));
		json_close(o, '}');
	}
	json_drop(o, &text);
}

static void keywords(struct json *o, const struct job *j)
{
	const node *first = head_child(j, PRFMT_EL_KEYWORD);
	if (!first)
		return;
	json_open(o, "keywords", '[');
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_KEYWORD))
		json_flat(o, NULL, j, n);
	json_close(o, ']');
}

static void address_of_page(struct json *o, const struct job *j)
{
	for (const node *n = head_child(j, PRFMT_EL_LINK); n;
	     n = node_sibling(n, PRFMT_EL_LINK)) {
		struct span href = node_get_span(n, PRFMT_AT_HREF);
		if (!text_is(node_get_span(n, PRFMT_AT_REL), "canonical"))
			continue;
		json_web(o, "url", href);
		json_web(o, "mainEntityOfPage", href);
		return;
	}
}

void html_jsonld(struct page *p)
{
	const struct job *j = p->job;
	struct json o = { 0 };
	json_open(&o, NULL, '{');
	json_text(&o, "@context", "https://schema.org");
	json_text(&o, "@type", "NewsArticle");
	titles(&o, j);
	identifiers(&o, j);
	address_of_page(&o, j);
	dates(&o, j);
	dateline(&o, j);
	authors(&o, j);
	organizations(&o, "publisher", j, true);
	images(&o, j);
	about(&o, j);
	keywords(&o, j);
	events(&o, j);
	other_works(&o, j);
	rights(&o, j);
	correction(&o, j);
	json_close(&o, '}');
	html_open(p, "script", NULL);
	markup_attr(&p->m, "type", "application/ld+json");
	markup_raw(&p->m, "\n");
	markup_raw(&p->m, buf_text(&o.buf));
	markup_raw(&p->m, "\n");
	markup_close(&p->m);
	html_drop(p, &o.buf);
}
