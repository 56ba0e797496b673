/* nitf.c - a release in, the NITF 3.6 rendition out: its head, its body.head
   and the block that holds the text. */
#include "render/newsml/newsml.h"

#include "render/words.h"

#define NITF_NS "http://iptc.org/std/NITF/2006-10-18/"

static void line(struct newsml *n, const char *name, const char *text)
{
	if (!text[0])
		return;
	markup_raw(&n->m, "\n");
	markup_leaf(&n->m, name, text);
}

/* The subheads stand in the block: there clients read them. */
static void hedline(struct newsml *n, const char *headline)
{
	if (!headline[0])
		return;
	markup_open(&n->m, "hedline");
	markup_leaf(&n->m, "hl1", headline);
	markup_close(&n->m);
}

static void bylines(struct newsml *n)
{
	for (const node *a = node_child(n->head, PRFMT_EL_AUTHOR); a;
	     a = node_sibling(a, PRFMT_EL_AUTHOR)) {
		struct buf *by = newsml_text(n);
		words_author(by, n->j, a);
		line(n, "byline", buf_text(by));
	}
}

static void dateline(struct newsml *n)
{
	const node *from = node_child(n->head, PRFMT_EL_DATELINE);
	const node *date = node_child(from, PRFMT_EL_DATE);
	struct buf *text = newsml_text(n);
	words_dateline_place(text, n->j);
	if (!text->len)
		return;
	markup_raw(&n->m, "\n");
	markup_open(&n->m, "dateline");
	markup_leaf(&n->m, "location", buf_text(text));
	if (date && date->first) {
		text = newsml_text(n);
		words_flat(text, n->j, date);
		markup_puts(&n->m, lang_label(n->j->lang, LABEL_COMMA));
		markup_leaf(&n->m, "story.date", buf_text(text));
	}
	markup_close(&n->m);
}

static void abstract(struct newsml *n)
{
	struct buf *text = newsml_text(n);
	words_flat(text, n->j, node_child(n->head, PRFMT_EL_SUMMARY));
	if (!text->len || !words_body_shown(n->j))
		return;
	markup_raw(&n->m, "\n");
	markup_open(&n->m, "abstract");
	markup_leaf(&n->m, "p", buf_text(text));
	markup_close(&n->m);
}

static void frame(struct newsml *n, const char *headline)
{
	struct markup *m = &n->m;
	markup_open(m, "nitf");
	markup_attr(m, "xmlns", NITF_NS);
	markup_attr(m, "version", "-//IPTC//DTD NITF 3.6//EN");
	markup_attr(m, "baselang", n->j->tag);
	markup_open(m, "head");
	markup_leaf(m, "title", headline);
	markup_close(m);
	markup_open(m, "body");
	markup_open(m, "body.head");
	hedline(n, headline);
	bylines(n);
	dateline(n);
	abstract(n);
	markup_close(m);
	/* without a block, clients find no text */
	markup_open(m, "body.content");
	markup_open(m, "block");
	newsml_body(n, FORM_NITF);
	markup_raw(m, "\n");
	markup_close(m);
	markup_close(m);
	markup_close(m);
	markup_close(m);
}

void newsml_nitf(struct newsml *n)
{
	struct buf headline = { 0 };
	words_headline(&headline, n->j);
	markup_line(&n->m);
	markup_open(&n->m, "inlineXML");
	markup_attr(&n->m, "contenttype", "application/nitf+xml");
	markup_attr(&n->m, "xml:lang", n->j->tag);
	markup_attr(&n->m, "dir", newsml_dir(n));
	frame(n, buf_text(&headline));
	markup_close(&n->m);
	newsml_done(n, &headline);
}
