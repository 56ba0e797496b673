/* html_inline.c - the text of one block in, with its links, quotation marks,
   times and footnote marks; inline tags out. One walk, no recursion. */
#include "render/html/html.h"

#include "base/alloc.h"
#include "base/text.h"
#include "base/uri.h"
#include "model/walk.h"
#include "render/words.h"

#include <string.h>

/* -- inline: links -------------------------------------------------------- */

static bool is_inline(const node *n)
{
	return n && n->element > 0 &&
	       (element_info(n->element)->classes & CLASS_INLINE);
}

static bool may_link(struct page *p, const node *a)
{
	struct buf unused = { 0 };
	bool may = html_href(&unused, node_get_span(a, PRFMT_AT_HREF));
	html_drop(p, &unused);
	return may;
}

/* A footnote's text stands elsewhere, so no link around its mark counts. */
static bool inside_link(struct page *p, const node *n)
{
	if (n->element == PRFMT_EL_FOOTNOTE)
		n = n->parent;
	else
		n = is_inline(n) ? n->parent : NULL;
	for (; is_inline(n) && n->element != PRFMT_EL_FOOTNOTE; n = n->parent)
		if (n->element == PRFMT_EL_A && may_link(p, n))
			return true;
	return false;
}

static bool a_enter(struct page *p, const node *n)
{
	struct buf href = { 0 };
	bool link = !inside_link(p, n) &&
	            html_href(&href, node_get_span(n, PRFMT_AT_HREF));
	markup_open(&p->m, link ? "a" : "span");
	if (link)
		markup_attr(&p->m, "href", buf_text(&href));
	html_common(p, n);
	html_drop(p, &href);
	return true;
}

void html_link(struct page *p, struct span address, const char *text)
{
	struct buf href = { 0 };
	bool link = html_href(&href, address);
	if (link) {
		markup_open(&p->m, "a");
		markup_attr(&p->m, "href", buf_text(&href));
	}
	markup_puts(&p->m, text);
	if (link)
		markup_close(&p->m);
	html_drop(p, &href);
}

static void hidden(struct page *p, struct span text)
{
	markup_open(&p->m, "span");
	markup_attr(&p->m, "class", "pr-hidden");
	markup_text(&p->m, text);
	markup_close(&p->m);
}

void html_web_link(struct page *p, const char *address)
{
	struct buf href = { 0 };
	struct span text = text_trim(text_span(address));
	bool link = html_href(&href, text) && uri_is_web(text);
	if (!link) {
		markup_text(&p->m, text);
		html_drop(p, &href);
		return;
	}
	size_t scheme = uri_scheme(text).len + strlen("://");
	struct span rest = { text.at + scheme, text.len - scheme };
	const char *slash = memchr(rest.at, '/', rest.len);
	bool bare = slash && slash == rest.at + rest.len - 1;
	markup_open(&p->m, "a");
	markup_attr(&p->m, "href", buf_text(&href));
	hidden(p, (struct span){ text.at, scheme });
	markup_text(&p->m, (struct span){ rest.at, rest.len - bare });
	if (bare)
		hidden(p, (struct span){ slash, 1 });
	markup_close(&p->m);
	html_drop(p, &href);
}

void html_tel(struct page *p, const node *tel)
{
	struct buf text = { 0 };
	struct buf href = { 0 };
	const char *type = node_get(tel, PRFMT_AT_TYPE);
	const char *label = words_tel_type(p->job, tel);
	words_flat(&text, p->job, tel);
	if (!text.len)
		buf_puts(&text, node_get(tel, PRFMT_AT_NUMBER)
		                        ? node_get(tel, PRFMT_AT_NUMBER)
		                        : "");
	if (!type || strcmp(type, "fax") != 0) /* nobody talks to a fax */
		words_tel_href(&href, tel);
	if (label) {
		html_span(p, "span", "pr-tel-type", label);
		markup_puts(&p->m, " ");
	}
	html_link(p, text_span(buf_text(&href)), buf_text(&text));
	html_drop(p, &text);
	html_drop(p, &href);
}

void html_email(struct page *p, const node *email)
{
	struct buf text = { 0 };
	struct buf href = { 0 };
	words_flat(&text, p->job, email);
	buf_puts(&href, "mailto:");
	buf_puts(&href, buf_text(&text));
	html_link(p, text_span(buf_text(&href)), buf_text(&text));
	html_drop(p, &text);
	html_drop(p, &href);
}

/* -- inline: the rest ----------------------------------------------------- */

static bool q_enter(struct page *p, const node *n)
{
	markup_open(&p->m, "q");
	markup_attr(&p->m, "class", "pr-q");
	html_common(p, n);
	markup_puts(&p->m, words_quote_open(n));
	return true;
}

static void q_leave(struct page *p, const node *n)
{
	markup_puts(&p->m, words_quote_close(n));
	markup_close(&p->m);
}

static bool br_enter(struct page *p, const node *n)
{
	(void)n;
	markup_void(&p->m, "br");
	markup_close_void(&p->m);
	return false;
}

/* HTML, 4.5.14: the forms of datetime that releases use. */
static bool time_value(struct page *p, struct buf *out, struct span text)
{
	struct instant t;
	struct civil day;
	struct buf padded = { 0 };
	bool good = true;
	buf_span(&padded, text);
	if (text.len == strlen("2026-11"))
		buf_puts(&padded, "-01");
	struct span whole = text_span(buf_text(&padded));
	if (!date_instant(text, &t))
		date_rfc3339(out, t);
	else if (!date_day(whole, &day) && day.year > 0)
		buf_span(out, text);
	else
		good = false;
	html_drop(p, &padded);
	return good;
}

static bool time_enter(struct page *p, const node *n)
{
	struct buf value = { 0 };
	bool good = time_value(p, &value, node_get_span(n, PRFMT_AT_DATETIME));
	markup_open(&p->m, good ? "time" : "span");
	if (good)
		markup_attr(&p->m, "datetime", buf_text(&value));
	html_common(p, n);
	html_drop(p, &value);
	return true;
}

static bool abbr_enter(struct page *p, const node *n)
{
	markup_open(&p->m, "abbr");
	html_common(p, n);
	markup_attr(&p->m, "title", node_get(n, PRFMT_AT_TITLE));
	return true;
}

static bool footnote_enter(struct page *p, const node *n)
{
	void *notes = (void *)p->notes;
	if (!mem_room(&notes, p->note_count, &p->note_cap, sizeof *p->notes)) {
		html_fail(p, PRFMT_ENOMEM);
		return false;
	}
	p->notes = notes;
	p->notes[p->note_count++] = n;
	struct buf id = { 0 };
	struct buf to = { 0 };
	struct buf number = { 0 };
	struct buf label = { 0 };
	bool link = !inside_link(p, n);
	html_id(p, &id, false, "ref", p->note_count);
	buf_uint(&number, p->note_count);
	lang_fill(&label, p->job->lang, LABEL_FOOTNOTE, buf_text(&number),
	          NULL);
	if (node_get(n, PRFMT_AT_ID)) {
		buf_byte(&to, '#');
		html_uri(&to, node_get_span(n, PRFMT_AT_ID));
	} else {
		html_id(p, &to, true, "note", p->note_count);
	}
	markup_open(&p->m, "sup");
	markup_attr(&p->m, "class", "pr-mark");
	markup_attr(&p->m, "id", buf_text(&id));
	if (link) {
		markup_open(&p->m, "a");
		markup_attr(&p->m, "href", buf_text(&to));
		markup_attr(&p->m, "role", "doc-noteref");
		markup_attr(&p->m, "aria-label", buf_text(&label));
	}
	markup_puts(&p->m, buf_text(&number));
	if (link)
		markup_close(&p->m);
	markup_close(&p->m);
	html_drop(p, &id);
	html_drop(p, &to);
	html_drop(p, &number);
	html_drop(p, &label);
	return false;
}

static const struct html_rule inline_rules[ELEMENT_COUNT] = {
	[PRFMT_EL_EM] = { "em", NULL, NULL },
	[PRFMT_EL_STRONG] = { "strong", NULL, NULL },
	[PRFMT_EL_SUB] = { "sub", NULL, NULL },
	[PRFMT_EL_SUP] = { "sup", NULL, NULL },
	[PRFMT_EL_SPAN] = { "span", NULL, NULL },
	[PRFMT_EL_CODE] = { "code", NULL, NULL },
	[PRFMT_EL_Q] = { "q", q_enter, q_leave },
	[PRFMT_EL_BR] = { "br", br_enter, NULL },
	[PRFMT_EL_A] = { "a", a_enter, NULL },
	[PRFMT_EL_ABBR] = { "abbr", abbr_enter, NULL },
	[PRFMT_EL_TIME] = { "time", time_enter, NULL },
	[PRFMT_EL_FOOTNOTE] = { "sup", footnote_enter, NULL },
};

static bool inline_enter(struct page *p, const node *n)
{
	const struct html_rule *r =
		n->element > 0 ? &inline_rules[n->element] : NULL;
	if (!r || !r->tag)
		return false;
	if (r->enter)
		return r->enter(p, n);
	markup_open(&p->m, r->tag);
	html_common(p, n);
	return true;
}

void html_inline(struct page *p, const node *rich)
{
	struct walk w = walk_start(rich);
	enum walk_event e = WALK_DONE;
	bool passed = false; /* its end has nothing to close */
	while ((e = walk_next(&w)) != WALK_DONE) {
		const node *n = w.node;
		if (n == rich)
			continue;
		if (n->element == PRFMT_EL_TEXT) {
			markup_text(&p->m, (struct span){ n->text, n->len });
		} else if (e == WALK_ENTER) {
			passed = !inline_enter(p, n);
			/* a comment or PI is a leaf: no end to come */
			passed &= n->element != PRFMT_EL_COMMENT &&
			          n->element != PRFMT_EL_PI;
			if (passed)
				walk_skip(&w);
		} else if (passed) {
			passed = false;
		} else if (inline_rules[n->element].leave) {
			inline_rules[n->element].leave(p, n);
		} else {
			markup_close(&p->m);
		}
	}
}
