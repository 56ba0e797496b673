/* fonts.c - folders or the system's configuration in, a font map out. */
#include "render/pdf/fonts.h"

#include "base/alloc.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* One map for the life of a context: a map per render grows the process by
   kilobytes each, for ever. */
struct fonts {
	PangoFontMap *map;
	FcConfig *config;
};

static bool has_fonts(FcConfig *config)
{
	static const FcSetName sets[] = { FcSetSystem, FcSetApplication };
	for (size_t i = 0; i < COUNT(sets); i++) {
		FcFontSet *set = FcConfigGetFonts(config, sets[i]);
		if (set && set->nfont > 0)
			return true;
	}
	return false;
}

static FcConfig *config_of(const char *const *dirs)
{
	if (!dirs)
		return FcConfigReference(NULL); /* the process's own */
	FcConfig *config = FcConfigCreate();
	for (size_t i = 0; config && dirs[i]; i++)
		FcConfigAppFontAddDir(config, (const FcChar8 *)dirs[i]);
	return config;
}

status fonts_new(const char *const *dirs, struct fonts **out)
{
	FcConfig *config = config_of(dirs);
	if (!config)
		return PRFMT_EFONT;
	struct fonts *f = NULL;
	status st = has_fonts(config) ? PRFMT_OK : PRFMT_EFONT;
	if (!st) {
		f = mem_zero(1, sizeof *f);
		st = f ? PRFMT_OK : PRFMT_ENOMEM;
	}
	if (f) {
		f->map = pango_cairo_font_map_new_for_font_type(
			CAIRO_FONT_TYPE_FT);
		if (dirs)
			pango_fc_font_map_set_config(
				PANGO_FC_FONT_MAP(f->map), config);
		f->config = FcConfigReference(config);
		*out = f;
	}
	FcConfigDestroy(config);
	return st;
}

void fonts_free(void *fonts)
{
	struct fonts *f = fonts;
	if (!f)
		return;
	g_object_unref(f->map);
	FcConfigDestroy(f->config);
	mem_free(f);
}

bool fonts_have(const struct fonts *f, struct span family,
                struct buf *instead)
{
	struct buf name = { 0 };
	FcResult result = FcResultMatch;
	FcChar8 *found = NULL;
	FcPattern *match = NULL;
	FcPattern *want = FcPatternCreate();
	bool have = false;
	buf_span(&name, family);
	if (want && !name.status) {
		FcPatternAddString(want, FC_FAMILY,
		                   (const FcChar8 *)buf_text(&name));
		FcConfigSubstitute(f->config, want, FcMatchPattern);
		FcDefaultSubstitute(want);
		match = FcFontMatch(f->config, want, &result);
	}
	for (int i = 0; match && !have &&
	                !FcPatternGetString(match, FC_FAMILY, i, &found);
	     i++)
		have = !FcStrCmpIgnoreCase(found,
		                           (const FcChar8 *)buf_text(&name));
	if (match && !have &&
	    !FcPatternGetString(match, FC_FAMILY, 0, &found))
		buf_puts(instead, (const char *)found);
	if (match)
		FcPatternDestroy(match);
	if (want)
		FcPatternDestroy(want);
	buf_free(&name);
	return have;
}

PangoContext *fonts_context(struct fonts *f)
{
	PangoContext *c = pango_font_map_create_context(f->map);
	cairo_font_options_t *o = cairo_font_options_create();
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(c, o);
	cairo_font_options_destroy(o);
	pango_context_set_round_glyph_positions(c, FALSE);
	pango_cairo_context_set_resolution(c, 72);
	return c;
}
