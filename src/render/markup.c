/* markup.c - elements, attributes and texts in; escaped markup out. */
#include "render/markup.h"

#include "base/alloc.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

void markup_start(struct markup *m, struct sink *out, enum markup_kind kind)
{
	*m = (struct markup){ .out = out, .kind = kind };
}

void markup_end(struct markup *m)
{
	assert(m->depth == 0 || m->out->status);
	mem_free(m->names);
	m->names = NULL;
}

static void put(struct markup *m, const char *text)
{
	sink_put(m->out, text, strlen(text));
}

static void finish_tag(struct markup *m)
{
	if (m->in_tag)
		put(m, ">");
	m->in_tag = false;
}

static void push(struct markup *m, struct markup_name name)
{
	void *names = m->names;
	if (!mem_room(&names, m->depth, &m->cap, sizeof *m->names)) {
		if (!m->out->status)
			m->out->status = PRFMT_ENOMEM;
		return;
	}
	m->names = names;
	m->names[m->depth++] = name;
}

static void put_name(struct markup *m, struct markup_name name)
{
	put(m, name.prefix);
	if (name.prefix[0])
		put(m, ":");
	put(m, name.local);
}

void markup_open_qualified(struct markup *m, const char *prefix,
                           const char *local)
{
	struct markup_name name = { prefix, local };
	finish_tag(m);
	put(m, "<");
	put_name(m, name);
	m->in_tag = true;
	push(m, name);
}

void markup_open(struct markup *m, const char *name)
{
	markup_open_qualified(m, "", name);
}

static const char *escape_of(char byte, bool attr)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\r':
		return "&#13;";
	case '"':
		return attr ? "&quot;" : NULL;
	case '\n':
		return attr ? "&#10;" : NULL;
	case '\t':
		return attr ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

static void escaped(struct markup *m, struct span s, bool attr)
{
	size_t done = 0;
	for (size_t i = 0; i < s.len; i++) {
		const char *escape = escape_of(s.at[i], attr);
		if (!escape)
			continue;
		sink_put(m->out, s.at + done, i - done);
		put(m, escape);
		done = i + 1;
	}
	sink_put(m->out, s.at + done, s.len - done);
}

void markup_attr_span(struct markup *m, const char *name, struct span value)
{
	assert(m->in_tag);
	put(m, " ");
	put(m, name);
	put(m, "=\"");
	escaped(m, value, true);
	put(m, "\"");
}

void markup_attr(struct markup *m, const char *name, const char *value)
{
	if (value)
		markup_attr_span(m, name, text_span(value));
}

void markup_attr_uint(struct markup *m, const char *name, uint64_t value)
{
	struct buf b = { 0 };
	buf_uint(&b, value);
	if (b.status && !m->out->status)
		m->out->status = b.status;
	markup_attr(m, name, buf_text(&b));
	buf_free(&b);
}

void markup_text(struct markup *m, struct span text)
{
	if (!text.len)
		return;
	finish_tag(m);
	escaped(m, text, false);
}

void markup_puts(struct markup *m, const char *text)
{
	markup_text(m, text_span(text));
}

void markup_raw(struct markup *m, const char *text)
{
	finish_tag(m);
	put(m, text);
}

void markup_close(struct markup *m)
{
	if (m->out->status)
		return;
	assert(m->depth > 0);
	struct markup_name name = m->names[--m->depth];
	if (m->in_tag && m->kind == MARKUP_XML) {
		m->in_tag = false;
		put(m, "/>");
		return;
	}
	finish_tag(m);
	put(m, "</");
	put_name(m, name);
	put(m, ">");
}

void markup_leaf(struct markup *m, const char *name, const char *text)
{
	markup_open(m, name);
	markup_puts(m, text);
	markup_close(m);
}

void markup_void(struct markup *m, const char *name)
{
	markup_open(m, name);
}

void markup_close_void(struct markup *m)
{
	if (m->out->status)
		return;
	assert(m->depth > 0 && m->in_tag);
	m->depth--;
	m->in_tag = false;
	put(m, m->kind == MARKUP_XML ? "/>" : ">");
}

void markup_line(struct markup *m)
{
	finish_tag(m);
	put(m, "\n");
	for (size_t i = 0; i < m->depth; i++)
		put(m, "  ");
}
