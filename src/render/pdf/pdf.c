/* pdf.c - layout, draw, finish: a release in, a PDF out. */
#include "base/text.h"
#include "render/pdf/finish.h"
#include "render/render.h"

#include <string.h>

static status fonts_of(struct job *j, struct fonts **out)
{
	struct fonts *f = j->cache->fonts;
	status st = PRFMT_OK;
	if (!f)
		st = fonts_new(j->cache->font_dirs, &f);
	if (st == PRFMT_EFONT)
		diags_say(j->diags, CODE_FONT, (struct place){ 0, 0, 0 },
		          PRFMT_BIT(PRFMT_FORMAT_PDF),
		          "there is no font to set the text with");
	j->cache->fonts = f;
	*out = f;
	return st;
}

static status draw_and_finish(struct layout *l, struct pages *pages,
                              struct sink *out)
{
	struct drawn d = { 0 };
	status st = pages_furnish(l, pages);
	if (!st)
		st = draw_pages(l, pages, &d);
	if (!st)
		st = finish_pdf(l, &d, out);
	drawn_free(&d);
	return st;
}

/* The first family of the list that is there, else what stands in for the
   first of all. */
static void say_font(struct job *j, const struct fonts *f, const char *list,
                     struct place at)
{
	struct span rest = text_span(list);
	struct span first = { "", 0 };
	struct buf other = { 0 };
	while (rest.len) {
		const char *comma = memchr(rest.at, ',', rest.len);
		size_t n = comma ? (size_t)(comma - rest.at) : rest.len;
		struct span one = text_trim((struct span){ rest.at, n });
		struct buf any = { 0 };
		bool have = fonts_have(f, one, &any);
		if (have && !first.len)
			break;
		if (!first.len)
			first = one;
		if (have)
			buf_clear(&other);
		if (have)
			buf_span(&other, one);
		else if (!other.len)
			buf_puts(&other, buf_text(&any));
		buf_free(&any);
		if (have)
			break;
		rest.at += comma ? n + 1 : n;
		rest.len -= comma ? n + 1 : n;
	}
	if (first.len)
		diags_say(j->diags, CODE_THEME_FONT, at,
		          PRFMT_BIT(PRFMT_FORMAT_PDF),
		          "there is no font \"%.*s\"; \"%s\" stands in",
		          (int)first.len, first.at, buf_text(&other));
	buf_free(&other);
}

/* Of a theme's file, at the place where it names the font. */
static void say_fonts(struct job *j, const struct fonts *f)
{
	const struct theme *t = j->theme;
	const char *lists[FONT_COUNT] = { t->text.print, t->head.print,
		t->mono.print };
	const char *source = j->diags->source;
	struct span text = j->diags->text;
	if (t->source)
		diags_source(j->diags, t->source, t->source_text);
	for (size_t i = 0; i < FONT_COUNT; i++)
		if (lists[i] && t != theme_plain())
			say_font(j, f, lists[i], t->font_at[i]);
	diags_source(j->diags, source, text);
}

status render_pdf(struct job *j, struct sink *out)
{
	struct fonts *fonts = NULL;
	struct layout l = { 0 };
	struct pages pages = { 0 };
	status st = fonts_of(j, &fonts);
	if (st)
		return st;
	say_fonts(j, fonts);
	st = layout_start(&l, j, fonts);
	if (!st)
		st = layout_release(&l);
	if (!st)
		st = pages_break(&l, &pages);
	if (!st)
		st = draw_and_finish(&l, &pages, out);
	j->report->pages = (uint32_t)pages.count;
	pages_free(&pages);
	layout_free(&l);
	return st;
}
