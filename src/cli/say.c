/* say.c - a context's diagnostics in, lines for people and editors out. */
#include "cli/say.h"

#include "cli/width.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
	COLUMNS_MOST = 100, /* of an excerpt; a paragraph may be one line */
	COLUMNS_BEFORE = 40 /* its finding, where it is cut */
};

const char *say_severity(prfmt_severity severity)
{
	switch (severity) {
	case PRFMT_NOTE:
		return "note";
	case PRFMT_WARNING:
		return "warning";
	case PRFMT_ERROR:
		return "error";
	}
	return "error";
}

/* Columns of the screen from a line's start up to a column of the source. */
static size_t columns_up_to(const char *line, uint32_t column)
{
	size_t columns = 0;
	uint32_t cp = 0;
	for (uint32_t i = 1; *line && i < column; i++) {
		line += width_next(line, &cp);
		columns += width_of(cp);
	}
	return columns;
}

/* Where the character of a column is shown: a mark that joins the character
   before it, below that. */
static size_t shown_at(const char *line, uint32_t column)
{
	size_t columns = 0;
	size_t base = 0;
	uint32_t cp = 0;
	for (uint32_t i = 1; *line; i++) {
		line += width_next(line, &cp);
		if (width_of(cp))
			base = columns;
		if (i == column)
			return base;
		columns += width_of(cp);
	}
	return columns;
}

static void put(char byte, size_t times)
{
	while (times--)
		fputc(byte, stderr);
}

/* The part of the line that lies in [from, to). */
static void put_line(const char *line, size_t from, size_t to)
{
	size_t at = 0;
	uint32_t cp = 0;
	while (*line) {
		size_t bytes = width_next(line, &cp);
		size_t next = at + width_of(cp);
		if (at < from && next > from)
			put(' ', next - from); /* half of a wide one */
		else if (at >= from && next <= to)
			fwrite(line, 1, bytes, stderr);
		at = next;
		line += bytes;
	}
}

static void caret(const prfmt_diag *d)
{
	const char *line = d->excerpt;
	size_t all = columns_up_to(line, UINT32_MAX);
	size_t start = shown_at(line, d->column);
	size_t end = columns_up_to(line, d->end_column ? d->end_column
	                                               : d->column + 1);
	size_t from = 0;
	if (all > COLUMNS_MOST && start > COLUMNS_BEFORE)
		from = start - COLUMNS_BEFORE;
	size_t to = all - from > COLUMNS_MOST ? from + COLUMNS_MOST : all;
	fputs(from ? "  …" : "  ", stderr);
	put_line(line, from, to);
	fputs(to < all ? "…\n" : "\n", stderr);
	put(' ', start - from + (from ? 3 : 2));
	fputc('^', stderr);
	end = end > to ? to : end;
	if (end > start + 1)
		put('~', end - start - 1);
	fputc('\n', stderr);
}

static void line(const char *source, const prfmt_diag *d)
{
	fprintf(stderr, "%s:", source);
	if (d->line)
		fprintf(stderr, "%u:%u:", (unsigned)d->line,
		        (unsigned)d->column);
	fprintf(stderr, " %s: %s: %s", say_severity(d->severity), d->code,
	        d->message);
	if (d->hint[0])
		fprintf(stderr, " (%s)", d->hint);
	fputc('\n', stderr);
}

void say_all(const prfmt_ctx *ctx, const struct say *s)
{
	if (s->how == SAY_JSON) {
		say_json(ctx, s);
		return;
	}
	bool human = s->how == SAY_HUMAN ||
	             (s->how == SAY_AUTO && isatty(STDERR_FILENO));
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		if (s->errors_only && d->severity != PRFMT_ERROR)
			continue;
		line(d->source[0] ? d->source : "prfmt", d);
		if (human && d->excerpt && d->column)
			caret(d);
	}
	size_t dropped = prfmt_diag_dropped(ctx);
	if (dropped)
		fprintf(stderr, "prfmt: %zu more\n", dropped);
	if (s->failure)
		fprintf(stderr, "prfmt: %s: %s\n", s->source, s->failure);
}
