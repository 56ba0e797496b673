/* render.c - the public render calls: to a callback, to memory, to a file. */
#include "api/context.h"
#include "base/alloc.h"
#include "base/sys.h"
#include "model/release.h"

#include <errno.h>
#include <string.h>

static status rendered(prfmt_ctx *ctx, const prfmt_release *rel,
                       prfmt_format f, const prfmt_render_options *opt,
                       struct sink *out, prfmt_report *report)
{
	prfmt_report said = PRFMT_INIT(prfmt_report);
	prfmt_release *normal = NULL;
	sink_start(out, ctx->limits.output_bytes);
	status st = release_normal(rel, &ctx->limits, &ctx->diags, &normal);
	if (!st)
		st = render_release(normal ? normal : rel, f, opt,
		                    &ctx->limits, &ctx->cache, &ctx->diags,
		                    out, &said);
	release_free(normal);
	if (st)
		return st;
	said.bytes = out->buf.len;
	if (report) {
		size_t size = report->size < sizeof said ? report->size
		                                         : sizeof said;
		said.size = report->size;
		memcpy(report, &said, size);
	}
	return PRFMT_OK;
}

prfmt_status prfmt_render(prfmt_ctx *ctx, const prfmt_release *rel,
                          prfmt_format f, const prfmt_render_options *opt,
                          prfmt_write_fn write, void *user,
                          prfmt_report *report)
{
	struct sink out;
	if (!ctx || !rel || !write)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	status st = rendered(ctx, rel, f, opt, &out, report);
	if (!st && write(user, buf_text(&out.buf), out.buf.len))
		st = PRFMT_EIO;
	sink_free(&out);
	return st;
}

prfmt_status prfmt_render_memory(prfmt_ctx *ctx, const prfmt_release *rel,
                                 prfmt_format f,
                                 const prfmt_render_options *opt, void **out,
                                 size_t *len, prfmt_report *report)
{
	struct sink made;
	if (out)
		*out = NULL;
	if (len)
		*len = 0;
	if (!ctx || !rel || !out || !len)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	status st = rendered(ctx, rel, f, opt, &made, report);
	if (!st) {
		*out = made.buf.at; /* prfmt_free is mem_free */
		*len = made.buf.len;
		made.buf = (struct buf){ 0 };
	}
	sink_free(&made);
	return st;
}

static void cannot_write(prfmt_ctx *ctx, const char *path, int error)
{
	diags_source(&ctx->diags, path, (struct span){ "", 0 });
	diags_say(&ctx->diags, CODE_IO, (struct place){ 0, 0, 0 }, 0,
	          "cannot write it: %s", sys_reason(error));
}

static prfmt_target target_at(const prfmt_target *targets, size_t i)
{
	prfmt_target t = PRFMT_INIT(prfmt_target);
	/* the caller's structs may be of another version's size */
	const char *at = (const char *)targets + i * targets->size;
	memcpy(&t, at, targets->size < sizeof t ? targets->size : sizeof t);
	return t;
}

static status stage(prfmt_ctx *ctx, const prfmt_release *rel,
                    const prfmt_target *t, const prfmt_render_options *opt,
                    struct staged **staged)
{
	struct sink out;
	status st = rendered(ctx, rel, t->format, opt, &out, t->report);
	if (!st)
		st = sink_stage(t->path, buf_text(&out.buf), out.buf.len,
		                staged);
	if (st == PRFMT_EIO)
		cannot_write(ctx, t->path, errno);
	sink_free(&out);
	return st;
}

/* All are tried, so that all that is wrong is said. */
static status stage_all(prfmt_ctx *ctx, const prfmt_release *rel,
                        const prfmt_target *targets, size_t count,
                        const prfmt_render_options *opt,
                        struct staged **staged)
{
	status first = PRFMT_OK;
	for (size_t i = 0; i < count; i++) {
		prfmt_target t = target_at(targets, i);
		status st = t.path ? stage(ctx, rel, &t, opt, &staged[i])
		                   : PRFMT_EINVAL;
		if (st == PRFMT_ENOMEM || st == PRFMT_ECANCEL)
			return st;
		first = first ? first : st;
	}
	return first;
}

static status publish_all(prfmt_ctx *ctx, const prfmt_target *targets,
                          size_t count, struct staged **staged)
{
	for (size_t i = 0; i < count; i++) {
		status st = sink_publish(staged[i]);
		staged[i] = NULL;
		if (st == PRFMT_EIO)
			cannot_write(ctx, target_at(targets, i).path, errno);
		if (st)
			return st;
	}
	return PRFMT_OK;
}

prfmt_status prfmt_render_files(prfmt_ctx *ctx, const prfmt_release *rel,
                                const prfmt_target *targets, size_t count,
                                const prfmt_render_options *opt)
{
	if (!ctx || !rel || !targets || !count)
		return PRFMT_EINVAL;
	diags_clear(&ctx->diags);
	struct staged **staged = mem_zero(count, sizeof(struct staged *));
	if (!staged)
		return PRFMT_ENOMEM;
	status st = stage_all(ctx, rel, targets, count, opt, staged);
	if (!st)
		st = publish_all(ctx, targets, count, staged);
	for (size_t i = 0; i < count; i++)
		sink_discard(staged[i]);
	mem_free(staged);
	return st;
}

prfmt_status prfmt_render_file(prfmt_ctx *ctx, const prfmt_release *rel,
                               prfmt_format f, const prfmt_render_options *opt,
                               const char *path, prfmt_report *report)
{
	prfmt_target one = PRFMT_INIT(prfmt_target);
	one.format = f;
	one.path = path;
	one.report = report;
	return prfmt_render_files(ctx, rel, &one, 1, opt);
}

void prfmt_free(void *data)
{
	mem_free(data);
}
