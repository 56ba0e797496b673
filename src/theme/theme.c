/* theme.c - the built-in themes by name, and the first of them, "plain". */
#include "theme/theme.h"

#include <string.h>

#define B FACE_BOLD
#define I FACE_ITALIC

/* LOOK, tokens: plain; face, size, leading, track, before, after, balanced */
static const struct theme plain = {
	.name = "plain",
	.text = { "Charis SIL, Noto Serif, Noto Naskh Arabic, "
	          "Noto Serif Hebrew, Noto Serif CJK JP, serif",
	          "\"Charis SIL\", \"Bitstream Charter\", Charter, "
	          "\"Sitka Text\", Cambria, \"Noto Serif\", serif" },
	.mono = { "Noto Sans Mono, Noto Serif, monospace",
	          "\"Noto Sans Mono\", \"DejaVu Sans Mono\", Consolas, "
	          "Menlo, monospace" },
	.strong = 700,
	.code = 0.82,
	.colours = {
		[PALETTE_LIGHT] = {
			[HUE_INK] = 0x111111, [HUE_MUTED] = 0x4d4d4d,
			[HUE_ACCENT] = 0x111111, [HUE_LINK] = 0x0b3d91,
			[HUE_RULE] = 0x111111, [HUE_HAIR] = 0xb5b5b5,
			[HUE_PAPER] = 0xffffff, [HUE_TINT] = 0xf4f4f4,
		},
		[PALETTE_DARK] = {
			[HUE_INK] = 0xe9e7e2, [HUE_MUTED] = 0xb3b1ab,
			[HUE_ACCENT] = 0xe9e7e2, [HUE_LINK] = 0x9cc4ff,
			[HUE_RULE] = 0x8f8d88, [HUE_HAIR] = 0x4b4e52,
			[HUE_PAPER] = 0x15171a, [HUE_TINT] = 0x1f2226,
		},
		[PALETTE_PRINT] = {
			[HUE_MUTED] = 0x333333, [HUE_HAIR] = 0x999999,
			[HUE_PAPER] = 0xffffff, [HUE_TINT] = 0xffffff,
		},
	},
	.measure = 384,
	.leading = 15,
	.subhead_next = 3,
	.place_track = 0.035,
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
		[STYLE_LEAD] = { 0, 10.75, 15, 0, 18, 0, false,
			.justified = true },
		[STYLE_BODY] = { 0, 10.75, 15, 0, 7.5, 0, false,
			.justified = true },
		[STYLE_H2] = { B, 10.75, 15, 0, 15, 0, false },
		[STYLE_H3] = { I, 10.75, 15, 0, 7.5, 0, false },
		[STYLE_QUOTE] = { 0, 10.75, 15, 0, 7.5, 7.5, false,
			.justified = true },
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
		[STYLE_ENDMARK] = { 0, 10.75, 15, 0, 15, 0, false,
			.side = SIDE_CENTRE },
		[STYLE_BACK_HEAD] = { B, 9, 12.5, 0, 13, 0, false },
		[STYLE_BACK] = { 0, 9, 12.5, 0, 0, 0, false,
			.justified = true },
		[STYLE_BACK_LABEL] = { I, 9, 12.5, 0, 0, 0, false },
		[STYLE_RUNNING] = { 0, 8.5, 11, 0, 0, 0, false },
		[STYLE_FOOT] = { 0, 8.5, 11, 0, 0, 0, false },
		[STYLE_SPEAKER_NAME] = { 0, 9.5, 15, 0, 0, 0, false },
		[STYLE_CONTACT_NAME] = { B, 9, 12.5, 0, 0, 0, false },
		[STYLE_TYPE] = { 0, 9, 12.5, 0, 0, 0, false },
		[STYLE_MEDIA_LABEL] = { I, 9.5, 13, 0, 0, 0, false },
		[STYLE_RUNNING_NAME] = { B, 8.5, 11, 0, 0, 0, false },
		[STYLE_FOOT_STATE] = { B, 8.5, 11, 0, 0, 0, false },
	},
	.papers = {
		{ "a4", 595.28, 841.89, 105.64, 48, 78, 768, 42, 39 },
		{ "letter", 612, 792, 114, 42, 72, 732, 42, 39 },
	},
	.letterhead = { HEAD_START, .logo_height = 28, .logo_width = 72,
		.logo_gap = 8, .least = 38, .under = 8,
		.rule = { 0.75, HUE_RULE } },
	.status = { .capitals = true, .foot_capitals = true,
		.before = 7, .under = 6.5,
		.rule = { 0.4, HUE_RULE } },
	.boxes = {
		[BOX_EMBARGO] = { BOX_FRAME, { 1, HUE_RULE }, 8, 12, 8.5, 12,
			SIDE_START },
		[BOX_NOTICE] = { BOX_FRAME, { 1, HUE_RULE }, 8, 12, 8.5, 12,
			SIDE_START },
		[BOX_ASIDE] = { BOX_RULES, { 0.4, HUE_RULE }, 6.5, 0, 7.5, 0,
			SIDE_START },
		[BOX_CONTACTS] = { BOX_FRAME, { 0.5, HUE_RULE }, 8, 12, 9, 15,
			SIDE_START },
	},
	.facts = { "–", .hang = 15, .before = 13, .top = 6.5, .bottom = 7.5,
		.rule = { 0.4, HUE_RULE } },
	.list = { "–", HUE_INK, 0, ".", 0, 18, 12 },
	.quote = { 22, 22, 22, 22, .dash = "— " },
	.table = { .number_width = 54, .head_top = 4, .head_bottom = 4,
		.cell_pad = 0.5, .first_pad = 2, .above = { 0.75, HUE_RULE },
		.head = { 0.4, HUE_RULE }, .subtotal_above = { 0.4, HUE_RULE },
		.total_above = { 0.75, HUE_RULE }, .last = { 0.75, HUE_RULE },
		.caption_after = 5 },
	.figure_before = 12,
	.figure_after = 9,
	.pre_indent = 18,
	.hr_width = 72,
	.hr_space = 22.5,
	.hr = { 0.4, HUE_RULE },
	.note_rule = { 0.4, HUE_RULE },
	.running_rule = { 0.4, HUE_RULE },
	.running_gap = 4,
	.contact_gap = 14,
	.web = { 1.125, 1.6, 36, 1.42, NULL, NULL },
};

static const struct theme *(*const built_in[])(void) = {
	theme_plain,
	theme_government,
	theme_corporate,
};

const struct theme *theme_at(size_t i)
{
	return i < COUNT(built_in) ? built_in[i]() : NULL;
}

const struct theme *theme_plain(void)
{
	return &plain;
}

const struct theme *theme_named(const char *name)
{
	for (size_t i = 0; i < COUNT(built_in); i++)
		if (!strcmp(built_in[i]()->name, name))
			return built_in[i]();
	return NULL;
}

const struct paper *theme_paper(const struct theme *t, const char *name)
{
	for (size_t i = 0; i < PAPER_COUNT; i++)
		if (!strcmp(t->papers[i].name, name))
			return &t->papers[i];
	return &t->papers[0];
}

double theme_frame(const struct theme *t)
{
	return t->hang + t->hang_gap + t->measure;
}
