/* buf.c - pieces in, one growing array of bytes out. */
#include "base/buf.h"

#include "base/alloc.h"
#include "base/text.h"

#include <string.h>

void buf_add(struct buf *b, const void *data, size_t len)
{
	if (b->status)
		return;
	size_t need = 0;
	if (!size_add(b->len, len, &need) || !size_add(need, 1, &need)) {
		b->status = PRFMT_ENOMEM;
		return;
	}
	if (need > b->cap) {
		size_t cap = b->cap < 64 ? 64 : b->cap;
		while (cap < need)
			cap = cap > SIZE_MAX / 2 ? need : cap * 2;
		char *grown = mem_grow(b->at, cap);
		if (!grown) {
			b->status = PRFMT_ENOMEM;
			return;
		}
		b->at = grown;
		b->cap = cap;
	}
	if (len)
		memcpy(b->at + b->len, data, len);
	b->len += len;
	b->at[b->len] = '\0';
}

void buf_puts(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void buf_span(struct buf *b, struct span text)
{
	buf_add(b, text.at, text.len);
}

void buf_byte(struct buf *b, char byte)
{
	buf_add(b, &byte, 1);
}

void buf_cp(struct buf *b, uint32_t cp)
{
	char bytes[4];
	buf_add(b, bytes, text_put(cp, bytes));
}

void buf_uint_wide(struct buf *b, uint64_t value, unsigned digits)
{
	char text[24];
	size_t at = sizeof text;
	do {
		text[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	while (sizeof text - at < digits && at > 0)
		text[--at] = '0';
	buf_add(b, text + at, sizeof text - at);
}

void buf_uint(struct buf *b, uint64_t value)
{
	buf_uint_wide(b, value, 1);
}

void buf_decimal(struct buf *b, double value, unsigned digits)
{
	uint64_t scale = 1;
	for (unsigned i = 0; i < digits; i++)
		scale *= 10;
	if (!(value > -1e12 && value < 1e12))
		value = 0; /* no page, picture or price is that far out */
	bool minus = value < 0;
	uint64_t scaled =
		(uint64_t)((minus ? -value : value) * (double)scale + 0.5);
	uint64_t rest = scaled % scale;
	if (minus && scaled)
		buf_byte(b, '-');
	buf_uint(b, scaled / scale);
	if (!rest)
		return;
	while (rest % 10 == 0) {
		rest /= 10;
		digits--;
	}
	buf_byte(b, '.');
	buf_uint_wide(b, rest, digits);
}

void buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->at)
		b->at[0] = '\0';
}

void buf_free(struct buf *b)
{
	mem_free(b->at);
	*b = (struct buf){ 0 };
}

const char *buf_text(const struct buf *b)
{
	return b->at && !b->status ? b->at : "";
}

struct span buf_view(const struct buf *b)
{
	const char *text = buf_text(b);
	return (struct span){ text, b->at && !b->status ? b->len : 0 };
}

void buf_used(struct buf *whole, struct buf *part)
{
	if (part->status && !whole->status)
		whole->status = part->status;
	buf_free(part);
}
