/* arena.c - chunks of malloc handed out in pieces. */
#include "base/arena.h"

#include "base/alloc.h"

#include <stdalign.h>
#include <string.h>

enum { CHUNK = 16 << 10 };

struct arena_chunk {
	struct arena_chunk *next;
	size_t used;
	size_t cap;
	alignas(max_align_t) unsigned char data[];
};

static struct arena_chunk *chunk_new(struct arena *a, size_t need)
{
	size_t cap = need > CHUNK ? need : CHUNK;
	size_t bytes = 0;
	if (!size_add(cap, sizeof(struct arena_chunk), &bytes))
		return NULL;
	struct arena_chunk *c = mem_alloc(bytes);
	if (!c)
		return NULL;
	c->used = 0;
	c->cap = cap;
	/* a big piece gets a chunk of its own, behind the one being filled */
	if (a->head && need > CHUNK / 4) {
		c->next = a->head->next;
		a->head->next = c;
	} else {
		c->next = a->head;
		a->head = c;
	}
	return c;
}

static void *take(struct arena *a, size_t size, size_t align)
{
	size_t padded = 0;
	if (!size_add(size, align, &padded))
		return NULL;
	struct arena_chunk *c = a->head;
	size_t at = c ? (c->used + align - 1) / align * align : 0;
	if (!c || at > c->cap || size > c->cap - at) {
		c = chunk_new(a, padded);
		if (!c)
			return NULL;
		at = 0;
	}
	c->used = at + size;
	a->bytes += size;
	return c->data + at;
}

void *arena_zero(struct arena *a, size_t size)
{
	void *p = take(a, size, alignof(max_align_t));
	if (p)
		memset(p, 0, size);
	return p;
}

char *arena_copy(struct arena *a, const char *at, size_t len)
{
	size_t size = 0;
	char *p = size_add(len, 1, &size) ? take(a, size, 1) : NULL;
	if (!p)
		return NULL;
	if (len)
		memcpy(p, at, len);
	p[len] = '\0';
	return p;
}

void arena_free(struct arena *a)
{
	struct arena_chunk *c = a->head;
	while (c) {
		struct arena_chunk *next = c->next;
		mem_free(c);
		c = next;
	}
	*a = (struct arena){ 0 };
}
