/* test_base.c - memory, bytes, numbers, UTF-8, addresses and findings. */
#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/sys.h"
#include "base/text.h"
#include "base/uri.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct span no_text = { NULL, 0 };

/* -- sizes and memory ----------------------------------------------------- */

static void sizes_never_wrap(void **state)
{
	(void)state;
	size_t n = 0;
	assert_true(size_add(SIZE_MAX - 1, 1, &n));
	assert_true(n == SIZE_MAX);
	assert_false(size_add(SIZE_MAX, 1, &n));
	assert_true(size_mul(SIZE_MAX / 2, 2, &n));
	assert_false(size_mul(SIZE_MAX / 2 + 1, 2, &n));
	assert_false(size_mul(SIZE_MAX, SIZE_MAX, &n));
	assert_true(size_mul(0, SIZE_MAX, &n));
	assert_int_equal(n, 0);
	assert_true(size_mul(SIZE_MAX, 0, &n));
	assert_int_equal(n, 0);
}

static void room_grows(void **state)
{
	(void)state;
	void *items = NULL;
	size_t cap = 0;
	for (size_t i = 0; i < 100; i++) {
		assert_true(mem_room(&items, i, &cap, sizeof(size_t)));
		assert_true(i < cap);
		((size_t *)items)[i] = i;
	}
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(((size_t *)items)[i], i);
	size_t vast = SIZE_MAX / 2 + 1;
	void *same = items;
	assert_false(mem_room(&items, vast, &vast, 16));
	assert_ptr_equal(items, same);
	mem_free(items);
	void *none = mem_alloc(0);
	assert_non_null(none); /* no size is NULL's excuse */
	mem_free(none);
	mem_free(NULL);
}

static void arena_pieces_stay(void **state)
{
	(void)state;
	enum { PIECES = 2000 };
	struct arena a = { 0 };
	unsigned char *pieces[PIECES];
	size_t total = 0;
	for (size_t i = 0; i < PIECES; i++) {
		/* now and then one that needs a chunk of its own */
		size_t size = i % 500 == 499 ? 100000 : i % 97;
		pieces[i] = arena_zero(&a, size);
		assert_non_null(pieces[i]);
		assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t),
		                 0);
		for (size_t k = 0; k < size; k++)
			assert_int_equal(pieces[i][k], 0);
		memset(pieces[i], (int)(i & 0xFF), size);
		total += size;
	}
	for (size_t i = 0; i < PIECES; i++) {
		size_t size = i % 500 == 499 ? 100000 : i % 97;
		for (size_t k = 0; k < size; k++)
			assert_int_equal(pieces[i][k], i & 0xFF);
	}
	assert_int_equal(a.bytes, total);
	arena_free(&a);
	assert_null(a.head);
	assert_int_equal(a.bytes, 0);
	arena_free(&a);
}

static void arena_copies(void **state)
{
	(void)state;
	struct arena a = { 0 };
	char *one = arena_copy(&a, "abcdef", 3);
	char *two = arena_copy(&a, NULL, 0);
	assert_string_equal(one, "abc");
	assert_string_equal(two, "");
	/* a big piece lies behind the chunk that is being filled */
	char *big = arena_zero(&a, 1 << 20);
	char *three = arena_copy(&a, "xyz", 3);
	assert_non_null(big);
	assert_true(three > one && three < one + (16 << 10));
	/* exact fits and one more */
	for (size_t n = (16 << 10) - 40; n < (16 << 10) + 40; n++) {
		char *p = arena_zero(&a, n);
		assert_non_null(p);
		p[n - 1] = 'x';
	}
	assert_null(arena_zero(&a, SIZE_MAX));
	assert_null(arena_zero(&a, SIZE_MAX - 8));
	assert_null(arena_copy(&a, "x", SIZE_MAX));
	arena_free(&a);
}

/* -- bytes ---------------------------------------------------------------- */

static void buf_grows_and_sticks(void **state)
{
	(void)state;
	struct buf b = { 0 };
	assert_string_equal(buf_text(&b), "");
	assert_int_equal(buf_view(&b).len, 0);
	buf_add(&b, NULL, 0);
	assert_string_equal(buf_text(&b), "");
	for (int i = 0; i < 1000; i++)
		buf_puts(&b, "0123456789");
	assert_int_equal(b.len, 10000);
	assert_int_equal(strlen(buf_text(&b)), 10000);
	buf_add(&b, "x", SIZE_MAX - 4); /* no such size */
	assert_int_equal(b.status, PRFMT_ENOMEM);
	assert_string_equal(buf_text(&b), "");
	assert_int_equal(buf_view(&b).len, 0);
	buf_puts(&b, "more"); /* it sticks */
	assert_int_equal(b.len, 10000);
	buf_clear(&b); /* nor does it go then: nobody may miss it */
	assert_int_equal(b.status, PRFMT_ENOMEM);
	buf_free(&b);
	assert_int_equal(b.status, PRFMT_OK);
	buf_add(&b, "a\0b", 3);
	assert_int_equal(buf_view(&b).len, 3);
	assert_memory_equal(b.at, "a\0b", 4);
	buf_free(&b);
	assert_null(b.at);
	buf_free(&b);
}

static void writes_code_points(void **state)
{
	(void)state;
	struct buf b = { 0 };
	buf_cp(&b, 'a');
	buf_cp(&b, 0x7F);
	buf_cp(&b, 0x80);
	buf_cp(&b, 0x7FF);
	buf_cp(&b, 0x800);
	buf_cp(&b, 0xFFFF);
	buf_cp(&b, 0x10000);
	buf_cp(&b, 0x10FFFF);
	buf_byte(&b, '.');
	assert_string_equal(buf_text(&b),
	                    "a\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF"
	                    "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF.");
	buf_free(&b);
}

static void prints_whole_numbers(void **state)
{
	(void)state;
	struct buf b = { 0 };
	buf_uint(&b, 0);
	buf_byte(&b, ' ');
	buf_uint(&b, UINT64_MAX);
	buf_byte(&b, ' ');
	buf_uint_wide(&b, 7, 3);
	buf_byte(&b, ' ');
	buf_uint_wide(&b, 1234, 3);
	buf_byte(&b, ' ');
	buf_uint_wide(&b, 0, 0);
	assert_string_equal(buf_text(&b), "0 18446744073709551615 007 1234 0");
	buf_clear(&b);
	buf_uint_wide(&b, 1, 99); /* never beyond its room */
	assert_true(b.len <= 24);
	buf_free(&b);
}

static void prints_decimals(void **state)
{
	static const struct {
		double value;
		unsigned digits;
		const char *text;
	} cases[] = {
		{ 0, 2, "0" },          { -0.0, 2, "0" },
		{ 3.5, 2, "3.5" },      { 3.5, 0, "4" },
		{ 1.005, 3, "1.005" },  { 1.2, 3, "1.2" },
		{ -1.25, 2, "-1.25" },  { -0.004, 2, "0" },
		{ 0.004, 3, "0.004" },  { 0.05, 1, "0.1" },
		{ 9.999, 2, "10" },     { 99.995, 1, "100" },
		{ 100, 3, "100" },      { 0.1, 6, "0.1" },
		{ 595.276, 3, "595.276" }, { 10.07, 4, "10.07" },
		{ 123456789.5, 1, "123456789.5" },
		{ 999999999999.0, 0, "999999999999" },
		{ 1e12, 2, "0" },       { -1e12, 2, "0" },
		{ 1e300, 2, "0" },
	};
	(void)state;
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		buf_clear(&b);
		buf_decimal(&b, cases[i].value, cases[i].digits);
		assert_string_equal(buf_text(&b), cases[i].text);
	}
	double zero = 0;
	const double odd[] = { 1 / zero, -1 / zero, zero / zero };
	for (size_t i = 0; i < COUNT(odd); i++) {
		buf_clear(&b);
		buf_decimal(&b, odd[i], 3);
		assert_string_equal(buf_text(&b), "0");
	}
	buf_free(&b);
}

/* -- UTF-8 ---------------------------------------------------------------- */

/* What RFC 3629 allows, by its table; nothing of ours is used. */
static bool allowed(const unsigned char *p, size_t n)
{
	static const struct {
		unsigned char from;
		unsigned char to;
		unsigned char second_from;
		unsigned char second_to;
		size_t len;
	} table[] = {
		{ 0x00, 0x7F, 0, 0, 1 },       { 0xC2, 0xDF, 0x80, 0xBF, 2 },
		{ 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
		{ 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
		{ 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 },
		{ 0xF4, 0xF4, 0x80, 0x8F, 4 },
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		if (p[0] < table[i].from || p[0] > table[i].to)
			continue;
		if (table[i].len != n)
			return false;
		if (n > 1 && (p[1] < table[i].second_from ||
		              p[1] > table[i].second_to))
			return false;
		for (size_t k = 2; k < n; k++)
			if (p[k] < 0x80 || p[k] > 0xBF)
				return false;
		return true;
	}
	return false;
}

static void judge(const unsigned char *p, size_t len)
{
	uint32_t cp = 0;
	/* a copy of its own, so that a read beyond it is found */
	char *copy = malloc(len);
	assert_non_null(copy);
	memcpy(copy, p, len);
	size_t n = text_next(copy, len, &cp);
	free(copy);
	size_t right = 0;
	for (size_t k = 1; k <= len && k <= 4; k++)
		if (allowed(p, k))
			right = k;
	if (n != right)
		fail_msg("%02X %02X %02X %02X of %zu: %zu, not %zu", p[0],
		         len > 1 ? p[1] : 0u, len > 2 ? p[2] : 0u,
		         len > 3 ? p[3] : 0u, len, n, right);
	char back[4];
	if (n) {
		assert_int_equal(text_put(cp, back), n);
		assert_memory_equal(back, p, n);
	}
}

static void knows_each_form_of_utf8(void **state)
{
	static const unsigned char rest[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F,
		0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xFF };
	(void)state;
	uint32_t cp = 0;
	assert_int_equal(text_next("", 0, &cp), 0);
	for (unsigned a = 0; a < 256; a++) {
		unsigned char p[4] = { (unsigned char)a };
		judge(p, 1);
		for (unsigned b = 0; b < 256; b++) {
			p[1] = (unsigned char)b;
			judge(p, 2);
		}
		for (size_t i = 0; i < COUNT(rest) * COUNT(rest); i++) {
			p[1] = rest[i / COUNT(rest)];
			p[2] = rest[i % COUNT(rest)];
			judge(p, 3);
			for (size_t k = 0; k < COUNT(rest); k++) {
				p[3] = rest[k];
				judge(p, 4);
			}
		}
	}
}

static void finds_the_bad_byte(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		size_t bad;
	} cases[] = {
		{ "abc\xFF", 4, 3 },          { "\x80", 1, 0 },
		{ "\xC3\xA9\xC3", 3, 2 },     { "a\xC0\x80", 3, 1 },
		{ "\xED\xA0\x80", 3, 0 },     { "\xF4\x90\x80\x80", 4, 0 },
		{ "\xE2\x82", 2, 0 },         { "x\xF0\x9F\x98", 4, 1 },
	};
	(void)state;
	size_t bad = 99;
	assert_true(text_valid("", 0, &bad));
	assert_true(text_valid("a\0\xC3\xA9", 4, &bad));
	assert_int_equal(bad, 99);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_false(text_valid(cases[i].text, cases[i].len, &bad));
		assert_int_equal(bad, cases[i].bad);
	}
	assert_int_equal(text_count("a\xC3\xA9\xF0\x9F\x98\x80", 7), 3);
}

static void knows_xml_characters(void **state)
{
	static const uint32_t may[] = { 9, 10, 13, 0x20, 0x7F, 0x85, 0xD7FF,
		0xE000, 0xFFFD, 0x10000, 0x10FFFF };
	static const uint32_t may_not[] = { 0, 1, 8, 11, 12, 14, 0x1F, 0xFFFE,
		0xFFFF };
	(void)state;
	for (size_t i = 0; i < COUNT(may); i++)
		assert_true(text_xml_char(may[i]));
	for (size_t i = 0; i < COUNT(may_not); i++)
		assert_false(text_xml_char(may_not[i]));
}

/* -- words ---------------------------------------------------------------- */

static struct span s(const char *text)
{
	return text_span(text);
}

static void compares_and_cuts(void **state)
{
	(void)state;
	assert_int_equal(text_span(NULL).len, 0);
	assert_true(text_is(text_trim(s(" \t\r\n\fa b\f ")), "a b"));
	assert_true(text_all_blank(s(" \r\n")));
	assert_true(text_all_blank(s("")));
	assert_false(text_all_blank(s("\xC2\xA0"))); /* a no-break space */
	assert_false(text_all_blank(s("\v")));
	assert_true(text_equal(no_text, s("")));
	assert_true(text_same(s("HtTp"), s("hTTP")));
	assert_false(text_same(s("a["), s("a{"))); /* letters only */
	assert_false(text_same(s("ab"), s("abc")));
	assert_true(text_starts(s("abc"), "ab"));
	assert_false(text_starts(s("a"), "ab"));
	assert_true(text_ends(s("abc"), "bc"));
	assert_true(text_ends(s("abc"), ""));
	assert_false(text_ends(s("c"), "bc"));
	struct span rest = s("  one\ttwo\n");
	struct span word = no_text;
	assert_true(text_word(&rest, &word));
	assert_true(text_is(word, "one"));
	assert_true(text_word(&rest, &word));
	assert_true(text_is(word, "two"));
	assert_false(text_word(&rest, &word));
	assert_false(text_word(&rest, &word));
}

static void knows_ascii_and_cjk(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		bool digit = c >= '0' && c <= '9';
		bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		assert_int_equal(text_is_digit((char)c), digit);
		assert_int_equal(text_is_alpha((char)c), alpha);
	}
	assert_true(text_is_cjk(0x4E00));   /* Han */
	assert_true(text_is_cjk(0x3042));   /* Hiragana */
	assert_true(text_is_cjk(0x3001));   /* ideographic comma */
	assert_true(text_is_cjk(0xFF0C));   /* fullwidth comma */
	assert_true(text_is_cjk(0x20000));  /* Han, plane 2 */
	assert_false(text_is_cjk(0xAC00));  /* Hangul is written with spaces */
	assert_false(text_is_cjk(0x3000));  /* an ideographic space */
	assert_false(text_is_cjk('a'));
	assert_false(text_is_cjk(0x0E01));
}

static void reads_numbers(void **state)
{
	static const char *const wrong[] = { "", " 1", "1 ", "-1", "+1", "1.0",
		"0x1", "1e3", "1234567890123456789", "\xD9\xA1" };
	(void)state;
	uint64_t v = 99;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(text_uint(s(wrong[i]), &v));
	assert_int_equal(v, 99);
	assert_true(text_uint(s("007"), &v));
	assert_int_equal(v, 7);
	assert_true(text_uint(s("999999999999999999"), &v));
	assert_true(v == UINT64_C(999999999999999999));
}

static void measures_distance(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		size_t apart;
	} cases[] = {
		{ "", "", 0 },              { "headline", "headline", 0 },
		{ "headlne", "headline", 1 }, { "haedline", "headline", 1 },
		{ "", "abc", 3 },           { "abc", "", 3 },
		{ "ca", "abc", 3 },         { "ab", "ba", 1 },
		{ "abcd", "badc", 2 },      { "kitten", "sitting", 3 },
		{ "a", "b", 1 },            { "abcdef", "fedcba", 5 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span a = s(cases[i].a);
		struct span b = s(cases[i].b);
		assert_int_equal(text_distance(a, b, 9), cases[i].apart);
		assert_int_equal(text_distance(b, a, 9), cases[i].apart);
	}
	assert_int_equal(text_distance(s("kitten"), s("sitting"), 1), 2);
	char forty[41];
	memset(forty, 'x', sizeof forty);
	struct span fits = { forty, 40 };
	struct span over = { forty, 41 };
	assert_int_equal(text_distance(fits, fits, 3), 0);
	assert_int_equal(text_distance(over, over, 3), 4);
}

/* -- addresses ------------------------------------------------------------ */

static const char *cleaned(struct buf *b, const char *text)
{
	buf_clear(b);
	uri_clean(b, s(text));
	return buf_text(b);
}

static const char *encoded(struct buf *b, const char *text)
{
	buf_clear(b);
	uri_encode(b, s(text));
	return buf_text(b);
}

static void cleans_addresses(void **state)
{
	(void)state;
	struct buf b = { 0 };
	assert_string_equal(cleaned(&b, " \x01\t https://a.b/ \x1F\n"),
	                    "https://a.b/");
	assert_string_equal(cleaned(&b, "jav\tasc\r\nript:x"), "javascript:x");
	assert_string_equal(cleaned(&b, "a b"), "a b"); /* inside it stays */
	assert_string_equal(cleaned(&b, "a\x7F"), "a");
	assert_string_equal(cleaned(&b, " \t "), "");
	buf_free(&b);
}

/* Case 63: what XML has decoded, a browser cleans; so do we, before judging. */
static void links_four_schemes_alone(void **state)
{
	static const char *const may[] = { "http://a", "https://a.b/c?d#e",
		"HTTPS://A/", "mailto:a@b.example", "tel:+442079460123",
		" https://a/", "ht\ttps://a/", "https://\xE4\xBE\x8B/" };
	static const char *const may_not[] = { "jav\tascript:alert(1)",
		"javascript:alert(1)", " data:text/html,x", "//x", "/a", "a",
		"", "https:", "https:/", "https://", "https:///x", "https://?q",
		"https://#f", "http:a.b", "file:///etc/passwd", "ftp://a/",
		"mailto:", "tel:", "vbscript:x", "blob:https://a/", "1http://a",
		"http", "x-http://a", "\x01javascript:x",
		"view-source:http://a",
		"https\xEF\xBC\x9A//a" };
	(void)state;
	struct buf b = { 0 };
	for (size_t i = 0; i < COUNT(may); i++)
		if (!uri_may_link(s(cleaned(&b, may[i]))))
			fail_msg("%s is no link", may[i]);
	for (size_t i = 0; i < COUNT(may_not); i++)
		if (uri_may_link(s(cleaned(&b, may_not[i]))))
			fail_msg("%s is a link", may_not[i]);
	assert_true(uri_is_absolute(s("tag:a,2026:b")));
	assert_true(uri_is_absolute(s("urn:x")));
	assert_false(uri_is_absolute(s("urn:")));
	assert_false(uri_is_absolute(s("a/b:c")));
	assert_false(uri_is_absolute(s(":x")));
	assert_int_equal(uri_scheme(s("h2+a-b.c:x")).len, 8);
	assert_int_equal(uri_scheme(s("-a:x")).len, 0);
	assert_false(uri_is_web(s("mailto:a@b")));
	buf_free(&b);
}

/* Case 57: encoded once, never twice. */
static void encodes_once(void **state)
{
	(void)state;
	struct buf b = { 0 };
	assert_string_equal(
		encoded(&b, "https://example.org/siaran/harmoni-bali"
		            "\xE2\x80\x93ntt?q=%C3%A9"),
		"https://example.org/siaran/harmoni-bali%E2%80%93ntt?q=%C3%A9");
	assert_string_equal(
		encoded(&b, "https://a.example/\xE6\x96\xB0\xE8\x81\x9E"),
		"https://a.example/%E6%96%B0%E8%81%9E");
	assert_string_equal(encoded(&b, "a%zz%4%"), "a%25zz%254%25");
	assert_string_equal(encoded(&b, "%41"), "%41");
	assert_string_equal(encoded(&b, "a b\"<>\\^`{|}"),
	                    "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D");
	assert_string_equal(encoded(&b, "-._~:/?#[]@!$&'()*+,;="),
	                    "-._~:/?#[]@!$&'()*+,;=");
	/* what was encoded once stays as it is */
	struct buf again = { 0 };
	encoded(&b, "\xC3\xA9 %");
	uri_encode(&again, buf_view(&b));
	assert_string_equal(buf_text(&b), "%C3%A9%20%25");
	assert_string_equal(buf_text(&again), buf_text(&b));
	buf_free(&again);
	buf_free(&b);
}

/* -- findings ------------------------------------------------------------- */

static struct place at(uint32_t line, uint32_t col)
{
	return (struct place){ line, col, col + 1 };
}

static void say(struct diags *d, prfmt_severity severity, uint32_t line,
                uint32_t col, const char *message)
{
	diags_say_as(d, CODE_CHILD, severity, at(line, col), 0, "", "%s",
	             message);
}

static void sorts_by_place(void **state)
{
	(void)state;
	struct diags d;
	diags_start(&d, 100);
	say(&d, PRFMT_ERROR, 3, 1, "e");
	say(&d, PRFMT_NOTE, 1, 9, "b");
	say(&d, PRFMT_ERROR, 1, 2, "a");
	say(&d, PRFMT_ERROR, 1, 9, "c"); /* same place: as they came */
	say(&d, PRFMT_ERROR, 2, 1, "d");
	diags_sort(&d);
	assert_int_equal(d.count, 5);
	for (size_t i = 0; i < d.count; i++)
		assert_int_equal(d.items[i].message[0], "abcde"[i]);
	diags_clear(&d);
	assert_int_equal(d.count, 0);
	assert_int_equal(d.most, 100);
	diags_free(&d);
}

static void errors_are_not_crowded_out(void **state)
{
	(void)state;
	struct diags d;
	char message[2] = "";
	diags_start(&d, 3);
	for (uint32_t i = 0; i < 4; i++) {
		message[0] = (char)('a' + i);
		say(&d, PRFMT_NOTE, 1, i + 1, message);
	}
	assert_int_equal(d.count, 3); /* a b c: the first that came */
	assert_int_equal(d.dropped, 1);
	say(&d, PRFMT_WARNING, 2, 1, "w"); /* for c */
	say(&d, PRFMT_ERROR, 2, 2, "x");   /* for w: the last that is less */
	say(&d, PRFMT_ERROR, 2, 3, "y");
	say(&d, PRFMT_ERROR, 2, 4, "z");
	say(&d, PRFMT_ERROR, 2, 5, "lost");
	assert_int_equal(d.count, 3);
	assert_int_equal(d.dropped, 6);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(d.items[i].severity, PRFMT_ERROR);
		assert_int_equal(d.items[i].message[0], "xyz"[i]);
	}
	say(&d, PRFMT_NOTE, 9, 9, "note");
	assert_int_equal(d.dropped, 7);
	diags_free(&d);
}

static void says_a_thing_once(void **state)
{
	(void)state;
	struct diags d;
	uint32_t html = PRFMT_BIT(PRFMT_FORMAT_HTML);
	uint32_t pdf = PRFMT_BIT(PRFMT_FORMAT_PDF);
	diags_start(&d, 100);
	diags_say(&d, CODE_ALT, at(1, 1), html, "no alt");
	diags_say(&d, CODE_ALT, at(1, 1), pdf, "no alt");
	assert_int_equal(d.count, 1);
	assert_int_equal(d.items[0].formats, html | pdf);
	diags_say(&d, CODE_ALT, at(1, 1), 0, "no alt");
	assert_int_equal(d.items[0].formats, 0); /* 0: all */
	diags_say_as(&d, CODE_GLYPH, PRFMT_WARNING, at(1, 1), 0, NULL, "a");
	diags_say_as(&d, CODE_GLYPH, PRFMT_ERROR, at(1, 1), 0, NULL, "a");
	assert_int_equal(d.count, 2);
	assert_int_equal(d.items[1].severity, PRFMT_ERROR);
	diags_say(&d, CODE_ALT, at(1, 2), 0, "no alt");
	diags_say(&d, CODE_ALT, at(1, 1), 0, "other");
	diags_say(&d, CODE_CHILD, at(1, 1), 0, "no alt");
	assert_int_equal(d.count, 5);
	assert_int_equal(d.dropped, 0);
	struct diags copy;
	diags_start(&copy, 4);
	diags_copy(&copy, &d);
	assert_int_equal(copy.count, 4);
	assert_int_equal(copy.dropped, 1);
	diags_free(&d);
	assert_string_equal(copy.items[0].message, "no alt"); /* its own */
	diags_free(&copy);
}

static void knows_what_stops(void **state)
{
	(void)state;
	struct diags d;
	uint32_t html = PRFMT_BIT(PRFMT_FORMAT_HTML);
	uint32_t pdf = PRFMT_BIT(PRFMT_FORMAT_PDF);
	diags_start(&d, 10);
	assert_false(diags_blocked(&d, 0, PRFMT_NOTE));
	diags_say_as(&d, CODE_GLYPH, PRFMT_WARNING, at(1, 1), pdf, NULL, "w");
	assert_false(diags_blocked(&d, pdf, PRFMT_ERROR));
	assert_true(diags_blocked(&d, pdf, PRFMT_WARNING));
	assert_true(diags_blocked(&d, 0, PRFMT_WARNING));
	assert_false(diags_blocked(&d, html, PRFMT_WARNING));
	diags_say(&d, CODE_CHILD, at(2, 1), 0, "e");
	assert_true(diags_blocked(&d, html, PRFMT_ERROR));
	diags_free(&d);
}

static const char *excerpt_of(struct diags *d, const char *text, uint32_t line)
{
	diags_clear(d);
	diags_source(d, "a.xml", s(text));
	diags_say(d, CODE_CHILD, at(line, 1), 0, "m");
	assert_int_equal(d->count, 1);
	return d->items[0].excerpt;
}

static void excerpts_a_line(void **state)
{
	(void)state;
	struct diags d;
	diags_start(&d, 10);
	assert_string_equal(excerpt_of(&d, "one\r\ntwo\r\nthree", 1), "one");
	assert_string_equal(excerpt_of(&d, "one\r\ntwo\r\nthree", 2), "two");
	assert_string_equal(excerpt_of(&d, "one\r\ntwo\r\nthree", 3), "three");
	assert_string_equal(excerpt_of(&d, "one\n\nthree\n", 2), "");
	assert_string_equal(excerpt_of(&d, "a\tb\x1B[31mc\x7F\n", 1),
	                    "a b [31mc ");
	assert_null(excerpt_of(&d, "one\n", 3));
	assert_null(excerpt_of(&d, "one", 0));
	assert_null(excerpt_of(&d, "", 1));
	/* 3-byte characters do not divide 4,000: none is cut in two */
	struct buf line = { 0 };
	for (int i = 0; i < 3000; i++)
		buf_puts(&line, "\xE2\x82\xAC");
	const char *cut = excerpt_of(&d, buf_text(&line), 1);
	size_t bad = 0;
	assert_int_equal(strlen(cut), 3999);
	assert_true(text_valid(cut, strlen(cut), &bad));
	buf_free(&line);
	diags_free(&d);
}

static void messages_are_tame(void **state)
{
	(void)state;
	struct diags d;
	char wide[700];
	diags_start(&d, 10);
	diags_say(&d, CODE_CHILD, at(1, 1), 0, "<%s>", "a\x1B]0;x\x07\nb");
	assert_string_equal(d.items[0].message, "<a ]0;x  b>");
	assert_string_equal(d.items[0].source, "");
	memset(wide, 'a', 598);
	memcpy(wide + 598, "\xC3\xA9", 3); /* cut by the room for it */
	diags_say(&d, CODE_CHILD, at(2, 1), 0, "%s", wide);
	assert_int_equal(strlen(d.items[1].message), 598);
	diags_source(&d, NULL, no_text);
	assert_string_equal(d.source, "");
	for (int c = 0; c < CODE_COUNT; c++) {
		const prfmt_rule *info = code_info((enum code)c);
		assert_non_null(info->code);
		assert_non_null(info->hint);
		assert_true(info->severity >= PRFMT_NOTE);
		for (int k = 0; k < c; k++)
			assert_string_not_equal(info->code,
			                        code_info((enum code)k)->code);
	}
	diags_free(&d);
}

/* Ten thousand findings in a text of ten thousand lines: only what is kept
   may look for its line. */
static void many_findings_take_no_time(void **state)
{
	(void)state;
	enum { LINES = 200000 };
	struct diags d;
	struct buf text = { 0 };
	for (int i = 0; i < LINES; i++)
		buf_puts(&text, "<p>word</p>\n");
	diags_start(&d, 100);
	diags_source(&d, "a.xml", buf_view(&text));
	for (uint32_t i = 1; i <= LINES; i++)
		diags_say(&d, CODE_FOREIGN, at(i, 1), 0, "foreign");
	assert_int_equal(d.count, 100);
	assert_int_equal(d.dropped, LINES - 100);
	assert_string_equal(d.items[99].excerpt, "<p>word</p>");
	diags_free(&d);
	buf_free(&text);
}

static void limits_have_defaults(void **state)
{
	(void)state;
	prfmt_limits given = PRFMT_INIT(prfmt_limits);
	prfmt_limits l = limits_fill(NULL);
	assert_int_equal(l.size, sizeof l);
	assert_int_equal(l.input_bytes, (size_t)16 << 20);
	assert_int_equal(l.diagnostics, 100);
	given.nodes = 7;
	given.diagnostics = 3;
	l = limits_fill(&given);
	assert_int_equal(l.nodes, 7);
	assert_int_equal(l.diagnostics, 3);
	assert_int_equal(l.depth, 64);
	/* an older caller: what it does not know is the default */
	given.size = offsetof(prfmt_limits, depth);
	l = limits_fill(&given);
	assert_int_equal(l.nodes, 7);
	assert_int_equal(l.diagnostics, 100);
	assert_int_equal(l.size, sizeof l);
}

static void names_system_errors(void **state)
{
	(void)state;
	assert_string_equal(sys_reason(ENOENT), "no such file or folder");
	assert_string_equal(sys_reason(ENOSPC), "no space left on the device");
	assert_string_equal(sys_reason(12345), "the system refused");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes_never_wrap),
		cmocka_unit_test(room_grows),
		cmocka_unit_test(arena_pieces_stay),
		cmocka_unit_test(arena_copies),
		cmocka_unit_test(buf_grows_and_sticks),
		cmocka_unit_test(writes_code_points),
		cmocka_unit_test(prints_whole_numbers),
		cmocka_unit_test(prints_decimals),
		cmocka_unit_test(knows_each_form_of_utf8),
		cmocka_unit_test(finds_the_bad_byte),
		cmocka_unit_test(knows_xml_characters),
		cmocka_unit_test(compares_and_cuts),
		cmocka_unit_test(knows_ascii_and_cjk),
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(measures_distance),
		cmocka_unit_test(cleans_addresses),
		cmocka_unit_test(links_four_schemes_alone),
		cmocka_unit_test(encodes_once),
		cmocka_unit_test(sorts_by_place),
		cmocka_unit_test(errors_are_not_crowded_out),
		cmocka_unit_test(says_a_thing_once),
		cmocka_unit_test(knows_what_stops),
		cmocka_unit_test(excerpts_a_line),
		cmocka_unit_test(messages_are_tame),
		cmocka_unit_test(many_findings_take_no_time),
		cmocka_unit_test(limits_have_defaults),
		cmocka_unit_test(names_system_errors),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
