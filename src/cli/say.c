/* say.c - a context's diagnostics in, lines for people and editors out. */
#include "cli/say.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const severities[] = {
	[PRFMT_NOTE] = "note",
	[PRFMT_WARNING] = "warning",
	[PRFMT_ERROR] = "error",
};

/* A tab stays a tab, everything else is one blank, up to the column. */
static void caret(const prfmt_diag *d)
{
	uint32_t column = 1;
	fprintf(stderr, "  %s\n  ", d->excerpt);
	for (const char *p = d->excerpt; *p && column < d->column; p++) {
		if (((unsigned char)*p & 0xC0) == 0x80)
			continue;
		fputc(*p == '\t' ? '\t' : ' ', stderr);
		column++;
	}
	fputc('^', stderr);
	for (uint32_t i = d->column + 1; i < d->end_column; i++)
		fputc('~', stderr);
	fputc('\n', stderr);
}

static void say(const prfmt_diag *d, bool terminal)
{
	fprintf(stderr, "%s:", d->source[0] ? d->source : "prfmt");
	if (d->line)
		fprintf(stderr, "%u:%u:", (unsigned)d->line,
		        (unsigned)d->column);
	fprintf(stderr, " %s: %s: %s", severities[d->severity], d->code,
	        d->message);
	if (d->hint[0])
		fprintf(stderr, " (%s)", d->hint);
	fputc('\n', stderr);
	if (terminal && d->excerpt && d->column)
		caret(d);
}

void say_all(const prfmt_ctx *ctx, bool errors_only)
{
	bool terminal = isatty(STDERR_FILENO);
	size_t count = prfmt_diag_count(ctx);
	for (size_t i = 0; i < count; i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		if (!errors_only || d->severity == PRFMT_ERROR)
			say(d, terminal);
	}
	size_t dropped = prfmt_diag_dropped(ctx);
	if (dropped)
		fprintf(stderr, "prfmt: %zu more\n", dropped);
}
