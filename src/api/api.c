/* api.c - the public calls: arguments are judged here, then it goes inward. */
#include "api/context.h"
#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"
#include "check/check.h"
#include "model/release.h"
#include "read/read.h"

#include <string.h>

#define TEXT(x) #x
#define VERSION(a, b, c) TEXT(a) "." TEXT(b) "." TEXT(c)

const char *prfmt_version(void)
{
	return VERSION(PRFMT_VERSION_MAJOR, PRFMT_VERSION_MINOR,
	               PRFMT_VERSION_PATCH);
}

const char *prfmt_status_name(prfmt_status s)
{
	switch (s) {
	case PRFMT_OK:
		return "ok";
	case PRFMT_EINVAL:
		return "invalid";
	case PRFMT_ENOMEM:
		return "memory";
	case PRFMT_EIO:
		return "io";
	case PRFMT_ESYNTAX:
		return "syntax";
	case PRFMT_ECONTENT:
		return "content";
	case PRFMT_ELIMIT:
		return "limit";
	case PRFMT_EASSET:
		return "asset";
	case PRFMT_ECANCEL:
		return "cancelled";
	case PRFMT_EFONT:
		return "font";
	case PRFMT_EFORMAT:
		return "format";
	case PRFMT_EINTERNAL:
		return "internal";
	}
	return "unknown";
}

const prfmt_format_info *prfmt_format_at(size_t i)
{
	return format_at(i);
}

const prfmt_rule *prfmt_rule_at(size_t i)
{
	return i < CODE_COUNT ? code_info((enum code)i) : NULL;
}

prfmt_format prfmt_format_from_name(const char *name)
{
	for (size_t i = 0; name && format_at(i); i++)
		if (!strcmp(name, format_at(i)->name))
			return format_at(i)->format;
	return (prfmt_format)0;
}

/* -- context -------------------------------------------------------------- */

static status copy_dirs(prfmt_ctx *ctx, const char *const *dirs)
{
	size_t count = 0;
	while (dirs[count])
		count++;
	ctx->font_dirs = mem_zero(count + 1, sizeof *ctx->font_dirs);
	for (size_t i = 0; ctx->font_dirs && i < count; i++) {
		size_t size = strlen(dirs[i]) + 1;
		ctx->font_dirs[i] = mem_alloc(size);
		if (!ctx->font_dirs[i])
			return PRFMT_ENOMEM;
		memcpy(ctx->font_dirs[i], dirs[i], size);
	}
	ctx->cache.font_dirs = (const char *const *)ctx->font_dirs;
	return ctx->font_dirs ? PRFMT_OK : PRFMT_ENOMEM;
}

static status mute(prfmt_ctx *ctx, const char *const *codes)
{
	for (; *codes; codes++) {
		enum code c = code_find(*codes);
		if (c == CODE_COUNT || code_info(c)->severity == PRFMT_ERROR)
			return PRFMT_EINVAL;
		ctx->mute[c] = true;
	}
	ctx->diags.mute = ctx->mute;
	return PRFMT_OK;
}

prfmt_status prfmt_ctx_new(const prfmt_options *given, prfmt_ctx **out)
{
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	if (!out)
		return PRFMT_EINVAL;
	*out = NULL;
	if (given)
		memcpy(&opt, given,
		       given->size < sizeof opt ? given->size : sizeof opt);
	prfmt_ctx *ctx = mem_zero(1, sizeof *ctx);
	if (!ctx)
		return PRFMT_ENOMEM;
	ctx->limits = limits_fill(opt.limits);
	diags_start(&ctx->diags, ctx->limits.diagnostics);
	status st = PRFMT_OK;
	if (opt.font_dirs)
		st = copy_dirs(ctx, opt.font_dirs);
	if (!st && opt.mute)
		st = mute(ctx, opt.mute);
	if (st)
		prfmt_ctx_free(ctx);
	else
		*out = ctx;
	return st;
}

void prfmt_ctx_free(prfmt_ctx *ctx)
{
	if (!ctx)
		return;
	render_cache_free(&ctx->cache);
	for (size_t i = 0; ctx->font_dirs && ctx->font_dirs[i]; i++)
		mem_free(ctx->font_dirs[i]);
	mem_free(ctx->font_dirs);
	diags_free(&ctx->diags);
	mem_free(ctx);
}

/* -- read ----------------------------------------------------------------- */

prfmt_status prfmt_read_file(prfmt_ctx *ctx, const char *path,
                             const prfmt_read_options *opt,
                             prfmt_release **out)
{
	if (out)
		*out = NULL;
	if (!ctx || !path || !out)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	return read_file(path, opt, &ctx->limits, &ctx->diags, out);
}

prfmt_status prfmt_read_memory(prfmt_ctx *ctx, const void *data, size_t len,
                               const prfmt_read_options *opt,
                               prfmt_release **out)
{
	if (out)
		*out = NULL;
	if (!ctx || (!data && len) || !out)
		return PRFMT_EINVAL;
	if (len == PRFMT_NTS)
		len = strlen(data);
	diags_clear(&ctx->diags);
	return read_memory(len ? data : "", len, opt, &ctx->limits,
	                   &ctx->diags, out);
}

void prfmt_release_free(prfmt_release *rel)
{
	release_free(rel);
}

/* -- walk ----------------------------------------------------------------- */

prfmt_node *prfmt_release_root(const prfmt_release *rel)
{
	return rel ? rel->root : NULL;
}

prfmt_node *prfmt_node_child(const prfmt_node *n, prfmt_element e)
{
	return (prfmt_node *)(uintptr_t)node_child(n, e);
}

prfmt_element prfmt_node_element(const prfmt_node *n)
{
	return n ? n->element : PRFMT_EL_TEXT;
}

const char *prfmt_node_get(const prfmt_node *n, prfmt_attr a)
{
	return node_get(n, a);
}

const char *prfmt_node_text(const prfmt_node *n, size_t *len)
{
	if (len)
		*len = n ? n->len : 0;
	return n ? n->text : NULL;
}

const prfmt_node *prfmt_node_parent(const prfmt_node *n)
{
	/* the document above the root is ours alone */
	return n && n->parent && n->parent->parent ? n->parent : NULL;
}

const prfmt_node *prfmt_node_first(const prfmt_node *n)
{
	return n ? n->first : NULL;
}

const prfmt_node *prfmt_node_next(const prfmt_node *n)
{
	return n && n->parent && n->parent->parent ? n->next : NULL;
}

const char *prfmt_element_name(prfmt_element e)
{
	return e > 0 && (int)e < ELEMENT_COUNT ? element_info(e)->name : NULL;
}

const char *prfmt_attr_name(prfmt_attr a)
{
	return attr_name(a);
}

prfmt_element prfmt_element_from_name(const char *name)
{
	return element_find(text_span(name));
}

prfmt_attr prfmt_attr_from_name(const char *name)
{
	return attr_find(text_span(name));
}

/* -- check ---------------------------------------------------------------- */

prfmt_status prfmt_check(prfmt_ctx *ctx, const prfmt_release *rel,
                         uint32_t formats)
{
	if (!ctx || !rel)
		return PRFMT_EINVAL;
	prfmt_release *normal = NULL;
	diags_clear(&ctx->diags);
	status st = release_normal(rel, &ctx->limits, &ctx->diags, &normal);
	if (!st)
		st = check_release(normal ? normal : rel, formats,
		                   &ctx->diags);
	release_free(normal);
	return st;
}

size_t prfmt_diag_count(const prfmt_ctx *ctx)
{
	return ctx ? ctx->diags.count : 0;
}

const prfmt_diag *prfmt_diag_at(const prfmt_ctx *ctx, size_t i)
{
	return ctx && i < ctx->diags.count ? &ctx->diags.items[i] : NULL;
}

size_t prfmt_diag_dropped(const prfmt_ctx *ctx)
{
	return ctx ? ctx->diags.dropped : 0;
}
