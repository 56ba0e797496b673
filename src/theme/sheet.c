/* sheet.c - a theme in, the style sheet of its web page out. */
#include "theme/sheet.h"

#include "base/text.h"
#include "theme/css.h"

/* -- custom properties ---------------------------------------------------- */

static void colour(struct buf *out, uint32_t rgb)
{
	static const char digits[] = "0123456789abcdef";
	unsigned nibbles[6];
	bool brief = true;
	for (size_t i = 0; i < COUNT(nibbles); i++)
		nibbles[i] = rgb >> (20 - 4 * i) & 15;
	for (size_t i = 0; i < COUNT(nibbles); i += 2)
		brief = brief && nibbles[i] == nibbles[i + 1];
	buf_byte(out, '#');
	for (size_t i = 0; i < COUNT(nibbles); i += brief ? 2 : 1)
		buf_byte(out, digits[nibbles[i]]);
}

static void number(struct buf *out, double value)
{
	struct buf b = { 0 };
	buf_decimal(&b, value, 4);
	struct span s = buf_view(&b);
	if (s.len > 1 && s.at[0] == '0' && s.at[1] == '.')
		s = (struct span){ s.at + 1, s.len - 1 };
	buf_span(out, s);
	buf_used(out, &b);
}

static void property(struct buf *out, const char *indent, const char *name,
                     const char *value)
{
	buf_puts(out, indent);
	buf_puts(out, "--pr-");
	buf_puts(out, name);
	buf_puts(out, ": ");
	buf_puts(out, value);
	buf_puts(out, ";\n");
}

static void measure(struct buf *out, const char *indent, const char *name,
                    double value, const char *unit)
{
	struct buf b = { 0 };
	buf_decimal(&b, value, 4);
	buf_puts(&b, unit);
	property(out, indent, name, buf_text(&b));
	buf_used(out, &b);
}

static bool has_tint(const struct theme *t)
{
	for (size_t i = 0; i < BOX_COUNT; i++)
		if (t->boxes[i].kind == BOX_TINT)
			return true;
	return false;
}

static const char *const hues[HUE_COUNT] = {
	[HUE_INK] = "ink",   [HUE_MUTED] = "muted", [HUE_ACCENT] = "accent",
	[HUE_LINK] = "link", [HUE_RULE] = "rule",   [HUE_HAIR] = "hair",
	[HUE_PAPER] = "paper", [HUE_TINT] = "tint",
};

/* The plate is what a dark logo lies on at night. */
static void palette(struct buf *out, const struct theme *t, enum palette p,
                    const char *indent)
{
	static const enum hue order[] = { HUE_INK, HUE_PAPER, HUE_MUTED,
		HUE_LINK, HUE_ACCENT, HUE_RULE, HUE_HAIR };
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNT(order); i++) {
		buf_clear(&b);
		colour(&b, t->colours[p][order[i]]);
		property(out, indent, hues[order[i]], buf_text(&b));
	}
	buf_clear(&b);
	colour(&b, t->colours[p][HUE_TINT]);
	if (has_tint(t))
		property(out, indent, hues[HUE_TINT], buf_text(&b));
	buf_clear(&b);
	colour(&b, t->colours[p][HUE_INK]);
	property(out, indent, "plate",
	         p == PALETTE_DARK ? buf_text(&b) : "transparent");
	buf_used(out, &b);
}

static void root(struct buf *out, const struct theme *t)
{
	static const char deep[] = "    ";
	buf_puts(out, ":root {\n  color-scheme: light dark;\n");
	property(out, "  ", "font", t->text.web);
	if (t->head.web)
		property(out, "  ", "head", t->head.web);
	property(out, "  ", "mono", t->mono.web);
	measure(out, "  ", "size", t->web.size, "rem");
	measure(out, "  ", "leading", t->web.leading, "");
	measure(out, "  ", "measure", t->web.measure, "rem");
	property(out, "  ", "margin", "1.25rem");
	palette(out, t, PALETTE_LIGHT, "  ");
	buf_puts(out, "}\n@media screen and (prefers-color-scheme: dark) {\n"
	              "  :root {\n");
	palette(out, t, PALETTE_DARK, deep);
	buf_puts(out, "  }\n"
	              "  .pr-release .pr-logo { padding: .15rem; }\n}\n"
	              "@media screen and (max-width: 30rem) {\n"
	              "  :root { --pr-size: 1.0625rem; }\n}\n");
}

/* -- what a theme's file changes ------------------------------------------ */

static const char *const selectors[STYLE_COUNT] = {
	[STYLE_ISSUER] = ".pr-letterhead .pr-issuer-name",
	[STYLE_ISSUER_LINE] = ".pr-letterhead .pr-issuer-address",
	[STYLE_KIND] = ".pr-status .pr-kind",
	[STYLE_STATE] = ".pr-status .pr-release-line",
	[STYLE_ISSUED] = ".pr-status :is(.pr-issued, .pr-reference, "
	                 ".pr-instrument)",
	[STYLE_EMBARGO_WORD] = ".pr-box .pr-release-line",
	[STYLE_EMBARGO_TIME] = ".pr-box .pr-until",
	[STYLE_EMBARGO_ZONE] = ".pr-box .pr-zone",
	[STYLE_NOTICE] = ":is(.pr-notice, .pr-correction) > "
	                 "p:not(.pr-release-line)",
	[STYLE_KICKER] = ".pr-head .pr-kicker",
	[STYLE_HEADLINE] = ".pr-head .pr-headline",
	[STYLE_SUBHEAD] = ".pr-head .pr-subhead",
	[STYLE_AUTHOR] = ".pr-head .pr-author",
	[STYLE_SUMMARY] = ".pr-head .pr-summary",
	[STYLE_FACT] = ".pr-head .pr-facts",
	[STYLE_LEAD] = ".pr-release .pr-body > .pr-lead",
	[STYLE_BODY] = ".pr-release .pr-body > p + p",
	[STYLE_H2] = ".pr-release .pr-body > h2",
	[STYLE_H3] = ".pr-release .pr-body > h3",
	[STYLE_QUOTE] = ".pr-body .pr-quote blockquote > p",
	[STYLE_SPEAKER] = ".pr-body .pr-speaker",
	[STYLE_ASIDE] = ".pr-release aside",
	[STYLE_PRE] = ".pr-release pre",
	[STYLE_TABLE] = ".pr-release .pr-table",
	[STYLE_TABLE_HEAD] = ".pr-table thead > tr > *",
	[STYLE_TABLE_TOTAL] = ".pr-table tr:is(.pr-total, .pr-subtotal) > *",
	[STYLE_TABLE_CAPTION] = ".pr-release .pr-table caption",
	[STYLE_CAPTION] = ".pr-release .pr-figure > figcaption",
	[STYLE_CREDIT] = ".pr-release .pr-credit",
	[STYLE_NOTE] = ".pr-release .pr-footnotes",
	[STYLE_ENDMARK] = ".pr-release .pr-body > .pr-endmark",
	[STYLE_BACK_HEAD] = ".pr-release .pr-back h2",
	[STYLE_BACK] = ".pr-release .pr-back",
	[STYLE_BACK_LABEL] = ".pr-back .pr-for",
	[STYLE_SPEAKER_NAME] = ".pr-body .pr-speaker .pr-name",
	[STYLE_CONTACT_NAME] = ".pr-back .pr-contacts .pr-name",
	[STYLE_TYPE] = ".pr-back .pr-type",
	/* the others are on paper alone */
};

static void declare(struct buf *out, const char *name, double value,
                    const char *unit)
{
	buf_byte(out, ' ');
	buf_puts(out, name);
	buf_puts(out, ": ");
	number(out, value);
	buf_puts(out, unit);
	buf_byte(out, ';');
}

static double weight_of(const struct theme *t, unsigned face)
{
	if (face & FACE_BOLD)
		return face & FACE_HEAVY ? 700 : t->strong;
	return face & FACE_MEDIUM ? 500 : 400;
}

static void style(struct buf *out, const struct theme *t, size_t id)
{
	static const char *const sides[] = { "start", "center", "end" };
	const struct style *s = &t->styles[id];
	unsigned changed = t->changed[id];
	if (!changed || !selectors[id])
		return;
	buf_puts(out, selectors[id]);
	buf_puts(out, " {");
	if (changed & CHANGED_SIZE)
		declare(out, "font-size", s->size /
		        t->styles[STYLE_BODY].size * t->web.size, "rem");
	if (changed & CHANGED_LEADING)
		declare(out, "line-height", s->leading / s->size, "");
	if (changed & CHANGED_TRACK)
		declare(out, "letter-spacing", s->track, "em");
	if (changed & CHANGED_BEFORE)
		declare(out, "margin-block-start", s->before / s->size, "em");
	if (changed & CHANGED_WEIGHT)
		declare(out, "font-weight", weight_of(t, s->face), "");
	if (changed & CHANGED_ITALIC)
		buf_puts(out, s->face & FACE_ITALIC ? " font-style: italic;"
		                                    : " font-style: normal;");
	if (changed & CHANGED_COLOUR) {
		buf_puts(out, " color: var(--pr-");
		buf_puts(out, hues[s->hue]);
		buf_puts(out, ");");
	}
	if (changed & CHANGED_ALIGN) {
		buf_puts(out, " text-align: ");
		buf_puts(out, sides[s->side]);
		buf_byte(out, ';');
	}
	buf_puts(out, " }\n");
}

static void stroke(struct buf *out, const char *where,
                   const struct stroke *line)
{
	buf_puts(out, " border");
	buf_puts(out, where);
	buf_puts(out, ": ");
	/* a hairline of paper is one pixel on a screen */
	double px = line->thick * 4 / 3;
	number(out, line->thick > 0 && px < 1 ? 1 : px);
	buf_puts(out, "px solid var(--pr-");
	buf_puts(out, hues[line->hue]);
	buf_puts(out, ");");
}

static void box(struct buf *out, const struct theme *t, size_t id)
{
	static const char *const names[BOX_COUNT] = {
		[BOX_EMBARGO] = ".pr-release .pr-embargo",
		[BOX_NOTICE] = ".pr-release :is(.pr-notice, .pr-correction)",
		[BOX_ASIDE] = ".pr-release .pr-body aside",
		[BOX_CONTACTS] = ".pr-back .pr-contacts",
	};
	const struct box *b = &t->boxes[id];
	const double em = t->styles[STYLE_BODY].size;
	if (!(t->boxes_changed & 1u << id))
		return;
	buf_puts(out, names[id]);
	buf_puts(out, " { border: 0;");
	if (b->kind == BOX_TINT)
		buf_puts(out, " background: var(--pr-tint);");
	else
		buf_puts(out, " background: none;");
	stroke(out, b->kind == BOX_FRAME   ? ""
	            : b->kind == BOX_RULES ? "-block"
	                                   : "-block-start", &b->rule);
	buf_puts(out, " padding:");
	buf_byte(out, ' ');
	number(out, b->top / em);
	buf_puts(out, "em ");
	number(out, b->side / em);
	buf_puts(out, "em ");
	number(out, b->bottom / em);
	buf_puts(out, "em; }\n");
}

/* Every character as an escape: what a file says never is code here. */
static void quoted(struct buf *out, const char *text)
{
	static const char digits[] = "0123456789abcdef";
	struct span s = text_span(text);
	buf_byte(out, '"');
	while (s.len) {
		uint32_t cp = 0;
		size_t n = text_next(s.at, s.len, &cp);
		buf_byte(out, '\\');
		for (int shift = 20; shift >= 0; shift -= 4)
			buf_byte(out, digits[cp >> shift & 15]);
		s.at += n;
		s.len -= n;
	}
	buf_byte(out, '"');
}

static void list(struct buf *out, const struct theme *t)
{
	if (!t->list_changed)
		return;
	buf_puts(out, ".pr-release :is(.pr-body, .pr-back) ul { list-style: ");
	quoted(out, t->list.mark);
	buf_puts(out, "; }\n.pr-release :is(.pr-body, .pr-back) li::marker { "
	              "color: var(--pr-");
	buf_puts(out, hues[t->list.hue]);
	buf_puts(out, "); }\n");
}

/* -- the whole ------------------------------------------------------------ */

static void pieces(struct buf *out, const char *const *list)
{
	for (size_t i = 0; list && list[i]; i++)
		buf_puts(out, list[i]);
}

static void print(struct buf *out, const struct theme *t)
{
	static const char deep[] = "    ";
	buf_puts(out, "@media print {\n  :root {\n    color-scheme: light;\n");
	measure(out, deep, "size", t->styles[STYLE_BODY].size, "pt");
	measure(out, deep, "leading", t->web.print_leading, "");
	property(out, deep, "measure", "none");
	property(out, deep, "margin", "0");
	palette(out, t, PALETTE_PRINT, deep);
	buf_puts(out, "  }\n");
	pieces(out, theme_css_print);
	pieces(out, t->web.print);
}

void sheet_write(struct buf *out, const struct theme *t)
{
	root(out, t);
	pieces(out, theme_css);
	pieces(out, t->web.sheet);
	for (size_t i = 0; i < STYLE_COUNT; i++)
		style(out, t, i);
	for (size_t i = 0; i < BOX_COUNT; i++)
		box(out, t, i);
	list(out, t);
	print(out, t);
}
