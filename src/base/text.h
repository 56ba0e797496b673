/* text.h - UTF-8 and ASCII, without a locale. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/base.h"

/* One code point from at most len bytes; its bytes are returned, 0 when they
   are not UTF-8 (RFC 3629: no surrogates, nothing overlong). */
size_t text_next(const char *at, size_t len, uint32_t *cp);
size_t text_put(uint32_t cp, char bytes[4]); /* UTF-8; the count */
/* True if all is UTF-8; else *bad is the offset of the first bad byte. */
bool text_valid(const char *at, size_t len, size_t *bad);
/* May XML 1.0 carry it (production 2)? */
bool text_xml_char(uint32_t cp);
size_t text_count(const char *at, size_t len); /* code points */

bool text_is_blank(char byte); /* space, tab, CR, LF, FF */
bool text_all_blank(struct span s);
struct span text_trim(struct span s);
bool text_is_digit(char byte);
bool text_is_alpha(char byte); /* ASCII */
bool text_is_cjk(uint32_t cp); /* written without spaces: Han, kana … */

struct span text_span(const char *nul_terminated); /* NULL: empty */
bool text_equal(struct span a, struct span b);
bool text_is(struct span a, const char *b);
bool text_same(struct span a, struct span b); /* ASCII case ignored */
bool text_starts(struct span a, const char *prefix);
bool text_ends(struct span a, const char *suffix);

/* The next blank-separated word of *rest; false: none left. */
bool text_word(struct span *rest, struct span *word);

/* Edit distance (Damerau, adjacent swaps count 1), cut off at `most` + 1. */
size_t text_distance(struct span a, struct span b, size_t most);

/* A digits-only number that fits; false if it is not one. */
bool text_uint(struct span s, uint64_t *value);
bool text_int(struct span s, int64_t *value); /* the same with a sign */

#endif
