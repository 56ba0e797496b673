/* layout_text.c - texts and inline elements in; stretches of a paragraph with
   their tags, links and footnotes out. */
#include "base/alloc.h"
#include "base/text.h"
#include "base/uri.h"
#include "model/walk.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

static void add(struct layout *l, struct para_text *t, struct span text,
                const struct para_span *as)
{
	status st = para_add(t, text, as);
	if (st)
		layout_fail(l, st);
}

void layout_words(struct layout *l, struct para_text *t, struct span text,
                  enum style_id style, unsigned face, struct tag *tag)
{
	struct para_span as = { .face = layout_style(l, style)->face | face,
		.hue = layout_style(l, style)->hue, .tag = tag };
	add(l, t, text, &as);
}

double layout_natural(struct layout *l, struct span text, enum style_id style,
                      unsigned face)
{
	struct para_text t = { 0 };
	struct para_setting how = { .theme = l->theme,
		.style = layout_style(l, style), .lang = l->job->tag };
	layout_words(l, &t, text, style, face, NULL);
	double width = para_natural(l->context, &t, &how);
	para_text_free(&t);
	return width;
}

static struct tag *link_tag(struct layout *l, struct tag *parent,
                            uint64_t order, struct span address)
{
	struct buf href = { 0 };
	struct buf uri = { 0 };
	struct tag *tag = NULL;
	if (words_href(&href, address)) {
		uri_encode(&uri, buf_view(&href));
		tag = tag_add(&l->arena, parent, TAG_LINK, order);
		if (tag)
			tag->uri = layout_copy(l, buf_text(&uri));
		else
			layout_fail(l, PRFMT_ENOMEM);
	}
	buf_free(&href);
	buf_free(&uri);
	return tag;
}

void layout_link(struct layout *l, struct para_text *t, struct span text,
                 enum style_id style, struct tag *tag, uint64_t order,
                 const char *href, double room)
{
	struct tag *link = link_tag(l, tag, order | t->text.len,
	                            text_span(href));
	struct para_span as = { .face = layout_style(l, style)->face,
		.hue = link ? HUE_LINK : layout_style(l, style)->hue,
		.tag = link ? link : tag };
	as.no_break = layout_natural(l, text, style, 0) <= room;
	if (link) {
		struct buf title = { 0 };
		buf_span(&title, text);
		link->title = layout_copy(l, buf_text(&title));
		buf_free(&title);
	}
	add(l, t, text, &as);
}

void layout_label(struct layout *l, struct span text, enum style_id style,
                  unsigned face, enum hue hue, double hang, double at)
{
	l->label_tag = layout_tag(l, l->here, TAG_LBL);
	l->label_hang = hang;
	l->label_at = at;
	para_text_free(&l->label);
	if (!l->label_tag)
		return;
	struct para_span as = { .face = layout_style(l, style)->face | face,
		.hue = hue, .tag = l->label_tag };
	add(l, &l->label, text, &as);
}

void layout_newline(struct layout *l, struct para_text *t,
                    const struct para_span *as)
{
	struct para_span separator = *as;
	separator.hidden = true;
	add(l, t, text_span(" "), as);
	add(l, t, text_span("\xE2\x80\xA8"), &separator); /* U+2028 */
}

/* What inline elements are open, below the block's node. */
struct inlines {
	struct layout *l;
	struct para_text *t;
	struct level {
		const node *node;
		struct tag *tag;
		struct para_span as;
	} *levels;
	size_t depth;
	size_t cap;
	uint64_t order;
	enum style_id style;
	struct note **notes;
};

static void level_push(struct inlines *in, struct level level)
{
	void *levels = in->levels;
	if (!mem_room(&levels, in->depth, &in->cap, sizeof *in->levels)) {
		layout_fail(in->l, PRFMT_ENOMEM);
		return;
	}
	in->levels = levels;
	in->levels[in->depth++] = level;
}

static unsigned face_of(const node *n, unsigned face)
{
	switch (n->element) {
	case PRFMT_EL_EM:
		return face ^ FACE_ITALIC; /* upright in italic text */
	case PRFMT_EL_STRONG:
		return face | FACE_BOLD;
	case PRFMT_EL_CODE:
		return face | FACE_MONO;
	default:
		return face;
	}
}

static int shift_of(const node *n, int shift)
{
	return n->element == PRFMT_EL_SUP   ? SHIFT_SUP
	       : n->element == PRFMT_EL_SUB ? SHIFT_SUB
	                                    : shift;
}

static struct tag *inline_tag(struct inlines *in, const node *n,
                              struct tag *parent)
{
	struct layout *l = in->l;
	uint64_t order = in->order | in->t->text.len;
	struct tag *tag = parent;
	const char *lang = node_get(n, PRFMT_AT_LANG);
	if (n->element == PRFMT_EL_A) {
		struct tag *link = link_tag(l, parent, order,
		                            node_get_span(n, PRFMT_AT_HREF));
		struct buf title = { 0 };
		words_flat(&title, l->job, n);
		if (link)
			link->title = layout_copy(l, buf_text(&title));
		buf_free(&title);
		tag = link ? link : parent;
	} else if (n->element == PRFMT_EL_CODE || lang) {
		tag = tag_add(&l->arena, parent,
		              n->element == PRFMT_EL_CODE ? TAG_CODE
		                                          : TAG_SPAN,
		              order);
		if (!tag)
			layout_fail(l, PRFMT_ENOMEM);
	}
	if (lang && tag && tag != parent)
		tag->lang = layout_copy(l, lang);
	return tag ? tag : parent;
}

static void quote_mark(struct inlines *in, const node *q, bool open)
{
	const char *mark = open ? words_quote_open(q) : words_quote_close(q);
	add(in->l, in->t, text_span(mark), &in->levels[in->depth - 1].as);
}

static void footnote(struct inlines *in, const node *n)
{
	struct layout *l = in->l;
	const struct level *top = &in->levels[in->depth - 1];
	struct note *note = arena_zero(&l->arena, sizeof *note);
	struct tag *block = in->levels[0].tag;
	struct tag *mark = tag_add(&l->arena, top->tag, TAG_REFERENCE,
	                           in->order | in->t->text.len);
	struct tag *tag = tag_add(&l->arena, block, TAG_NOTE,
	                          in->order | 0xFF000000u | l->note_count);
	if (!note || !mark || !tag) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	note->number = ++l->note_count;
	note->node = n;
	note->tag = tag;
	note->offset = in->t->text.len;
	note->all_next = l->all_notes;
	l->all_notes = note;
	struct buf number = { 0 };
	struct para_span as = top->as;
	buf_uint(&number, note->number);
	as.shift = SHIFT_SUP;
	as.face &= ~(unsigned)FACE_ITALIC;
	as.tag = mark;
	as.hue = HUE_LINK;
	as.no_break = true;
	add(l, in->t, buf_view(&number), &as);
	buf_free(&number);
	struct note **end = in->notes;
	while (end && *end)
		end = &(*end)->next;
	if (end)
		*end = note;
}

static void inline_enter(struct inlines *in, const node *n)
{
	struct level level = in->levels[in->depth - 1];
	level.node = n;
	level.tag = inline_tag(in, n, level.tag);
	level.as.tag = level.tag;
	level.as.face = face_of(n, level.as.face);
	level.as.shift = shift_of(n, level.as.shift);
	if (level.tag && level.tag->type == TAG_LINK)
		level.as.hue = HUE_LINK;
	if (node_get(n, PRFMT_AT_LANG))
		level.as.lang = node_get(n, PRFMT_AT_LANG);
	level_push(in, level);
	if (n->element == PRFMT_EL_Q)
		quote_mark(in, n, true);
}

/* The line ends of pre, the only ones that come so far, are like a br's. */
static void inline_text(struct inlines *in, const node *text)
{
	const struct para_span *as = &in->levels[in->depth - 1].as;
	struct span rest = { text->text, text->len };
	while (rest.len) {
		const char *end = memchr(rest.at, '\n', rest.len);
		size_t len = end ? (size_t)(end - rest.at) : rest.len;
		add(in->l, in->t, (struct span){ rest.at, len }, as);
		if (end)
			layout_newline(in->l, in->t, as);
		len += end ? 1 : 0;
		rest = (struct span){ rest.at + len, rest.len - len };
	}
}

void layout_inline(struct layout *l, struct para_text *t, const node *n,
                   struct tag *tag, enum style_id style, uint64_t order,
                   struct note **notes)
{
	struct inlines in = { .l = l, .t = t, .order = order, .style = style,
		.notes = notes };
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	level_push(&in, (struct level){ .node = n, .tag = tag,
		.as = { .face = layout_style(l, style)->face,
			.hue = layout_style(l, style)->hue, .tag = tag } });
	while (!l->status && n && (e = walk_next(&w)) != WALK_DONE) {
		const node *at = w.node;
		if (at->element == PRFMT_EL_TEXT) {
			inline_text(&in, at);
		} else if (at == n || at->element < 0) {
			if (e == WALK_ENTER && at->element < 0)
				walk_skip(&w);
		} else if (at->element == PRFMT_EL_FOOTNOTE) {
			if (e == WALK_ENTER)
				footnote(&in, at);
			walk_skip(&w);
		} else if (at->element == PRFMT_EL_BR) {
			if (e == WALK_ENTER)
				layout_newline(l, t,
				               &in.levels[in.depth - 1].as);
		} else if (e == WALK_ENTER) {
			inline_enter(&in, at);
		} else {
			if (at->element == PRFMT_EL_Q)
				quote_mark(&in, at, false);
			in.depth--;
		}
	}
	mem_free(in.levels);
}
