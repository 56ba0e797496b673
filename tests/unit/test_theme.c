/* test_theme.c - contrast figures, theme files and what they change. */
#include "base/text.h"
#include "theme/contrast.h"
#include "theme/read.h"
#include "theme/sheet.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "<theme xmlns=\"urn:prfmt:theme:1\" name=\"t\">"

/* -- contrast: the table of look/LOOK.md ---------------------------------- */

struct row {
	const char *theme;
	enum palette palette;
	double ratio[HUE_HAIR]; /* ink muted accent link rule, on paper */
	double lowest;          /* of text, the tint included */
};

static const struct row rows[] = {
	{ "plain", PALETTE_LIGHT, { 18.88, 8.45, 18.88, 10.04, 18.88 }, 7.69 },
	{ "plain", PALETTE_DARK, { 14.53, 8.38, 14.53, 10.05, 5.42 }, 7.45 },
	{ "government", PALETTE_LIGHT, { 18.88, 8.45, 14.26, 10.80, 18.88 },
	  7.69 },
	{ "government", PALETTE_DARK, { 14.66, 8.45, 12.07, 10.22, 5.46 },
	  7.45 },
	{ "corporate", PALETTE_LIGHT, { 17.66, 7.24, 7.79, 7.79, 7.79 },
	  6.47 },
	{ "corporate", PALETTE_DARK, { 15.29, 8.66, 10.12, 10.12, 10.12 },
	  7.64 },
	{ "corporate", PALETTE_PRINT, { 17.66, 7.24, 7.79, 7.79, 7.79 },
	  6.47 },
};

static void near(double have, double want)
{
	if (fabs(have - want) > 0.0051)
		fail_msg("%d instead of %d hundredths", (int)(have * 100),
		         (int)(want * 100));
}

static void contrasts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		const uint32_t *c = theme_named(r->theme)->colours[r->palette];
		double lowest = 21;
		for (size_t h = 0; h < HUE_HAIR; h++)
			near(contrast_ratio(c[h], c[HUE_PAPER]), r->ratio[h]);
		for (size_t k = 0; contrast_pair(k); k++) {
			const struct contrast_pair *p = contrast_pair(k);
			double have = contrast_ratio(c[p->hue], c[p->ground]);
			assert_true(have >= p->least);
			if (p->hue != HUE_RULE && have < lowest)
				lowest = have;
		}
		near(lowest, r->lowest);
	}
	near(contrast_ratio(0x000000, 0xffffff), 21);
	near(contrast_ratio(0x777777, 0xffffff), 4.48);
	near(contrast_ratio(0x005a70, 0xeef3f4), 6.96);
}

/* Every built-in palette passes what is asked of files. */
static void built_in(void **state)
{
	(void)state;
	for (size_t i = 0; theme_at(i); i++)
		for (int p = 0; p < PALETTE_COUNT; p++)
			for (size_t k = 0; contrast_pair(k); k++) {
				const struct contrast_pair *c =
					contrast_pair(k);
				const uint32_t *rgb =
					theme_at(i)->colours[p];
				assert_true(contrast_ratio(rgb[c->hue],
				                           rgb[c->ground]) >=
				            c->least);
			}
	assert_ptr_equal(theme_at(0), theme_plain());
	assert_null(theme_named("brutalist"));
}

/* Measure, margins and lines of the table of pages. */
static void pages(void **state)
{
	(void)state;
	static const struct {
		const char *theme;
		double frame;
		double lines[PAPER_COUNT];
	} table[] = {
		{ "plain", 384, { 46, 44 } },
		{ "government", 400, { 42, 39 } },
		{ "corporate", 480, { 47, 43 } },
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		const struct theme *t = theme_named(table[i].theme);
		near(theme_frame(t), table[i].frame);
		for (int k = 0; k < PAPER_COUNT; k++) {
			const struct paper *p = &t->papers[k];
			near((p->bottom - p->top) / t->leading,
			     table[i].lines[k]);
		}
	}
}

/* -- files ---------------------------------------------------------------- */

static status read(const char *text, struct diags *d, prfmt_theme **out)
{
	static const prfmt_limits limits = { .input_bytes = 1 << 20,
		.nodes = 10000, .depth = 64, .block_bytes = 65536,
		.attrs = 64 };
	diags_start(d, 100);
	return theme_read(text_span(text), "t.xml", &limits, d, out);
}

static prfmt_theme *good(const char *text)
{
	struct diags d;
	prfmt_theme *t = NULL;
	assert_int_equal(read(text, &d, &t), PRFMT_OK);
	assert_int_equal(d.count, 0);
	assert_non_null(t);
	diags_free(&d);
	return t;
}

/* One finding, there and with this in its sentence. */
static void bad(const char *text, status want, const char *code,
                uint32_t line, uint32_t column, const char *part)
{
	struct diags d;
	prfmt_theme *t = NULL;
	assert_int_equal(read(text, &d, &t), want);
	assert_null(t);
	assert_int_equal(d.count, 1);
	assert_string_equal(d.items[0].code, code);
	assert_int_equal(d.items[0].line, line);
	assert_int_equal(d.items[0].column, column);
	assert_string_equal(d.items[0].source, "t.xml");
	assert_non_null(strstr(d.items[0].message, part));
	diags_free(&d);
}

static void defaults(void **state)
{
	(void)state;
	prfmt_theme *t = good(HEAD "</theme>");
	struct buf a = { 0 };
	struct buf b = { 0 };
	sheet_write(&a, &t->look);
	sheet_write(&b, theme_plain());
	assert_string_equal(buf_text(&a), buf_text(&b));
	assert_memory_equal(t->look.styles, theme_plain()->styles,
	                    sizeof t->look.styles);
	buf_free(&a);
	buf_free(&b);
	theme_free(t);
}

static void all_of_it(void **state)
{
	(void)state;
	prfmt_theme *t = good(
		"<theme xmlns=\"urn:prfmt:theme:1\" name=\"acme\" "
		"base=\"corporate\">"
		"<!-- what is not given stays -->"
		"<fonts text=\"Acme Sans, serif\" strong=\"700\"/>"
		"<colours accent=\"#703\" link=\"#770033\"/>"
		"<colours on=\"dark\" accent=\"#fbc\"/>"
		"<page paper=\"letter\" start=\"60\" bottom=\"92\"/>"
		"<setting justified=\"yes\" paper=\"letter\" "
		"web-size=\"1.1\"/>"
		"<letterhead rule=\"1.5\" colour=\"ink\"/>"
		"<style of=\"headline\" size=\"24.5\" leading=\"28\" "
		"weight=\"strong\" italic=\"yes\" track=\"-0.01\"/>"
		"<box of=\"contacts\" kind=\"frame\" rule=\"1\"/>"
		"<list mark=\"\xE2\x86\x92\"/>"
		"<label of=\"contact\" lang=\"en\"> Media contact </label>"
		"<logo src=\"a.png\" alt=\"Acme\"/></theme>");
	const struct theme *k = &t->look;
	const struct style *h = &k->styles[STYLE_HEADLINE];
	assert_string_equal(k->name, "acme");
	assert_int_equal(strncmp(k->text.print, "Acme Sans, serif, Inter", 23),
	                 0);
	assert_int_equal(strncmp(k->text.web, "\"Acme Sans\", serif, Inter",
	                         24), 0);
	assert_int_equal(k->strong, 700);
	assert_int_equal(k->colours[PALETTE_LIGHT][HUE_ACCENT], 0x770033);
	assert_int_equal(k->colours[PALETTE_PRINT][HUE_LINK], 0x770033);
	assert_int_equal(k->colours[PALETTE_DARK][HUE_ACCENT], 0xffbbcc);
	assert_int_equal(k->colours[PALETTE_DARK][HUE_LINK], 0x7fcbdb);
	near(k->papers[PAPER_LETTER].start, 60);
	near(k->papers[PAPER_LETTER].bottom, 700);
	near(k->papers[PAPER_A4].start, 54);
	assert_true(k->justified);
	assert_string_equal(k->paper, "letter");
	near(k->letterhead.rule.thick, 1.5);
	assert_int_equal(k->letterhead.rule.hue, HUE_INK);
	near(h->size, 24.5);
	near(h->track, -0.01);
	assert_int_equal(h->face, FACE_BOLD | FACE_HEAD | FACE_ITALIC);
	assert_int_equal(k->boxes[BOX_CONTACTS].kind, BOX_FRAME);
	assert_string_equal(k->list.mark, "\xE2\x86\x92");
	assert_string_equal(k->labels->text, "Media contact");
	assert_string_equal(k->logo_src, "a.png");
	theme_free(t);
}

/* What a file says reaches the style sheet, and never as code. */
static void style_sheet(void **state)
{
	(void)state;
	prfmt_theme *t = good(HEAD "<colours accent=\"#7a1f3d\"/>"
	                           "<style of=\"headline\" size=\"21.5\" "
	                           "colour=\"accent\"/>"
	                           "<list mark=\"&lt;/\"/></theme>");
	struct buf css = { 0 };
	sheet_write(&css, &t->look);
	assert_non_null(strstr(buf_text(&css), "--pr-accent: #7a1f3d;"));
	assert_non_null(strstr(buf_text(&css),
	                       ".pr-head .pr-headline { font-size: 2.25rem; "
	                       "color: var(--pr-accent); }"));
	assert_null(strstr(buf_text(&css), "</"));
	assert_non_null(strstr(buf_text(&css), "\"\\00003c\\00002f\""));
	buf_free(&css);
	theme_free(t);
}

static void errors(void **state)
{
	(void)state;
	bad("<a/>", PRFMT_ESYNTAX, "theme-root", 1, 1, "<a>");
	bad("<theme name=\"t\"/>", PRFMT_ESYNTAX, "theme-root", 1, 1,
	    "<theme>");
	bad(HEAD "\n  <color/></theme>", PRFMT_ECONTENT, "theme-element", 2,
	    3, "<color>");
	bad(HEAD "\n<colours>\n <ink/></colours></theme>", PRFMT_ECONTENT,
	    "theme-element", 3, 2, "<ink>");
	bad(HEAD "\n<style of=\"h2\" siz=\"9\"/></theme>", PRFMT_ECONTENT,
	    "theme-attribute", 2, 16, "siz");
	bad(HEAD "<style/></theme>", PRFMT_ECONTENT, "theme-attribute", 1, 43,
	    "lacks the attribute of");
	bad(HEAD "\n<style of=\"h2\" size=\"9pt\"/></theme>", PRFMT_ECONTENT,
	    "theme-value", 2, 16, "9pt");
	bad(HEAD "\n<style of=\"h2\" size=\"1e1\"/></theme>", PRFMT_ECONTENT,
	    "theme-value", 2, 16, "1e1");
	bad(HEAD "<fonts text=\"a&quot;}b\"/></theme>", PRFMT_ECONTENT,
	    "theme-value", 1, 50, "text");
	bad(HEAD "<colours ink=\"#12345\"/></theme>", PRFMT_ECONTENT,
	    "theme-value", 1, 52, "#12345");
	bad(HEAD "<page top=\"300\" bottom=\"300\"/></theme>",
	    PRFMT_ECONTENT, "theme-value", 1, 59, "no room");
	bad(HEAD "<label of=\"was\">%s</label></theme>", PRFMT_ECONTENT,
	    "theme-value", 1, 43, "0 times");
}

/* Both colours and the ratio; the base's own colours are not the file's. */
static void contrast_errors(void **state)
{
	(void)state;
	bad(HEAD "\n<colours on=\"dark\" link=\"#0b3d91\" tint=\"#15171a\"/>"
	         "</theme>",
	    PRFMT_ECONTENT, "theme-contrast", 2, 20,
	    "link #0b3d91 on paper #15171a (dark): the contrast is 1.78, not "
	    "4.5");
	bad(HEAD "\n<colours rule=\"#ccc\"/></theme>", PRFMT_ECONTENT,
	    "theme-contrast", 2, 10,
	    "rule #cccccc on paper #ffffff (light): the contrast is 1.60, not "
	    "3");
	theme_free(good(HEAD "<colours hair=\"#eee\"/></theme>"));
}

/* -- labels --------------------------------------------------------------- */

static void labels(void **state)
{
	(void)state;
	struct arena a = { 0 };
	const struct lang *en = lang_find("en", NULL);
	struct lang_change any = { NULL, NULL, LABEL_CONTACT, "Ask" };
	struct lang_change de = { &any, "de", LABEL_CONTACT, "Frag" };
	const struct lang *l = label_changed(&a, en, "en-GB", &de);
	assert_string_equal(lang_label(l, LABEL_CONTACT), "Ask");
	assert_string_equal(lang_label(l, LABEL_ABOUT),
	                    lang_label(en, LABEL_ABOUT));
	l = label_changed(&a, lang_find("de", NULL), "de-AT", &de);
	assert_string_equal(lang_label(l, LABEL_CONTACT), "Frag");
	any.lang = "id";
	assert_ptr_equal(label_changed(&a, en, "en", &any), en);
	for (size_t i = 0; i < LABEL_COUNT; i++) {
		assert_non_null(label_name((enum label)i));
		assert_int_equal(label_find(text_span(
					 label_name((enum label)i))), i);
	}
	assert_int_equal(label_gaps(LABEL_PAGE_OF), 2);
	arena_free(&a);
}

/* -- the public calls ----------------------------------------------------- */

static void calls(void **state)
{
	(void)state;
	prfmt_ctx *ctx = NULL;
	prfmt_theme *t = NULL;
	assert_int_equal(prfmt_ctx_new(NULL, &ctx), PRFMT_OK);
	assert_string_equal(prfmt_theme_at(0), "plain");
	assert_string_equal(prfmt_theme_at(1), "government");
	assert_string_equal(prfmt_theme_at(2), "corporate");
	assert_null(prfmt_theme_at(3));
	assert_int_equal(prfmt_theme_named(ctx, "corporate", &t), PRFMT_OK);
	prfmt_theme_free(t);
	assert_int_equal(prfmt_theme_named(ctx, "nope", &t), PRFMT_EINVAL);
	assert_null(t);
	assert_int_equal(prfmt_theme_named(NULL, "plain", &t), PRFMT_EINVAL);
	assert_int_equal(prfmt_theme_file(ctx, "nowhere/t.xml", &t),
	                 PRFMT_EIO);
	assert_int_equal(prfmt_diag_count(ctx), 1);
	assert_int_equal(prfmt_theme_memory(ctx, HEAD "</theme>", PRFMT_NTS,
	                                    NULL, &t), PRFMT_OK);
	prfmt_theme_free(t);
	assert_int_equal(prfmt_theme_memory(ctx, "<theme", PRFMT_NTS, "x",
	                                    &t), PRFMT_ESYNTAX);
	assert_string_equal(prfmt_diag_at(ctx, 0)->source, "x");
	prfmt_theme_free(NULL);
	prfmt_ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrasts),
		cmocka_unit_test(built_in),
		cmocka_unit_test(pages),
		cmocka_unit_test(defaults),
		cmocka_unit_test(all_of_it),
		cmocka_unit_test(style_sheet),
		cmocka_unit_test(errors),
		cmocka_unit_test(contrast_errors),
		cmocka_unit_test(labels),
		cmocka_unit_test(calls),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
