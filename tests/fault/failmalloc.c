/* failmalloc.c - preloaded, it lets one allocation of a process fail, or all
   from one on. FAILMALLOC="N once" or "N on"; "0 count" lets none fail. What
   was asked for in all is written to the descriptor FAILMALLOC_FD as text. */
#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* glibc's own, beside the names that this file takes. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);
void *memalign(size_t alignment, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **out, size_t alignment, size_t size);

static atomic_ulong calls;
static atomic_ulong fail_at; /* 0: none */
static atomic_int fail_on;   /* all from there on */
static atomic_int counting;  /* the program itself has begun */

__attribute__((constructor)) static void begin(void)
{
	const char *order = getenv("FAILMALLOC");
	if (!order)
		return;
	fail_at = strtoul(order, NULL, 10);
	fail_on = strstr(order, " once") == NULL;
	counting = 1;
}

__attribute__((destructor)) static void end(void)
{
	const char *fd = getenv("FAILMALLOC_FD");
	char text[24];
	size_t at = sizeof text;
	unsigned long n = calls;
	counting = 0;
	text[--at] = '\n';
	do {
		text[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	if (fd && write(atoi(fd), text + at, sizeof text - at) < 0)
		_exit(99);
}

static int fails(void)
{
	if (!counting)
		return 0;
	unsigned long n = ++calls;
	if (!fail_at || n < fail_at || (n > fail_at && !fail_on))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size)
{
	return fails() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return memalign(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
	void *p = memalign(alignment, size);
	if (!p)
		return ENOMEM;
	*out = p;
	return 0;
}
