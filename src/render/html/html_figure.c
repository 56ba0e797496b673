/* html_figure.c - pictures, film and sound in; figures with sizes, renditions
   and captions out. */
#include "render/html/html.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

/* -- pictures and media --------------------------------------------------- */

/* What the resolver gave; NULL: nothing, and it has been said. */
static const struct asset *bytes_of(struct page *p, const node *n)
{
	const struct asset *a = NULL;
	struct span src = node_get_span(n, PRFMT_AT_SRC);
	if (uri_scheme(text_trim(src)).len)
		return NULL; /* stays where it is, nothing is fetched */
	status st = assets_get(p->job->assets, src.at ? src.at : "", n->element,
	                       &a);
	if (!st && a->status == PRFMT_ECANCEL)
		st = PRFMT_ECANCEL;
	if (st) {
		html_fail(p, st);
		return NULL;
	}
	if (!a->status)
		return a;
	diags_say_as(p->job->diags, CODE_ASSET_MISSING, PRFMT_WARNING,
	             node_attr_place(n, PRFMT_AT_SRC),
	             PRFMT_BIT(PRFMT_FORMAT_HTML),
	             "put the file beside the page",
	             a->status == PRFMT_ELIMIT
	                     ? "\"%s\" is over a limit (assets, asset_bytes); "
	                       "the page refers to it by name"
	                     : "\"%s\" was not found; the page refers to it "
	                       "by name",
	             src.at ? src.at : "");
	return NULL;
}

static void picture_size(struct page *p, const node *img, uint32_t *width,
                         uint32_t *height)
{
	struct image i;
	const struct asset *a = bytes_of(p, img);
	if (a && image_probe(a->data, a->len, &i))
		image_size(&i, width, height);
}

enum {
	RENDITIONS = 16, /* of one picture that are offered */
	SMALL = 300      /* pixels */
};

static bool for_screen(const node *rendition)
{
	struct span purpose = node_get_span(rendition, PRFMT_AT_PURPOSE);
	struct span type = node_get_span(rendition, PRFMT_AT_TYPE);
	return !text_is(purpose, "print") && !text_is(purpose, "thumbnail") &&
	       (!type.len || text_starts(type, "image/"));
}

/* In srcset a comma ends an address. */
static void srcset_one(struct page *p, struct buf *set, struct span src,
                       uint64_t width)
{
	struct buf uri = { 0 };
	if (html_src(&uri, src)) {
		if (set->len)
			buf_puts(set, ", ");
		for (size_t i = 0; i < uri.len; i++) {
			if (uri.at[i] == ',')
				buf_puts(set, "%2C");
			else
				buf_byte(set, uri.at[i]);
		}
		buf_byte(set, ' ');
		buf_uint(set, width);
		buf_byte(set, 'w');
	}
	html_drop(p, &uri);
}

static void srcset(struct page *p, const node *img, uint64_t own)
{
	struct buf set = { 0 };
	uint64_t widths[RENDITIONS + 1] = { own };
	size_t count = 1;
	for (const node *r = node_child(img, PRFMT_EL_RENDITION);
	     r && count <= RENDITIONS;
	     r = node_sibling(r, PRFMT_EL_RENDITION)) {
		uint64_t width = 0;
		bool known =
			text_uint(node_get_span(r, PRFMT_AT_WIDTH), &width);
		for (size_t i = 0; i < count; i++)
			known &= width != widths[i];
		if (!known || !width || !for_screen(r))
			continue;
		widths[count++] = width;
		srcset_one(p, &set, node_get_span(r, PRFMT_AT_SRC), width);
	}
	if (set.len) {
		if (own)
			srcset_one(p, &set, node_get_span(img, PRFMT_AT_SRC),
			           own);
		markup_attr(&p->m, "srcset", buf_text(&set));
		markup_attr(&p->m, "sizes", "(min-width: 38rem) 34rem, 100vw");
	}
	html_drop(p, &set);
}

static void not_linked(struct page *p, const node *n)
{
	diags_say(p->job->diags, CODE_NOT_RENDERED,
	          node_attr_place(n, PRFMT_AT_SRC),
	          PRFMT_BIT(PRFMT_FORMAT_HTML),
	          "a page refers to files by relative, http or https "
	          "addresses; this one was left out");
}

void html_picture(struct page *p, const node *img, const char *class)
{
	struct buf src = { 0 };
	uint32_t width = 0;
	uint32_t height = 0;
	const char *alt = node_get(img, PRFMT_AT_ALT);
	if (!html_src(&src, node_get_span(img, PRFMT_AT_SRC))) {
		not_linked(p, img);
		html_line(p, "p", "pr-missing", alt ? alt : "");
		html_drop(p, &src);
		return;
	}
	picture_size(p, img, &width, &height);
	if (!class && width < SMALL)
		class = "pr-natural"; /* not blown up to the measure */
	markup_line(&p->m);
	markup_void(&p->m, "img");
	markup_attr(&p->m, "class", class);
	markup_attr(&p->m, "src", buf_text(&src));
	if (img->element == PRFMT_EL_IMG)
		srcset(p, img, width);
	if (width && height) {
		markup_attr_uint(&p->m, "width", width);
		markup_attr_uint(&p->m, "height", height);
	}
	markup_attr(&p->m, "alt", alt ? alt : "");
	html_common(p, img);
	markup_close_void(&p->m);
	html_drop(p, &src);
}

/* The sources: the renditions first, the thing itself last. */
static void media_sources(struct page *p, const node *n)
{
	struct span kind =
		text_span(n->element == PRFMT_EL_VIDEO ? "video/" : "audio/");
	const node *r = node_child(n, PRFMT_EL_RENDITION);
	for (;; r = node_sibling(r, PRFMT_EL_RENDITION)) {
		const node *from = r ? r : n;
		struct buf src = { 0 };
		const char *type = node_get(from, PRFMT_AT_TYPE);
		bool fits = !type || text_starts(text_span(type), kind.at);
		fits &= !r || type; /* a rendition may be a still */
		if (fits && html_src(&src, node_get_span(from, PRFMT_AT_SRC))) {
			markup_line(&p->m);
			markup_void(&p->m, "source");
			markup_attr(&p->m, "src", buf_text(&src));
			markup_attr(&p->m, "type", type);
			markup_close_void(&p->m);
		}
		html_drop(p, &src);
		if (!r)
			return;
	}
}

static void media_poster(struct page *p, const node *n)
{
	for (const node *r = node_child(n, PRFMT_EL_RENDITION); r;
	     r = node_sibling(r, PRFMT_EL_RENDITION)) {
		struct buf src = { 0 };
		bool still = text_starts(node_get_span(r, PRFMT_AT_TYPE),
		                         "image/") &&
		             html_src(&src, node_get_span(r, PRFMT_AT_SRC));
		if (still)
			markup_attr(&p->m, "poster", buf_text(&src));
		html_drop(p, &src);
		if (still)
			return;
	}
}

static void media(struct page *p, const node *n)
{
	bool video = n->element == PRFMT_EL_VIDEO;
	const char *title = node_get(n, PRFMT_AT_TITLE);
	const char *kind =
		lang_label(p->job->lang, video ? LABEL_VIDEO : LABEL_AUDIO);
	struct buf src = { 0 };
	if (!html_src(&src, node_get_span(n, PRFMT_AT_SRC)))
		not_linked(p, n);
	html_open(p, video ? "video" : "audio", "pr-media");
	markup_attr(&p->m, "controls", "");
	markup_attr(&p->m, "preload", "metadata");
	markup_attr(&p->m, "title", title);
	markup_attr(&p->m, "aria-label", title ? title : kind);
	html_common(p, n);
	if (video)
		media_poster(p, n);
	media_sources(p, n);
	html_close(p);
	if (src.len) {
		html_open(p, "p", "pr-media-line");
		html_span(p, "em", NULL, kind);
		markup_puts(&p->m,
		            lang_label(p->job->lang, LABEL_COLON));
		markup_open(&p->m, "a");
		markup_attr(&p->m, "href", buf_text(&src));
		markup_puts(&p->m, title ? title : buf_text(&src));
		markup_close(&p->m);
		markup_close(&p->m);
	}
	html_drop(p, &src);
}

bool html_figure_enter(struct page *p, const node *n)
{
	const node *caption = node_child(n, PRFMT_EL_CAPTION);
	struct buf credit = { 0 };
	words_credit(&credit, p->job, n);
	html_open(p, "figure", "pr-figure");
	html_common(p, n);
	for (const node *c = n->first; c; c = c->next) {
		if (c->element == PRFMT_EL_IMG)
			html_picture(p, c, NULL);
		else if (c->element == PRFMT_EL_VIDEO ||
		         c->element == PRFMT_EL_AUDIO)
			media(p, c);
	}
	if (caption || credit.len) {
		html_open(p, "figcaption", NULL);
		if (caption) {
			markup_open(&p->m, "span");
			markup_attr(&p->m, "class", "pr-caption");
			html_common(p, caption);
			html_inline(p, caption);
			markup_close(&p->m);
		}
		if (caption && credit.len)
			markup_puts(&p->m, " ");
		if (credit.len)
			html_span(p, "span", "pr-credit", buf_text(&credit));
		markup_close(&p->m);
	}
	html_close(p);
	html_drop(p, &credit);
	return false;
}
