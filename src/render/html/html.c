/* html.c - a release in, one whole HTML page out: frame and article head. */
#include "render/html/html.h"

#include "base/alloc.h"
#include "base/text.h"
#include "base/uri.h"
#include "model/walk.h"
#include "render/words.h"

#include <string.h>

/* -- helpers of all parts ------------------------------------------------- */

void html_fail(struct page *p, status st)
{
	if (!p->status)
		p->status = st;
}

void html_drop(struct page *p, struct buf *b)
{
	html_fail(p, b->status);
	buf_free(b);
}

bool html_is_public(const struct job *j)
{
	return j->state == STATE_IMMEDIATE || j->state == STATE_EMBARGO_ENDED;
}

void html_open(struct page *p, const char *tag, const char *class)
{
	markup_line(&p->m);
	markup_open(&p->m, tag);
	markup_attr(&p->m, "class", class);
}

void html_close(struct page *p)
{
	if (p->m.out->status)
		return;
	p->m.depth--; /* the end tag stands below its start tag */
	markup_line(&p->m);
	p->m.depth++;
	markup_close(&p->m);
}

void html_span(struct page *p, const char *tag, const char *class,
               const char *text)
{
	markup_open(&p->m, tag);
	markup_attr(&p->m, "class", class);
	markup_puts(&p->m, text);
	markup_close(&p->m);
}

void html_line(struct page *p, const char *tag, const char *class,
               const char *text)
{
	if (!*text)
		return;
	markup_line(&p->m);
	html_span(p, tag, class, text);
}

/* Does the text around a node run from right to left? */
static bool runs_rtl(const node *n)
{
	for (; n; n = n->parent) {
		const char *dir = node_get(n, PRFMT_AT_DIR);
		const char *lang = node_get(n, PRFMT_AT_LANG);
		if (dir)
			return !strcmp(dir, "rtl");
		if (lang)
			return lang_rtl(lang);
	}
	return false;
}

void html_common(struct page *p, const node *n)
{
	const char *lang = node_get(n, PRFMT_AT_LANG);
	const char *dir = node_get(n, PRFMT_AT_DIR);
	if (element_attr(n->element, PRFMT_AT_ID))
		markup_attr(&p->m, "id", node_get(n, PRFMT_AT_ID));
	markup_attr(&p->m, "lang", lang);
	if (!dir && lang && n->parent && runs_rtl(n) != runs_rtl(n->parent))
		dir = runs_rtl(n) ? "rtl" : "ltr";
	markup_attr(&p->m, "dir", dir);
}

void html_id(struct page *p, struct buf *out, bool hash, const char *name,
             size_t number)
{
	if (hash)
		buf_byte(out, '#');
	buf_puts(out, buf_text(&p->prefix));
	buf_puts(out, name);
	buf_byte(out, '-');
	buf_uint(out, number);
}

void html_time(struct page *p, struct instant at, const char *text)
{
	struct buf stamp = { 0 };
	date_rfc3339(&stamp, at);
	markup_open(&p->m, "time");
	markup_attr(&p->m, "datetime", buf_text(&stamp));
	markup_puts(&p->m, text);
	markup_close(&p->m);
	html_drop(p, &stamp);
}

bool html_find(const char *whole, const char *part, size_t *at)
{
	const char *found = *part ? strstr(whole, part) : NULL;
	if (found)
		*at = (size_t)(found - whole);
	return found != NULL;
}

void html_linked(struct page *p, const char *whole, const char *part,
                 const char *address)
{
	size_t at = 0;
	if (!address || !html_find(whole, part, &at)) {
		markup_puts(&p->m, whole);
		return;
	}
	markup_text(&p->m, (struct span){ whole, at });
	html_link(p, text_span(address), part);
	markup_puts(&p->m, whole + at + strlen(part));
}

/* -- addresses ------------------------------------------------------------ */

static bool is_hex(char c)
{
	return text_is_digit(c) || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

/* URL standard, 4.1: what no valid URL string holds. */
static bool must_encode(struct span s, size_t i)
{
	char c = s.at[i];
	if (c == '%')
		return i + 2 >= s.len || !is_hex(s.at[i + 1]) ||
		       !is_hex(s.at[i + 2]);
	return c && strchr(" \"<>\\^`{|}", c);
}

void html_uri(struct buf *out, struct span address)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf clean = { 0 };
	uri_clean(&clean, address);
	struct span uri = text_span(buf_text(&clean));
	for (size_t i = 0; i < uri.len; i++) {
		unsigned char c = (unsigned char)uri.at[i];
		if (!must_encode(uri, i)) {
			buf_byte(out, uri.at[i]);
			continue;
		}
		buf_byte(out, '%');
		buf_byte(out, hex[c >> 4]);
		buf_byte(out, hex[c & 15]);
	}
	if (clean.status)
		out->status = clean.status;
	buf_free(&clean);
}

bool html_src(struct buf *out, struct span address)
{
	struct buf uri = { 0 };
	html_uri(&uri, address);
	struct span s = text_span(buf_text(&uri));
	bool fit = s.len && (!uri_scheme(s).len || uri_is_web(s));
	if (fit)
		buf_span(out, s);
	if (uri.status)
		out->status = uri.status;
	buf_free(&uri);
	return fit;
}

bool html_href(struct buf *out, struct span address)
{
	struct buf uri = { 0 };
	html_uri(&uri, address);
	struct span s = text_span(buf_text(&uri));
	bool may = uri_may_link(s);
	if (may)
		buf_span(out, s);
	if (uri.status)
		out->status = uri.status;
	buf_free(&uri);
	return may;
}

/* -- ids ------------------------------------------------------------------ */

/* "pr-", and as many x behind it as no id of the release has there. */
static void choose_prefix(struct page *p)
{
	struct walk w = walk_start(p->job->rel->root);
	enum walk_event e = WALK_DONE;
	size_t most = 0;
	while ((e = walk_next(&w)) != WALK_DONE) {
		struct span id = { "", 0 };
		if (e == WALK_ENTER && w.node->element > 0)
			id = node_get_span(w.node, PRFMT_AT_ID);
		if (!text_starts(id, "pr-"))
			continue;
		size_t run = 3;
		while (run < id.len && id.at[run] == 'x')
			run++;
		most = run - 2 > most ? run - 2 : most;
	}
	buf_puts(&p->prefix, "pr-");
	while (most--)
		buf_byte(&p->prefix, 'x');
}

/* -- letterhead ----------------------------------------------------------- */

/* The mark before a part is cut off where the part begins a line: css.c. */
static void part_open(struct page *p, const node *n, bool first)
{
	markup_open(&p->m, "span");
	markup_attr(&p->m, "class", "pr-part");
	html_common(p, n);
	if (!first)
		html_span(p, "span", "pr-sep", " · ");
}

static void issuer_address(struct page *p, const node *issuer)
{
	static const prfmt_element kinds[] = { PRFMT_EL_ADDRESS, PRFMT_EL_TEL,
		                               PRFMT_EL_EMAIL, PRFMT_EL_URL };
	bool first = true;
	bool any = false;
	for (size_t i = 0; i < COUNT(kinds); i++)
		any |= node_child(issuer, kinds[i]) != NULL;
	if (!any)
		return;
	html_open(p, "p", "pr-issuer-address");
	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (const node *n = node_child(issuer, kinds[i]); n;
		     n = node_sibling(n, kinds[i])) {
			struct buf text = { 0 };
			part_open(p, n, first);
			first = false;
			if (kinds[i] == PRFMT_EL_TEL) {
				html_tel(p, n);
			} else if (kinds[i] == PRFMT_EL_EMAIL) {
				html_email(p, n);
			} else if (kinds[i] == PRFMT_EL_URL) {
				words_flat(&text, p->job, n);
				html_web_link(p, buf_text(&text));
			} else {
				words_address(&text, p->job, n);
				markup_puts(&p->m, buf_text(&text));
			}
			markup_close(&p->m);
			html_drop(p, &text);
		}
	}
	markup_close(&p->m);
}

static void letterhead(struct page *p)
{
	const node *head = release_head(p->job->rel);
	html_open(p, "div", "pr-letterhead");
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		const node *name = node_child(n, PRFMT_EL_NAME);
		const node *logo = node_child(n, PRFMT_EL_LOGO);
		html_open(p, "div", "pr-issuer");
		html_common(p, n);
		if (name) {
			/* a span, as the line starts where the page's do */
			html_open(p, "p", "pr-issuer-name");
			markup_open(&p->m, "span");
			html_common(p, name);
			html_inline(p, name);
			markup_close(&p->m);
			markup_close(&p->m);
		}
		issuer_address(p, n);
		if (logo)
			html_picture(p, logo, "pr-logo");
		html_close(p);
	}
	html_close(p);
}

/* -- kind, release line, dates -------------------------------------------- */

static void issued_part(struct page *p, prfmt_element e, enum label label,
                        bool *more)
{
	const node *n = node_child(release_head(p->job->rel), e);
	struct buf when = { 0 };
	struct buf said = { 0 };
	struct instant t;
	size_t at = 0;
	if (!n || date_instant(node_get_span(n, PRFMT_AT_AT), &t))
		return;
	lang_when(&when, p->job->tag, t, node_get(n, PRFMT_AT_ZONE),
	          WHEN_DATE | WHEN_TIME);
	lang_fill(&said, p->job->lang, label, buf_text(&when), NULL);
	if (html_find(buf_text(&said), buf_text(&when), &at)) {
		if (*more)
			markup_puts(&p->m,
			            lang_label(p->job->lang, LABEL_COMMA));
		*more = true;
		markup_text(&p->m, (struct span){ said.at, at });
		html_time(p, t, buf_text(&when));
		markup_puts(&p->m, buf_text(&said) + at + when.len);
	}
	html_drop(p, &when);
	html_drop(p, &said);
}

static void issued(struct page *p)
{
	bool more = false;
	struct buf any = { 0 };
	words_issued(&any, p->job);
	if (any.len) {
		html_open(p, "p", "pr-issued");
		issued_part(p, PRFMT_EL_ISSUED, LABEL_ISSUED, &more);
		issued_part(p, PRFMT_EL_UPDATED, LABEL_UPDATED, &more);
		issued_part(p, PRFMT_EL_EXPIRES, LABEL_EXPIRES, &more);
		markup_close(&p->m);
	}
	html_drop(p, &any);
}

static bool has_box(const struct job *j)
{
	return j->state == STATE_EMBARGO || j->state == STATE_WITHDRAWN;
}

static void status_block(struct page *p)
{
	struct job *j = p->job;
	struct buf text = { 0 };
	html_open(p, "div", "pr-status");
	html_line(p, "p", "pr-kind", words_kind(j, false));
	if (!has_box(j))
		html_line(p, "p", "pr-release-line", words_state(j, false));
	issued(p);
	words_reference(&text, j);
	html_line(p, "p", "pr-reference", buf_text(&text));
	for (const node *n = node_child(release_head(j->rel), PRFMT_EL_ISSUER);
	     n; n = node_sibling(n, PRFMT_EL_ISSUER)) {
		html_drop(p, &text);
		words_instruments(&text, j, n);
		html_line(p, "p", "pr-instrument", buf_text(&text));
	}
	html_close(p);
	html_drop(p, &text);
}

/* -- boxes ---------------------------------------------------------------- */

enum { ZONES_MOST = 32 }; /* each is looked for from the first on */

static void embargo_box(struct page *p)
{
	struct job *j = p->job;
	struct buf when = { 0 };
	struct instant until;
	const node *n = release_state_node(j->rel);
	if (j->state != STATE_EMBARGO ||
	    date_instant(node_get_span(n, PRFMT_AT_UNTIL), &until))
		return;
	html_open(p, "div", "pr-box pr-embargo");
	html_line(p, "p", "pr-release-line", words_state(j, false));
	for (size_t i = 0; words_embargo(&when, j, i); i++) {
		if (i > ZONES_MOST) {
			diags_say(j->diags, CODE_NOT_RENDERED,
			          node_attr_place(n, PRFMT_AT_SHOW),
			          PRFMT_BIT(PRFMT_FORMAT_HTML),
			          "of the zones to show, the page has the "
			          "first %d",
			          ZONES_MOST);
			break;
		}
		html_open(p, "p", i ? "pr-zone" : "pr-until");
		html_time(p, until, buf_text(&when));
		markup_close(&p->m);
		html_drop(p, &when);
	}
	html_close(p);
	html_drop(p, &when);
}

/* What hold and withdrawn say. */
static void notice_box(struct page *p)
{
	struct job *j = p->job;
	struct instant at;
	const node *n = release_state_node(j->rel);
	bool withdrawn = j->state == STATE_WITHDRAWN;
	if (!withdrawn && (j->state != STATE_HOLD || !n->first))
		return;
	html_open(p, "div", "pr-box pr-notice");
	if (withdrawn && !date_instant(node_get_span(n, PRFMT_AT_AT), &at)) {
		html_open(p, "p", "pr-release-line");
		html_time(p, at, words_state(j, false));
		markup_close(&p->m);
	} else if (withdrawn) {
		html_line(p, "p", "pr-release-line", words_state(j, false));
	}
	if (n->first) {
		html_open(p, "p", NULL);
		html_common(p, n);
		html_inline(p, n);
		markup_close(&p->m);
	}
	html_close(p);
}

static void correction_box(struct page *p)
{
	const node *n =
		node_child(release_head(p->job->rel), PRFMT_EL_CORRECTS);
	const char *class = node_get(n, PRFMT_AT_CLASS);
	if (!class || strcmp(class, "material") != 0)
		return;
	html_open(p, "div", "pr-box pr-correction");
	html_line(p, "p", "pr-release-line",
	          lang_label(p->job->lang, LABEL_CORRECTION));
	html_changes(p);
	html_close(p);
}

/* -- headline and what stands around it ----------------------------------- */

static void author(struct page *p, const node *n)
{
	struct buf said = { 0 };
	struct buf name = { 0 };
	words_author(&said, p->job, n);
	words_flat(&name, p->job, n);
	html_open(p, "p", "pr-author");
	html_common(p, n);
	html_linked(p, buf_text(&said), buf_text(&name),
	            node_get(n, PRFMT_AT_URI));
	markup_close(&p->m);
	html_drop(p, &said);
	html_drop(p, &name);
}

static void rich_line(struct page *p, prfmt_element e, const char *tag,
                      const char *class)
{
	for (const node *n = node_child(release_head(p->job->rel), e); n;
	     n = node_sibling(n, e)) {
		if (!n->first)
			continue;
		html_open(p, tag, class);
		html_common(p, n);
		html_inline(p, n);
		markup_close(&p->m);
	}
}

static void facts(struct page *p)
{
	if (!node_child(release_head(p->job->rel), PRFMT_EL_FACT))
		return;
	html_open(p, "ul", "pr-facts");
	markup_attr(&p->m, "aria-label", lang_label(p->job->lang, LABEL_FACTS));
	rich_line(p, PRFMT_EL_FACT, "li", NULL);
	html_close(p);
}

static void article_head(struct page *p)
{
	const node *head = release_head(p->job->rel);
	html_open(p, "header", "pr-head");
	letterhead(p);
	status_block(p);
	embargo_box(p);
	notice_box(p);
	correction_box(p);
	rich_line(p, PRFMT_EL_KICKER, "p", "pr-kicker");
	rich_line(p, PRFMT_EL_HEADLINE, "h1", "pr-headline");
	if (words_body_shown(p->job)) {
		rich_line(p, PRFMT_EL_SUBHEAD, "p", "pr-subhead");
		for (const node *n = node_child(head, PRFMT_EL_AUTHOR); n;
		     n = node_sibling(n, PRFMT_EL_AUTHOR))
			author(p, n);
		rich_line(p, PRFMT_EL_SUMMARY, "p", "pr-summary");
		facts(p);
	}
	html_close(p);
}

/* -- the page ------------------------------------------------------------- */

static void document(struct page *p)
{
	const node *root = p->job->rel->root;
	markup_raw(&p->m, "<!DOCTYPE html>");
	html_open(p, "html", NULL);
	markup_attr(&p->m, "lang", p->job->tag);
	markup_attr(&p->m, "dir", runs_rtl(root) ? "rtl" : "ltr");
	html_head(p);
	html_open(p, "body", NULL);
	html_open(p, "main", NULL);
	html_open(p, "article", "pr-release");
	article_head(p);
	html_body(p);
	html_notes(p);
	html_back(p);
	html_notes(p);
	html_close(p);
	html_close(p);
	html_close(p);
	html_close(p);
	markup_raw(&p->m, "\n");
}

status render_html(struct job *j, struct sink *out)
{
	struct page p = { .job = j };
	status st = job_poll(j, PRFMT_STAGE_CHECK, 0, 0);
	if (st)
		return st;
	markup_start(&p.m, out, MARKUP_HTML);
	choose_prefix(&p);
	document(&p);
	html_drop(&p, &p.prefix);
	if (p.status && !out->status)
		out->status = p.status;
	markup_end(&p.m);
	html_tables_free(&p);
	mem_free(p.notes);
	return out->status;
}
