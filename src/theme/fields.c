/* fields.c - the table of what may stand in a theme file. */
#include "theme/fields.h"

#include <stddef.h>

#define AT(member) offsetof(struct theme, member)
#define STYLE_AT(member) offsetof(struct style, member)
#define BOX_AT(member) offsetof(struct box, member)
#define PAPER_AT(member) offsetof(struct paper, member)

static const struct field theme_fields[] = {
	{ "name", VALUE_NAME, 0, 0, 0, 0 },
	{ "base", VALUE_WHICH, 0, 0, 0, 0 },
};
static const struct field font_fields[] = {
	{ "text", VALUE_FONTS, AT(text), 0, 0, FONT_TEXT },
	{ "head", VALUE_FONTS, AT(head), 0, 0, FONT_HEAD },
	{ "mono", VALUE_FONTS, AT(mono), 0, 0, FONT_MONO },
	{ "strong", VALUE_WEIGHT, AT(strong), 500, 900, 0 },
};
static const struct field colour_fields[] = {
	{ "on", VALUE_WHICH, 0, 0, 0, 0 },
	{ "ink", VALUE_COLOUR, HUE_INK, 0, 0, 0 },
	{ "muted", VALUE_COLOUR, HUE_MUTED, 0, 0, 0 },
	{ "accent", VALUE_COLOUR, HUE_ACCENT, 0, 0, 0 },
	{ "link", VALUE_COLOUR, HUE_LINK, 0, 0, 0 },
	{ "rule", VALUE_COLOUR, HUE_RULE, 0, 0, 0 },
	{ "hair", VALUE_COLOUR, HUE_HAIR, 0, 0, 0 },
	{ "paper", VALUE_COLOUR, HUE_PAPER, 0, 0, 0 },
	{ "tint", VALUE_COLOUR, HUE_TINT, 0, 0, 0 },
};
static const struct field page_fields[] = {
	{ "paper", VALUE_WHICH, 0, 0, 0, 0 },
	{ "start", VALUE_NUMBER, PAPER_AT(start), 18, 300, 0 },
	{ "first-top", VALUE_NUMBER, PAPER_AT(first_top), 18, 300, 0 },
	{ "top", VALUE_NUMBER, PAPER_AT(top), 18, 300, 0 },
	{ "bottom", VALUE_NUMBER, PAPER_AT(bottom), 18, 300, 0 },
	{ "head", VALUE_NUMBER, PAPER_AT(head), 9, 300, 0 },
	{ "foot", VALUE_NUMBER, PAPER_AT(foot), 9, 300, 0 },
};
static const struct field setting_fields[] = {
	{ "measure", VALUE_NUMBER, AT(measure), 150, 540, 0 },
	{ "leading", VALUE_NUMBER, AT(leading), 8, 40, 0 },
	{ "justified", VALUE_YES, AT(justified), 0, 0, 0 },
	{ "indent", VALUE_NUMBER, AT(indent), 0, 60, 0 },
	{ "paper", VALUE_PAPER, AT(paper), 0, 0, 0 },
	{ "capitals", VALUE_YES, AT(status.capitals), 0, 0, 0 },
	{ "web-size", VALUE_NUMBER, AT(web.size), 0.75, 2, 0 },
	{ "web-leading", VALUE_NUMBER, AT(web.leading), 1.2, 2.4, 0 },
	{ "web-measure", VALUE_NUMBER, AT(web.measure), 20, 90, 0 },
};
static const struct field letterhead_fields[] = {
	{ "logo-height", VALUE_NUMBER, AT(letterhead.logo_height), 8, 120, 0 },
	{ "logo-width", VALUE_NUMBER, AT(letterhead.logo_width), 8, 240, 0 },
	{ "under", VALUE_NUMBER, AT(letterhead.under), 0, 60, 0 },
	{ "rule", VALUE_NUMBER, AT(letterhead.rule.thick), 0, 8, 0 },
	{ "colour", VALUE_HUE, AT(letterhead.rule.hue), 0, 0, 0 },
};
static const struct field style_fields[] = {
	{ "of", VALUE_WHICH, 0, 0, 0, 0 },
	{ "size", VALUE_NUMBER, STYLE_AT(size), 5, 72, CHANGED_SIZE },
	{ "leading", VALUE_NUMBER, STYLE_AT(leading), 6, 108,
	  CHANGED_LEADING },
	{ "track", VALUE_NUMBER, STYLE_AT(track), -0.1, 0.5, CHANGED_TRACK },
	{ "before", VALUE_NUMBER, STYLE_AT(before), 0, 120, CHANGED_BEFORE },
	{ "after", VALUE_NUMBER, STYLE_AT(after), 0, 120, 0 },
	{ "weight", VALUE_FACE, STYLE_AT(face), 0, 0, CHANGED_WEIGHT },
	{ "italic", VALUE_ITALIC, STYLE_AT(face), 0, 0, CHANGED_ITALIC },
	{ "colour", VALUE_HUE, STYLE_AT(hue), 0, 0, CHANGED_COLOUR },
	{ "align", VALUE_SIDE, STYLE_AT(side), 0, 0, CHANGED_ALIGN },
};
static const struct field box_fields[] = {
	{ "of", VALUE_WHICH, 0, 0, 0, 0 },
	{ "kind", VALUE_KIND, BOX_AT(kind), 0, 0, 0 },
	{ "rule", VALUE_NUMBER, BOX_AT(rule.thick), 0, 8, 0 },
	{ "colour", VALUE_HUE, BOX_AT(rule.hue), 0, 0, 0 },
	{ "top", VALUE_NUMBER, BOX_AT(top), 0, 40, 0 },
	{ "side", VALUE_NUMBER, BOX_AT(side), 0, 40, 0 },
	{ "bottom", VALUE_NUMBER, BOX_AT(bottom), 0, 40, 0 },
};
static const struct field list_fields[] = {
	{ "mark", VALUE_MARK, AT(list.mark), 0, 0, 0 },
	{ "colour", VALUE_HUE, AT(list.hue), 0, 0, 0 },
	{ "at", VALUE_NUMBER, AT(list.at), 0, 40, 0 },
	{ "hang", VALUE_NUMBER, AT(list.hang), 8, 60, 0 },
};
static const struct field label_fields[] = {
	{ "of", VALUE_WHICH, 0, 0, 0, 0 },
	{ "lang", VALUE_WHICH, 0, 0, 0, 0 },
};
static const struct field logo_fields[] = {
	{ "src", VALUE_WHICH, 0, 0, 0, 0 },
	{ "alt", VALUE_WHICH, 0, 0, 0, 0 },
};

static const struct element_fields elements[EL_COUNT] = {
	[EL_THEME] = { "theme", theme_fields, COUNT(theme_fields), "name" },
	[EL_FONTS] = { "fonts", font_fields, COUNT(font_fields), NULL },
	[EL_COLOURS] = { "colours", colour_fields, COUNT(colour_fields),
		NULL },
	[EL_PAGE] = { "page", page_fields, COUNT(page_fields), NULL },
	[EL_SETTING] = { "setting", setting_fields, COUNT(setting_fields),
		NULL },
	[EL_LETTERHEAD] = { "letterhead", letterhead_fields,
		COUNT(letterhead_fields), NULL },
	[EL_STYLE] = { "style", style_fields, COUNT(style_fields), "of" },
	[EL_BOX] = { "box", box_fields, COUNT(box_fields), "of" },
	[EL_LIST] = { "list", list_fields, COUNT(list_fields), NULL },
	[EL_LABEL] = { "label", label_fields, COUNT(label_fields), "of" },
	[EL_LOGO] = { "logo", logo_fields, COUNT(logo_fields), "src" },
};

const struct element_fields *fields_of(enum element e)
{
	return &elements[e];
}
