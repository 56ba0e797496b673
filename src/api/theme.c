/* theme.c - the public calls about themes: a name, a file or bytes in. */
#include "api/context.h"
#include "asset/asset.h"
#include "base/text.h"
#include "read/read.h"
#include "theme/read.h"

#include <string.h>

const char *prfmt_theme_at(size_t i)
{
	const struct theme *t = theme_at(i);
	return t ? t->name : NULL;
}

prfmt_status prfmt_theme_named(prfmt_ctx *ctx, const char *name,
                               prfmt_theme **out)
{
	if (out)
		*out = NULL;
	if (!ctx || !name || !out)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	const struct theme *t = theme_named(name);
	if (!t)
		return PRFMT_EINVAL;
	*out = theme_new(t);
	return *out ? PRFMT_OK : PRFMT_ENOMEM;
}

static status read_span(prfmt_ctx *ctx, const struct buf *text,
                        const char *name, prfmt_theme **out)
{
	return theme_read(buf_view(text), name, &ctx->limits, &ctx->diags,
	                  out);
}

/* -- the logo beside the file --------------------------------------------- */

static status say_logo(prfmt_ctx *ctx, const struct theme *t, status st,
                       const char *why)
{
	diags_source(&ctx->diags, t->source, t->source_text);
	diags_say(&ctx->diags, CODE_THEME_LOGO, t->logo_at, 0,
	          "\"%.80s\" cannot be used: %s", t->logo_src, why);
	diags_source(&ctx->diags, "", (struct span){ "", 0 });
	return st;
}

static status keep_logo(prfmt_ctx *ctx, prfmt_theme *t, const prfmt_blob *b)
{
	struct image info;
	if (!image_probe(b->data, b->len, &info) || info.kind == IMAGE_SVG)
		return say_logo(ctx, &t->look, PRFMT_EASSET,
		                "it is no JPEG or PNG");
	t->look.logo.at = arena_copy(&t->arena, b->data, b->len);
	t->look.logo.len = b->len;
	return t->look.logo.at ? PRFMT_OK : PRFMT_ENOMEM;
}

static status load_logo(prfmt_ctx *ctx, prfmt_theme *t, const char *path)
{
	prfmt_asset_request what = PRFMT_INIT(prfmt_asset_request);
	prfmt_blob blob = PRFMT_INIT(prfmt_blob);
	struct buf folder = { 0 };
	prfmt_dir *dir = NULL;
	const char *slash = strrchr(path, '/');
	what.uri = t->look.logo_src;
	what.element = PRFMT_EL_LOGO;
	what.max_bytes = ctx->limits.asset_bytes;
	buf_span(&folder, slash ? (struct span){ path, (size_t)(slash - path) }
	                        : text_span("."));
	status st = folder.status;
	if (!st)
		st = prfmt_dir_open(folder.len ? buf_text(&folder) : "/",
		                    &dir);
	buf_free(&folder);
	if (!st)
		st = prfmt_dir_asset(dir, &what, &blob);
	if (!st)
		st = keep_logo(ctx, t, &blob);
	else if (st != PRFMT_ENOMEM)
		st = say_logo(ctx, &t->look, st,
		              st == PRFMT_ELIMIT
		                      ? "it is too large (limit asset_bytes)"
		                      : "it is not there, or not below the "
		                        "folder");
	if (blob.done)
		blob.done(dir, blob.data);
	prfmt_dir_close(dir);
	return st;
}

prfmt_status prfmt_theme_file(prfmt_ctx *ctx, const char *path,
                              prfmt_theme **out)
{
	struct buf text = { 0 };
	prfmt_theme *t = NULL;
	if (out)
		*out = NULL;
	if (!ctx || !path || !out)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	status st = read_text_file(path, &ctx->limits, &ctx->diags, &text);
	if (!st)
		st = read_span(ctx, &text, path, &t);
	if (!st && t->look.logo_src)
		st = load_logo(ctx, t, path);
	buf_free(&text);
	if (st)
		theme_free(t);
	else
		*out = t;
	return st;
}

prfmt_status prfmt_theme_memory(prfmt_ctx *ctx, const void *data, size_t len,
                                const char *name, prfmt_theme **out)
{
	struct buf text = { 0 };
	if (out)
		*out = NULL;
	if (!ctx || (!data && len) || !out)
		return PRFMT_EINVAL;
	if (len == PRFMT_NTS)
		len = strlen(data);
	if (!name)
		name = "theme";
	diags_clear(&ctx->diags);
	diags_source(&ctx->diags, name, (struct span){ "", 0 });
	status st = read_text((struct span){ len ? data : "", len },
	                      &ctx->limits, &ctx->diags, &text);
	if (!st)
		st = read_span(ctx, &text, name, out);
	buf_free(&text);
	return st;
}

void prfmt_theme_free(prfmt_theme *theme)
{
	theme_free(theme);
}
