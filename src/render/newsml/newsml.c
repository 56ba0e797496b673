/* newsml.c - a release in, one NewsML-G2 2.35 newsItem out: its frame, its
   rights, and the pieces that all parts are made of. */
#include "render/newsml/newsml.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

#include <string.h>

#define NAR_NS "http://iptc.org/std/nar/2006-10-01/"
/* Clients know the catalog by this very address: http, www. */
#define CATALOG                                                                \
	"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
#define OWN_SCHEME "urn:prfmt:cv:"

/* -- pieces --------------------------------------------------------------- */

void newsml_clear(struct newsml *n, struct buf *b)
{
	if (b->status && !n->m.out->status)
		n->m.out->status = b->status;
	buf_clear(b);
}

struct buf *newsml_text(struct newsml *n)
{
	newsml_clear(n, &n->text);
	return &n->text;
}

void newsml_done(struct newsml *n, struct buf *b)
{
	if (b->status && !n->m.out->status)
		n->m.out->status = b->status;
	buf_free(b);
}

void newsml_leaf(struct newsml *n, const char *name, const char *text)
{
	if (!text || !text[0])
		return;
	markup_line(&n->m);
	markup_leaf(&n->m, name, text);
}

void newsml_close(struct newsml *n)
{
	markup_raw(&n->m, "\n");
	for (size_t i = 1; i < n->m.depth; i++)
		markup_raw(&n->m, "  ");
	markup_close(&n->m);
}

void newsml_own_lang(struct newsml *n, const node *from)
{
	markup_attr(&n->m, "xml:lang", node_get(from, PRFMT_AT_LANG));
	markup_attr(&n->m, "dir", node_get(from, PRFMT_AT_DIR));
}

void newsml_flat(struct newsml *n, const char *name, const node *from,
                 const char *attr, const char *value)
{
	struct buf *text = newsml_text(n);
	words_flat(text, n->j, from);
	if (!text->len)
		return;
	markup_line(&n->m);
	markup_open(&n->m, name);
	if (attr)
		markup_attr(&n->m, attr, value);
	newsml_own_lang(n, from);
	markup_puts(&n->m, buf_text(text));
	markup_close(&n->m);
}

void newsml_instant(struct newsml *n, const char *name, struct instant t)
{
	struct buf *text = newsml_text(n);
	date_rfc3339(text, t);
	newsml_leaf(n, name, buf_text(text));
}

void newsml_code(struct newsml *n, const char *name, const char *attr,
                 const char *value)
{
	markup_line(&n->m);
	markup_open(&n->m, name);
	markup_attr(&n->m, attr, value);
	markup_close(&n->m);
}

bool newsml_uri(struct buf *out, struct span address)
{
	struct buf clean = { 0 };
	uri_clean(&clean, address);
	struct span uri = buf_view(&clean);
	bool absolute = uri_is_absolute(uri);
	if (absolute)
		uri_encode(out, uri);
	if (clean.status)
		out->status = clean.status;
	buf_free(&clean);
	return absolute;
}

void newsml_literal(struct newsml *n, const char *text)
{
	struct buf line = { 0 };
	for (const char *at = text; *at; at++)
		buf_byte(&line, text_is_blank(*at) ? ' ' : *at);
	if (line.len)
		markup_attr(&n->m, "literal", buf_text(&line));
	newsml_done(n, &line);
}

void newsml_identity(struct newsml *n, const node *name, struct span uri)
{
	struct buf value = { 0 };
	if (newsml_uri(&value, uri)) {
		markup_attr(&n->m, "uri", buf_text(&value));
	} else {
		words_flat(&value, n->j, name);
		newsml_literal(n, buf_text(&value));
	}
	newsml_done(n, &value);
}

void newsml_party_open(struct newsml *n, const char *element, const char *type,
                       const char *role, const node *name, struct span uri)
{
	markup_line(&n->m);
	markup_open(&n->m, element);
	markup_attr(&n->m, "type", type);
	markup_attr(&n->m, "role", role);
	newsml_identity(n, name, uri);
	newsml_flat(n, "name", name, NULL, NULL);
}

const char *newsml_dir(const struct newsml *n)
{
	const char *dir = node_dir(n->j->rel->root);
	if (dir && dir[0])
		return dir;
	return lang_rtl(n->j->tag) ? "rtl" : "ltr";
}

void newsml_notice(struct buf *out, const struct job *j)
{
	struct buf text = { 0 };
	words_notice(&text, j);
	buf_puts(out, words_state(j, false));
	if (text.len) {
		buf_puts(out, lang_label(j->lang, LABEL_COLON));
		buf_puts(out, buf_text(&text));
	}
	if (text.status)
		out->status = text.status;
	buf_free(&text);
}

/* -- the frame ------------------------------------------------------------ */

static void catalogs(struct newsml *n)
{
	struct markup *m = &n->m;
	newsml_code(n, "catalogRef", "href", CATALOG);
	markup_line(m);
	markup_open(m, "catalog");
	markup_line(m);
	markup_open(m, "scheme");
	markup_attr(m, "alias", "prfmt");
	markup_attr(m, "uri", OWN_SCHEME);
	markup_close(m);
	newsml_close(n);
}

/* The holder has the issuer's URI if it has the issuer's name. */
static struct span holder_uri(struct newsml *n, const node *holder)
{
	struct span none = { "", 0 };
	struct buf wanted = { 0 };
	words_flat(&wanted, n->j, holder);
	for (const node *i = node_child(n->head, PRFMT_EL_ISSUER); i;
	     i = node_sibling(i, PRFMT_EL_ISSUER)) {
		struct buf name = { 0 };
		words_flat(&name, n->j, node_child(i, PRFMT_EL_NAME));
		bool same =
			name.len && !strcmp(buf_text(&name), buf_text(&wanted));
		newsml_done(n, &name);
		if (same) {
			none = node_get_span(i, PRFMT_AT_URI);
			break;
		}
	}
	newsml_done(n, &wanted);
	return none;
}

/* A block of rights; the terms' address stands on the first one. */
static void rights_block(struct newsml *n, const char *name, const char *text,
                         const node *from, struct buf *href)
{
	if (!text[0])
		return;
	markup_line(&n->m);
	markup_open(&n->m, name);
	if (href->len)
		markup_attr(&n->m, "href", buf_text(href));
	newsml_clear(n, href);
	newsml_own_lang(n, from);
	markup_puts(&n->m, text);
	markup_close(&n->m);
}

static void rights_texts(struct newsml *n, const node *rights,
                         const node *holder)
{
	const node *notice = node_child(rights, PRFMT_EL_NOTICE);
	const node *usage = node_child(rights, PRFMT_EL_USAGE);
	struct buf href = { 0 };
	struct buf text = { 0 };
	(void)newsml_uri(&href, node_get_span(rights, PRFMT_AT_HREF));
	if (notice) {
		words_flat(&text, n->j, notice);
	} else if (rights && holder) {
		buf_puts(&text, "© ");
		words_flat(&text, n->j, holder);
	}
	rights_block(n, "copyrightNotice", buf_text(&text), notice, &href);
	newsml_clear(n, &text);
	words_flat(&text, n->j, usage);
	rights_block(n, "usageTerms", buf_text(&text), usage, &href);
	newsml_done(n, &text);
	newsml_done(n, &href);
}

static void rights_info(struct newsml *n)
{
	const node *issuer = node_child(n->head, PRFMT_EL_ISSUER);
	const node *name = node_child(issuer, PRFMT_EL_NAME);
	const node *rights = node_child(n->head, PRFMT_EL_RIGHTS);
	const node *holder = node_child(rights, PRFMT_EL_HOLDER);
	struct span uri = node_get_span(issuer, PRFMT_AT_URI);
	markup_line(&n->m);
	markup_open(&n->m, "rightsInfo");
	newsml_party_open(n, "accountable", NULL, NULL, name, uri);
	newsml_close(n);
	if (holder)
		uri = holder_uri(n, holder);
	else
		holder = name;
	newsml_party_open(n, "copyrightHolder", NULL, NULL, holder, uri);
	newsml_close(n);
	rights_texts(n, rights, holder);
	newsml_close(n);
}

/* -- content -------------------------------------------------------------- */

/* What link rel="alternate" may offer as a rendition of the same text. */
static const struct {
	const char *media_type;
	const char *rendition;
	bool pdf;
} renditions[] = {
	{ "application/pdf", "rnd:print", true },
	{ "text/html", "rnd:web", false },
};

static void remote(struct newsml *n, const node *link, size_t i)
{
	struct buf href = { 0 };
	if (newsml_uri(&href, node_get_span(link, PRFMT_AT_HREF)) &&
	    uri_is_web(buf_view(&href))) {
		markup_line(&n->m);
		markup_open(&n->m, "remoteContent");
		markup_attr(&n->m, "rendition", renditions[i].rendition);
		markup_attr(&n->m, "contenttype", renditions[i].media_type);
		markup_attr(&n->m, "href", buf_text(&href));
		markup_close(&n->m);
	}
	newsml_done(n, &href);
}

static void remotes(struct newsml *n)
{
	/* what was withdrawn is not pointed to either */
	if (!words_body_shown(n->j))
		return;
	for (const node *link = node_child(n->head, PRFMT_EL_LINK); link;
	     link = node_sibling(link, PRFMT_EL_LINK)) {
		struct span rel = node_get_span(link, PRFMT_AT_REL);
		struct span type = node_get_span(link, PRFMT_AT_TYPE);
		for (size_t i = 0; i < COUNT(renditions); i++)
			if (text_is(rel, "alternate") &&
			    text_is(type, renditions[i].media_type) &&
			    !(n->j->for_pdf && renditions[i].pdf))
				remote(n, link, i);
	}
}

/* Clients that read one rendition take the last: superdesk keeps the marks,
   lists and tables of NITF only. */
static void content_set(struct newsml *n)
{
	markup_line(&n->m);
	markup_open(&n->m, "contentSet");
	newsml_xhtml(n);
	newsml_nitf(n);
	remotes(n);
	newsml_close(n);
}

static void open_item(struct newsml *n)
{
	struct markup *m = &n->m;
	struct buf *guid = newsml_text(n);
	if (release_guid(n->j->rel, guid))
		diags_say(n->j->diags, CODE_GUID_DERIVED, n->j->rel->root->at,
		          PRFMT_BIT(PRFMT_FORMAT_NEWSML),
		          "the guid is derived: %s", buf_text(guid));
	markup_open(m, "newsItem");
	markup_attr(m, "xmlns", NAR_NS);
	markup_attr(m, "guid", buf_text(guid));
	struct buf *version = newsml_text(n);
	buf_uint(version, release_version(n->j->rel));
	markup_attr(m, "version", buf_text(version));
	markup_attr(m, "standard", "NewsML-G2");
	markup_attr(m, "standardversion", "2.35");
	markup_attr(m, "conformance", "power");
	markup_attr(m, "xml:lang", n->j->tag);
	markup_attr(m, "dir", newsml_dir(n));
}

status render_newsml(struct job *j, struct sink *out)
{
	struct newsml n = {
		.j = j,
		.head = release_head(j->rel),
		.back = release_back(j->rel),
	};
	status st = job_poll(j, PRFMT_STAGE_DRAW, 0, 0);
	if (st)
		return st;
	markup_start(&n.m, out, MARKUP_XML);
	markup_raw(&n.m, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	open_item(&n);
	catalogs(&n);
	rights_info(&n);
	newsml_item_meta(&n);
	newsml_content_meta(&n);
	content_set(&n);
	markup_raw(&n.m, "\n");
	markup_close(&n.m);
	markup_raw(&n.m, "\n");
	newsml_done(&n, &n.text);
	markup_end(&n.m);
	return out->status;
}
