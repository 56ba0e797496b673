/* limits.c - the caller's limits in, a full set out. */
#include "base/limits.h"

#include <string.h>

static size_t or_else(size_t given, size_t usual)
{
	return given ? given : usual;
}

prfmt_limits limits_fill(const prfmt_limits *given)
{
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	if (given) {
		size_t known = given->size < sizeof l ? given->size : sizeof l;
		memcpy(&l, given, known);
		l.size = sizeof l;
	}
	l.input_bytes = or_else(l.input_bytes, LIMIT_INPUT_BYTES);
	l.nodes = or_else(l.nodes, LIMIT_NODES);
	l.depth = or_else(l.depth, LIMIT_DEPTH);
	l.block_bytes = or_else(l.block_bytes, LIMIT_BLOCK_BYTES);
	l.attrs = or_else(l.attrs, LIMIT_ATTRS);
	l.assets = or_else(l.assets, LIMIT_ASSETS);
	l.asset_bytes = or_else(l.asset_bytes, LIMIT_ASSET_BYTES);
	l.image_pixels = or_else(l.image_pixels, LIMIT_IMAGE_PIXELS);
	l.pages = or_else(l.pages, LIMIT_PAGES);
	l.output_bytes = or_else(l.output_bytes, LIMIT_OUTPUT_BYTES);
	l.diagnostics = or_else(l.diagnostics, LIMIT_DIAGNOSTICS);
	return l;
}
