/* read.c - XML events of a theme file in, a theme out, by the table of what
   may stand in it. */
#include "theme/read.h"

#include "base/alloc.h"
#include "base/text.h"
#include "theme/contrast.h"
#include "xml/xml.h"

#include <stddef.h>
#include <string.h>

enum value {
	VALUE_NUMBER, /* a double */
	VALUE_WEIGHT, /* strong: an unsigned */
	VALUE_YES,    /* a bool */
	VALUE_HUE,
	VALUE_SIDE,
	VALUE_KIND,   /* of a box */
	VALUE_FACE,   /* of a style: weight */
	VALUE_ITALIC, /* of a style */
	VALUE_COLOUR, /* #rgb or #rrggbb */
	VALUE_FONTS,  /* a struct family */
	VALUE_PAPER,
	VALUE_MARK,   /* one or two characters */
	VALUE_NAME,
	VALUE_WHICH   /* read by the element itself */
};

struct field {
	const char *name;
	enum value value;
	size_t offset; /* in what the element is about */
	double least;
	double most;
	unsigned changed;
};

struct reader {
	prfmt_theme *t;
	const prfmt_limits *limits;
	struct diags *diags;
	size_t depth;
	size_t skip;     /* depth of an unknown element; 0: none */
	bool in_label;
	struct lang_change *label; /* NULL: its name is not known */
	struct buf text; /* of a label */
	struct place label_at;
	struct place hue_at[PALETTE_COUNT][HUE_COUNT];
	struct place page_at; /* of what last changed the page */
	bool failed;
};

/* What an element's attributes are put into. */
struct target {
	char *at;
	size_t style; /* STYLE_COUNT: no style */
	unsigned palettes; /* a bit each; 0: no palette */
};

/* -- saying ------------------------------------------------------------------ */

static int shown(struct span s)
{
	return (int)(s.len < 80 ? s.len : 80);
}

static void wrong(struct reader *r, struct place at, const char *name,
                  struct span value, const char *want)
{
	diags_say_as(r->diags, CODE_THEME_VALUE, PRFMT_ERROR, at, 0, want,
	             "%s=\"%.*s\" is not what may stand there", name,
	             shown(value), value.at);
	r->failed = true;
}

/* "did you mean x?" in the room; "" where nothing is near. */
static void meant(struct buf *room, const char *nearest)
{
	if (!nearest)
		return;
	buf_puts(room, "did you mean ");
	buf_puts(room, nearest);
	buf_byte(room, '?');
}

static const char *nearer(struct span word, const char *name,
                          const char *best, size_t *far)
{
	size_t d = text_distance(word, text_span(name), *far);
	if (d >= *far)
		return best;
	*far = d;
	return name;
}

static size_t reach(struct span word)
{
	return word.len < 4 ? 2 : 3;
}

/* -- values ------------------------------------------------------------------ */

/* "-0.008", "21": digits, and a point between digits. */
static bool decimal(struct span s, double *out)
{
	double value = 0;
	double unit = 1;
	size_t digits = 0;
	bool point = false;
	bool minus = s.len && s.at[0] == '-';
	for (size_t i = minus; i < s.len; i++) {
		if (s.at[i] == '.' && !point && digits) {
			point = true;
			continue;
		}
		if (!text_is_digit(s.at[i]) || ++digits > 9)
			return false;
		value = value * 10 + (s.at[i] - '0');
		unit *= point ? 10 : 1;
	}
	*out = (minus ? -value : value) / unit;
	return digits > 0 && text_is_digit(s.at[s.len - 1]);
}

static bool hex(struct span s, uint32_t *out)
{
	uint32_t rgb = 0;
	if ((s.len != 4 && s.len != 7) || s.at[0] != '#')
		return false;
	for (size_t i = 1; i < s.len; i++) {
		char c = s.at[i];
		uint32_t digit = 0;
		if (text_is_digit(c))
			digit = (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (uint32_t)(c - 'a') + 10;
		else if (c >= 'A' && c <= 'F')
			digit = (uint32_t)(c - 'A') + 10;
		else
			return false;
		rgb = rgb << 4 | digit;
		if (s.len == 4)
			rgb = rgb << 4 | digit;
	}
	*out = rgb;
	return true;
}

struct word {
	const char *name;
	unsigned value;
};

static const struct word yes_words[] = { { "yes", 1 }, { "no", 0 } };
static const struct word hue_words[] = {
	{ "ink", HUE_INK },       { "muted", HUE_MUTED },
	{ "accent", HUE_ACCENT }, { "link", HUE_LINK },
	{ "rule", HUE_RULE },     { "hair", HUE_HAIR },
};
static const struct word side_words[] = {
	{ "start", SIDE_START }, { "centre", SIDE_CENTRE },
	{ "end", SIDE_END },
};
static const struct word kind_words[] = {
	{ "frame", BOX_FRAME }, { "rules", BOX_RULES }, { "tint", BOX_TINT },
};
static const struct word face_words[] = {
	{ "regular", 0 }, { "medium", FACE_MEDIUM }, { "strong", FACE_BOLD },
	{ "bold", FACE_BOLD | FACE_HEAVY },
};
static const struct word paper_words[] = {
	{ "a4", PAPER_A4 }, { "letter", PAPER_LETTER },
};
static const struct word palette_words[] = {
	{ "light", PALETTE_LIGHT }, { "dark", PALETTE_DARK },
	{ "print", PALETTE_PRINT },
};
static const struct word box_words[] = {
	{ "embargo", BOX_EMBARGO }, { "notice", BOX_NOTICE },
	{ "aside", BOX_ASIDE }, { "contacts", BOX_CONTACTS },
};
static const struct word style_words[] = {
	{ "issuer", STYLE_ISSUER }, { "issuer-line", STYLE_ISSUER_LINE },
	{ "kind", STYLE_KIND }, { "release-line", STYLE_STATE },
	{ "issued", STYLE_ISSUED }, { "embargo-word", STYLE_EMBARGO_WORD },
	{ "embargo-time", STYLE_EMBARGO_TIME },
	{ "embargo-zone", STYLE_EMBARGO_ZONE }, { "notice", STYLE_NOTICE },
	{ "kicker", STYLE_KICKER }, { "headline", STYLE_HEADLINE },
	{ "subhead", STYLE_SUBHEAD }, { "author", STYLE_AUTHOR },
	{ "summary", STYLE_SUMMARY }, { "fact", STYLE_FACT },
	{ "lead", STYLE_LEAD }, { "body", STYLE_BODY }, { "h2", STYLE_H2 },
	{ "h3", STYLE_H3 }, { "quote", STYLE_QUOTE },
	{ "speaker", STYLE_SPEAKER }, { "speaker-name", STYLE_SPEAKER_NAME },
	{ "aside", STYLE_ASIDE }, { "pre", STYLE_PRE },
	{ "table", STYLE_TABLE }, { "table-head", STYLE_TABLE_HEAD },
	{ "table-total", STYLE_TABLE_TOTAL },
	{ "table-caption", STYLE_TABLE_CAPTION },
	{ "caption", STYLE_CAPTION }, { "credit", STYLE_CREDIT },
	{ "media-label", STYLE_MEDIA_LABEL }, { "footnote", STYLE_NOTE },
	{ "endmark", STYLE_ENDMARK }, { "back-head", STYLE_BACK_HEAD },
	{ "back", STYLE_BACK }, { "contact-for", STYLE_BACK_LABEL },
	{ "contact-name", STYLE_CONTACT_NAME }, { "type", STYLE_TYPE },
	{ "running", STYLE_RUNNING }, { "running-name", STYLE_RUNNING_NAME },
	{ "foot", STYLE_FOOT }, { "foot-state", STYLE_FOOT_STATE },
};

/* The word's value; else it is said which words there are, or the nearest. */
static bool choose(struct reader *r, const struct xml_attr *a,
                   const struct word *words, size_t count, unsigned *out)
{
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(a->value);
	char name[40];
	for (size_t i = 0; i < count; i++) {
		if (text_is(a->value, words[i].name)) {
			*out = words[i].value;
			return true;
		}
		best = nearer(a->value, words[i].name, best, &far);
	}
	if (count <= 8) {
		buf_puts(&hint, "it is");
		for (size_t i = 0; i < count; i++) {
			buf_puts(&hint, i == 0           ? " "
			                : i + 1 == count ? " or "
			                                 : ", ");
			buf_puts(&hint, words[i].name);
		}
	} else {
		meant(&hint, best);
	}
	size_t n = a->local.len < sizeof name ? a->local.len
	                                      : sizeof name - 1;
	memcpy(name, a->local.at, n);
	name[n] = '\0';
	wrong(r, a->at, name, a->value, buf_text(&hint));
	buf_free(&hint);
	return false;
}

/* A family list becomes part of CSS: letters, digits and a few marks. */
static bool is_family_list(struct span s)
{
	bool letter = false;
	while (s.len) {
		uint32_t cp = 0;
		size_t n = text_next(s.at, s.len, &cp);
		bool fit = cp >= 0xA0 || cp == ' ' || cp == ',' || cp == '-' ||
		           cp == '.' || cp == '_' ||
		           (cp < 0x80 && (text_is_digit((char)cp) ||
		                          text_is_alpha((char)cp)));
		if (!n || !fit || (cp == ',' && !letter))
			return false;
		letter = cp == ',' ? false : letter || cp != ' ';
		s.at += n;
		s.len -= n;
	}
	return letter;
}

static bool is_generic(struct span family)
{
	static const char *const names[] = { "serif", "sans-serif",
		"monospace", "system-ui" };
	for (size_t i = 0; i < COUNT(names); i++)
		if (text_is(family, names[i]))
			return true;
	return false;
}

static const char *kept(struct reader *r, struct buf *b)
{
	char *copy = b->status ? NULL : arena_copy(&r->t->arena, b->at,
	                                           b->len);
	if (!copy)
		r->diags->status = PRFMT_ENOMEM;
	buf_free(b);
	return copy;
}

/* The file's families first, then what the base has. */
static void families(struct reader *r, struct family *f, struct span list)
{
	struct buf print = { 0 };
	struct buf web = { 0 };
	while (list.len) {
		const char *comma = memchr(list.at, ',', list.len);
		size_t n = comma ? (size_t)(comma - list.at) : list.len;
		struct span one = text_trim((struct span){ list.at, n });
		bool bare = is_generic(one);
		buf_span(&print, one);
		buf_puts(&print, ", ");
		buf_puts(&web, bare ? "" : "\"");
		buf_span(&web, one);
		buf_puts(&web, bare ? ", " : "\", ");
		list.at += comma ? n + 1 : n;
		list.len -= comma ? n + 1 : n;
	}
	const struct family *base = f->print ? f : &r->t->look.text;
	buf_puts(&print, base->print);
	buf_puts(&web, base->web);
	f->print = kept(r, &print);
	f->web = kept(r, &web);
}

/* -- elements ---------------------------------------------------------------- */

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

enum element { EL_THEME, EL_FONTS, EL_COLOURS, EL_PAGE, EL_SETTING,
	EL_LETTERHEAD, EL_STYLE, EL_BOX, EL_LIST, EL_LABEL, EL_LOGO,
	EL_COUNT };

static const struct {
	const char *name;
	const struct field *fields;
	size_t count;
	const char *needs; /* an attribute; NULL: none */
} elements[EL_COUNT] = {
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

static const struct xml_attr *find(const struct xml_attr *attrs, size_t count,
                                   const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!attrs[i].uri.len && text_is(attrs[i].local, name))
			return &attrs[i];
	return NULL;
}

/* -- one attribute into its member -------------------------------------------- */

static void put_number(struct reader *r, const struct field *f,
                       const struct xml_attr *a, char *at)
{
	double value = 0;
	struct buf range = { 0 };
	if (decimal(a->value, &value) && value >= f->least &&
	    value <= f->most) {
		if (f->value == VALUE_WEIGHT)
			*(unsigned *)(void *)at = (unsigned)value;
		else
			*(double *)(void *)at = value;
		return;
	}
	buf_puts(&range, "a number from ");
	buf_decimal(&range, f->least, 3);
	buf_puts(&range, " to ");
	buf_decimal(&range, f->most, 3);
	wrong(r, a->at, f->name, a->value, buf_text(&range));
	buf_free(&range);
}

static void put_colour(struct reader *r, const struct field *f,
                       const struct xml_attr *a, unsigned palettes)
{
	uint32_t rgb = 0;
	if (!hex(a->value, &rgb)) {
		wrong(r, a->at, f->name, a->value,
		      "a colour is #rgb or #rrggbb");
		return;
	}
	for (size_t p = 0; p < PALETTE_COUNT; p++) {
		if (!(palettes & 1u << p))
			continue;
		r->t->look.colours[p][f->offset] = rgb;
		r->hue_at[p][f->offset] = a->at;
	}
}

static void put_text(struct reader *r, const struct field *f,
                     const struct xml_attr *a, char *at, size_t most)
{
	struct buf b = { 0 };
	size_t count = text_count(a->value.at, a->value.len);
	if (!count || count > most || text_all_blank(a->value)) {
		wrong(r, a->at, f->name, a->value,
		      most > 2 ? "a name of at most 60 characters"
		               : "one or two characters");
		return;
	}
	buf_span(&b, a->value);
	*(const char **)(void *)at = kept(r, &b);
}

static void put_word(struct reader *r, const struct field *f,
                     const struct xml_attr *a, char *at)
{
	unsigned v = 0;
	unsigned *face = (unsigned *)(void *)at;
	switch (f->value) {
	case VALUE_YES:
		if (choose(r, a, yes_words, COUNT(yes_words), &v))
			*(bool *)at = v;
		break;
	case VALUE_HUE:
		if (choose(r, a, hue_words, COUNT(hue_words), &v))
			*(enum hue *)(void *)at = (enum hue)v;
		break;
	case VALUE_SIDE:
		if (choose(r, a, side_words, COUNT(side_words), &v))
			*(enum side *)(void *)at = (enum side)v;
		break;
	case VALUE_KIND:
		if (choose(r, a, kind_words, COUNT(kind_words), &v))
			*(enum box_kind *)(void *)at = (enum box_kind)v;
		break;
	case VALUE_FACE:
		if (choose(r, a, face_words, COUNT(face_words), &v))
			*face = (*face & (FACE_ITALIC | FACE_MONO |
			                  FACE_HEAD)) | v;
		break;
	case VALUE_ITALIC:
		if (choose(r, a, yes_words, COUNT(yes_words), &v))
			*face = (*face & ~(unsigned)FACE_ITALIC) |
			        (v ? FACE_ITALIC : 0u);
		break;
	case VALUE_PAPER:
		if (choose(r, a, paper_words, COUNT(paper_words), &v))
			*(const char **)(void *)at = paper_words[v].name;
		break;
	case VALUE_NUMBER:
	case VALUE_WEIGHT:
	case VALUE_COLOUR:
	case VALUE_FONTS:
	case VALUE_MARK:
	case VALUE_NAME:
	case VALUE_WHICH:
		break; /* no words */
	}
}

static void put(struct reader *r, const struct field *f,
                const struct xml_attr *a, const struct target *to)
{
	struct theme *look = &r->t->look;
	switch (f->value) {
	case VALUE_NUMBER:
	case VALUE_WEIGHT:
		put_number(r, f, a, to->at + f->offset);
		break;
	case VALUE_COLOUR:
		put_colour(r, f, a, to->palettes);
		break;
	case VALUE_FONTS:
		if (is_family_list(a->value)) {
			families(r, (struct family *)(void *)(to->at +
			                                      f->offset),
			         a->value);
			look->font_at[f->changed] = a->at;
		} else {
			wrong(r, a->at, f->name, a->value,
			      "families with commas between them");
		}
		break;
	case VALUE_MARK:
		put_text(r, f, a, to->at + f->offset, 2);
		break;
	case VALUE_NAME:
		put_text(r, f, a, to->at + f->offset, 60);
		break;
	case VALUE_WHICH:
		break;
	case VALUE_YES:
	case VALUE_HUE:
	case VALUE_SIDE:
	case VALUE_KIND:
	case VALUE_FACE:
	case VALUE_ITALIC:
	case VALUE_PAPER:
		put_word(r, f, a, to->at + f->offset);
		break;
	}
	if (to->style < STYLE_COUNT)
		look->changed[to->style] |= f->changed;
}

static const struct field *field_of(enum element e, struct span name)
{
	for (size_t i = 0; i < elements[e].count; i++)
		if (text_is(name, elements[e].fields[i].name))
			return &elements[e].fields[i];
	return NULL;
}

static void unknown_attr(struct reader *r, enum element e,
                         const struct xml_attr *a)
{
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(a->local);
	for (size_t i = 0; i < elements[e].count; i++)
		best = nearer(a->local, elements[e].fields[i].name, best,
		              &far);
	meant(&hint, best);
	diags_say_as(r->diags, CODE_THEME_ATTRIBUTE, PRFMT_ERROR, a->at, 0,
	             buf_text(&hint), "<%s> has no attribute %.*s",
	             elements[e].name, shown(a->local), a->local.at);
	buf_free(&hint);
	r->failed = true;
}

/* bottom is told from below, and kept from above; both papers or one. */
static void put_page(struct reader *r, const struct field *f,
                     const struct xml_attr *a, int only)
{
	for (int i = 0; i < PAPER_COUNT; i++) {
		struct paper *p = &r->t->look.papers[i];
		struct target to = { (char *)p, STYLE_COUNT, 0 };
		if (only >= 0 && i != only)
			continue;
		double was = p->bottom;
		put(r, f, a, &to);
		if (f->offset == PAPER_AT(bottom) && p->bottom < was)
			p->bottom = p->height - p->bottom;
	}
	r->page_at = a->at;
}

static void attributes(struct reader *r, enum element e,
                       const struct xml_attr *attrs, size_t count,
                       const struct target *to, int paper)
{
	for (size_t i = 0; i < count; i++) {
		const struct xml_attr *a = &attrs[i];
		if (a->uri.len)
			continue; /* of another namespace: not ours to judge */
		const struct field *f = field_of(e, a->local);
		if (!f)
			unknown_attr(r, e, a);
		else if (e == EL_PAGE && f->value != VALUE_WHICH)
			put_page(r, f, a, paper);
		else
			put(r, f, a, to);
		if (e == EL_SETTING)
			r->page_at = a->at;
	}
}

/* -- elements that say which -------------------------------------------------- */

static void label_start(struct reader *r, const struct xml_attr *attrs,
                        size_t count, struct place at)
{
	const struct xml_attr *of = find(attrs, count, "of");
	const struct xml_attr *lang = find(attrs, count, "lang");
	enum label label = of ? label_find(of->value) : LABEL_COUNT;
	struct buf hint = { 0 };
	if (of && label == LABEL_COUNT) {
		const char *best = NULL;
		size_t far = reach(of->value);
		for (size_t i = 0; i < LABEL_COUNT; i++)
			best = nearer(of->value, label_name((enum label)i),
			              best, &far);
		meant(&hint, best);
		wrong(r, of->at, "of", of->value, buf_text(&hint));
	}
	buf_free(&hint);
	r->in_label = true;
	r->label = NULL;
	r->label_at = at;
	buf_clear(&r->text);
	struct lang_change *c = label < LABEL_COUNT
		? arena_zero(&r->t->arena, sizeof *c) : NULL;
	if (!c) {
		if (label < LABEL_COUNT)
			r->diags->status = PRFMT_ENOMEM;
		return;
	}
	struct buf tag = { 0 };
	if (lang)
		buf_span(&tag, lang->value);
	c->label = label;
	c->lang = lang && lang->value.len ? kept(r, &tag) : NULL;
	buf_free(&tag);
	c->text = "";
	c->next = r->t->look.labels;
	r->t->look.labels = c;
	r->label = c;
}

static void label_end(struct reader *r)
{
	struct lang_change *c = r->label;
	struct span text = text_trim(buf_view(&r->text));
	r->in_label = false;
	if (!c)
		return;
	size_t gaps = 0;
	for (size_t i = 0; i + 1 < text.len; i++)
		gaps += text.at[i] == '%' && text.at[i + 1] == 's';
	if (!text.len || text.len > 200 || gaps != label_gaps(c->label)) {
		diags_say(r->diags, CODE_THEME_VALUE, r->label_at, 0,
		          "the label %s has between 1 and 200 bytes and %%s "
		          "%zu times",
		          label_name(c->label), label_gaps(c->label));
		r->failed = true;
		return;
	}
	struct buf b = { 0 };
	buf_span(&b, text);
	c->text = kept(r, &b);
}

static void logo_start(struct reader *r, const struct xml_attr *attrs,
                       size_t count)
{
	const struct xml_attr *src = find(attrs, count, "src");
	const struct xml_attr *alt = find(attrs, count, "alt");
	struct buf b = { 0 };
	if (!src)
		return;
	if (!src->value.len || src->value.len > 1000) {
		wrong(r, src->at, "src", src->value,
		      "the name of a picture beside the theme");
		return;
	}
	buf_span(&b, src->value);
	r->t->look.logo_src = kept(r, &b);
	buf_puts(&b, "");
	if (alt)
		buf_span(&b, alt->value);
	r->t->look.logo_alt = alt && alt->value.len ? kept(r, &b) : "";
	r->t->look.logo_at = src->at;
}

static bool colours_on(struct reader *r, const struct xml_attr *attrs,
                       size_t count, struct target *to)
{
	const struct xml_attr *on = find(attrs, count, "on");
	unsigned p = 0;
	to->palettes = 1u << PALETTE_LIGHT | 1u << PALETTE_PRINT;
	if (!on)
		return true;
	if (!choose(r, on, palette_words, COUNT(palette_words), &p))
		return false;
	to->palettes = 1u << p;
	return true;
}

static bool style_of(struct reader *r, const struct xml_attr *of,
                     struct target *to)
{
	unsigned id = 0;
	if (!choose(r, of, style_words, COUNT(style_words), &id))
		return false;
	to->style = id;
	to->at = (char *)&r->t->look.styles[id];
	return true;
}

static bool box_of(struct reader *r, const struct xml_attr *of,
                   struct target *to)
{
	unsigned id = 0;
	if (!choose(r, of, box_words, COUNT(box_words), &id))
		return false;
	to->at = (char *)&r->t->look.boxes[id];
	r->t->look.boxes_changed |= 1u << id;
	return true;
}

/* False: what it is about is not known, so its attributes are left alone. */
static bool aim(struct reader *r, enum element e,
                const struct xml_attr *attrs, size_t count,
                struct target *to, int *paper)
{
	const struct xml_attr *of = find(attrs, count, "of");
	const struct xml_attr *size = find(attrs, count, "paper");
	unsigned p = 0;
	if (e == EL_COLOURS)
		return colours_on(r, attrs, count, to);
	if (e == EL_STYLE)
		return of && style_of(r, of, to);
	if (e == EL_BOX)
		return of && box_of(r, of, to);
	if (e == EL_PAGE && size) {
		if (!choose(r, size, paper_words, COUNT(paper_words), &p))
			return false;
		*paper = (int)p;
	}
	if (e == EL_LIST)
		r->t->look.list_changed = true;
	return true;
}

static void element(struct reader *r, enum element e,
                    const struct xml_attr *attrs, size_t count,
                    struct place at)
{
	struct target to = { (char *)&r->t->look, STYLE_COUNT, 0 };
	int paper = -1;
	const char *needs = elements[e].needs;
	if (needs && !find(attrs, count, needs)) {
		diags_say(r->diags, CODE_THEME_ATTRIBUTE, at, 0,
		          "<%s> lacks the attribute %s", elements[e].name,
		          needs);
		r->failed = true;
	}
	if (e == EL_LABEL)
		label_start(r, attrs, count, at);
	if (e == EL_LOGO)
		logo_start(r, attrs, count);
	if (aim(r, e, attrs, count, &to, &paper))
		attributes(r, e, attrs, count, &to, paper);
}

/* -- events ------------------------------------------------------------------ */

static status root(struct reader *r, const struct xml_name *name,
                   const struct xml_attr *attrs, size_t count,
                   struct place at)
{
	const struct xml_attr *base = find(attrs, count, "base");
	if (!text_is(name->local, "theme") || !text_is(name->uri, THEME_NS)) {
		diags_say(r->diags, CODE_THEME_ROOT, at, 0,
		          "the root is <%.*s>, not a theme", shown(name->local),
		          name->local.at);
		return PRFMT_ESYNTAX;
	}
	if (base) {
		struct word words[8];
		unsigned which = 0;
		size_t known = 0;
		for (; theme_at(known) && known < COUNT(words); known++)
			words[known] = (struct word){ theme_at(known)->name,
				(unsigned)known };
		if (!choose(r, base, words, known, &which))
			which = 0;
		struct theme look = *theme_at(which);
		look.source = r->t->look.source;
		look.source_text = r->t->look.source_text;
		r->t->look = look;
	}
	element(r, EL_THEME, attrs, count, at);
	return r->diags->status;
}

static status on_start(void *user, const struct xml_name *name,
                       const struct xml_attr *attrs, size_t count,
                       struct place at)
{
	struct reader *r = user;
	size_t depth = r->depth++;
	if (depth == 0)
		return root(r, name, attrs, count, at);
	if (r->skip)
		return PRFMT_OK;
	if (!text_is(name->uri, THEME_NS)) {
		r->skip = depth; /* of another namespace */
		return PRFMT_OK;
	}
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(name->local);
	for (int e = EL_FONTS; depth == 1 && e < EL_COUNT; e++) {
		if (text_is(name->local, elements[e].name)) {
			element(r, (enum element)e, attrs, count, at);
			return r->diags->status;
		}
		best = nearer(name->local, elements[e].name, best, &far);
	}
	meant(&hint, best);
	diags_say_as(r->diags, CODE_THEME_ELEMENT, PRFMT_ERROR, at, 0,
	             buf_text(&hint), "<%.*s> may not stand here",
	             shown(name->local), name->local.at);
	buf_free(&hint);
	r->failed = true;
	r->skip = depth;
	return r->diags->status;
}

static status on_end(void *user)
{
	struct reader *r = user;
	r->depth--;
	if (r->skip == r->depth)
		r->skip = 0;
	if (r->in_label && r->depth == 1)
		label_end(r);
	return r->diags->status;
}

static status on_text(void *user, struct span text, struct place at)
{
	struct reader *r = user;
	if (r->skip || text_all_blank(text)) {
		if (r->in_label)
			buf_span(&r->text, text);
		return r->text.status;
	}
	if (r->in_label && r->text.len < 1000) {
		buf_span(&r->text, text);
	} else if (!r->in_label) {
		diags_say_as(r->diags, CODE_THEME_ELEMENT, PRFMT_ERROR, at, 0,
		             "", "text may stand in <label> alone");
		r->failed = true;
	}
	return r->text.status;
}

static status on_comment(void *user, struct span text, struct place at)
{
	(void)user;
	(void)text;
	(void)at;
	return PRFMT_OK;
}

static status on_pi(void *user, struct span target, struct span data,
                    struct place at)
{
	(void)user;
	(void)target;
	(void)data;
	(void)at;
	return PRFMT_OK;
}

/* -- what must be true of the whole -------------------------------------------- */

static void check_contrast(struct reader *r, enum palette p)
{
	static const char *const on[] = { "light", "dark", "print" };
	const struct contrast_pair *c = NULL;
	for (size_t i = 0; (c = contrast_pair(i)); i++) {
		uint32_t a = r->t->look.colours[p][c->hue];
		uint32_t b = r->t->look.colours[p][c->ground];
		struct place at = r->hue_at[p][c->hue];
		if (!at.line)
			at = r->hue_at[p][c->ground];
		double ratio = contrast_ratio(a, b);
		/* said for the paper, or for the light page, already */
		const uint32_t *light = r->t->look.colours[PALETTE_LIGHT];
		if ((c->ground == HUE_TINT &&
		     b == r->t->look.colours[p][HUE_PAPER]) ||
		    (p == PALETTE_PRINT && light[c->hue] == a &&
		     light[c->ground] == b))
			continue;
		/* what the file left alone is the base's */
		if (!at.line || ratio >= c->least)
			continue;
		unsigned hundredths = (unsigned)(ratio * 100);
		diags_say(r->diags, CODE_THEME_CONTRAST, at, 0,
		          "%s #%06x on %s #%06x (%s): the contrast is "
		          "%u.%02u, not %s",
		          hue_words[c->hue].name, (unsigned)a,
		          c->ground == HUE_PAPER ? "paper" : "tint",
		          (unsigned)b, on[p], hundredths / 100,
		          hundredths % 100, c->least < 4 ? "3" : "4.5");
		r->failed = true;
	}
}

static void check_page(struct reader *r)
{
	const struct theme *t = &r->t->look;
	for (size_t i = 0; i < PAPER_COUNT && r->page_at.line; i++) {
		const struct paper *p = &t->papers[i];
		double across = p->start + theme_frame(t);
		if (across <= p->width - 18 && p->top + 200 <= p->bottom &&
		    p->first_top + 200 <= p->bottom)
			continue;
		diags_say(r->diags, CODE_THEME_VALUE, r->page_at, 0,
		          "margins and measure leave no room on %s: at most "
		          "%u points across, at least 200 down",
		          p->name, (unsigned)(p->width - p->start - 18));
		r->failed = true;
	}
}

prfmt_theme *theme_new(const struct theme *base)
{
	prfmt_theme *t = mem_zero(1, sizeof *t);
	if (t)
		t->look = *base;
	return t;
}

void theme_free(prfmt_theme *t)
{
	if (!t)
		return;
	arena_free(&t->arena);
	mem_free(t);
}

static status read_into(struct reader *r, struct span text, const char *name)
{
	static const struct xml_events events = { on_start, on_end, on_text,
		on_comment, on_pi };
	struct theme *look = &r->t->look;
	char *copy = arena_copy(&r->t->arena, text.at, text.len);
	look->source = arena_copy(&r->t->arena, name, strlen(name));
	if (!copy || !look->source)
		return PRFMT_ENOMEM;
	look->source_text = (struct span){ copy, text.len };
	diags_source(r->diags, look->source, look->source_text);
	status st = xml_parse(look->source_text, r->limits, r->diags, &events,
	                      r);
	for (int p = 0; !st && p < PALETTE_COUNT; p++)
		check_contrast(r, (enum palette)p);
	if (!st)
		check_page(r);
	if (!st)
		st = r->diags->status;
	return st ? st : r->failed ? PRFMT_ECONTENT : PRFMT_OK;
}

status theme_read(struct span text, const char *name,
                  const prfmt_limits *limits, struct diags *d,
                  prfmt_theme **out)
{
	struct reader r = { .limits = limits, .diags = d };
	*out = NULL;
	r.t = theme_new(theme_plain());
	status st = r.t ? read_into(&r, text, name) : PRFMT_ENOMEM;
	buf_free(&r.text);
	diags_source(d, "", (struct span){ "", 0 });
	diags_sort(d);
	if (st)
		theme_free(r.t);
	else
		*out = r.t;
	return st;
}
