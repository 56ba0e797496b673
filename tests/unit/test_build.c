/* test_build.c - releases made by calls: what is refused, and that ten
   thousand random valid ones read back as they were written. */
#include "base/buf.h"
#include "base/text.h"
#include "model/element.h"
#include "model/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 10000 };

/* -- random valid releases, made from the element table ------------------- */

struct dice {
	uint64_t state;
	size_t ids;
};

static uint32_t roll(struct dice *d, uint32_t below)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return (uint32_t)((d->state >> 11) % below);
}

static const char *const words[] = { "harbour", "Østruta", "“Bali–NTT”",
	"資料", "監視", "العربية", "🎉", "R&D", "a<b", "it's", "\"so\"",
	" ", "\n", "  two  ", "\xC2\xA0", "11.4%", "]]>", "--" };

static void must(prfmt_status st)
{
	assert_int_equal(st, PRFMT_OK);
}

static void add_words(struct dice *d, prfmt_node *n)
{
	struct buf b = { 0 };
	buf_puts(&b, "w");
	for (uint32_t i = roll(d, 6); i > 0; i--)
		buf_puts(&b, words[roll(d, COUNT(words))]);
	must(prfmt_node_add_text(n, buf_text(&b), b.len));
	buf_free(&b);
}

static void value_of(struct dice *d, const struct attr_rule *r, struct buf *b)
{
	static const char *const zones[] = { "Europe/Berlin", "Asia/Makassar",
		"UTC" };
	static const char *const langs[] = { "en-GB", "de", "id", "ar", "ja" };
	struct span list = text_span(r->values);
	struct span word;
	switch (r->kind) {
	case VALUE_TEXT:
		buf_puts(b, words[roll(d, COUNT(words))]);
		return;
	case VALUE_URI:
	case VALUE_ANY_URI:
		buf_puts(b, "https://a.example/x?y=1&z=“2”");
		return;
	case VALUE_ENUM:
		for (uint32_t i = 1 + roll(d, 8); i > 0; i--) {
			if (text_word(&list, &word)) {
				buf_clear(b);
				buf_span(b, word);
			}
		}
		return;
	case VALUE_ID:
	case VALUE_IDREF:
		buf_puts(b, "id");
		buf_uint(b, ++d->ids);
		return;
	case VALUE_LANG:
		buf_puts(b, langs[roll(d, COUNT(langs))]);
		return;
	case VALUE_POSITIVE:
		buf_uint(b, 1 + roll(d, 3));
		return;
	case VALUE_INTEGER:
		buf_uint(b, roll(d, 100));
		return;
	case VALUE_DECIMAL:
		buf_puts(b, "-12.5");
		return;
	case VALUE_INSTANT:
		buf_puts(b, "2026-11-25T07:00:00+01:00");
		return;
	case VALUE_DAY:
		buf_puts(b, "2026-11-25");
		return;
	case VALUE_NMTOKEN:
		buf_puts(b, "medtop:20000343");
		return;
	case VALUE_TEL:
		buf_puts(b, "+442079460123");
		return;
	case VALUE_ZONE:
	case VALUE_ZONES:
		buf_puts(b, zones[roll(d, COUNT(zones))]);
		return;
	}
}

static void add_attrs(struct dice *d, prfmt_node *n)
{
	prfmt_element e = prfmt_node_element(n);
	for (int a = 1; a < ATTR_COUNT; a++) {
		const struct attr_rule *r = element_attr(e, (prfmt_attr)a);
		struct buf b = { 0 };
		if (!r || r->kind == VALUE_IDREF ||
		    (!r->required && roll(d, 3)))
			continue;
		value_of(d, r, &b);
		must(prfmt_node_set(n, r->attr, buf_text(&b), b.len));
		buf_free(&b);
	}
}

static prfmt_element some_of(struct dice *d, unsigned classes)
{
	for (;;) {
		int e = 1 + (int)roll(d, ELEMENT_COUNT - 1);
		if (element_info((prfmt_element)e)->classes & classes)
			return (prfmt_element)e;
	}
}

/* No recursion here either: a list of elements whose content is to come. */
struct todo {
	prfmt_node *nodes[4000];
	size_t depth[4000];
	size_t count;
};

static void later(struct todo *t, prfmt_node *parent, prfmt_element e,
                  size_t depth)
{
	prfmt_node *n = NULL;
	must(prfmt_node_add(parent, e, &n));
	assert_true(t->count < COUNT(t->nodes));
	t->nodes[t->count] = n;
	t->depth[t->count++] = depth + 1;
}

static void fill_listed(struct dice *d, struct todo *t, prfmt_node *n,
                        size_t depth)
{
	const struct element_info *info =
		element_info(prfmt_node_element(n));
	bool mix = info->content == CONTENT_CELLS;
	bool state = false;
	for (const struct child_rule *r = info->children; r && r->element;
	     r++) {
		uint32_t most = r->most ? r->most : depth > 6 ? 1 : 3;
		uint32_t count = r->least + roll(d, most - r->least + 1);
		bool is_state = r->element == PRFMT_EL_EMBARGO ||
		                r->element == PRFMT_EL_HOLD ||
		                r->element == PRFMT_EL_WITHDRAWN;
		if (mix && !count && r->element == PRFMT_EL_TD)
			count = 1;
		if (is_state && state)
			continue;
		state |= is_state && count;
		for (uint32_t i = 0; i < count; i++)
			later(t, n, r->element, depth);
	}
}

static void fill(struct dice *d, struct todo *t, prfmt_node *n, size_t depth)
{
	prfmt_element e = prfmt_node_element(n);
	bool blocks = depth < 8 && !roll(d, 3);
	add_attrs(d, n);
	switch (element_info(e)->content) {
	case CONTENT_EMPTY:
		return;
	case CONTENT_ANY:
	case CONTENT_TEXT:
	case CONTENT_PRE:
		add_words(d, n);
		return;
	case CONTENT_FLOW:
		if (blocks) {
			later(t, n, some_of(d, CLASS_BLOCK), depth);
			return;
		}
		/* fall through */
	case CONTENT_RICH:
		add_words(d, n);
		for (uint32_t i = depth < 10 ? roll(d, 3) : 0; i > 0; i--) {
			later(t, n, some_of(d, CLASS_INLINE), depth);
			add_words(d, n);
		}
		return;
	case CONTENT_BLOCKS:
		fill_listed(d, t, n, depth);
		later(t, n, depth < 8 ? some_of(d, CLASS_BLOCK) : PRFMT_EL_P,
		      depth);
		return;
	case CONTENT_CHILDREN:
	case CONTENT_SEQUENCE:
	case CONTENT_CELLS:
		if (e == PRFMT_EL_FIGURE) {
			later(t, n, PRFMT_EL_IMG, depth);
			later(t, n, PRFMT_EL_CAPTION, depth);
			return;
		}
		fill_listed(d, t, n, depth);
		return;
	case CONTENT_PAIRS:
		later(t, n, PRFMT_EL_DT, depth);
		later(t, n, PRFMT_EL_DD, depth);
		return;
	}
}

static prfmt_release *random_release(struct dice *d, struct todo *t)
{
	static const prfmt_element parts[] = { PRFMT_EL_HEAD, PRFMT_EL_BODY,
		PRFMT_EL_BACK };
	prfmt_release *rel = NULL;
	must(prfmt_release_new("en", &rel));
	t->count = 0;
	for (size_t i = 0; i < COUNT(parts); i++) {
		t->nodes[t->count] = prfmt_node_child(prfmt_release_root(rel),
		                                      parts[i]);
		t->depth[t->count++] = 1;
	}
	for (size_t i = 0; i < t->count; i++)
		fill(d, t, t->nodes[i], t->depth[i]);
	return rel;
}

/* -- equal trees ---------------------------------------------------------- */

static void describe(struct buf *out, const prfmt_node *n)
{
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		const node *at = w.node;
		if (at->element == PRFMT_EL_TEXT) {
			buf_add(out, at->text, at->len);
			continue;
		}
		buf_puts(out, e == WALK_ENTER ? "\n(" : ")");
		if (e == WALK_EXIT)
			continue;
		buf_puts(out, prfmt_element_name(at->element));
		for (int a = 1; a < ATTR_COUNT; a++) {
			const char *value = node_get(at, (prfmt_attr)a);
			if (!value)
				continue;
			buf_byte(out, '@');
			buf_puts(out, attr_name((prfmt_attr)a));
			buf_puts(out, value);
		}
		buf_byte(out, ':');
	}
}

static void random_releases_read_back(void **state)
{
	(void)state;
	struct dice d = { .state = 88172645463325252u };
	struct todo *t = calloc(1, sizeof *t);
	prfmt_ctx *ctx = NULL;
	must(prfmt_ctx_new(NULL, &ctx));
	bool met[ELEMENT_COUNT] = { false };
	for (int i = 0; i < ROUNDS; i++) {
		prfmt_release *made = random_release(&d, t);
		prfmt_release *back = NULL;
		void *first = NULL;
		void *second = NULL;
		size_t first_len = 0;
		size_t second_len = 0;
		struct buf one = { 0 };
		struct buf two = { 0 };
		must(prfmt_render_memory(ctx, made, PRFMT_FORMAT_XML, NULL,
		                         &first, &first_len, NULL));
		must(prfmt_read_memory(ctx, first, first_len, NULL, &back));
		assert_int_equal(prfmt_diag_count(ctx), 0);
		must(prfmt_render_memory(ctx, back, PRFMT_FORMAT_XML, NULL,
		                         &second, &second_len, NULL));
		if (first_len != second_len ||
		    memcmp(first, second, first_len))
			assert_string_equal(first, second);
		/* the copy that a built release is rendered from is the tree
		   that comes back */
		prfmt_release *copy = NULL;
		must(prfmt_release_clone(back, &copy));
		describe(&one, prfmt_release_root(back));
		describe(&two, prfmt_release_root(copy));
		assert_string_equal(buf_text(&one), buf_text(&two));
		for (size_t k = 0; k < t->count; k++)
			met[prfmt_node_element(t->nodes[k])] = true;
		buf_free(&one);
		buf_free(&two);
		prfmt_free(first);
		prfmt_free(second);
		prfmt_release_free(copy);
		prfmt_release_free(back);
		prfmt_release_free(made);
	}
	for (int e = PRFMT_EL_HEAD; e < ELEMENT_COUNT; e++)
		if (!met[e] && e != PRFMT_EL_VIDEO && e != PRFMT_EL_AUDIO &&
		    e != PRFMT_EL_CREDIT && e != PRFMT_EL_COPYRIGHT)
			fail_msg("<%s> was never made",
			         prfmt_element_name((prfmt_element)e));
	prfmt_ctx_free(ctx);
	free(t);
}

/* -- what is refused ------------------------------------------------------ */

static void misplaced_is_refused(void **state)
{
	(void)state;
	prfmt_release *rel = NULL;
	must(prfmt_release_new("en", &rel));
	prfmt_node *root = prfmt_release_root(rel);
	prfmt_node *head = prfmt_node_child(root, PRFMT_EL_HEAD);
	prfmt_node *n = NULL;
	assert_int_equal(prfmt_node_add(head, PRFMT_EL_P, &n), PRFMT_EINVAL);
	assert_null(n);
	assert_int_equal(prfmt_node_add(head, PRFMT_EL_COMMENT, &n),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_node_add(head, (prfmt_element)999, &n),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_node_add_text(head, "x", 1), PRFMT_EINVAL);
	must(prfmt_node_add(head, PRFMT_EL_HEADLINE, &n));
	assert_int_equal(prfmt_node_add_text(n, "\xFF", 1), PRFMT_EINVAL);
	assert_int_equal(prfmt_node_add_text(n, "\x0B", 1), PRFMT_EINVAL);
	assert_int_equal(prfmt_node_set(n, PRFMT_AT_HREF, "x", 1),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_node_set(n, (prfmt_attr)999, "x", 1),
	                 PRFMT_EINVAL);
	prfmt_release_free(rel);
}

static void xml_comes_whole_or_not(void **state)
{
	static const char *const bad[] = { "<p>", "</body><body>", "<x/>",
		"text", "<p>a</p><head/>", "<p>&nope;</p>",
		"<!DOCTYPE x><p/>", "<p x:y='1'/>", "<td/>" };
	(void)state;
	prfmt_release *rel = NULL;
	must(prfmt_release_new("en", &rel));
	prfmt_node *body = prfmt_node_child(prfmt_release_root(rel),
	                                    PRFMT_EL_BODY);
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_int_equal(prfmt_node_add_xml(body, bad[i], PRFMT_NTS),
		                 PRFMT_EINVAL);
		assert_null(prfmt_node_first(body));
	}
	must(prfmt_node_add_xml(body, "<p>One <em>two</em></p><hr/>",
	                        PRFMT_NTS));
	assert_int_equal(prfmt_node_element(prfmt_node_first(body)),
	                 PRFMT_EL_P);
	prfmt_node_remove((prfmt_node *)(uintptr_t)prfmt_node_first(body));
	assert_int_equal(prfmt_node_element(prfmt_node_first(body)),
	                 PRFMT_EL_HR);
	prfmt_node_remove(prfmt_release_root(rel));
	assert_non_null(prfmt_release_root(rel));
	prfmt_release_free(rel);
}

static void attributes_come_and_go(void **state)
{
	(void)state;
	prfmt_release *rel = NULL;
	must(prfmt_release_new(NULL, &rel));
	prfmt_node *root = prfmt_release_root(rel);
	assert_null(prfmt_node_get(root, PRFMT_AT_LANG));
	must(prfmt_node_set(root, PRFMT_AT_LANG, "de-AT", 2));
	assert_string_equal(prfmt_node_get(root, PRFMT_AT_LANG), "de");
	must(prfmt_node_set(root, PRFMT_AT_LANG, "id", PRFMT_NTS));
	assert_string_equal(prfmt_node_get(root, PRFMT_AT_LANG), "id");
	must(prfmt_node_set(root, PRFMT_AT_LANG, NULL, 0));
	assert_null(prfmt_node_get(root, PRFMT_AT_LANG));
	prfmt_release_free(rel);
}

static void limits_hold_for_built_ones(void **state)
{
	(void)state;
	prfmt_limits limits = PRFMT_INIT(prfmt_limits);
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	prfmt_ctx *ctx = NULL;
	prfmt_release *rel = NULL;
	void *out = NULL;
	size_t len = 0;
	limits.depth = 5;
	limits.block_bytes = 10;
	opt.limits = &limits;
	must(prfmt_ctx_new(&opt, &ctx));
	must(prfmt_release_new("en", &rel));
	prfmt_node *n = prfmt_node_child(prfmt_release_root(rel),
	                                 PRFMT_EL_BODY);
	must(prfmt_node_add(n, PRFMT_EL_P, &n));
	must(prfmt_node_add_text(n, "0123456789", PRFMT_NTS));
	must(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_XML, NULL, &out, &len,
	                         NULL));
	prfmt_free(out);
	must(prfmt_node_add_text(n, "0", PRFMT_NTS));
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_XML, NULL,
	                                     &out, &len, NULL),
	                 PRFMT_ELIMIT);
	assert_non_null(strstr(prfmt_diag_at(ctx, 0)->message, "block_bytes"));
	for (int i = 0; i < 4; i++)
		must(prfmt_node_add(n, PRFMT_EL_SPAN, &n));
	assert_int_equal(prfmt_check(ctx, rel, 0), PRFMT_ELIMIT);
	assert_non_null(strstr(prfmt_diag_at(ctx, 0)->message, "depth"));
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(misplaced_is_refused),
		cmocka_unit_test(xml_comes_whole_or_not),
		cmocka_unit_test(attributes_come_and_go),
		cmocka_unit_test(limits_hold_for_built_ones),
		cmocka_unit_test(random_releases_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
