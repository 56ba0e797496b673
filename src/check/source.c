/* source.c - a piece of a text node in; its place in the source out. */
#include "base/text.h"
#include "check/check.h"

#include <string.h>

/* The cursor walks along: a release is looked at from front to back, so that
   all its places together cost one pass over the source. */
static void to_line(struct cursor *at, struct span source, uint32_t line)
{
	while (at->line > line || (at->line == line && at->col > 1)) {
		while (at->offset > 0 && source.at[at->offset - 1] != '\n')
			at->offset--;
		at->col = 1;
		if (at->line == line || !at->offset)
			return;
		at->line--;
		at->offset--;
		at->col = 2; /* the end of the line before, wherever that is */
	}
	while (at->line < line) {
		const char *end = memchr(source.at + at->offset, '\n',
		                         source.len - at->offset);
		if (!end)
			return;
		at->offset = (size_t)(end - source.at) + 1;
		at->line++;
		at->col = 1;
	}
}

static void step(struct cursor *at, struct span source)
{
	bool line = source.at[at->offset] == '\n';
	at->offset++;
	while (at->offset < source.len &&
	       ((unsigned char)source.at[at->offset] & 0xC0) == 0x80)
		at->offset++;
	at->col = line ? 1 : at->col + 1;
	at->line += line;
}

static bool to_place(struct check *c, struct span source, struct place place)
{
	struct cursor *at = &c->cursor;
	if (!at->line)
		*at = (struct cursor){ .line = 1, .col = 1 };
	if (at->line != place.line || at->col > place.col)
		to_line(at, source, place.line);
	while (at->line == place.line && at->col < place.col &&
	       at->offset < source.len)
		step(at, source);
	return at->line == place.line && at->col == place.col;
}

static size_t count_before(struct span text, struct span piece)
{
	size_t count = 0;
	for (const char *p = text.at; p < piece.at; p++)
		count += !memcmp(p, piece.at, piece.len);
	return count;
}

enum { SEARCH_SPARE = 4096 }; /* bytes that references may add to a text */

struct place check_place(struct check *c, const node *text, struct span piece,
                         struct span written)
{
	struct span source = { c->rel->text, c->rel->text_len };
	struct span all = { text->text, text->len };
	if (!text->at.line || !source.len || !to_place(c, source, text->at))
		return text->at;
	struct cursor at = c->cursor;
	size_t skip = count_before(all, piece);
	size_t end = at.offset + 2 * text->len + SEARCH_SPARE;
	end = end < source.len ? end : source.len;
	for (; at.offset + written.len <= end; step(&at, source)) {
		if (memcmp(source.at + at.offset, written.at, written.len) != 0)
			continue;
		if (skip--)
			continue;
		uint32_t count = (uint32_t)text_count(written.at, written.len);
		return (struct place){ at.line, at.col, at.col + count };
	}
	return text->at;
}
