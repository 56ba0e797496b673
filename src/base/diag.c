/* diag.c - findings in, a sorted and capped list of diagnostics out. */
#include "base/diag.h"

#include "base/alloc.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct code_info codes[CODE_COUNT] = {
	[CODE_IO] = { "io", PRFMT_ERROR, "" },
	[CODE_LIMIT] = { "limit", PRFMT_ERROR,
		"split the input, or raise the limit that the message names" },
	[CODE_EMPTY] = { "empty", PRFMT_ERROR,
		"a release begins with "
		"<release xmlns=\"urn:prfmt:release:1\">" },
	[CODE_ENCODING] = { "encoding", PRFMT_ERROR,
		"save the file as UTF-8, or declare its encoding" },
	[CODE_XML_CHAR] = { "xml-char", PRFMT_ERROR,
		"remove the character" },
	[CODE_XML_SYNTAX] = { "xml-syntax", PRFMT_ERROR, "" },
	[CODE_DOCTYPE] = { "doctype", PRFMT_ERROR,
		"remove the DOCTYPE; characters can be written as they are" },
	[CODE_ROOT] = { "root", PRFMT_ERROR,
		"the root is <release xmlns=\"urn:prfmt:release:1\">" },
	[CODE_NAMESPACE] = { "namespace", PRFMT_ERROR,
		"write <release xmlns=\"urn:prfmt:release:1\">" },
	[CODE_SET] = { "set", PRFMT_ERROR, "" },
	[CODE_ELEMENT_UNKNOWN] = { "element-unknown", PRFMT_ERROR, "" },
	[CODE_ATTR_UNKNOWN] = { "attribute-unknown", PRFMT_ERROR, "" },
	[CODE_FOREIGN] = { "foreign", PRFMT_NOTE,
		"only -t xml keeps it" },
	[CODE_CHILD] = { "child", PRFMT_ERROR, "" },
	[CODE_TEXT] = { "text", PRFMT_ERROR,
		"put the text into an element" },
	[CODE_ORDER] = { "order", PRFMT_ERROR, "" },
	[CODE_REPEATED] = { "repeated", PRFMT_ERROR, "keep one of them" },
	[CODE_MISSING] = { "missing", PRFMT_ERROR, "" },
	[CODE_ATTR_MISSING] = { "attribute-missing", PRFMT_ERROR, "" },
	[CODE_ATTR_VALUE] = { "attribute-value", PRFMT_ERROR, "" },
	[CODE_EMPTY_TEXT] = { "empty-text", PRFMT_ERROR,
		"write the text, or remove the element" },
	[CODE_INSTANT_OFFSET] = { "instant-offset", PRFMT_ERROR,
		"add the offset from UTC, for example +01:00 or Z" },
	[CODE_INSTANT] = { "instant", PRFMT_ERROR,
		"write it as 2026-11-25T07:00:00+00:00" },
	[CODE_ZONE] = { "zone", PRFMT_ERROR,
		"use an IANA name such as Europe/Berlin" },
	[CODE_STATE] = { "state", PRFMT_ERROR,
		"keep one of embargo, hold and withdrawn" },
	[CODE_ID_DUPLICATE] = { "id-duplicate", PRFMT_ERROR,
		"give every element an id of its own" },
	[CODE_ID_UNKNOWN] = { "id-unknown", PRFMT_ERROR, "" },
	[CODE_ALT] = { "alt", PRFMT_ERROR,
		"say in alt what the picture shows; alt=\"\" if it is "
		"decoration" },
	[CODE_LINK_SCHEME] = { "link-scheme", PRFMT_WARNING,
		"links are http, https, mailto or tel; the text stays" },
	[CODE_GUID_MISSING] = { "guid-missing", PRFMT_ERROR,
		"repeat the guid of version 1, the same over all versions" },
	[CODE_GUID] = { "guid", PRFMT_ERROR,
		"use an absolute URI, for example "
		"tag:example.com,2026:release/1" },
	[CODE_UPDATED] = { "updated", PRFMT_ERROR,
		"say in <updated at=\"…\"/> when this version was made" },
	[CODE_VERSION] = { "version", PRFMT_ERROR, "" },
	[CODE_SPAN] = { "span", PRFMT_ERROR, "" },
	[CODE_EMBARGO_EARLY] = { "embargo-early", PRFMT_WARNING, "" },
	[CODE_LANG_UNKNOWN] = { "lang-unknown", PRFMT_NOTE,
		"labels and dates are in English" },
	[CODE_LANG_TAG] = { "lang-tag", PRFMT_ERROR,
		"use a BCP 47 tag such as en-GB, id or de" },
	[CODE_GUID_DERIVED] = { "guid-derived", PRFMT_NOTE,
		"write it as release/@guid so that later versions can repeat "
		"it" },
	[CODE_ASSET_MISSING] = { "asset-missing", PRFMT_ERROR, "" },
	[CODE_ASSET_KIND] = { "asset-kind", PRFMT_ERROR,
		"pictures are JPEG or PNG" },
	[CODE_ASSET_PLACEHOLDER] = { "asset-placeholder", PRFMT_WARNING, "" },
	[CODE_FONT] = { "font", PRFMT_ERROR,
		"install a font, for example fonts-sil-charis or "
		"fonts-noto-core" },
	[CODE_GLYPH] = { "glyph", PRFMT_WARNING,
		"install a font that has it" },
	[CODE_NOT_RENDERED] = { "not-rendered", PRFMT_NOTE, "" },
	[CODE_LAYOUT] = { "layout", PRFMT_WARNING, "" },
	[CODE_NOW] = { "now", PRFMT_ERROR,
		"write it as 2026-11-25T07:00:00+00:00" },
	[CODE_THEME_ROOT] = { "theme-root", PRFMT_ERROR,
		"a theme begins with <theme xmlns=\"urn:prfmt:theme:1\" "
		"name=\"…\">" },
	[CODE_THEME_ELEMENT] = { "theme-element", PRFMT_ERROR, "" },
	[CODE_THEME_ATTRIBUTE] = { "theme-attribute", PRFMT_ERROR, "" },
	[CODE_THEME_VALUE] = { "theme-value", PRFMT_ERROR, "" },
	[CODE_THEME_CONTRAST] = { "theme-contrast", PRFMT_ERROR,
		"take a darker or a lighter one; WCAG AA asks 4.5 of text and "
		"3 of rules" },
	[CODE_THEME_FONT] = { "theme-font", PRFMT_WARNING,
		"install it, or name another" },
	[CODE_THEME_LOGO] = { "theme-logo", PRFMT_ERROR,
		"a JPEG or PNG below the folder of the theme" },
	[CODE_INTERNAL] = { "internal", PRFMT_ERROR,
		"this is a bug of prfmt; please report it with the input" },
};

const struct code_info *code_info(enum code c)
{
	return &codes[c];
}

void diags_start(struct diags *d, size_t most)
{
	*d = (struct diags){ .most = most, .source = "" };
}

void diags_clear(struct diags *d)
{
	struct diags kept = *d;
	diags_free(d);
	diags_start(d, kept.most);
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

/* text: to take the excerpt from, where there is none yet. It is looked for
   last, as finding a line of a long input takes its time. */
static void add(struct diags *d, const prfmt_diag *given, struct span text)
{
	if (is_said(d, given) || !make_room(d, given->severity))
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
		.code = codes[c].token,
		.message = text,
		.hint = hint ? hint : codes[c].hint,
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
	say(d, c, codes[c].severity, at, formats, NULL, message, args);
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
