/* text.c - a release in, its words as plain text out, in reading order. */
#include "base/text.h"
#include "model/grid.h"
#include "model/walk.h"
#include "render/job.h"
#include "render/words.h"

enum { COUNTED_DEPTH = 64 };

struct writer {
	struct job *job;
	struct sink *out;
	struct buf line;   /* of the block being gathered */
	struct buf indent; /* of the lines of the block */
	size_t hung;       /* bytes of it that the first line goes without */
	uint64_t items[COUNTED_DEPTH]; /* before the item, by depth of indent */
	size_t notes;                  /* footnotes met so far */
	bool started;                  /* something stands above */
};

static void put(struct writer *w, const char *text)
{
	struct span s = text_span(text);
	sink_put(w->out, s.at, s.len);
}

static void put_line(struct writer *w, struct span line)
{
	struct span indent = buf_view(&w->indent);
	if (line.len && indent.len >= w->hung)
		sink_put(w->out, indent.at, indent.len - w->hung);
	w->hung = 0;
	sink_put(w->out, line.at, line.len);
	put(w, "\n");
}

/* Frees a text of one line; where it failed, so does the result. */
static void made(struct writer *w, struct buf *b)
{
	if (b->status && !w->out->status)
		w->out->status = b->status;
	buf_free(b);
}

/* Writes what is gathered, if anything, with an empty line above it. */
static void flush(struct writer *w, bool gap)
{
	struct span rest = buf_view(&w->line);
	if (w->line.status && !w->out->status)
		w->out->status = w->line.status;
	if (!rest.len)
		return;
	if (gap && w->started)
		put(w, "\n");
	w->started = true;
	for (size_t i = 0; i <= rest.len; i++) {
		if (i < rest.len && rest.at[i] != '\n')
			continue;
		put_line(w, (struct span){ rest.at, i });
		rest.at += i + (i < rest.len);
		rest.len -= i + (i < rest.len);
		i = (size_t)-1;
		if (!rest.len)
			break;
	}
	buf_clear(&w->line);
}

static void mark(struct buf *out, size_t number)
{
	buf_byte(out, '[');
	buf_uint(out, number);
	buf_byte(out, ']');
}

/* Of the blocks in a table's cell each begins a word. */
static bool begins_word(const struct writer *w, const node *n)
{
	bool block = n->element > 0 &&
	             ((element_info(n->element)->classes & CLASS_BLOCK) ||
	              n->element == PRFMT_EL_LI || n->element == PRFMT_EL_DT ||
	              n->element == PRFMT_EL_DD);
	return block && w->line.len &&
	       !text_is_blank(w->line.at[w->line.len - 1]);
}

/* Text and inline elements; a br is a line end, a footnote its mark. */
static void inline_text(struct writer *w, const node *n)
{
	struct walk walk = walk_start(n);
	enum walk_event e = WALK_DONE;
	while (n && (e = walk_next(&walk)) != WALK_DONE) {
		const node *at = walk.node;
		if (e == WALK_ENTER && at != n && begins_word(w, at))
			buf_byte(&w->line, ' ');
		if (at->element == PRFMT_EL_TEXT) {
			buf_add(&w->line, at->text, at->len);
		} else if (e == WALK_ENTER && at != n &&
		           at->element == PRFMT_EL_FOOTNOTE) {
			mark(&w->line, ++w->notes);
			walk_skip(&walk);
		} else if (e == WALK_ENTER && at->element == PRFMT_EL_FOREIGN) {
			walk_skip(&walk);
		} else if (e == WALK_ENTER && at->element == PRFMT_EL_BR) {
			buf_byte(&w->line, '\n');
		} else if (at->element == PRFMT_EL_Q) {
			buf_puts(&w->line, e == WALK_ENTER
			                           ? words_quote_open(at)
			                           : words_quote_close(at));
		}
	}
}

static void paragraph(struct writer *w, const node *n, bool gap)
{
	inline_text(w, n);
	flush(w, gap);
}

static void each(struct writer *w, const node *parent, prfmt_element e,
                 bool gap)
{
	for (const node *n = node_child(parent, e); n; n = node_sibling(n, e)) {
		paragraph(w, n, gap);
		gap = false;
	}
}

/* -- blocks --------------------------------------------------------------- */

static const char indent_step[] = "    ";

static void deeper(struct writer *w)
{
	buf_puts(&w->indent, indent_step);
}

static void back(struct writer *w)
{
	if (w->indent.status)
		return; /* the step that is to go was never made */
	w->indent.len -= sizeof indent_step - 1;
	w->indent.at[w->indent.len] = '\0';
}

/* A tab for each column, so that a cell stands in its own whatever spans. */
static void row(struct writer *w, const struct grid *g,
                const struct grid_row *row, bool gap)
{
	size_t col = 0;
	for (size_t i = row->first; i < row->first + row->count; i++) {
		for (; col < g->cells[i].col; col++)
			buf_byte(&w->line, '\t');
		inline_text(w, g->cells[i].node);
	}
	flush(w, gap);
}

static void table(struct writer *w, const node *n)
{
	struct grid g;
	const node *caption = node_child(n, PRFMT_EL_CAPTION);
	status st = grid_build(&g, n);
	if (st) {
		w->out->status = w->out->status ? w->out->status : st;
		return;
	}
	if (caption)
		paragraph(w, caption, true);
	for (size_t i = 0; i < g.row_count; i++)
		row(w, &g, &g.rows[i], !caption && i == 0);
	grid_free(&g);
}

static void figure(struct writer *w, const node *n)
{
	static const prfmt_element media[] = { PRFMT_EL_VIDEO, PRFMT_EL_AUDIO };
	static const enum label labels[] = { LABEL_VIDEO, LABEL_AUDIO };
	for (size_t i = 0; i < COUNT(media); i++) {
		const node *m = node_child(n, media[i]);
		if (!m)
			continue;
		buf_puts(&w->line, lang_label(w->job->lang, labels[i]));
		buf_puts(&w->line, lang_label(w->job->lang, LABEL_COLON));
		buf_puts(&w->line, node_get(m, PRFMT_AT_TITLE));
		flush(w, true);
	}
	struct buf credit = { 0 };
	words_credit(&credit, w->job, n);
	inline_text(w, node_child(n, PRFMT_EL_CAPTION));
	if (credit.len) {
		buf_puts(&w->line, w->line.len ? " (" : "(");
		buf_puts(&w->line, buf_text(&credit));
		buf_byte(&w->line, ')');
	}
	flush(w, true);
	made(w, &credit);
}

static void speaker(struct writer *w, const node *n)
{
	buf_puts(&w->line, "— ");
	inline_text(w, node_child(n, PRFMT_EL_NAME));
	words_speaker_rest(&w->line, w->job, n);
	flush(w, false);
}

/* Counted on, as a list may be long; anew where it is nested that deep. */
static uint64_t items_before(struct writer *w, const node *li)
{
	const node *first = node_child(li->parent, PRFMT_EL_LI);
	size_t depth = w->indent.len / (sizeof indent_step - 1);
	if (depth < COUNTED_DEPTH) {
		w->items[depth] = li == first ? 0 : w->items[depth] + 1;
		return w->items[depth];
	}
	uint64_t before = 0;
	for (const node *n = first; n != li; n = node_sibling(n, PRFMT_EL_LI))
		before++;
	return before;
}

static void item_mark(struct writer *w, const node *li)
{
	const node *list = li->parent;
	int64_t number = 1;
	if (list->element == PRFMT_EL_UL) {
		buf_puts(&w->line, "– ");
		return;
	}
	text_int(node_get_span(list, PRFMT_AT_START), &number);
	number += (int64_t)items_before(w, li);
	if (number < 0)
		buf_puts(&w->line, "−");
	buf_uint(&w->line,
	         number < 0 ? (uint64_t)-number : (uint64_t)number);
	buf_puts(&w->line, ". ");
}

static bool is_first_item(const node *n)
{
	return node_child(n->parent, n->element) == n;
}

/* True: all below is written already. */
static bool enter(struct writer *w, const node *n)
{
	switch (n->element) {
	case PRFMT_EL_P:
	case PRFMT_EL_H2:
	case PRFMT_EL_H3:
		/* the first block of an item stands behind its mark */
		paragraph(w, n,
		          !w->line.len || (n->parent->element == PRFMT_EL_LI &&
		                           is_first_item(n->parent)));
		return true;
	case PRFMT_EL_PRE:
		flush(w, true);
		paragraph(w, n, true);
		return true;
	case PRFMT_EL_LI:
	case PRFMT_EL_DD:
		if (n->element == PRFMT_EL_LI)
			item_mark(w, n);
		else
			buf_puts(&w->line, indent_step);
		if (node_is_blockish(n)) {
			if (n->element == PRFMT_EL_DD)
				buf_clear(&w->line);
			else
				w->hung += sizeof indent_step - 1;
			deeper(w);
			return false;
		}
		paragraph(w, n, n->element == PRFMT_EL_LI && is_first_item(n));
		return true;
	case PRFMT_EL_DT:
		paragraph(w, n, !n->prev || n->prev->element != PRFMT_EL_DT);
		return true;
	case PRFMT_EL_SPEAKER:
		speaker(w, n);
		return true;
	case PRFMT_EL_TABLE:
		table(w, n);
		return true;
	case PRFMT_EL_FIGURE:
		figure(w, n);
		return true;
	case PRFMT_EL_HR:
		buf_puts(&w->line, "* * *");
		flush(w, true);
		return true;
	case PRFMT_EL_HEADING:
	case PRFMT_EL_FOREIGN:
		return true;
	case PRFMT_EL_BLOCKQUOTE:
	case PRFMT_EL_QUOTE:
	case PRFMT_EL_ASIDE:
		deeper(w);
		return false;
	default: /* lists and sections hold blocks, nothing else is met */
		return false;
	}
}

static void leave(struct writer *w, const node *n)
{
	bool item = n->element == PRFMT_EL_LI || n->element == PRFMT_EL_DD;
	if (n->element == PRFMT_EL_BLOCKQUOTE || n->element == PRFMT_EL_QUOTE ||
	    n->element == PRFMT_EL_ASIDE || (item && node_is_blockish(n)))
		back(w);
}

static void blocks(struct writer *w, const node *top)
{
	struct walk walk = walk_start(top);
	enum walk_event e = WALK_DONE;
	while (top && (e = walk_next(&walk)) != WALK_DONE) {
		if (walk.node->element <= 0)
			continue;
		bool whole = e == WALK_ENTER && enter(w, walk.node);
		if (whole)
			walk_skip(&walk);
		/* an element written whole is left without having moved in */
		else if (e == WALK_EXIT)
			leave(w, walk.node);
	}
}

/* -- the release ---------------------------------------------------------- */

static void sentence(struct writer *w,
                     void (*words)(struct buf *, const struct job *), bool gap)
{
	words(&w->line, w->job);
	flush(w, gap);
}

static void telephone(struct writer *w, const node *tel, bool gap)
{
	const char *type = words_tel_type(w->job, tel);
	if (type) {
		buf_puts(&w->line, type);
		buf_byte(&w->line, ' ');
	}
	paragraph(w, tel, gap);
}

static void issuer(struct writer *w, const node *n)
{
	paragraph(w, node_child(n, PRFMT_EL_NAME), w->started);
	words_address(&w->line, w->job, node_child(n, PRFMT_EL_ADDRESS));
	flush(w, false);
	for (const node *t = node_child(n, PRFMT_EL_TEL); t;
	     t = node_sibling(t, PRFMT_EL_TEL))
		telephone(w, t, false);
	each(w, n, PRFMT_EL_EMAIL, false);
	each(w, n, PRFMT_EL_URL, false);
}

/* What the box above the headline says: embargo, hold or withdrawal. */
static void state_box(struct writer *w)
{
	bool boxed = w->job->state == STATE_EMBARGO ||
	             w->job->state == STATE_WITHDRAWN;
	bool gap = true;
	if (boxed) {
		buf_puts(&w->line, words_state(w->job, true));
		flush(w, gap);
		gap = false;
	}
	for (size_t i = 0; w->job->state == STATE_EMBARGO &&
	                   words_embargo(&w->line, w->job, i);
	     i++)
		flush(w, false);
	sentence(w, words_notice, gap);
}

static void letterhead(struct writer *w)
{
	const node *head = release_head(w->job->rel);
	bool boxed = w->job->state == STATE_EMBARGO ||
	             w->job->state == STATE_WITHDRAWN;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER))
		issuer(w, n);
	buf_puts(&w->line, words_kind(w->job, true));
	flush(w, true);
	if (!boxed)
		buf_puts(&w->line, words_state(w->job, true));
	flush(w, false);
	sentence(w, words_issued, false);
	sentence(w, words_reference, false);
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		words_instruments(&w->line, w->job, n);
		flush(w, false);
	}
	state_box(w);
}

static void correction(struct writer *w, bool material)
{
	const node *n =
		node_child(release_head(w->job->rel), PRFMT_EL_CORRECTS);
	bool is = text_is(node_get_span(n, PRFMT_AT_CLASS), "material");
	if (!n || is != material)
		return;
	buf_puts(&w->line, lang_label(w->job->lang, LABEL_CORRECTION_CAPS));
	flush(w, true);
	sentence(w, words_corrects, false);
	for (const node *c = node_child(n, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		words_change(&w->line, w->job, c);
		flush(w, false);
	}
}

static void head(struct writer *w)
{
	const node *n = release_head(w->job->rel);
	letterhead(w);
	correction(w, true);
	each(w, n, PRFMT_EL_KICKER, true);
	each(w, n, PRFMT_EL_HEADLINE, !node_child(n, PRFMT_EL_KICKER));
	if (!words_body_shown(w->job))
		return;
	each(w, n, PRFMT_EL_SUBHEAD, true);
	for (const node *a = node_child(n, PRFMT_EL_AUTHOR); a;
	     a = node_sibling(a, PRFMT_EL_AUTHOR)) {
		words_author(&w->line, w->job, a);
		flush(w, true);
	}
	each(w, n, PRFMT_EL_SUMMARY, true);
	bool gap = true;
	for (const node *f = node_child(n, PRFMT_EL_FACT); f;
	     f = node_sibling(f, PRFMT_EL_FACT)) {
		buf_puts(&w->line, "– ");
		paragraph(w, f, gap);
		gap = false;
	}
}

static void body(struct writer *w)
{
	const node *n = release_body(w->job->rel);
	const node *first = n ? n->first : NULL;
	while (first && first->element <= 0)
		first = first->next;
	if (words_has_dateline(w->job)) {
		words_dateline_place(&w->line, w->job);
		words_dateline_rest(&w->line, w->job);
		words_dateline_separator(&w->line, w->job);
		if (!first || first->element != PRFMT_EL_P)
			flush(w, true);
		else if (w->started)
			put(w, "\n"); /* the lead runs on from it */
	}
	blocks(w, n);
	words_endmark(&w->line, w->job);
	flush(w, true);
}

static void contact(struct writer *w, const node *n, bool gap)
{
	static const prfmt_element lines[] = { PRFMT_EL_NAME, PRFMT_EL_ROLE,
		                               PRFMT_EL_ORG };
	const char *purpose = words_contact_for(w->job, n);
	if (purpose) {
		buf_puts(&w->line, purpose);
		flush(w, gap);
		gap = false;
	}
	for (size_t i = 0; i < COUNT(lines); i++) {
		if (node_child(n, lines[i])) {
			paragraph(w, node_child(n, lines[i]), gap);
			gap = false;
		}
	}
	for (const node *t = node_child(n, PRFMT_EL_TEL); t;
	     t = node_sibling(t, PRFMT_EL_TEL)) {
		telephone(w, t, gap);
		gap = false;
	}
	each(w, n, PRFMT_EL_EMAIL, gap);
	gap = gap && !node_child(n, PRFMT_EL_EMAIL);
	each(w, n, PRFMT_EL_URL, gap);
	gap = gap && !node_child(n, PRFMT_EL_URL);
	words_address(&w->line, w->job, node_child(n, PRFMT_EL_ADDRESS));
	flush(w, gap);
	gap = gap && !node_child(n, PRFMT_EL_ADDRESS);
	each(w, n, PRFMT_EL_HOURS, gap);
}

static void sections(struct writer *w, prfmt_element e)
{
	for (const node *n = node_child(release_back(w->job->rel), e); n;
	     n = node_sibling(n, e)) {
		words_heading(&w->line, w->job, n);
		flush(w, true);
		blocks(w, n);
	}
}

static void notes(struct writer *w)
{
	const node *n = release_head(w->job->rel);
	const node *own = node_child(release_back(w->job->rel), PRFMT_EL_NOTES);
	struct buf rights = { 0 };
	words_rights(&rights, w->job);
	if (!own && (rights.len || node_child(n, PRFMT_EL_EVENT))) {
		buf_puts(&w->line, lang_label(w->job->lang, LABEL_NOTES));
		flush(w, true);
	}
	made(w, &rights);
	sections(w, PRFMT_EL_NOTES);
	for (const node *e = node_child(n, PRFMT_EL_EVENT); e;
	     e = node_sibling(e, PRFMT_EL_EVENT)) {
		words_event(&w->line, w->job, e);
		flush(w, true);
	}
	sentence(w, words_rights, true);
}

static void back_matter(struct writer *w)
{
	const node *n = release_back(w->job->rel);
	sections(w, PRFMT_EL_ABOUT);
	sections(w, PRFMT_EL_LEGAL);
	notes(w);
	correction(w, false);
	bool gap = true;
	for (const node *a = node_child(n, PRFMT_EL_ATTACHMENT); a;
	     a = node_sibling(a, PRFMT_EL_ATTACHMENT)) {
		if (gap) {
			buf_puts(&w->line,
			         lang_label(w->job->lang, LABEL_ATTACHMENTS));
			flush(w, true);
		}
		buf_puts(&w->line, "– ");
		buf_puts(&w->line, node_get(a, PRFMT_AT_TITLE));
		flush(w, false);
		gap = false;
	}
	buf_puts(&w->line, lang_label(w->job->lang, LABEL_CONTACT));
	flush(w, true);
	gap = false;
	for (const node *c = node_child(n, PRFMT_EL_CONTACT); c;
	     c = node_sibling(c, PRFMT_EL_CONTACT)) {
		contact(w, c, gap);
		gap = true;
	}
}

static void footnotes(struct writer *w)
{
	struct walk walk = walk_start(w->job->rel->root);
	enum walk_event e = WALK_DONE;
	size_t number = 0;
	size_t said = w->notes; /* marks that stand above */
	while ((e = walk_next(&walk)) != WALK_DONE) {
		if (e != WALK_ENTER || walk.node->element != PRFMT_EL_FOOTNOTE)
			continue;
		if (number == said)
			break;
		mark(&w->line, ++number);
		buf_byte(&w->line, ' ');
		paragraph(w, walk.node, number == 1);
	}
}

status render_text(struct job *j, struct sink *out)
{
	struct writer w = { .job = j, .out = out };
	head(&w);
	if (words_body_shown(j))
		body(&w);
	back_matter(&w);
	footnotes(&w);
	status st = w.line.status ? w.line.status : w.indent.status;
	buf_free(&w.line);
	buf_free(&w.indent);
	return st ? st : out->status;
}
