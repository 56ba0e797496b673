/* body.c - a release's text in, flat blocks out, as XHTML or as NITF: one
   table of elements serves both, so both say the same words. */
#include "render/newsml/newsml.h"

#include "base/alloc.h"
#include "base/text.h"
#include "base/uri.h"
#include "model/walk.h"
#include "render/words.h"

#include <string.h>

struct body {
	struct newsml *n;
	struct markup *m;
	enum newsml_form form;
	const node *lead;   /* the first paragraph, which the dateline opens */
	const node **notes; /* footnotes in the order of their marks */
	size_t note_count;
	size_t note_cap;
	size_t notes_told;
};

/* -- the table ------------------------------------------------------------ */

enum row_kind {
	ROW_NONE,  /* its content stands for it */
	ROW_BLOCK, /* on a line of its own */
	ROW_INLINE,
	ROW_SKIP /* nothing of it is said here */
};

static const struct row {
	enum row_kind kind;
	const char *tag[FORM_COUNT];   /* NULL: none in this form */
	const char *inner[FORM_COUNT]; /* a second one inside it */
} rows[ELEMENT_COUNT] = {
	[PRFMT_EL_P] = { ROW_BLOCK, { "p", "p" }, { 0 } },
	[PRFMT_EL_H2] = { ROW_BLOCK, { "h2", "hl2" }, { 0 } },
	[PRFMT_EL_H3] = { ROW_BLOCK, { "h3", "hl2" }, { 0 } },
	[PRFMT_EL_UL] = { ROW_BLOCK, { "ul", "ul" }, { 0 } },
	[PRFMT_EL_OL] = { ROW_BLOCK, { "ol", "ol" }, { 0 } },
	[PRFMT_EL_LI] = { ROW_BLOCK, { "li", "li" }, { 0 } },
	[PRFMT_EL_DL] = { ROW_BLOCK, { "dl", "dl" }, { 0 } },
	[PRFMT_EL_DT] = { ROW_BLOCK, { "dt", "dt" }, { 0 } },
	[PRFMT_EL_DD] = { ROW_BLOCK, { "dd", "dd" }, { 0 } },
	[PRFMT_EL_BLOCKQUOTE] = { ROW_BLOCK,
	                          { "blockquote", "bq" },
	                          { NULL, "block" } },
	[PRFMT_EL_QUOTE] = { ROW_BLOCK,
	                     { "blockquote", "bq" },
	                     { NULL, "block" } },
	[PRFMT_EL_SPEAKER] = { ROW_BLOCK, { "p", "credit" }, { 0 } },
	[PRFMT_EL_PRE] = { ROW_BLOCK, { "pre", "pre" }, { 0 } },
	[PRFMT_EL_HR] = { ROW_BLOCK, { "hr", "hr" }, { 0 } },
	[PRFMT_EL_TABLE] = { ROW_BLOCK, { "table", "table" }, { 0 } },
	[PRFMT_EL_THEAD] = { ROW_BLOCK, { "thead", "thead" }, { 0 } },
	/* NITF has tfoot before tbody, and one tbody: rows alone keep order */
	[PRFMT_EL_TBODY] = { ROW_BLOCK, { "tbody", NULL }, { 0 } },
	[PRFMT_EL_TFOOT] = { ROW_BLOCK, { "tfoot", NULL }, { 0 } },
	[PRFMT_EL_TR] = { ROW_BLOCK, { "tr", "tr" }, { 0 } },
	[PRFMT_EL_TH] = { ROW_BLOCK, { "th", "th" }, { 0 } },
	[PRFMT_EL_TD] = { ROW_BLOCK, { "td", "td" }, { 0 } },
	[PRFMT_EL_CAPTION] = { ROW_BLOCK, { "caption", "caption" }, { 0 } },
	[PRFMT_EL_EM] = { ROW_INLINE, { "em", "em" }, { 0 } },
	[PRFMT_EL_STRONG] = { ROW_INLINE, { "strong", "em" }, { 0 } },
	[PRFMT_EL_SUB] = { ROW_INLINE, { "sub", "num" }, { NULL, "sub" } },
	[PRFMT_EL_SUP] = { ROW_INLINE, { "sup", "num" }, { NULL, "sup" } },
	[PRFMT_EL_CODE] = { ROW_INLINE, { "code", NULL }, { 0 } },
	[PRFMT_EL_ABBR] = { ROW_INLINE, { "abbr", NULL }, { 0 } },
	[PRFMT_EL_A] = { ROW_INLINE, { "a", "a" }, { 0 } },
	[PRFMT_EL_BR] = { ROW_INLINE, { "br", "br" }, { 0 } },
	[PRFMT_EL_SPAN] = { ROW_INLINE, { NULL, NULL }, { 0 } },
	[PRFMT_EL_Q] = { ROW_INLINE, { NULL, NULL }, { 0 } },
	[PRFMT_EL_TIME] = { ROW_INLINE, { NULL, NULL }, { 0 } },
	[PRFMT_EL_COL] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_HEADING] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_IMG] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_VIDEO] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_AUDIO] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_CREDIT] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_COPYRIGHT] = { ROW_SKIP, { 0 }, { 0 } },
	[PRFMT_EL_USAGE] = { ROW_SKIP, { 0 }, { 0 } },
};

static const struct row *row_of(const node *at)
{
	static const struct row none = { .kind = ROW_SKIP };
	return at->element > 0 ? &rows[at->element] : &none;
}

/* -- which tags a node gets: asked again when it is left ------------------ */

static bool only_text(const node *at)
{
	for (const node *c = at->first; c; c = c->next)
		if (c->element != PRFMT_EL_TEXT)
			return false;
	return true;
}

/* No memory here would open what is never closed: newsml_done() stops it. */
static bool link_href(const struct body *b, struct buf *out, const node *a)
{
	struct buf clean = { 0 };
	uri_clean(&clean, node_get_span(a, PRFMT_AT_HREF));
	struct span uri = buf_view(&clean);
	bool may = uri_may_link(uri);
	if (may)
		uri_encode(out, uri);
	newsml_done(b->n, &clean);
	return may;
}

static bool links(const struct body *b, const node *a)
{
	struct buf href = { 0 };
	bool may = link_href(b, &href, a);
	newsml_done(b->n, &href);
	return may;
}

/* The address of a picture, video or file that a client could fetch. */
static bool source(const struct body *b, struct buf *out, const node *media)
{
	struct buf uri = { 0 };
	bool found = newsml_uri(&uri, node_get_span(media, PRFMT_AT_SRC)) &&
	             uri_is_web(buf_view(&uri));
	if (found)
		buf_puts(out, buf_text(&uri));
	newsml_done(b->n, &uri);
	return found;
}

static bool has_source(const struct body *b, const node *media)
{
	struct buf uri = { 0 };
	bool found = media && source(b, &uri, media);
	newsml_done(b->n, &uri);
	return found;
}

/* Does NITF carry this figure as media? */
static bool is_media(const struct body *b, const node *figure)
{
	return b->form == FORM_NITF &&
	       has_source(b, node_child(figure, PRFMT_EL_IMG));
}

static const char *caption_tag(const struct body *b, const node *caption)
{
	if (caption->parent->element != PRFMT_EL_FIGURE)
		return "caption";
	return is_media(b, caption->parent) ? "media-caption" : "p";
}

static const char *tag_of(const struct body *b, const node *at)
{
	const struct row *row = row_of(at);
	const char *tag = row->tag[b->form];
	if (at->element == PRFMT_EL_CAPTION)
		tag = caption_tag(b, at);
	if (at->element == PRFMT_EL_A && !links(b, at))
		tag = NULL;
	if (row->inner[b->form] && row->kind == ROW_INLINE && !only_text(at))
		tag = NULL;
	if (tag || row->kind != ROW_INLINE)
		return tag;
	if (b->form == FORM_NITF)
		return node_get(at, PRFMT_AT_LANG) ? "lang" : NULL;
	return node_get(at, PRFMT_AT_LANG) || node_get(at, PRFMT_AT_DIR)
	               ? "span"
	               : NULL;
}

/* Superdesk takes the tags of tables away: a paragraph in the first cell
   keeps a row apart from the one before. */
static bool is_row_head(const node *at)
{
	return (at->element == PRFMT_EL_TH || at->element == PRFMT_EL_TD) &&
	       at->first && !at->prev && !node_is_blockish(at);
}

static const char *inner_of(const struct body *b, const node *at)
{
	const struct row *row = row_of(at);
	if (b->form != FORM_NITF || !tag_of(b, at))
		return NULL;
	if (is_row_head(at))
		return "p";
	/* dd holds no text of its own (NITF 3.6) */
	if (at->element == PRFMT_EL_DD && !node_is_blockish(at))
		return "p";
	if (row->kind == ROW_INLINE && !only_text(at))
		return NULL;
	return row->inner[b->form];
}

/* -- entering and leaving ------------------------------------------------- */

static void open_block(struct body *b, const char *tag)
{
	markup_raw(b->m, "\n");
	markup_open(b->m, tag);
}

static void own_lang(struct body *b, const node *at)
{
	markup_attr(b->m, "xml:lang", node_get(at, PRFMT_AT_LANG));
	if (b->form == FORM_XHTML)
		markup_attr(b->m, "dir", node_get(at, PRFMT_AT_DIR));
}

static void span_attrs(struct body *b, const node *cell)
{
	markup_attr(b->m, "colspan", node_get(cell, PRFMT_AT_COLSPAN));
	markup_attr(b->m, "rowspan", node_get(cell, PRFMT_AT_ROWSPAN));
	if (b->form == FORM_XHTML)
		markup_attr(b->m, "scope", node_get(cell, PRFMT_AT_SCOPE));
}

static void href_attr(struct body *b, const node *a)
{
	struct buf href = { 0 };
	(void)link_href(b, &href, a);
	markup_attr(b->m, "href", buf_text(&href));
	newsml_done(b->n, &href);
}

static void attrs_of(struct body *b, const node *at, const char *tag)
{
	const bool xhtml = b->form == FORM_XHTML;
	own_lang(b, at);
	if (!strcmp(tag, "a"))
		href_attr(b, at);
	if (!strcmp(tag, "th") || !strcmp(tag, "td"))
		span_attrs(b, at);
	if (!strcmp(tag, "ol"))
		markup_attr(b->m, xhtml ? "start" : "seqnum",
		            node_get(at, PRFMT_AT_START));
	if (!strcmp(tag, "abbr"))
		markup_attr(b->m, "title", node_get(at, PRFMT_AT_TITLE));
	if (at->element == PRFMT_EL_STRONG && !xhtml)
		markup_attr(b->m, "class", "bold");
	if (at == b->lead && !xhtml)
		markup_attr(b->m, "lede", "true");
}

static void mark(struct body *b, size_t number)
{
	struct buf text = { 0 };
	buf_byte(&text, '[');
	buf_uint(&text, number);
	buf_byte(&text, ']');
	markup_puts(b->m, buf_text(&text));
	newsml_done(b->n, &text);
}

static void footnote(struct body *b, const node *note)
{
	void *notes = b->notes;
	if (!mem_room(&notes, b->note_count, &b->note_cap, sizeof *b->notes)) {
		b->m->out->status = PRFMT_ENOMEM;
		return;
	}
	b->notes = notes;
	b->notes[b->note_count++] = note;
	mark(b, b->note_count);
}

static void dateline(struct body *b, bool separator)
{
	struct buf text = { 0 };
	words_dateline_place(&text, b->n->j);
	words_dateline_rest(&text, b->n->j);
	if (separator)
		words_dateline_separator(&text, b->n->j);
	markup_puts(b->m, buf_text(&text));
	newsml_done(b->n, &text);
}

static void speaker(struct body *b, const node *from)
{
	struct buf text = { 0 };
	buf_puts(&text, "— ");
	words_flat(&text, b->n->j, node_child(from, PRFMT_EL_NAME));
	words_speaker_rest(&text, b->n->j, from);
	if (b->form == FORM_NITF)
		markup_close(b->m); /* block */
	open_block(b, tag_of(b, from));
	own_lang(b, from);
	markup_puts(b->m, buf_text(&text));
	markup_close(b->m);
	newsml_done(b->n, &text);
}

/* -- figures -------------------------------------------------------------- */

static void left_out(struct body *b, const node *media)
{
	const char *src = node_get(media, PRFMT_AT_SRC);
	if (b->form != FORM_XHTML || !src)
		return;
	diags_say(b->n->j->diags, CODE_NOT_RENDERED,
	          node_attr_place(media, PRFMT_AT_SRC),
	          PRFMT_BIT(PRFMT_FORMAT_NEWSML),
	          "%s is no http or https address: clients get its words only",
	          src);
}

static void picture(struct body *b, const node *img)
{
	struct buf src = { 0 };
	const char *alt = node_get(img, PRFMT_AT_ALT);
	if (!source(b, &src, img)) {
		if (alt && alt[0])
			left_out(b, img);
	} else if (b->form == FORM_XHTML) {
		open_block(b, "p");
		markup_void(b->m, "img");
		markup_attr(b->m, "src", buf_text(&src));
		markup_attr(b->m, "alt", alt ? alt : "");
		markup_close_void(b->m);
		markup_close(b->m);
	} else {
		open_block(b, "media");
		markup_attr(b->m, "media-type", "image");
		open_block(b, "media-reference");
		markup_attr(b->m, "source", buf_text(&src));
		markup_attr(b->m, "mime-type", node_get(img, PRFMT_AT_TYPE));
		if (alt && alt[0])
			markup_attr(b->m, "alternate-text", alt);
		markup_close(b->m);
	}
	newsml_done(b->n, &src);
}

/* Sound and film: the label and the title, linked where that is possible. */
static void recording(struct body *b, const node *media)
{
	struct buf src = { 0 };
	const char *title = node_get(media, PRFMT_AT_TITLE);
	bool video = media->element == PRFMT_EL_VIDEO;
	bool linked = source(b, &src, media);
	if (!linked)
		left_out(b, media);
	open_block(b, "p");
	markup_puts(b->m, lang_label(b->n->j->lang,
	                             video ? LABEL_VIDEO : LABEL_AUDIO));
	if (title && title[0]) {
		markup_puts(b->m,
		            lang_label(b->n->j->lang, LABEL_COLON));
		if (linked) {
			markup_open(b->m, "a");
			markup_attr(b->m, "href", buf_text(&src));
		}
		markup_puts(b->m, title);
		if (linked)
			markup_close(b->m);
	}
	markup_close(b->m);
	newsml_done(b->n, &src);
}

static void figure_enter(struct body *b, const node *figure)
{
	for (const node *c = figure->first; c; c = c->next) {
		if (c->element == PRFMT_EL_IMG)
			picture(b, c);
		if (c->element == PRFMT_EL_VIDEO ||
		    c->element == PRFMT_EL_AUDIO)
			recording(b, c);
	}
}

static void figure_leave(struct body *b, const node *figure)
{
	struct buf credit = { 0 };
	bool media = is_media(b, figure);
	words_credit(&credit, b->n->j, figure);
	if (credit.len) {
		open_block(b, media ? "media-producer" : "p");
		markup_puts(b->m, buf_text(&credit));
		markup_close(b->m);
	}
	if (media)
		markup_close(b->m);
	newsml_done(b->n, &credit);
}

/* -- the walk ------------------------------------------------------------- */

/* What says nothing is left out; an empty cell holds its place. */
static bool says_nothing(const struct body *b, const node *at)
{
	const bool may_be =
		at->element == PRFMT_EL_TH || at->element == PRFMT_EL_TD ||
		at->element == PRFMT_EL_HR || at->element == PRFMT_EL_BR ||
		at->element == PRFMT_EL_FIGURE || at == b->lead;
	return !at->first && !may_be;
}

/* Is this node told by its tags and its content? */
static bool is_plain(const struct body *b, const node *at)
{
	return at->element > 0 && row_of(at)->kind != ROW_SKIP &&
	       at->element != PRFMT_EL_FOOTNOTE &&
	       at->element != PRFMT_EL_SPEAKER && !says_nothing(b, at);
}

static void enter(struct body *b, struct walk *w)
{
	const node *at = w->node;
	if (!is_plain(b, at)) {
		if (at->element == PRFMT_EL_FOOTNOTE)
			footnote(b, at);
		if (at->element == PRFMT_EL_SPEAKER)
			speaker(b, at);
		walk_skip(w);
		return;
	}
	const char *tag = tag_of(b, at);
	const char *inner = inner_of(b, at);
	if (tag && row_of(at)->kind == ROW_BLOCK)
		open_block(b, tag);
	else if (tag)
		markup_open(b->m, tag);
	if (tag)
		attrs_of(b, at, tag);
	if (inner)
		markup_open(b->m, inner);
	if (at->element == PRFMT_EL_FIGURE)
		figure_enter(b, at);
	if (at->element == PRFMT_EL_Q)
		markup_puts(b->m, words_quote_open(at));
	if (at == b->lead)
		dateline(b, true);
}

static void leave(struct body *b, const node *at)
{
	if (!is_plain(b, at))
		return;
	if (at->element == PRFMT_EL_Q)
		markup_puts(b->m, words_quote_close(at));
	if (at->element == PRFMT_EL_FIGURE)
		figure_leave(b, at);
	/* the speaker closed the block that the quote opened */
	if (inner_of(b, at) && !(at->element == PRFMT_EL_QUOTE &&
	                         node_child(at, PRFMT_EL_SPEAKER)))
		markup_close(b->m);
	if (tag_of(b, at))
		markup_close(b->m);
	/* the words on both sides of a br stay two where tags go */
	if (at->element == PRFMT_EL_BR && b->form == FORM_NITF)
		markup_raw(b->m, "\n");
}

/* Between two blocks the host may stop it: all is closed that was opened. */
static bool stopped(struct body *b)
{
	status st = job_poll(b->n->j, PRFMT_STAGE_DRAW, 0, b->m->out->buf.len);
	if (st && !b->m->out->status)
		b->m->out->status = st;
	return b->m->out->status != PRFMT_OK;
}

/* What stands in a node, without the node itself. */
static void inside(struct body *b, const node *top)
{
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		if (w.node == top)
			continue;
		if (e == WALK_ENTER && w.node->parent == top && stopped(b))
			return;
		if (w.node->element == PRFMT_EL_TEXT)
			markup_text(b->m,
			            (struct span){ w.node->text, w.node->len });
		else if (e == WALK_ENTER)
			enter(b, &w);
		else
			leave(b, w.node);
	}
}

/* -- sections ------------------------------------------------------------- */

static const char *head_tag(const struct body *b)
{
	return b->form == FORM_XHTML ? "h2" : "hl2";
}

/* A node's content in a block of its own. */
static void rich(struct body *b, const char *tag, const node *from)
{
	if (!from || !from->first)
		return;
	open_block(b, tag);
	own_lang(b, from);
	inside(b, from);
	markup_close(b->m);
}

static void plain(struct body *b, const char *tag, const char *text)
{
	if (!text[0])
		return;
	open_block(b, tag);
	markup_puts(b->m, text);
	markup_close(b->m);
}

static void opening(struct body *b)
{
	const node *head = b->n->head;
	const node *fact = node_child(head, PRFMT_EL_FACT);
	for (const node *s = node_child(head, PRFMT_EL_SUBHEAD); s;
	     s = node_sibling(s, PRFMT_EL_SUBHEAD))
		rich(b, head_tag(b), s);
	if (fact)
		open_block(b, "ul");
	for (const node *f = fact; f; f = node_sibling(f, PRFMT_EL_FACT))
		rich(b, "li", f);
	if (fact)
		markup_close(b->m);
}

/* The dateline opens the first paragraph; it stands alone where the text
   begins with something else. */
static void text(struct body *b)
{
	const node *body = release_body(b->n->j->rel);
	const node *first = body ? body->first : NULL;
	while (first && first->element < 0)
		first = first->next;
	if (words_has_dateline(b->n->j)) {
		if (first && first->element == PRFMT_EL_P) {
			b->lead = first;
		} else {
			open_block(b, "p");
			dateline(b, false);
			markup_close(b->m);
		}
	}
	if (body)
		inside(b, body);
}

/* A note may hold notes: they come behind it. */
static void notes(struct body *b)
{
	for (; b->notes_told < b->note_count; b->notes_told++) {
		const node *note = b->notes[b->notes_told];
		open_block(b, "p");
		own_lang(b, note);
		mark(b, b->notes_told + 1);
		markup_puts(b->m, " ");
		inside(b, note);
		markup_close(b->m);
	}
}

static void heading(struct body *b, const node *section)
{
	const node *given = node_child(section, PRFMT_EL_HEADING);
	struct buf label = { 0 };
	if (given && given->first) {
		rich(b, head_tag(b), given);
		return;
	}
	words_heading(&label, b->n->j, section);
	plain(b, head_tag(b), buf_text(&label));
	newsml_done(b->n, &label);
}

static void sections(struct body *b, prfmt_element e)
{
	for (const node *s = node_child(b->n->back, e); s;
	     s = node_sibling(s, e)) {
		heading(b, s);
		inside(b, s);
	}
}

static void events(struct body *b)
{
	const struct job *j = b->n->j;
	const node *event = node_child(b->n->head, PRFMT_EL_EVENT);
	if (event && !node_child(b->n->back, PRFMT_EL_NOTES))
		plain(b, head_tag(b), lang_label(j->lang, LABEL_NOTES));
	for (; event; event = node_sibling(event, PRFMT_EL_EVENT)) {
		struct buf said = { 0 };
		words_event(&said, j, event);
		plain(b, "p", buf_text(&said));
		newsml_done(b->n, &said);
	}
}

static void attachments(struct body *b)
{
	const node *a = node_child(b->n->back, PRFMT_EL_ATTACHMENT);
	if (a)
		plain(b, head_tag(b),
		      lang_label(b->n->j->lang, LABEL_ATTACHMENTS));
	for (; a; a = node_sibling(a, PRFMT_EL_ATTACHMENT)) {
		struct buf src = { 0 };
		const char *title = node_get(a, PRFMT_AT_TITLE);
		bool linked = source(b, &src, a);
		if (!linked)
			left_out(b, a);
		if (title && title[0]) {
			open_block(b, "p");
			if (linked) {
				markup_open(b->m, "a");
				markup_attr(b->m, "href", buf_text(&src));
			}
			markup_puts(b->m, title);
			if (linked)
				markup_close(b->m);
			markup_close(b->m);
		}
		newsml_done(b->n, &src);
	}
}

/* -- contacts ------------------------------------------------------------- */

/* One line of a contact; the first one has no br before it. */
static void contact_line(struct body *b, bool *begun, const char *label,
                         const char *line)
{
	if (!line[0])
		return;
	if (*begun) {
		markup_void(b->m, "br");
		markup_close_void(b->m);
		markup_raw(b->m, "\n");
	}
	*begun = true;
	if (label) {
		markup_puts(b->m, label);
		markup_puts(b->m,
		            lang_label(b->n->j->lang, LABEL_COLON));
	}
	markup_puts(b->m, line);
}

static void contact_lines(struct body *b, bool *begun, const node *contact,
                          prfmt_element e)
{
	const struct job *j = b->n->j;
	for (const node *c = node_child(contact, e); c;
	     c = node_sibling(c, e)) {
		struct buf line = { 0 };
		const char *label = NULL;
		if (e == PRFMT_EL_TEL) {
			label = words_tel_type(j, c);
			if (!label)
				label = lang_label(j->lang, LABEL_TEL);
		}
		if (e == PRFMT_EL_ADDRESS)
			words_address(&line, j, c);
		else
			words_flat(&line, j, c);
		contact_line(b, begun, label, buf_text(&line));
		newsml_done(b->n, &line);
	}
}

static void contact_who(struct body *b, bool *begun, const node *contact)
{
	static const prfmt_element parts[] = { PRFMT_EL_NAME, PRFMT_EL_ROLE,
		                               PRFMT_EL_ORG };
	struct buf line = { 0 };
	for (size_t i = 0; i < COUNT(parts); i++) {
		const node *part = node_child(contact, parts[i]);
		if (!part || !part->first)
			continue;
		if (line.len)
			buf_puts(&line, lang_label(b->n->j->lang,
			                           LABEL_COMMA));
		words_flat(&line, b->n->j, part);
	}
	const char *purpose = words_contact_for(b->n->j, contact);
	if (line.len)
		contact_line(b, begun, purpose, buf_text(&line));
	else if (purpose)
		contact_line(b, begun, NULL, purpose);
	newsml_done(b->n, &line);
}

static void contacts(struct body *b)
{
	static const prfmt_element parts[] = { PRFMT_EL_TEL, PRFMT_EL_EMAIL,
		                               PRFMT_EL_URL, PRFMT_EL_ADDRESS,
		                               PRFMT_EL_HOURS };
	const node *c = node_child(b->n->back, PRFMT_EL_CONTACT);
	if (c)
		plain(b, head_tag(b), lang_label(b->n->j->lang, LABEL_CONTACT));
	for (; c; c = node_sibling(c, PRFMT_EL_CONTACT)) {
		bool begun = false;
		if (!c->first)
			continue;
		open_block(b, "p");
		own_lang(b, c);
		contact_who(b, &begun, c);
		for (size_t i = 0; i < COUNT(parts); i++)
			contact_lines(b, &begun, c, parts[i]);
		markup_close(b->m);
	}
}

/* -- all of it ------------------------------------------------------------ */

void newsml_body(struct newsml *n, enum newsml_form form)
{
	struct body b = { .n = n, .m = &n->m, .form = form };
	if (!words_body_shown(n->j)) {
		struct buf notice = { 0 };
		newsml_notice(&notice, n->j);
		plain(&b, "p", buf_text(&notice));
		newsml_done(n, &notice);
		return;
	}
	opening(&b);
	text(&b);
	notes(&b);
	sections(&b, PRFMT_EL_ABOUT);
	sections(&b, PRFMT_EL_LEGAL);
	sections(&b, PRFMT_EL_NOTES);
	events(&b);
	notes(&b);
	attachments(&b);
	contacts(&b);
	mem_free(b.notes);
}

void newsml_xhtml(struct newsml *n)
{
	struct markup *m = &n->m;
	struct buf title = { 0 };
	words_headline(&title, n->j);
	markup_line(m);
	markup_open(m, "inlineXML");
	markup_attr(m, "contenttype", "application/xhtml+xml");
	markup_attr(m, "xml:lang", n->j->tag);
	markup_attr(m, "dir", newsml_dir(n));
	markup_open(m, "html");
	markup_attr(m, "xmlns", "http://www.w3.org/1999/xhtml");
	markup_attr(m, "xml:lang", n->j->tag);
	markup_attr(m, "dir", newsml_dir(n));
	markup_open(m, "head");
	markup_leaf(m, "title", buf_text(&title));
	markup_close(m);
	markup_open(m, "body");
	newsml_body(n, FORM_XHTML);
	markup_raw(m, "\n");
	markup_close(m);
	markup_close(m);
	markup_close(m);
	newsml_done(n, &title);
}
