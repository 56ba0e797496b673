/* theme.c - the built-in theme "plain". */
#include "theme/theme.h"

#include <string.h>

static const struct paper papers[] = {
	{ "a4", 595.28, 841.89, 105.64, 48, 78, 768, 42, 39 },
	{ "letter", 612, 792, 114, 42, 72, 732, 42, 39 },
};

#define B FACE_BOLD
#define I FACE_ITALIC

/* face, size, leading, track, before, after, balanced */
static const struct theme plain = {
	.serif = "Charis SIL, Noto Serif, Noto Naskh Arabic, "
	         "Noto Serif Hebrew, Noto Serif CJK JP, serif",
	.mono = "Noto Sans Mono, Noto Serif, monospace",
	.measure = 384,
	.leading = 15,
	.styles = {
		[STYLE_ISSUER] = { B, 13, 16, 0, 0, 0, false },
		[STYLE_ISSUER_LINE] = { 0, 8.5, 12, 0, 0, 0, false },
		[STYLE_KIND] = { B, 9, 13, 0.07, 0, 0, false },
		[STYLE_STATE] = { B, 9, 13, 0.07, 0, 0, false },
		[STYLE_ISSUED] = { 0, 8.5, 12, 0, 0, 0, false },
		[STYLE_EMBARGO_WORD] = { B, 9, 13, 0.07, 0, 0, false },
		[STYLE_EMBARGO_TIME] = { B, 11, 15, 0, 0, 0, false },
		[STYLE_EMBARGO_ZONE] = { 0, 9.5, 13, 0, 0, 0, false },
		[STYLE_NOTICE] = { 0, 9.5, 13, 0, 12, 0, false },
		[STYLE_KICKER] = { I, 11, 15, 0, 24, 0, false },
		[STYLE_HEADLINE] = { B, 21, 25, -0.003, 4, 0, true },
		[STYLE_SUBHEAD] = { 0, 12.5, 16.5, 0, 7, 0, true },
		[STYLE_AUTHOR] = { I, 9.5, 13, 0, 7, 0, false },
		[STYLE_SUMMARY] = { I, 10.75, 15, 0, 9, 0, false },
		[STYLE_FACT] = { 0, 10.75, 15, 0, 13, 0, false },
		[STYLE_LEAD] = { 0, 10.75, 15, 0, 18, 0, false },
		[STYLE_BODY] = { 0, 10.75, 15, 0, 7.5, 0, false },
		[STYLE_H2] = { B, 10.75, 15, 0, 15, 0, false },
		[STYLE_H3] = { I, 10.75, 15, 0, 7.5, 0, false },
		[STYLE_QUOTE] = { 0, 10.75, 15, 0, 7.5, 7.5, false },
		[STYLE_SPEAKER] = { 0, 9.5, 15, 0, 0, 7.5, false },
		[STYLE_ASIDE] = { 0, 9.5, 13, 0, 15, 15, false },
		[STYLE_PRE] = { FACE_MONO, 8.5, 12.5, 0, 11.25, 11.25, false },
		[STYLE_TABLE] = { 0, 9.25, 14, 0, 12, 9, false },
		[STYLE_TABLE_HEAD] = { 0, 8.5, 11, 0, 0, 0, false },
		[STYLE_TABLE_TOTAL] = { B, 9.25, 14, 0, 0, 0, false },
		[STYLE_TABLE_CAPTION] = { B, 9.25, 13, 0, 12, 0, false },
		[STYLE_CAPTION] = { 0, 8.75, 12, 0, 5, 0, false },
		[STYLE_CREDIT] = { I, 8.75, 12, 0, 0, 0, false },
		[STYLE_NOTE] = { 0, 8.5, 11.5, 0, 0, 0, false },
		[STYLE_ENDMARK] = { 0, 10.75, 15, 0, 15, 0, false },
		[STYLE_BACK_HEAD] = { B, 9, 12.5, 0, 13, 0, false },
		[STYLE_BACK] = { 0, 9, 12.5, 0, 0, 0, false },
		[STYLE_BACK_LABEL] = { I, 9, 12.5, 0, 0, 0, false },
		[STYLE_RUNNING] = { 0, 8.5, 11, 0, 0, 0, false },
		[STYLE_FOOT] = { 0, 8.5, 11, 0, 0, 0, false },
	},
	.papers = papers,
	.paper_count = COUNT(papers),
};

const struct theme *theme_plain(void)
{
	return &plain;
}

const struct paper *theme_paper(const struct theme *t, const char *name)
{
	for (size_t i = 0; i < t->paper_count; i++)
		if (!strcmp(t->papers[i].name, name))
			return &t->papers[i];
	return &t->papers[0];
}
