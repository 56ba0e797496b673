/* alloc.c - the only door to malloc. */
#include "base/alloc.h"

#include <stdlib.h>

bool size_add(size_t a, size_t b, size_t *sum)
{
	*sum = a + b;
	return *sum >= a;
}

bool size_mul(size_t a, size_t b, size_t *product)
{
	*product = a * b;
	return a == 0 || *product / a == b;
}

void *mem_alloc(size_t size)
{
	return malloc(size ? size : 1);
}

void *mem_zero(size_t count, size_t size)
{
	return calloc(count ? count : 1, size ? size : 1);
}

void *mem_grow(void *old, size_t size)
{
	return realloc(old, size ? size : 1);
}

void mem_free(void *p)
{
	free(p);
}

bool mem_room(void **items, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return true;
	size_t more = *cap ? *cap : 8;
	size_t next = 0;
	size_t bytes = 0;
	if (!size_add(*cap, more, &next) || !size_mul(next, size, &bytes))
		return false;
	void *grown = mem_grow(*items, bytes);
	if (!grown)
		return false;
	*items = grown;
	*cap = next;
	return true;
}
