/* base.h - the few words that every file speaks. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <prfmt/prfmt.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef prfmt_status status;
#define MUST_USE PRFMT_MUST_USE
#if defined(__GNUC__)
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#else
#define PRINTF_LIKE(f, a)
#endif
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct span { /* text that somebody else owns */
	const char *at;
	size_t len;
};

struct place { /* in a source; 1-based, columns in code points; 0: unknown */
	uint32_t line;
	uint32_t col;
	uint32_t end;
};

#endif
