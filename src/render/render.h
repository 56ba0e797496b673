/* render.h - the formats there are, and one call to render in any of them. */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "base/base.h"
#include "base/diag.h"
#include "model/release.h"
#include "sink/sink.h"

const prfmt_format_info *format_at(size_t i); /* NULL: past the end */

/* What a context keeps between renders. */
struct render_cache {
	const char *const *font_dirs;
	void *fonts; /* of the PDF half; NULL until needed */
};
void render_cache_free(struct render_cache *c);

status render_release(const prfmt_release *rel, prfmt_format f,
                      const prfmt_render_options *opt,
                      const prfmt_limits *limits, struct render_cache *cache,
                      struct diags *d, struct sink *out,
                      prfmt_report *report) MUST_USE;

#endif
