/* alloc.h - memory and sizes that cannot wrap. */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include "base/base.h"

void *mem_alloc(size_t size) MUST_USE;               /* NULL: none left */
void *mem_zero(size_t count, size_t size) MUST_USE;  /* zeroed */
void *mem_grow(void *old, size_t size) MUST_USE;     /* NULL: old stays */
void mem_free(void *p);

bool size_add(size_t a, size_t b, size_t *sum) MUST_USE; /* false: wraps */
bool size_mul(size_t a, size_t b, size_t *product) MUST_USE;

/* Room for one more item of `size` bytes in *items (count used of *cap).
   False: no memory; nothing has changed. */
bool mem_room(void **items, size_t count, size_t *cap, size_t size) MUST_USE;

#endif
