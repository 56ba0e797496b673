/* pdf.c - layout, draw, finish: a release in, a PDF out. */
#include "render/pdf/finish.h"
#include "render/render.h"

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

status render_pdf(struct job *j, struct sink *out)
{
	struct fonts *fonts = NULL;
	struct layout l = { 0 };
	struct pages pages = { 0 };
	status st = fonts_of(j, &fonts);
	if (st)
		return st;
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
