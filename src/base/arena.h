/* arena.h - memory that is freed all at once. Pointers stay where they are. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/base.h"

struct arena_chunk;
struct arena { /* all zero: empty */
	struct arena_chunk *head;
	size_t bytes; /* taken so far */
};

void *arena_zero(struct arena *a, size_t size) MUST_USE; /* NULL: no memory */
/* A copy with a NUL behind it; NULL: no memory. */
char *arena_copy(struct arena *a, const char *at, size_t len) MUST_USE;
void arena_free(struct arena *a); /* empty again */

#endif
