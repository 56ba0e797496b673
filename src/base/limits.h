/* limits.h - every limit and its default, in one place. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include "base/base.h"

#define LIMIT_INPUT_BYTES ((size_t)16 << 20)
#define LIMIT_NODES ((size_t)1000000)
#define LIMIT_DEPTH ((size_t)64)
#define LIMIT_BLOCK_BYTES ((size_t)64 << 10)
#define LIMIT_ATTRS ((size_t)64)
#define LIMIT_ASSETS ((size_t)64)
#define LIMIT_ASSET_BYTES ((size_t)32 << 20)
#define LIMIT_IMAGE_PIXELS ((size_t)64 * 1000 * 1000)
#define LIMIT_PAGES ((size_t)5000)
#define LIMIT_OUTPUT_BYTES ((size_t)256 << 20)
#define LIMIT_DIAGNOSTICS ((size_t)100)

/* The given limits (NULL: none given) with the defaults put in for zeros. */
prfmt_limits limits_fill(const prfmt_limits *given);

#endif
