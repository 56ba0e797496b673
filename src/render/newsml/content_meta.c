/* content_meta.c - what a release's text is about in, contentMeta out:
   administrative part first, then the descriptive one. */
#include "render/newsml/newsml.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

#include <string.h>

/* -- codes ---------------------------------------------------------------- */

/* Aliases of the IPTC catalog 41 that may stand before a subject's code. */
static const char *const aliases[] = {
	"medtop",      "subj",      "wldreg",   "genre",         "iso3166-1a2",
	"iso3166-1a3", "iso3166-2", "isin",     "figi",          "cusip",
	"sedol",       "ticker",    "tidm",     "mic",           "gics",
	"wikidata",    "dbpedia",   "geonames", "geonameshttps", "iso4217a",
	"bcp47",       "nprov"
};

/* alias:code, no blank in it, alias in the catalog. */
static bool is_qcode(struct span code)
{
	for (size_t i = 0; i < code.len; i++)
		if (text_is_blank(code.at[i]))
			return false;
	for (size_t i = 0; i < COUNT(aliases); i++) {
		size_t len = strlen(aliases[i]);
		if (code.len > len + 1 && code.at[len] == ':' &&
		    text_starts(code, aliases[i]))
			return true;
	}
	return false;
}

/* A value of exactly `least` to `most` ASCII letters and digits. */
static bool is_token(struct span s, size_t least, size_t most)
{
	for (size_t i = 0; i < s.len; i++)
		if (!text_is_alpha(s.at[i]) && !text_is_digit(s.at[i]))
			return false;
	return s.len >= least && s.len <= most;
}

/* attr="prefix:value" */
static void coded(struct newsml *n, const char *attr, const char *prefix,
                  struct span value)
{
	struct buf code = { 0 };
	buf_puts(&code, prefix);
	buf_span(&code, value);
	markup_attr(&n->m, attr, buf_text(&code));
	newsml_done(n, &code);
}

/* -- contact info --------------------------------------------------------- */

static const struct {
	const char *type; /* of a tel */
	const char *name;
	const char *attr;
	const char *value;
} phones[] = {
	{ "voice", "phone", NULL, NULL },
	{ "mobile", "phone", "role", "ciprol:mobile" },
	{ "fax", "fax", NULL, NULL },
	{ "whatsapp", "phone", "tech", "prfmt:whatsapp" },
};

static void phone(struct newsml *n, const node *tel)
{
	struct span type = node_get_span(tel, PRFMT_AT_TYPE);
	const char *number = node_get(tel, PRFMT_AT_NUMBER);
	struct buf text = { 0 };
	size_t kind = 0;
	for (size_t i = 0; i < COUNT(phones); i++)
		if (text_is(type, phones[i].type))
			kind = i;
	if (number)
		buf_puts(&text, number);
	else
		words_flat(&text, n->j, tel);
	if (text.len) {
		markup_line(&n->m);
		markup_open(&n->m, phones[kind].name);
		if (phones[kind].attr)
			markup_attr(&n->m, phones[kind].attr,
			            phones[kind].value);
		markup_puts(&n->m, buf_text(&text));
		markup_close(&n->m);
	}
	newsml_done(n, &text);
}

/* A part of an address that NewsML-G2 holds as a concept. */
static void address_part(struct newsml *n, const char *name, const node *from)
{
	struct span code = node_get_span(from, PRFMT_AT_CODE);
	struct buf text = { 0 };
	words_flat(&text, n->j, from);
	if (text.len) {
		markup_line(&n->m);
		markup_open(&n->m, name);
		if (is_token(code, 2, 2))
			coded(n, "qcode", "iso3166-1a2:", code);
		else
			newsml_literal(n, buf_text(&text));
		markup_leaf(&n->m, "name", buf_text(&text));
		markup_close(&n->m);
	}
	newsml_done(n, &text);
}

static void address(struct newsml *n, const node *from)
{
	if (!from)
		return;
	markup_line(&n->m);
	markup_open(&n->m, "address");
	for (const node *l = node_child(from, PRFMT_EL_LINE); l;
	     l = node_sibling(l, PRFMT_EL_LINE))
		newsml_flat(n, "line", l, NULL, NULL);
	address_part(n, "locality", node_child(from, PRFMT_EL_LOCALITY));
	address_part(n, "area", node_child(from, PRFMT_EL_REGION));
	address_part(n, "country", node_child(from, PRFMT_EL_COUNTRY));
	newsml_flat(n, "postalCode", node_child(from, PRFMT_EL_POSTCODE), NULL,
	            NULL);
	newsml_close(n);
}

static void web(struct newsml *n, const node *url)
{
	struct buf text = { 0 };
	struct buf uri = { 0 };
	words_flat(&text, n->j, url);
	if (newsml_uri(&uri, buf_view(&text)))
		newsml_leaf(n, "web", buf_text(&uri));
	newsml_done(n, &uri);
	newsml_done(n, &text);
}

/* The parts of an issuer or a contact by which it can be reached. */
static bool reachable(const node *who)
{
	return node_child(who, PRFMT_EL_TEL) ||
	       node_child(who, PRFMT_EL_EMAIL) ||
	       node_child(who, PRFMT_EL_URL) ||
	       node_child(who, PRFMT_EL_ADDRESS) ||
	       node_child(who, PRFMT_EL_HOURS);
}

static void contact_info(struct newsml *n, const node *who)
{
	if (!reachable(who))
		return;
	markup_line(&n->m);
	markup_open(&n->m, "contactInfo");
	markup_attr(&n->m, "role", "ciprol:office");
	for (const node *e = node_child(who, PRFMT_EL_EMAIL); e;
	     e = node_sibling(e, PRFMT_EL_EMAIL))
		newsml_flat(n, "email", e, NULL, NULL);
	for (const node *t = node_child(who, PRFMT_EL_TEL); t;
	     t = node_sibling(t, PRFMT_EL_TEL))
		phone(n, t);
	for (const node *u = node_child(who, PRFMT_EL_URL); u;
	     u = node_sibling(u, PRFMT_EL_URL))
		web(n, u);
	address(n, node_child(who, PRFMT_EL_ADDRESS));
	newsml_flat(n, "note", node_child(who, PRFMT_EL_HOURS), NULL, NULL);
	newsml_close(n);
}

/* -- administrative ------------------------------------------------------- */

static void broader(struct newsml *n, struct span value, bool country)
{
	struct buf text = { 0 };
	if (!value.len)
		return;
	buf_span(&text, value);
	markup_line(&n->m);
	markup_open(&n->m, "broader");
	markup_attr(&n->m, "type", "cpnat:geoArea");
	if (country && is_token(value, 2, 2)) {
		coded(n, "qcode", "iso3166-1a2:", value);
	} else {
		newsml_literal(n, buf_text(&text));
		markup_leaf(&n->m, "name", buf_text(&text));
	}
	markup_close(&n->m);
	newsml_done(n, &text);
}

static void located(struct newsml *n)
{
	const node *dateline = node_child(n->head, PRFMT_EL_DATELINE);
	for (const node *p = node_child(dateline, PRFMT_EL_PLACE); p;
	     p = node_sibling(p, PRFMT_EL_PLACE)) {
		newsml_party_open(n, "located", "cpnat:geoArea", NULL, p,
		                  node_get_span(p, PRFMT_AT_URI));
		broader(n, node_get_span(p, PRFMT_AT_REGION), false);
		broader(n, node_get_span(p, PRFMT_AT_COUNTRY), true);
		newsml_close(n);
	}
}

static void instrument(struct newsml *n, const node *from)
{
	const char *symbol = node_get(from, PRFMT_AT_SYMBOL);
	struct span mic = node_get_span(from, PRFMT_AT_MIC);
	if (!symbol || !symbol[0])
		return;
	markup_line(&n->m);
	markup_open(&n->m, "hasInstrument");
	markup_attr(&n->m, "symbol", symbol);
	if (is_token(mic, 4, 4))
		coded(n, "symbolsrc", "mic:", mic);
	markup_close(&n->m);
}

static void issuer_details(struct newsml *n, const node *issuer)
{
	const node *first = node_child(issuer, PRFMT_EL_INSTRUMENT);
	bool listed = false;
	for (const node *i = first; i; i = node_sibling(i, PRFMT_EL_INSTRUMENT))
		listed = listed || node_get(i, PRFMT_AT_SYMBOL);
	if (!reachable(issuer) && !listed)
		return;
	markup_line(&n->m);
	markup_open(&n->m, "organisationDetails");
	contact_info(n, issuer);
	for (const node *i = first; i; i = node_sibling(i, PRFMT_EL_INSTRUMENT))
		instrument(n, i);
	newsml_close(n);
}

static void issuers(struct newsml *n)
{
	const node *first = node_child(n->head, PRFMT_EL_ISSUER);
	for (const node *i = first; i; i = node_sibling(i, PRFMT_EL_ISSUER)) {
		newsml_party_open(n, "infoSource", NULL,
		                  "cpprole:origcont cpprole:originfo",
		                  node_child(i, PRFMT_EL_NAME),
		                  node_get_span(i, PRFMT_AT_URI));
		newsml_close(n);
	}
	for (const node *i = first; i; i = node_sibling(i, PRFMT_EL_ISSUER)) {
		newsml_party_open(n, "creator", NULL, "cpprole:mediaOffice",
		                  node_child(i, PRFMT_EL_NAME),
		                  node_get_span(i, PRFMT_AT_URI));
		issuer_details(n, i);
		newsml_close(n);
	}
	for (const node *a = node_child(n->head, PRFMT_EL_AUTHOR); a;
	     a = node_sibling(a, PRFMT_EL_AUTHOR)) {
		newsml_party_open(n, "creator", NULL, "cpprole:author", a,
		                  node_get_span(a, PRFMT_AT_URI));
		newsml_close(n);
	}
}

/* Role and organisation in one note: a client's library loses affiliation. */
static void contact_note(struct newsml *n, const node *name, const node *from)
{
	const node *org = node_child(from, PRFMT_EL_ORG);
	struct buf text = { 0 };
	words_flat(&text, n->j, node_child(from, PRFMT_EL_ROLE));
	if (name && org) {
		if (text.len)
			buf_puts(&text, ", ");
		words_flat(&text, n->j, org);
	}
	newsml_leaf(n, "note", buf_text(&text));
	newsml_done(n, &text);
}

/* A person speaks; an office without a name is the press office, or another
   one, of which the vocabulary says nothing. */
static void contact(struct newsml *n, const node *from)
{
	const node *name = node_child(from, PRFMT_EL_NAME);
	const node *org = node_child(from, PRFMT_EL_ORG);
	struct span use = node_get_span(from, PRFMT_AT_FOR);
	const char *role =
		name ? "cpprole:spokesperson" : "cpprole:mediaOffice";
	if (!name && !org)
		return;
	if (use.len && !text_is(use, "press"))
		role = NULL;
	newsml_party_open(n, "contributor", NULL, role, name ? name : org,
	                  (struct span){ "", 0 });
	contact_note(n, name, from);
	if (reachable(from)) {
		markup_line(&n->m);
		markup_open(&n->m,
		            name ? "personDetails" : "organisationDetails");
		contact_info(n, from);
		newsml_close(n);
	}
	newsml_close(n);
}

/* 1 to 9; 5 is what clients assume, and some need to be told. */
static void urgency(struct newsml *n)
{
	struct buf *text = newsml_text(n);
	uint64_t value = 0;
	words_flat(text, n->j, node_child(n->head, PRFMT_EL_URGENCY));
	bool given =
		text_uint((struct span){ buf_text(text), text->len }, &value) &&
		value >= 1 && value <= 9;
	newsml_clear(n, text);
	buf_uint(text, given ? value : 5);
	newsml_leaf(n, "urgency", buf_text(text));
}

static void administrative(struct newsml *n)
{
	struct instant t = { 0 };
	struct instant first = { 0 };
	urgency(n);
	if (release_issued(n->j->rel, &first))
		newsml_instant(n, "contentCreated", first);
	if (release_changed(n->j->rel, &t) && t.utc != first.utc)
		newsml_instant(n, "contentModified", t);
	located(n);
	issuers(n);
	for (const node *c = node_child(n->back, PRFMT_EL_CONTACT); c;
	     c = node_sibling(c, PRFMT_EL_CONTACT))
		contact(n, c);
	for (const node *r = node_child(n->head, PRFMT_EL_REFERENCE); r;
	     r = node_sibling(r, PRFMT_EL_REFERENCE))
		newsml_flat(n, "altId", r, "type", "prfmt:reference");
}

/* -- descriptive ---------------------------------------------------------- */

static void genre_name(struct newsml *n, const char *tag, const char *text)
{
	markup_line(&n->m);
	markup_open(&n->m, "name");
	markup_attr(&n->m, "xml:lang", tag);
	markup_puts(&n->m, text);
	markup_close(&n->m);
}

/* Clients take the name that begins with en. */
static void genre(struct newsml *n)
{
	struct span kind = node_get_span(n->j->rel->root, PRFMT_AT_KIND);
	bool plain = !kind.len || text_is(kind, "release");
	const char *tag = lang_tag(n->j->lang);
	bool english = !strcmp(tag, "en");
	markup_line(&n->m);
	markup_open(&n->m, "genre");
	markup_attr(&n->m, "qcode", "genre:Press_Release");
	genre_name(n, "en", "Press Release");
	if (plain && !english)
		genre_name(n, tag, words_kind(n->j, false));
	newsml_close(n);
	if (plain)
		return;
	markup_line(&n->m);
	markup_open(&n->m, "genre");
	coded(n, "qcode", "prfmt:", kind);
	genre_name(n, tag, words_kind(n->j, false));
	newsml_close(n);
}

static const struct {
	const char *type;
	const char *code;
} natures[] = {
	{ "topic", "cpnat:abstract" },
	{ "person", "cpnat:person" },
	{ "organisation", "cpnat:organisation" },
	{ "place", "cpnat:geoArea" },
	{ "event", "cpnat:event" },
	{ "product", "cpnat:object" },
};

static void subject(struct newsml *n, const node *from)
{
	struct span type = node_get_span(from, PRFMT_AT_TYPE);
	struct span code = node_get_span(from, PRFMT_AT_CODE);
	const char *nature = natures[0].code;
	for (size_t i = 0; i < COUNT(natures); i++)
		if (text_is(type, natures[i].type))
			nature = natures[i].code;
	if (!is_qcode(code)) {
		newsml_party_open(n, "subject", nature, NULL, from,
		                  node_get_span(from, PRFMT_AT_URI));
	} else {
		markup_line(&n->m);
		markup_open(&n->m, "subject");
		markup_attr(&n->m, "type", nature);
		markup_attr_span(&n->m, "qcode", code);
		newsml_flat(n, "name", from, NULL, NULL);
	}
	newsml_close(n);
}

enum { SUBJECTS_ASKED = 50 };

/* Does a subject of the release name this issuer already? Of very many only
   the first are asked: to say it twice does no harm. */
static bool is_subject(struct newsml *n, const node *issuer, const node *s)
{
	struct span uri = node_get_span(issuer, PRFMT_AT_URI);
	struct buf name = { 0 };
	bool found = false;
	words_flat(&name, n->j, node_child(issuer, PRFMT_EL_NAME));
	for (int i = 0; s && !found && i < SUBJECTS_ASKED;
	     s = node_sibling(s, PRFMT_EL_SUBJECT), i++) {
		struct buf *text = newsml_text(n);
		words_flat(text, n->j, s);
		found = (uri.len &&
		         text_equal(uri, node_get_span(s, PRFMT_AT_URI))) ||
		        !strcmp(buf_text(text), buf_text(&name));
	}
	newsml_done(n, &name);
	return found;
}

static void issuer_subject(struct newsml *n, const node *issuer,
                           const node *subjects)
{
	if (!is_subject(n, issuer, subjects)) {
		newsml_party_open(n, "subject", "cpnat:organisation", NULL,
		                  node_child(issuer, PRFMT_EL_NAME),
		                  node_get_span(issuer, PRFMT_AT_URI));
		newsml_close(n);
	}
	for (const node *i = node_child(issuer, PRFMT_EL_INSTRUMENT); i;
	     i = node_sibling(i, PRFMT_EL_INSTRUMENT)) {
		struct span isin = node_get_span(i, PRFMT_AT_ISIN);
		if (!is_token(isin, 12, 12))
			continue;
		markup_line(&n->m);
		markup_open(&n->m, "subject");
		markup_attr(&n->m, "type", "cpnat:abstract");
		coded(n, "qcode", "isin:", isin);
		markup_close(&n->m);
	}
}

static void subjects(struct newsml *n)
{
	const node *first = node_child(n->head, PRFMT_EL_SUBJECT);
	bool shown = words_body_shown(n->j);
	for (const node *k = node_child(n->head, PRFMT_EL_KEYWORD); k && shown;
	     k = node_sibling(k, PRFMT_EL_KEYWORD))
		newsml_flat(n, "keyword", k, NULL, NULL);
	for (const node *s = node_child(n->head, PRFMT_EL_SUBJECT); s;
	     s = node_sibling(s, PRFMT_EL_SUBJECT))
		subject(n, s);
	for (const node *i = node_child(n->head, PRFMT_EL_ISSUER); i;
	     i = node_sibling(i, PRFMT_EL_ISSUER))
		issuer_subject(n, i, first);
}

/* The first headline has no role: it is the one that clients read. */
static void headlines(struct newsml *n)
{
	bool shown = words_body_shown(n->j);
	newsml_flat(n, "headline", node_child(n->head, PRFMT_EL_HEADLINE), NULL,
	            NULL);
	if (!shown)
		return;
	newsml_flat(n, "headline", node_child(n->head, PRFMT_EL_KICKER), "role",
	            "prfmt:kicker");
	for (const node *s = node_child(n->head, PRFMT_EL_SUBHEAD); s;
	     s = node_sibling(s, PRFMT_EL_SUBHEAD))
		newsml_flat(n, "headline", s, "role", "prfmt:subheadline");
}

static void descriptive(struct newsml *n)
{
	newsml_code(n, "language", "tag", n->j->tag);
	genre(n);
	subjects(n);
	newsml_flat(n, "slugline", node_child(n->head, PRFMT_EL_SLUG), NULL,
	            NULL);
	headlines(n);
	struct buf *dateline = newsml_text(n);
	words_dateline_place(dateline, n->j);
	words_dateline_rest(dateline, n->j);
	newsml_leaf(n, "dateline", buf_text(dateline));
	for (const node *a = node_child(n->head, PRFMT_EL_AUTHOR); a;
	     a = node_sibling(a, PRFMT_EL_AUTHOR)) {
		struct buf *by = newsml_text(n);
		words_author(by, n->j, a);
		newsml_leaf(n, "by", buf_text(by));
	}
	if (words_body_shown(n->j))
		newsml_flat(n, "description",
		            node_child(n->head, PRFMT_EL_SUMMARY), "role",
		            "drol:summary");
}

void newsml_content_meta(struct newsml *n)
{
	markup_line(&n->m);
	markup_open(&n->m, "contentMeta");
	administrative(n);
	descriptive(n);
	newsml_close(n);
}
