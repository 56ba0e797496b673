/* value.c - the words, numbers, colours and font families of a theme file. */
#include "theme/value.h"

#include "base/text.h"

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

#define LIST(words) { words, COUNT(words) }

static const struct words lists[WORDS_COUNT] = {
	[WORDS_YES] = LIST(yes_words),
	[WORDS_HUE] = LIST(hue_words),
	[WORDS_SIDE] = LIST(side_words),
	[WORDS_KIND] = LIST(kind_words),
	[WORDS_FACE] = LIST(face_words),
	[WORDS_PAPER] = LIST(paper_words),
	[WORDS_PALETTE] = LIST(palette_words),
	[WORDS_BOX] = LIST(box_words),
	[WORDS_STYLE] = LIST(style_words),
};

struct words value_words(enum word_list list)
{
	return lists[list];
}

const char *value_hue(enum hue hue)
{
	return hue < COUNT(hue_words) ? hue_words[hue].name : "";
}

bool value_decimal(struct span s, double *out)
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

bool value_colour(struct span s, uint32_t *out)
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

/* A family list becomes part of CSS: letters, digits and a few marks. */
bool value_is_families(struct span s)
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

bool value_is_generic(struct span family)
{
	static const char *const names[] = { "serif", "sans-serif",
		"monospace", "system-ui" };
	for (size_t i = 0; i < COUNT(names); i++)
		if (text_is(family, names[i]))
			return true;
	return false;
}
