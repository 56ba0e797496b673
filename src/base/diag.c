/* diag.c - findings in, a sorted and capped list of diagnostics out. */
#include "base/diag.h"

#include "base/alloc.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void diags_start(struct diags *d, size_t most)
{
	*d = (struct diags){ .most = most, .source = "" };
}

void diags_clear(struct diags *d)
{
	struct diags kept = *d;
	diags_free(d);
	diags_start(d, kept.most);
	d->mute = kept.mute;
}

void diags_free(struct diags *d)
{
	arena_free(&d->arena);
	mem_free(d->items);
	*d = (struct diags){ 0 };
}

void diags_source(struct diags *d, const char *name, struct span text)
{
	d->source = name ? name : "";
	d->text = text;
}

enum { EXCERPT_MOST = 4000 };

/* Line n of the source; places are in code points, so a long line is cut and
   nothing shifts. */
static struct span line_of(struct span text, uint32_t n)
{
	const char *at = text.at;
	const char *end = text.at + text.len;
	for (uint32_t line = 1; line < n && at; line++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (at)
			at++;
	}
	if (!at || !n || !text.len)
		return (struct span){ NULL, 0 };
	const char *stop = memchr(at, '\n', (size_t)(end - at));
	struct span line = { at, (size_t)((stop ? stop : end) - at) };
	if (line.len && line.at[line.len - 1] == '\r')
		line.len--;
	if (line.len > EXCERPT_MOST) {
		line.len = EXCERPT_MOST;
		while (((unsigned char)line.at[line.len] & 0xC0) == 0x80)
			line.len--;
	}
	return line;
}

static const char *keep(struct diags *d, const char *text)
{
	const char *copy = arena_copy(&d->arena, text, strlen(text));
	if (!copy)
		d->status = PRFMT_ENOMEM;
	return copy;
}

/* The same said twice, by two formats for example, is said once. */
static bool is_said(struct diags *d, const prfmt_diag *given)
{
	for (size_t i = 0; i < d->count; i++) {
		prfmt_diag *one = &d->items[i];
		if (one->line != given->line || one->column != given->column ||
		    one->code != given->code ||
		    strcmp(one->message, given->message) ||
		    strcmp(one->source, given->source))
			continue;
		one->formats = one->formats && given->formats
		                       ? one->formats | given->formats
		                       : 0;
		if (given->severity > one->severity)
			one->severity = given->severity;
		return true;
	}
	return false;
}

/* Takes a place at the end of the list; false: there is none for it. An error
   is never crowded out by a note or a warning. */
static bool make_room(struct diags *d, prfmt_severity severity)
{
	void *items = d->items;
	if (d->count >= d->most) {
		d->dropped++;
		size_t i = d->count;
		while (i > 0 && d->items[i - 1].severity >= severity)
			i--;
		if (!i)
			return false;
		memmove(d->items + i - 1, d->items + i,
		        (d->count - i) * sizeof *d->items);
		d->count--;
		return true;
	}
	if (!mem_room(&items, d->count, &d->cap, sizeof *d->items)) {
		d->status = PRFMT_ENOMEM;
		return false;
	}
	d->items = items;
	return true;
}

/* Control characters of an input never reach a terminal through us. */
static void tame(char *text)
{
	for (unsigned char *p = (unsigned char *)text; *p; p++)
		if (*p < 0x20 || *p == 0x7F)
			*p = ' ';
}

static const char *excerpt(struct diags *d, struct span text, uint32_t n)
{
	struct span line = line_of(text, n);
	if (!line.at)
		return NULL;
	char *copy = arena_copy(&d->arena, line.at, line.len);
	if (copy)
		tame(copy);
	else
		d->status = PRFMT_ENOMEM;
	return copy;
}

static bool is_mute(const struct diags *d, const prfmt_diag *given)
{
	return d->mute && given->severity != PRFMT_ERROR &&
	       d->mute[code_find(given->code)];
}

/* text: to take the excerpt from, where there is none yet. It is looked for
   last, as finding a line of a long input takes its time. */
static void add(struct diags *d, const prfmt_diag *given, struct span text)
{
	if (is_mute(d, given) || is_said(d, given) ||
	    !make_room(d, given->severity))
		return;
	prfmt_diag new = *given;
	new.message = keep(d, given->message);
	new.hint = keep(d, given->hint);
	new.source = keep(d, given->source);
	new.excerpt = given->excerpt ? keep(d, given->excerpt)
	                             : excerpt(d, text, given->line);
	if (!d->status)
		d->items[d->count++] = new;
}

static void say(struct diags *d, enum code c, prfmt_severity severity,
                struct place at, uint32_t formats, const char *hint,
                const char *message, va_list args)
{
	char text[600];
	vsnprintf(text, sizeof text, message, args);
	size_t bad = 0;
	if (!text_valid(text, strlen(text), &bad))
		text[bad] = '\0'; /* cut within a character */
	tame(text);
	prfmt_diag diag = {
		.severity = severity,
		.code = code_info(c)->code,
		.message = text,
		.hint = hint ? hint : code_info(c)->hint,
		.source = d->source,
		.line = at.line,
		.column = at.col,
		.end_column = at.end,
		.formats = formats,
	};
	add(d, &diag, d->text);
}

void diags_say(struct diags *d, enum code c, struct place at, uint32_t formats,
               const char *message, ...)
{
	va_list args;
	va_start(args, message);
	say(d, c, code_info(c)->severity, at, formats, NULL, message, args);
	va_end(args);
}

void diags_say_as(struct diags *d, enum code c, prfmt_severity severity,
                  struct place at, uint32_t formats, const char *hint,
                  const char *message, ...)
{
	va_list args;
	va_start(args, message);
	say(d, c, severity, at, formats, hint, message, args);
	va_end(args);
}

void diags_copy(struct diags *d, const struct diags *from)
{
	for (size_t i = 0; i < from->count; i++)
		add(d, &from->items[i], (struct span){ NULL, 0 });
	d->dropped += from->dropped;
}

static bool before(const prfmt_diag *a, const prfmt_diag *b)
{
	if (a->line != b->line)
		return a->line < b->line;
	return a->column < b->column;
}

/* Insertion sort: stable, at most `most` items, nearly sorted already. */
void diags_sort(struct diags *d)
{
	for (size_t i = 1; i < d->count; i++) {
		prfmt_diag one = d->items[i];
		size_t at = i;
		while (at > 0 && before(&one, &d->items[at - 1])) {
			d->items[at] = d->items[at - 1];
			at--;
		}
		d->items[at] = one;
	}
}

bool diags_blocked(const struct diags *d, uint32_t formats,
                   prfmt_severity least)
{
	for (size_t i = 0; i < d->count; i++) {
		const prfmt_diag *one = &d->items[i];
		if (one->severity >= least &&
		    (!one->formats || !formats || (one->formats & formats)))
			return true;
	}
	return false;
}
