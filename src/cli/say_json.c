/* say_json.c - a context's diagnostics in, one JSON array out (RFC 8259). */
#include "cli/say.h"
#include "cli/width.h"

#include <stdio.h>

/* ASCII alone, so that no terminal, log or pipe changes it. */
static void string(const char *text)
{
	uint32_t cp = 0;
	fputc('"', stderr);
	while (*text) {
		text += width_next(text, &cp);
		if (cp == '"' || cp == '\\')
			fprintf(stderr, "\\%c", (char)cp);
		else if (cp >= 0x20 && cp < 0x7F)
			fputc((int)cp, stderr);
		else if (cp < 0x10000)
			fprintf(stderr, "\\u%04x", (unsigned)cp);
		else
			fprintf(stderr, "\\u%04x\\u%04x",
			        (unsigned)(0xD7C0 + (cp >> 10)),
			        (unsigned)(0xDC00 + (cp & 0x3FF)));
	}
	fputc('"', stderr);
}

static void member(const char *name, const char *value)
{
	fprintf(stderr, "\"%s\": ", name);
	string(value);
	fputs(", ", stderr);
}

static void formats(uint32_t set)
{
	const char *between = "";
	fputs("\"formats\": [", stderr);
	for (size_t i = 0; prfmt_format_at(i); i++) {
		const prfmt_format_info *f = prfmt_format_at(i);
		if (!(set & PRFMT_BIT(f->format)))
			continue;
		fputs(between, stderr);
		string(f->name);
		between = ", ";
	}
	fputc(']', stderr);
}

static void object(const prfmt_diag *d, bool *first)
{
	fputs(*first ? "\n{ " : ",\n{ ", stderr);
	*first = false;
	member("code", d->code);
	member("severity", say_severity(d->severity));
	member("message", d->message);
	member("hint", d->hint);
	member("source", d->source);
	fprintf(stderr, "\"line\": %u, \"column\": %u, \"end_column\": %u, ",
	        (unsigned)d->line, (unsigned)d->column,
	        (unsigned)d->end_column);
	formats(d->formats);
	fputs(" }", stderr);
}

void say_json(const prfmt_ctx *ctx, const struct say *s)
{
	bool first = true;
	fputc('[', stderr);
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		if (!s->errors_only || d->severity == PRFMT_ERROR)
			object(d, &first);
	}
	size_t dropped = prfmt_diag_dropped(ctx);
	if (dropped) {
		char text[40];
		snprintf(text, sizeof text, "%zu more", dropped);
		object(&(prfmt_diag){ .severity = PRFMT_NOTE,
		                      .code = "more",
		                      .message = text,
		                      .hint = "",
		                      .source = s->source },
		       &first);
	}
	if (s->failure)
		object(&(prfmt_diag){ .severity = PRFMT_ERROR,
		                      .code = "failure",
		                      .message = s->failure,
		                      .hint = "",
		                      .source = s->source },
		       &first);
	fputs(first ? "]\n" : "\n]\n", stderr);
}
