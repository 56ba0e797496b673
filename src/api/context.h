/* context.h - what a context holds; known to the api alone. */
#ifndef API_CONTEXT_H
#define API_CONTEXT_H

#include "base/base.h"
#include "base/diag.h"
#include "render/render.h"

struct prfmt_ctx {
	prfmt_limits limits;
	struct diags diags;
	struct render_cache cache;
	bool mute[CODE_COUNT + 1]; /* for diags; the last: no code */
	char **font_dirs; /* NULL-terminated copies; NULL: the system's */
};

#endif
