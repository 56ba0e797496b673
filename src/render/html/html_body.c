/* html_body.c - the body's dateline and blocks in, tags out: one walk, no
   recursion; what is in a block of text is html_inline.c. */
#include "render/html/html.h"

#include "base/text.h"
#include "model/walk.h"
#include "render/words.h"

#include <string.h>

/* -- blocks --------------------------------------------------------------- */

static bool text_block(struct page *p, const node *n, const char *tag,
                       const char *class)
{
	html_open(p, tag, class);
	html_common(p, n);
	html_inline(p, n);
	markup_close(&p->m);
	return false;
}

static bool p_enter(struct page *p, const node *n)
{
	if (n != p->lead)
		return text_block(p, n, "p", NULL);
	html_open(p, "p", "pr-lead");
	html_common(p, n);
	html_dateline(p, false);
	html_inline(p, n);
	markup_close(&p->m);
	return false;
}

static bool h2_enter(struct page *p, const node *n)
{
	return text_block(p, n, "h2", NULL);
}

static bool h3_enter(struct page *p, const node *n)
{
	return text_block(p, n, "h3", NULL);
}

static bool dt_enter(struct page *p, const node *n)
{
	return text_block(p, n, "dt", NULL);
}

static bool caption_enter(struct page *p, const node *n)
{
	struct buf id = { 0 };
	html_id(p, &id, false, "caption", p->table_count);
	html_open(p, "caption", NULL);
	markup_attr(&p->m, "id", buf_text(&id));
	html_common(p, n);
	markup_open(&p->m, "span");
	markup_attr(&p->m, "class", "pr-caption");
	html_inline(p, n);
	markup_close(&p->m);
	markup_close(&p->m);
	html_drop(p, &id);
	return false;
}

/* HTML, 13.2.6.4.7: a line break right behind <pre> is dropped. */
static bool pre_enter(struct page *p, const node *n)
{
	struct buf text = { 0 };
	node_plain(&text, n);
	html_open(p, "pre", NULL);
	html_common(p, n);
	if (text.len && text.at[0] == '\n')
		markup_puts(&p->m, "\n");
	html_inline(p, n);
	markup_close(&p->m);
	html_drop(p, &text);
	return false;
}

static bool hr_enter(struct page *p, const node *n)
{
	(void)n;
	markup_line(&p->m);
	markup_void(&p->m, "hr");
	markup_close_void(&p->m);
	return false;
}

static bool ol_enter(struct page *p, const node *n)
{
	html_open(p, "ol", NULL);
	html_common(p, n);
	markup_attr(&p->m, "start", node_get(n, PRFMT_AT_START));
	return true;
}

static bool blockquote_enter(struct page *p, const node *n)
{
	struct buf cite = { 0 };
	html_open(p, "blockquote", NULL);
	html_common(p, n);
	if (html_src(&cite, node_get_span(n, PRFMT_AT_CITE)))
		markup_attr(&p->m, "cite", buf_text(&cite));
	html_drop(p, &cite);
	return true;
}

/* A list item or definition holds text, or blocks. */
static bool flow_enter(struct page *p, const node *n, const char *tag)
{
	if (!node_is_blockish(n))
		return text_block(p, n, tag, NULL);
	html_open(p, tag, NULL);
	html_common(p, n);
	return true;
}

static bool li_enter(struct page *p, const node *n)
{
	return flow_enter(p, n, "li");
}

static bool dd_enter(struct page *p, const node *n)
{
	return flow_enter(p, n, "dd");
}

static void speaker(struct page *p, const node *n)
{
	const node *name = node_child(n, PRFMT_EL_NAME);
	struct buf rest = { 0 };
	words_speaker_rest(&rest, p->job, n);
	html_open(p, "figcaption", "pr-speaker");
	html_common(p, n);
	if (name) {
		markup_open(&p->m, "span");
		markup_attr(&p->m, "class", "pr-name");
		html_common(p, name);
		html_inline(p, name);
		markup_close(&p->m);
	}
	struct span text = text_span(buf_text(&rest));
	const char *comma = lang_label(p->job->lang, LABEL_COMMA);
	size_t skip = !name && text.len ? strlen(comma) : 0;
	markup_text(&p->m, (struct span){ text.at + skip, text.len - skip });
	markup_close(&p->m);
	html_drop(p, &rest);
}

static bool quote_enter(struct page *p, const node *n)
{
	const node *said_by = node_child(n, PRFMT_EL_SPEAKER);
	html_open(p, "figure", "pr-quote");
	html_common(p, n);
	html_open(p, "blockquote", NULL);
	for (const node *c = node_child(n, PRFMT_EL_P); c;
	     c = node_sibling(c, PRFMT_EL_P))
		text_block(p, c, "p", NULL);
	html_close(p);
	if (said_by)
		speaker(p, said_by);
	html_close(p);
	return false;
}

static const struct html_rule block_rules[ELEMENT_COUNT] = {
	[PRFMT_EL_P] = { "p", p_enter, NULL },
	[PRFMT_EL_H2] = { "h2", h2_enter, NULL },
	[PRFMT_EL_H3] = { "h3", h3_enter, NULL },
	[PRFMT_EL_UL] = { "ul", NULL, NULL },
	[PRFMT_EL_OL] = { "ol", ol_enter, NULL },
	[PRFMT_EL_LI] = { "li", li_enter, NULL },
	[PRFMT_EL_DL] = { "dl", NULL, NULL },
	[PRFMT_EL_DT] = { "dt", dt_enter, NULL },
	[PRFMT_EL_DD] = { "dd", dd_enter, NULL },
	[PRFMT_EL_BLOCKQUOTE] = { "blockquote", blockquote_enter, NULL },
	[PRFMT_EL_QUOTE] = { "figure", quote_enter, NULL },
	[PRFMT_EL_ASIDE] = { "aside", NULL, NULL },
	[PRFMT_EL_PRE] = { "pre", pre_enter, NULL },
	[PRFMT_EL_HR] = { "hr", hr_enter, NULL },
	[PRFMT_EL_FIGURE] = { "figure", html_figure_enter, NULL },
	[PRFMT_EL_TABLE] = { "table", html_table_enter, html_table_leave },
	[PRFMT_EL_CAPTION] = { "caption", caption_enter, NULL },
	[PRFMT_EL_COL] = { "col", html_cols, NULL },
	[PRFMT_EL_THEAD] = { "thead", NULL, NULL },
	[PRFMT_EL_TBODY] = { "tbody", NULL, NULL },
	[PRFMT_EL_TFOOT] = { "tfoot", NULL, NULL },
	[PRFMT_EL_TR] = { "tr", html_row_enter, html_row_leave },
	[PRFMT_EL_TH] = { "th", html_cell_enter, html_cell_leave },
	[PRFMT_EL_TD] = { "td", html_cell_enter, html_cell_leave },
};

static bool block_enter(struct page *p, const node *n)
{
	const struct html_rule *r =
		n->element > 0 ? &block_rules[n->element] : NULL;
	if (!r || !r->tag)
		return false;
	if (r->enter)
		return r->enter(p, n);
	html_open(p, r->tag, NULL);
	html_common(p, n);
	return true;
}

static void block_leave(struct page *p, const node *n)
{
	if (block_rules[n->element].leave)
		block_rules[n->element].leave(p, n);
	else
		html_close(p);
}

void html_blocks(struct page *p, const node *parent)
{
	struct walk w = walk_start(parent);
	enum walk_event e = WALK_DONE;
	bool passed = false;
	while (!p->status && (e = walk_next(&w)) != WALK_DONE) {
		const node *n = w.node;
		if (n == parent || n->element == PRFMT_EL_TEXT ||
		    n->element == PRFMT_EL_COMMENT || n->element == PRFMT_EL_PI)
			continue;
		if (e == WALK_ENTER) {
			passed = !block_enter(p, n);
			if (passed)
				walk_skip(&w);
		} else if (passed) {
			passed = false;
		} else {
			block_leave(p, n);
		}
		if (e == WALK_EXIT && n->parent == parent && !p->status)
			p->status = job_poll(p->job, PRFMT_STAGE_DRAW, 0,
			                     p->m.out->buf.len);
	}
}

/* -- the body ------------------------------------------------------------- */

/* Capitals are tracked a little; small letters never. */
static bool in_capitals(const char *text)
{
	bool capitals = false;
	for (; *text; text++) {
		if (*text >= 'a' && *text <= 'z')
			return false;
		capitals |= *text >= 'A' && *text <= 'Z';
	}
	return capitals;
}

static void dateline_date(struct page *p, const node *date)
{
	struct buf text = { 0 };
	struct civil day;
	bool valid = !date_day(node_get_span(date, PRFMT_AT_DATETIME), &day);
	if (date->first)
		words_flat(&text, p->job, date);
	else if (valid)
		words_dateline_day(&text, p->job, day);
	markup_puts(&p->m, lang_label(p->job->lang, LABEL_COMMA));
	markup_open(&p->m, valid ? "time" : "span");
	if (valid)
		markup_attr(&p->m, "datetime",
		            node_get(date, PRFMT_AT_DATETIME));
	html_common(p, date);
	markup_puts(&p->m, buf_text(&text));
	markup_close(&p->m);
	html_drop(p, &text);
}

/* The same words as words_dateline_place and _rest, marked up. */
void html_dateline(struct page *p, bool alone)
{
	const node *n =
		node_child(release_head(p->job->rel), PRFMT_EL_DATELINE);
	const node *date = node_child(n, PRFMT_EL_DATE);
	const node *via = node_child(n, PRFMT_EL_VIA);
	struct buf text = { 0 };
	markup_open(&p->m, "span");
	markup_attr(&p->m, "class", "pr-dateline");
	html_common(p, n);
	if (!node_get(n, PRFMT_AT_LANG) && p->lead &&
	    strcmp(node_lang(p->lead), node_lang(n)) != 0)
		markup_attr(&p->m, "lang", node_lang(n));
	words_dateline_place(&text, p->job);
	html_span(p, "span",
	          in_capitals(buf_text(&text)) ? "pr-place pr-capitals"
	                                       : "pr-place",
	          buf_text(&text));
	if (date)
		dateline_date(p, date);
	markup_close(&p->m);
	html_drop(p, &text);
	if (via) {
		buf_puts(&text, " (");
		words_flat(&text, p->job, via);
		buf_byte(&text, ')');
	}
	if (!alone)
		words_dateline_separator(&text, p->job);
	markup_puts(&p->m, buf_text(&text));
	html_drop(p, &text);
}

static const node *first_block(const node *body)
{
	const node *n = body ? body->first : NULL;
	while (n && n->element <= 0)
		n = n->next;
	return n;
}

void html_body(struct page *p)
{
	const node *body = release_body(p->job->rel);
	const node *first = first_block(body);
	const node *mark =
		node_child(release_back(p->job->rel), PRFMT_EL_ENDMARK);
	struct buf end = { 0 };
	if (!words_body_shown(p->job))
		return;
	html_open(p, "div", "pr-body");
	if (body) {
		html_common(p, body);
		bool dated = words_has_dateline(p->job);
		if (dated && first && first->element == PRFMT_EL_P) {
			p->lead = first;
		} else if (dated) {
			html_open(p, "p", "pr-lead");
			html_dateline(p, true);
			markup_close(&p->m);
		}
		html_blocks(p, body);
	}
	words_endmark(&end, p->job);
	if (end.len) {
		html_open(p, "p", "pr-endmark");
		if (mark)
			html_common(p, mark);
		markup_puts(&p->m, buf_text(&end));
		markup_close(&p->m);
	}
	html_close(p);
	html_drop(p, &end);
}
