/* html_head.c - a release in, the page's metadata out. While an embargo runs,
   on hold or withdrawn, nothing of the story is told but the title. */
#include "render/html/html.h"

#include "base/alloc.h"
#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"
#include "theme/sheet.h"

#include <sha2.h>
#include <string.h>

static const node *head_child(const struct page *p, prfmt_element e)
{
	return node_child(release_head(p->job->rel), e);
}

/* -- meta ----------------------------------------------------------------- */

/* by: "name" or "property". Nothing for an empty content. */
static void meta(struct page *p, const char *by, const char *name,
                 const char *content)
{
	if (!content || !*content)
		return;
	markup_line(&p->m);
	markup_void(&p->m, "meta");
	markup_attr(&p->m, by, name);
	markup_attr(&p->m, "content", content);
	markup_close_void(&p->m);
}

static void meta_when(struct page *p, const char *name, prfmt_element e)
{
	const node *n = head_child(p, e);
	struct buf stamp = { 0 };
	struct instant t;
	if (n && !date_instant(node_get_span(n, PRFMT_AT_AT), &t))
		date_rfc3339(&stamp, t);
	meta(p, "property", name, buf_text(&stamp));
	html_drop(p, &stamp);
}

/* The summary, else the first paragraph. */
static void description(struct buf *out, const struct job *j)
{
	words_flat(out, j, node_child(release_head(j->rel), PRFMT_EL_SUMMARY));
	if (!out->len)
		words_flat(out, j,
		           node_child(release_body(j->rel), PRFMT_EL_P));
}

/* -- links ---------------------------------------------------------------- */

/* Only addresses that mean the same wherever the page lies. */
static bool web_address(struct page *p, struct buf *out, const node *n,
                        prfmt_attr a)
{
	struct buf uri = { 0 };
	html_uri(&uri, node_get_span(n, a));
	struct span s = text_span(buf_text(&uri));
	bool fit = uri_is_web(s);
	if (fit)
		buf_span(out, s);
	html_drop(p, &uri);
	return fit;
}

static const node *link_of(const struct page *p, const char *rel)
{
	const node *n = head_child(p, PRFMT_EL_LINK);
	while (n && !text_is(node_get_span(n, PRFMT_AT_REL), rel))
		n = node_sibling(n, PRFMT_EL_LINK);
	return n;
}

static void link_tag(struct page *p, const char *rel, const char *href,
                     const char *type, const char *hreflang)
{
	markup_line(&p->m);
	markup_void(&p->m, "link");
	markup_attr(&p->m, "rel", rel);
	markup_attr(&p->m, "type", type);
	markup_attr(&p->m, "hreflang", hreflang);
	markup_attr(&p->m, "href", href);
	markup_close_void(&p->m);
}

static bool is_translation(const node *link)
{
	struct span rel = node_get_span(link, PRFMT_AT_REL);
	return (text_is(rel, "translation") ||
	        text_is(rel, "translation-of")) &&
	       node_get(link, PRFMT_AT_HREFLANG);
}

static void links(struct page *p)
{
	struct buf own = { 0 };
	bool mesh = false;
	bool canonical =
		web_address(p, &own, link_of(p, "canonical"), PRFMT_AT_HREF);
	if (canonical)
		link_tag(p, "canonical", buf_text(&own), NULL, NULL);
	for (const node *n = head_child(p, PRFMT_EL_LINK); n;
	     n = node_sibling(n, PRFMT_EL_LINK)) {
		struct buf href = { 0 };
		bool other = is_translation(n);
		bool form =
			text_is(node_get_span(n, PRFMT_AT_REL), "alternate");
		if ((other || form) &&
		    web_address(p, &href, n, PRFMT_AT_HREF)) {
			/* the languages point at one another and at itself */
			if (other && !mesh && canonical)
				link_tag(p, "alternate", buf_text(&own), NULL,
				         p->job->tag);
			mesh |= other;
			link_tag(p, "alternate", buf_text(&href),
			         node_get(n, PRFMT_AT_TYPE),
			         node_get(n, PRFMT_AT_HREFLANG));
		}
		html_drop(p, &href);
	}
	html_drop(p, &own);
}

/* -- what is shared ------------------------------------------------------- */

/* The first picture with an address of its own; NULL: none. */
static const node *shared_picture(struct page *p, struct buf *src)
{
	const node *body = release_body(p->job->rel);
	for (const node *f = node_child(body, PRFMT_EL_FIGURE); f;
	     f = node_sibling(f, PRFMT_EL_FIGURE)) {
		const node *img = node_child(f, PRFMT_EL_IMG);
		if (img && web_address(p, src, img, PRFMT_AT_SRC))
			return img;
	}
	return NULL;
}

/* "en-GB" is en_GB to those who read OpenGraph. */
static void locale(struct buf *out, const char *tag)
{
	size_t parts = 0;
	for (; *tag && parts < 2; tag++) {
		parts += *tag == '-';
		if (parts < 2)
			buf_byte(out, *tag == '-' ? '_' : *tag);
	}
}

static void open_graph(struct page *p)
{
	struct job *j = p->job;
	struct buf text = { 0 };
	struct buf src = { 0 };
	words_headline(&text, j);
	meta(p, "property", "og:type", "article");
	meta(p, "property", "og:title", buf_text(&text));
	html_drop(p, &text);
	description(&text, j);
	meta(p, "property", "og:description", buf_text(&text));
	html_drop(p, &text);
	if (web_address(p, &text, link_of(p, "canonical"), PRFMT_AT_HREF))
		meta(p, "property", "og:url", buf_text(&text));
	html_drop(p, &text);
	words_issuers(&text, j, false);
	meta(p, "property", "og:site_name", buf_text(&text));
	html_drop(p, &text);
	locale(&text, j->tag);
	meta(p, "property", "og:locale", buf_text(&text));
	const node *img = shared_picture(p, &src);
	meta(p, "property", "og:image", buf_text(&src));
	if (img)
		meta(p, "property", "og:image:alt",
		     node_get(img, PRFMT_AT_ALT));
	meta_when(p, "article:published_time", PRFMT_EL_ISSUED);
	meta_when(p, "article:modified_time", PRFMT_EL_UPDATED);
	meta_when(p, "article:expiration_time", PRFMT_EL_EXPIRES);
	for (const node *n = head_child(p, PRFMT_EL_KEYWORD); n;
	     n = node_sibling(n, PRFMT_EL_KEYWORD)) {
		html_drop(p, &text);
		words_flat(&text, j, n);
		meta(p, "property", "article:tag", buf_text(&text));
	}
	meta(p, "name", "twitter:card",
	     img ? "summary_large_image" : "summary");
	html_drop(p, &text);
	html_drop(p, &src);
}

static void story(struct page *p)
{
	struct buf text = { 0 };
	description(&text, p->job);
	meta(p, "name", "description", buf_text(&text));
	html_drop(p, &text);
	for (const node *n = head_child(p, PRFMT_EL_KEYWORD); n;
	     n = node_sibling(n, PRFMT_EL_KEYWORD)) {
		if (text.len)
			buf_puts(&text, ", ");
		words_flat(&text, p->job, n);
	}
	meta(p, "name", "keywords", buf_text(&text));
	html_drop(p, &text);
	words_flat(&text, p->job, head_child(p, PRFMT_EL_SLUG));
	meta(p, "name", "pr-slug", buf_text(&text));
	open_graph(p);
	html_drop(p, &text);
}

/* -- the style sheet ------------------------------------------------------ */

static void base64(char *out, const uint8_t *at, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < len; i += 3) {
		size_t have = len - i < 3 ? len - i : 3;
		uint32_t bits = (uint32_t)at[i] << 16;
		bits |= have > 1 ? (uint32_t)at[i + 1] << 8 : 0;
		bits |= have > 2 ? at[i + 2] : 0;
		for (size_t k = 0; k < 4; k++)
			*out++ = k <= have ? digits[bits >> (18 - 6 * k) & 63]
			                   : '=';
	}
	*out = '\0';
}

/* Its hash is what style-src of a Content-Security-Policy asks for. */
static void style(struct page *p)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX hash;
	struct buf sheet = { 0 };
	sheet_write(&sheet, p->job->theme);
	SHA256Init(&hash);
	struct span css = buf_view(&sheet);
	SHA256Update(&hash, (const uint8_t *)css.at, css.len);
	html_open(p, "style", NULL);
	markup_raw(&p->m, buf_text(&sheet));
	markup_close(&p->m);
	html_drop(p, &sheet);
	SHA256Final(digest, &hash);
	base64(p->job->report->css_sha256, digest, sizeof digest);
}

/* -- all ------------------------------------------------------------------ */

void html_head(struct page *p)
{
	struct job *j = p->job;
	struct buf text = { 0 };
	html_open(p, "head", NULL);
	markup_line(&p->m);
	markup_void(&p->m, "meta");
	markup_attr(&p->m, "charset", "utf-8");
	markup_close_void(&p->m);
	words_headline(&text, j);
	html_open(p, "title", NULL);
	markup_puts(&p->m, buf_text(&text));
	markup_close(&p->m);
	meta(p, "name", "viewport", "width=device-width, initial-scale=1");
	meta(p, "name", "color-scheme", "light dark");
	if (!html_is_public(j))
		meta(p, "name", "robots", "noindex");
	html_drop(p, &text);
	release_guid(j->rel, &text);
	meta(p, "name", "dcterms.identifier", buf_text(&text));
	html_drop(p, &text);
	words_flat(&text, j, head_child(p, PRFMT_EL_URGENCY));
	meta(p, "name", "pr-urgency", buf_text(&text));
	links(p);
	if (html_is_public(j))
		story(p);
	style(p);
	if (html_is_public(j))
		html_jsonld(p);
	html_close(p);
	html_drop(p, &text);
}
