/* buf.h - bytes that grow. Errors stick: check `status` once at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/base.h"

struct buf { /* all zero: empty */
	char *at; /* NUL-terminated once something was added */
	size_t len;
	size_t cap;
	status status;
};

void buf_add(struct buf *b, const void *data, size_t len);
void buf_puts(struct buf *b, const char *text);
void buf_span(struct buf *b, struct span text);
void buf_byte(struct buf *b, char byte);
void buf_cp(struct buf *b, uint32_t cp); /* as UTF-8 */
void buf_uint(struct buf *b, uint64_t value);
void buf_uint_wide(struct buf *b, uint64_t value, unsigned digits); /* 007 */
/* With at most `digits` decimals, no trailing zeros; never a locale's comma. */
void buf_decimal(struct buf *b, double value, unsigned digits);
void buf_clear(struct buf *b); /* empty; memory and an error are kept */
void buf_free(struct buf *b);
/* A part of `whole` is used up: freed, and where it failed, so did `whole`. */
void buf_used(struct buf *whole, struct buf *part);
/* The text so far, "" when empty or failed. */
const char *buf_text(const struct buf *b);
struct span buf_view(const struct buf *b); /* the same with its length */

#endif
