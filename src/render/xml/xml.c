/* xml.c - a release's tree in, its canonical XML out: whole or public. */
#include "base/text.h"
#include "model/walk.h"
#include "render/job.h"
#include "render/markup.h"

#include <string.h>

struct writer {
	struct markup m;
	bool public_form;
	size_t inside; /* elements open whose content is written as it is */
};

/* Its children stand on lines of their own. */
static bool is_structure(const node *n)
{
	switch (element_info(n->element)->content) {
	case CONTENT_BLOCKS:
	case CONTENT_CHILDREN:
	case CONTENT_SEQUENCE:
	case CONTENT_PAIRS:
	case CONTENT_CELLS:
		return true;
	case CONTENT_FLOW:
		return node_is_blockish(n);
	case CONTENT_EMPTY:
	case CONTENT_TEXT:
	case CONTENT_PRE:
	case CONTENT_RICH:
	case CONTENT_ANY:
		return false;
	}
	return false;
}

static bool is_left_out(const struct writer *w, const node *n)
{
	return w->public_form &&
	       (n->element < 0 || n->element == PRFMT_EL_INTERNAL ||
	        n->element == PRFMT_EL_EDNOTE);
}

/* Attributes in the order of the table, whatever order they came in. */
static void attributes(struct writer *w, const node *n)
{
	for (int a = 1; a < ATTR_COUNT; a++) {
		const struct attr *one = node_attr(n, (prfmt_attr)a);
		if (one)
			markup_attr_span(&w->m, attr_name(one->id),
			                 (struct span){ one->value, one->len });
	}
}

static void qualified(struct buf *b, const char *prefix, const char *local)
{
	if (prefix[0]) {
		buf_puts(b, prefix);
		buf_byte(b, ':');
	}
	buf_puts(b, local);
}

/* Frees a name; where it failed, so does the result. */
static void made(struct writer *w, struct buf *name)
{
	if (name->status && !w->m.out->status)
		w->m.out->status = name->status;
	buf_free(name);
}

static void declare(struct writer *w, const char *prefix, const char *uri)
{
	struct buf name = { 0 };
	buf_puts(&name, "xmlns");
	if (prefix[0])
		buf_byte(&name, ':');
	buf_puts(&name, prefix);
	markup_attr(&w->m, buf_text(&name), uri);
	made(w, &name);
}

/* Is the prefix declared by an earlier attribute, or the element itself? */
static bool declared_here(const struct raw *raw, const struct raw_attr *upto)
{
	if (raw->local[0] && !strcmp(raw->prefix, upto->prefix))
		return true;
	for (const struct raw_attr *a = raw->attrs; a != upto; a = a->next)
		if (!strcmp(a->prefix, upto->prefix))
			return true;
	return false;
}

static void foreign_attributes(struct writer *w, const struct raw *raw)
{
	for (const struct raw_attr *a = raw->attrs; a; a = a->next) {
		bool known = !a->uri[0] || !strcmp(a->prefix, "xml");
		if (!known && !declared_here(raw, a))
			declare(w, a->prefix, a->uri);
		struct buf name = { 0 };
		qualified(&name, a->prefix, a->local);
		markup_attr_span(&w->m, buf_text(&name),
		                 (struct span){ a->value, a->len });
		made(w, &name);
	}
}

static void open_foreign(struct writer *w, const node *n)
{
	const struct raw *raw = n->raw;
	const node *up = n->parent;
	bool same = up->element == PRFMT_EL_FOREIGN && up->raw &&
	            !strcmp(up->raw->prefix, raw->prefix) &&
	            !strcmp(up->raw->uri, raw->uri);
	markup_open_qualified(&w->m, raw->prefix, raw->local);
	if (!same)
		declare(w, raw->prefix, raw->uri);
	foreign_attributes(w, raw);
}

static void enter(struct writer *w, const node *n)
{
	struct markup *m = &w->m;
	bool own_line = !w->inside && n->parent->element > 0;
	switch (n->element) {
	case PRFMT_EL_TEXT:
		markup_text(m, (struct span){ n->text, n->len });
		return;
	case PRFMT_EL_COMMENT:
		if (own_line)
			markup_line(m);
		markup_raw(m, "<!--");
		markup_raw(m, n->text);
		markup_raw(m, "-->");
		return;
	case PRFMT_EL_PI:
		if (own_line)
			markup_line(m);
		markup_raw(m, "<?");
		markup_raw(m, n->raw->local);
		if (n->len)
			markup_raw(m, " ");
		markup_raw(m, n->text);
		markup_raw(m, "?>");
		return;
	default:
		break;
	}
	if (own_line)
		markup_line(m);
	if (n->element == PRFMT_EL_FOREIGN) {
		open_foreign(w, n);
		w->inside++;
		return;
	}
	markup_open(m, element_info(n->element)->name);
	if (n->element == PRFMT_EL_RELEASE)
		markup_attr(m, "xmlns", RELEASE_NS);
	attributes(w, n);
	if (n->raw && !w->public_form)
		foreign_attributes(w, n->raw);
	if (w->inside || !is_structure(n))
		w->inside++;
}

static bool has_lines(const struct writer *w, const node *n)
{
	for (const node *c = n->first; c; c = c->next)
		if (!is_left_out(w, c))
			return true;
	return false;
}

static void leave(struct writer *w, const node *n)
{
	if (w->inside) {
		w->inside--;
	} else if (has_lines(w, n)) {
		/* the end tag stands under the start tag */
		w->m.depth--;
		markup_line(&w->m);
		w->m.depth++;
	}
	markup_close(&w->m);
}

static status write(struct job *j, struct sink *out, bool public_form)
{
	struct writer w = { .public_form = public_form };
	markup_start(&w.m, out, MARKUP_XML);
	markup_raw(&w.m, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (const node *top = j->rel->document.first; top; top = top->next) {
		struct walk walk = walk_start(top);
		enum walk_event e = WALK_DONE;
		if (is_left_out(&w, top))
			continue;
		while (!out->status && (e = walk_next(&walk)) != WALK_DONE) {
			if (e == WALK_EXIT) {
				if (!is_left_out(&w, walk.node))
					leave(&w, walk.node);
			} else if (is_left_out(&w, walk.node)) {
				walk_skip(&walk);
			} else {
				enter(&w, walk.node);
			}
		}
		markup_raw(&w.m, "\n");
	}
	markup_end(&w.m);
	return out->status;
}

status render_xml(struct job *j, struct sink *out)
{
	return write(j, out, false);
}

status render_xml_public(struct job *j, struct sink *out)
{
	return write(j, out, true);
}
