/* test_model.c - the tree: white space, order, walks, tables, identity. */
#include "model/release.h"

#include "base/text.h"
#include "model/grid.h"
#include "model/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct place nowhere = { 0, 0, 0 };

/* -- trees from a few words ----------------------------------------------- */

/* A little notation, so that a test is one line: <em>, </em> or </> , <br/>,
   text; attributes as <td colspan=2>; <!> a comment; <?> a foreign element
   (to be closed). */
struct sketch {
	prfmt_release *rel;
	node *at;
};

static struct span piece(const char *from, const char *to)
{
	return (struct span){ from, (size_t)(to - from) };
}

static void sketch_attrs(struct sketch *k, struct span rest)
{
	struct span word;
	while (text_word(&rest, &word)) {
		const char *mark = memchr(word.at, '=', word.len);
		assert_non_null(mark);
		prfmt_attr a = attr_find(piece(word.at, mark));
		assert_true(a > 0);
		assert_int_equal(node_set(k->rel, k->at, a,
		                          piece(mark + 1, word.at + word.len),
		                          nowhere),
		                 PRFMT_OK);
	}
}

static void sketch_tag(struct sketch *k, struct span tag)
{
	struct span name = { NULL, 0 };
	if (tag.len && tag.at[0] == '/') {
		k->at = k->at->parent;
		return;
	}
	if (text_is(tag, "!")) {
		node *c = node_add(k->rel, k->at, PRFMT_EL_COMMENT, nowhere);
		assert_non_null(c);
		c->text = "";
		return;
	}
	bool empty = text_ends(tag, "/");
	tag.len -= empty;
	prfmt_element e = PRFMT_EL_FOREIGN;
	if (!text_is(tag, "?")) {
		text_word(&tag, &name);
		e = element_find(name);
		assert_true(e > 0);
	}
	node *n = node_add(k->rel, k->at, e, nowhere);
	assert_non_null(n);
	k->at = n;
	if (e > 0)
		sketch_attrs(k, tag);
	if (empty)
		k->at = n->parent;
}

static prfmt_release *sketch(const char *text)
{
	struct sketch k = { release_new(), NULL };
	assert_non_null(k.rel);
	k.rel->document.element = PRFMT_EL_FOREIGN;
	k.at = &k.rel->document;
	while (*text) {
		const char *end = strchr(text, *text == '<' ? '>' : '<');
		if (!end)
			end = text + strlen(text);
		if (*text == '<') {
			sketch_tag(&k, piece(text + 1, end));
			text = end + 1;
			continue;
		}
		assert_int_equal(node_add_text(k.rel, k.at, piece(text, end),
		                               nowhere),
		                 PRFMT_OK);
		text = end;
	}
	assert_ptr_equal(k.at, &k.rel->document);
	k.rel->root = k.rel->document.first;
	return k.rel;
}

static void show_open(struct buf *out, const node *n)
{
	if (n->element == PRFMT_EL_TEXT) {
		buf_byte(out, '[');
		buf_add(out, n->text, n->len);
		buf_byte(out, ']');
	} else if (n->element == PRFMT_EL_COMMENT) {
		buf_puts(out, "<!>");
	} else if (n->element == PRFMT_EL_FOREIGN) {
		buf_puts(out, "<?>");
	} else {
		buf_byte(out, '<');
		buf_puts(out, element_info(n->element)->name);
		buf_byte(out, '>');
	}
}

/* Each text in brackets, so that none can hide. */
static void show(struct buf *out, const node *top)
{
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	buf_clear(out);
	while ((e = walk_next(&w)) != WALK_DONE) {
		const node *n = w.node;
		if (e == WALK_ENTER)
			show_open(out, n);
		else
			buf_puts(out, "</>");
		if (e == WALK_ENTER && n->element == PRFMT_EL_TEXT)
			assert_int_equal(n->text[n->len], '\0');
	}
}

/* The links in both directions agree. */
static void sound(const node *top)
{
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		const node *n = w.node;
		for (const node *c = n->first; c; c = c->next) {
			assert_ptr_equal(c->parent, n);
			if (c->next)
				assert_ptr_equal(c->next->prev, c);
			else
				assert_ptr_equal(n->last, c);
		}
		if (n->first)
			assert_null(n->first->prev);
		else
			assert_null(n->last);
	}
}

/* -- white space ---------------------------------------------------------- */

static void folds_white_space(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		/* runs become one space, none stays at the ends */
		{ "<p> a \n\t b </p>", "<p>[a b]</>" },
		{ "<p>a</p>", "<p>[a]</>" },
		{ "<p> \n </p>", "<p></>" },
		{ "<p></p>", "<p></>" },
		{ "<p>a\r\nb\fc</p>", "<p>[a b c]</>" },
		/* a no-break space and others of Unicode are text */
		{ "<p>\xC2\xA0 a\xC2\xA0</p>", "<p>[\xC2\xA0 a\xC2\xA0]</>" },
		{ "<p>a \xE2\x80\x89 b</p>", "<p>[a \xE2\x80\x89 b]</>" },
		/* across elements a run is still one */
		{ "<p>a <em> b</em></p>", "<p>[a ]<em>[b]</></>" },
		{ "<p>a<em> b </em> c</p>", "<p>[a]<em>[ b ]</>[c]</>" },
		{ "<p> <em> a </em> </p>", "<p><em>[a]</></>" },
		{ "<p>a<em> </em>b</p>", "<p>[a]<em>[ ]</>[b]</>" },
		{ "<p>a <em> </em> b</p>", "<p>[a ]<em></>[b]</>" },
		{ "<p>a<em></em> b</p>", "<p>[a]<em></>[ b]</>" },
		/* none before or behind a break */
		{ "<p>a <br/> b</p>", "<p>[a]<br></>[b]</>" },
		{ "<p>a<em> </em><br/>b</p>", "<p>[a]<em></><br></>[b]</>" },
		{ "<p> <br/> </p>", "<p><br></></>" },
		{ "<p>a<br/><br/> b</p>", "<p>[a]<br></><br></>[b]</>" },
		/* comments are not there for the eye */
		{ "<p>a <!> b</p>", "<p>[a ]<!>[b]</>" },
		/* foreign elements are not looked into and bring nothing */
		{ "<p>a <?> x </?> b</p>", "<p>[a ]<?>[ x ]</>[b]</>" },
		{ "<p> a <?> x </?></p>", "<p>[a]<?>[ x ]</></>" },
	};
	(void)state;
	struct buf out = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		prfmt_release *rel = sketch(cases[i].in);
		node_fold(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		sound(rel->root);
		/* folded once more, nothing changes */
		node_fold(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		release_free(rel);
	}
	buf_free(&out);
}

#define NI "\xE6\x97\xA5"  /* U+65E5 */
#define HON "\xE6\x9C\xAC" /* U+672C */
#define GEUL "\xEA\xB8\x80" /* U+AE00, Hangul */

static void folds_cjk(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		/* a line break between two goes, with what stands round it */
		{ "<p>" NI "\n" HON "</p>", "<p>[" NI HON "]</>" },
		{ "<p>" NI " \n\t " HON "</p>", "<p>[" NI HON "]</>" },
		/* a written space stays */
		{ "<p>" NI " " HON "</p>", "<p>[" NI " " HON "]</>" },
		/* it takes two */
		{ "<p>" NI "\nA</p>", "<p>[" NI " A]</>" },
		{ "<p>A\n" NI "</p>", "<p>[A " NI "]</>" },
		{ "<p>" GEUL "\n" GEUL "</p>", "<p>[" GEUL " " GEUL "]</>" },
		/* across elements, wherever the break stands */
		{ "<p>" NI "\n<em>" HON "</em></p>",
		  "<p>[" NI "]<em>[" HON "]</></>" },
		{ "<p>" NI "<em>\n" HON "</em></p>",
		  "<p>[" NI "]<em>[" HON "]</></>" },
		{ "<p>" NI "<em> </em>\n" HON "</p>",
		  "<p>[" NI "]<em></>[" HON "]</>" },
		{ "<p>" NI " <em>\n</em>" HON "</p>",
		  "<p>[" NI "]<em></>[" HON "]</>" },
		{ "<p>" NI "\n<!>" HON "</p>", "<p>[" NI "]<!>[" HON "]</>" },
		{ "<p>" NI "<br/>\n" HON "</p>",
		  "<p>[" NI "]<br></>[" HON "]</>" },
	};
	(void)state;
	struct buf out = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		prfmt_release *rel = sketch(cases[i].in);
		node_fold(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		sound(rel->root);
		release_free(rel);
	}
	buf_free(&out);
}

static void folds_footnotes_apart(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		{ "<p>a<footnote> x </footnote> b</p>",
		  "<p>[a]<footnote>[x]</>[ b]</>" },
		/* the flow round it goes on as if it were not there */
		{ "<p>a <footnote> x </footnote> b </p>",
		  "<p>[a ]<footnote>[x]</>[b]</>" },
		{ "<p>a <footnote> x </footnote></p>",
		  "<p>[a]<footnote>[x]</></>" },
		{ "<p><footnote> x <br/> y </footnote> b</p>",
		  "<p><footnote>[x]<br></>[y]</>[b]</>" },
		{ "<p>a<footnote> x <footnote> y </footnote> z </footnote> "
		  "b</p>",
		  "<p>[a]<footnote>[x ]<footnote>[y]</>[z]</>[ b]</>" },
		{ "<p>" NI "\n<footnote> A </footnote>" HON "</p>",
		  "<p>[" NI "]<footnote>[A]</>[" HON "]</>" },
	};
	(void)state;
	struct buf out = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		prfmt_release *rel = sketch(cases[i].in);
		node_fold(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		sound(rel->root);
		release_free(rel);
	}
	buf_free(&out);
}

/* -- order ---------------------------------------------------------------- */

static void puts_children_in_order(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} cases[] = {
		{ "<head><headline>h</headline><issued/><issuer/></head>",
		  "<head><issuer></><issued></><headline>[h]</></>" },
		/* what is alike keeps its order */
		{ "<head><fact>1</fact><issuer/><fact>2</fact></head>",
		  "<head><issuer></><fact>[1]</><fact>[2]</></>" },
		/* asides stay before what they stood before */
		{ "<head><!><headline/><?></?><!><issuer/><!></head>",
		  "<head><?></><!><issuer></><!><headline></><!></>" },
		/* what does not belong here stands last */
		{ "<head><p/><issuer/></head>", "<head><issuer></><p></></>" },
		{ "<head></head>", "<head></>" },
		{ "<head><!></head>", "<head><!></>" },
	};
	(void)state;
	struct buf out = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		prfmt_release *rel = sketch(cases[i].in);
		node_canonical(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		sound(rel->root);
		node_canonical(rel->root);
		show(&out, rel->root);
		assert_string_equal(buf_text(&out), cases[i].out);
		release_free(rel);
	}
	buf_free(&out);
}

static void moves_and_unlinks(void **state)
{
	(void)state;
	struct buf out = { 0 };
	prfmt_release *rel = sketch("<ul><li>1</li><li>2</li><li>3</li></ul>");
	node *ul = rel->root;
	node_move(ul->last, ul->first);
	show(&out, ul);
	assert_string_equal(buf_text(&out),
	                    "<ul><li>[3]</><li>[1]</><li>[2]</></>");
	node_move(ul->first, NULL);
	node_move(ul->first->next, ul->last);
	show(&out, ul);
	assert_string_equal(buf_text(&out),
	                    "<ul><li>[1]</><li>[2]</><li>[3]</></>");
	sound(ul);
	node_unlink(ul->first->next);
	sound(ul);
	node_unlink(ul->first);
	node_unlink(ul->first);
	assert_null(ul->first);
	assert_null(ul->last);
	buf_free(&out);
	release_free(rel);
}

static void asks_the_tree(void **state)
{
	(void)state;
	prfmt_release *rel = sketch(
		"<release xml:lang=en-GB dir=ltr><head><issuer id=a/>"
		"<issuer id=b/><headline xml:lang=cy>a<q>b</q></headline>"
		"</head></release>");
	const node *head = release_head(rel);
	const node *one = node_child(head, PRFMT_EL_ISSUER);
	const node *two = node_sibling(one, PRFMT_EL_ISSUER);
	const node *line = node_child(head, PRFMT_EL_HEADLINE);
	struct buf plain = { 0 };
	assert_string_equal(node_get(one, PRFMT_AT_ID), "a");
	assert_string_equal(node_get(two, PRFMT_AT_ID), "b");
	assert_null(node_sibling(two, PRFMT_EL_ISSUER));
	assert_int_equal(node_count(head, PRFMT_EL_ISSUER), 2);
	assert_int_equal(node_count(NULL, PRFMT_EL_ISSUER), 0);
	assert_null(node_child(NULL, PRFMT_EL_ISSUER));
	assert_null(node_get(NULL, PRFMT_AT_ID));
	assert_null(node_get(one, PRFMT_AT_URI));
	assert_int_equal(node_get_span(one, PRFMT_AT_URI).len, 0);
	assert_string_equal(node_lang(line), "cy");
	assert_string_equal(node_lang(line->last->first), "cy");
	assert_string_equal(node_lang(one), "en-GB");
	assert_string_equal(node_dir(line), "ltr");
	assert_string_equal(release_lang(rel), "en-GB");
	node_plain(&plain, line);
	assert_string_equal(buf_text(&plain), "ab");
	assert_null(release_body(rel));
	assert_null(release_back(rel));
	/* set again, it is the last that counts, and it stays in its place */
	node *again = (node *)(uintptr_t)one;
	assert_int_equal(node_set(rel, again, PRFMT_AT_ID, text_span("c"),
	                          nowhere),
	                 PRFMT_OK);
	assert_string_equal(node_get(one, PRFMT_AT_ID), "c");
	assert_null(one->attrs->next);
	buf_free(&plain);
	release_free(rel);
}

/* Two texts that follow one another read as one. */
static void adds_texts(void **state)
{
	(void)state;
	struct buf out = { 0 };
	prfmt_release *rel = sketch("<p>a </p>");
	node *p = rel->root;
	size_t nodes = rel->nodes;
	assert_int_equal(node_add_text(rel, p, text_span(""), nowhere), 0);
	assert_int_equal(rel->nodes, nodes); /* nothing is no text */
	assert_int_equal(node_add_text(rel, p, text_span(" b "), nowhere), 0);
	node_plain(&out, p);
	assert_string_equal(buf_text(&out), "a  b ");
	node_fold(p);
	buf_clear(&out);
	node_plain(&out, p);
	assert_string_equal(buf_text(&out), "a b");
	buf_free(&out);
	release_free(rel);
}

/* -- walks ---------------------------------------------------------------- */

static void walks_and_skips(void **state)
{
	(void)state;
	prfmt_release *rel = sketch("<p>a<em>b<q>c</q></em><br/><!>d</p>");
	struct walk w = walk_start(rel->root);
	struct buf out = { 0 };
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		if (w.node->element == PRFMT_EL_TEXT)
			buf_add(&out, w.node->text, w.node->len);
		else
			buf_byte(&out, e == WALK_ENTER ? '(' : ')');
		if (w.node->element == PRFMT_EL_EM && e == WALK_ENTER)
			walk_skip(&w);
	}
	/* p( a em( ) br( ) comment( d ) */
	assert_string_equal(buf_text(&out), "(a()()(d)");
	assert_int_equal(walk_next(&w), WALK_DONE);
	assert_int_equal(walk_next(&w), WALK_DONE);
	/* the top alone: what stands beside it is not visited */
	w = walk_start(node_child(rel->root, PRFMT_EL_BR));
	assert_int_equal(walk_next(&w), WALK_ENTER);
	assert_int_equal(walk_next(&w), WALK_EXIT);
	assert_int_equal(walk_next(&w), WALK_DONE);
	w = walk_start(rel->root->first); /* a text */
	assert_int_equal(walk_next(&w), WALK_ENTER);
	assert_int_equal(walk_next(&w), WALK_DONE);
	w = walk_start(NULL);
	assert_int_equal(walk_next(&w), WALK_DONE);
	buf_free(&out);
	release_free(rel);
}

static void walks_deep(void **state)
{
	(void)state;
	enum { DEEP = 200000 };
	prfmt_release *rel = release_new();
	assert_non_null(rel);
	node *n = &rel->document;
	n->element = PRFMT_EL_FOREIGN;
	for (int i = 0; i < DEEP; i++) {
		n = node_add(rel, n, PRFMT_EL_EM, nowhere);
		assert_non_null(n);
	}
	struct walk w = walk_start(rel->document.first);
	size_t events = 0;
	while (walk_next(&w) != WALK_DONE)
		events++;
	assert_int_equal(events, 2 * DEEP);
	node_fold(rel->document.first);
	release_free(rel);
}

/* -- tables --------------------------------------------------------------- */

static void cell_is(const struct grid *g, size_t i, size_t row, size_t col,
                    size_t rows, size_t cols)
{
	assert_true(i < g->cell_count);
	const struct grid_cell *c = &g->cells[i];
	assert_int_equal(c->row, row);
	assert_int_equal(c->col, col);
	assert_int_equal(c->rows, rows);
	assert_int_equal(c->cols, cols);
}

static void lays_out_spans(void **state)
{
	(void)state;
	struct grid g;
	prfmt_release *rel = sketch(
		"<table><col type=text/><col type=number/><thead><tr>"
		"<th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th>"
		"<th>d</th></tr></thead><tbody><tr><th>e</th><td>1</td>"
		"<td>2</td></tr></tbody></table>");
	assert_int_equal(grid_build(&g, rel->root), PRFMT_OK);
	assert_int_equal(g.row_count, 3);
	assert_int_equal(g.cols, 3);
	assert_int_equal(g.cell_count, 7);
	cell_is(&g, 0, 0, 0, 2, 1);
	cell_is(&g, 1, 0, 1, 1, 2);
	cell_is(&g, 2, 1, 1, 1, 1);
	cell_is(&g, 3, 1, 2, 1, 1);
	cell_is(&g, 4, 2, 0, 1, 1);
	for (size_t i = 0; i < g.cell_count; i++)
		assert_false(g.cells[i].cut || g.cells[i].overlap);
	for (size_t i = 0; i < g.row_count; i++)
		assert_int_equal(g.rows[i].width, 3);
	assert_int_equal(g.rows[1].first, 2);
	assert_int_equal(g.rows[1].count, 2);
	assert_int_equal(g.rows[2].group, PRFMT_EL_TBODY);
	assert_string_equal(grid_col_type(rel->root, 0), "text");
	assert_string_equal(grid_col_type(rel->root, 1), "number");
	assert_true(grid_col_is_number(rel->root, 1));
	assert_string_equal(grid_col_type(rel->root, 2), "text");
	assert_null(grid_col(rel->root, 2));
	grid_free(&g);
	release_free(rel);
}

static void cuts_bad_spans(void **state)
{
	(void)state;
	struct grid g;
	prfmt_release *rel = sketch(
		"<table><tbody><tr><td rowspan=9>a</td><td colspan=0>b</td>"
		"<td rowspan=-1>c</td></tr><tr><td colspan=99999>d</td></tr>"
		"</tbody><tbody><tr><td>e</td></tr></tbody></table>");
	assert_int_equal(grid_build(&g, rel->root), PRFMT_OK);
	cell_is(&g, 0, 0, 0, 2, 1); /* not into the next group */
	assert_true(g.cells[0].cut);
	cell_is(&g, 1, 0, 1, 1, 1);
	cell_is(&g, 2, 0, 2, 1, 1);
	cell_is(&g, 3, 1, 1, 1, GRID_COLS_MOST - 1);
	cell_is(&g, 4, 2, 0, 1, 1);
	assert_int_equal(g.cols, GRID_COLS_MOST);
	grid_free(&g);
	release_free(rel);
	/* two that claim the same place */
	rel = sketch("<table><tbody><tr><td>a</td><td rowspan=2>b</td></tr>"
	             "<tr><td colspan=2>c</td></tr></tbody></table>");
	assert_int_equal(grid_build(&g, rel->root), PRFMT_OK);
	assert_false(g.cells[1].overlap);
	assert_true(g.cells[2].overlap);
	grid_free(&g);
	release_free(rel);
	rel = sketch("<table><caption>x</caption><tbody></tbody></table>");
	assert_int_equal(grid_build(&g, rel->root), PRFMT_OK);
	assert_int_equal(g.row_count, 0);
	assert_int_equal(g.cols, 0);
	grid_free(&g);
	release_free(rel);
}

/* -- the release as a whole ----------------------------------------------- */

static void guid_is(const char *text, bool derived, const char *guid)
{
	struct buf out = { 0 };
	prfmt_release *rel = sketch(text);
	assert_int_equal(release_guid(rel, &out), derived);
	assert_string_equal(buf_text(&out), guid);
	buf_free(&out);
	release_free(rel);
}

/* The two derived ones come from another implementation of RFC 9562, 5.5:
   UUIDv5 of "issuer LF issued LF language" in the space that is UUIDv5 of
   "urn:prfmt:release:1" in that of URLs. */
static void names_itself(void **state)
{
	(void)state;
	guid_is("<release guid=tag:a,2026:b/>", false, "tag:a,2026:b");
	guid_is("<release xml:lang=en><head><issuer uri=https://a.example/x>"
	        "<name>A</name></issuer><issued at=2026-01-01T00:00:00Z/>"
	        "</head></release>",
	        true, "urn:uuid:67db6c2f-27da-5ef2-a7fe-a505d160d9f0");
	guid_is("<release xml:lang=en-GB guid=><head><issuer><name>A & B"
	        "</name></issuer><issued at=2026-01-01T00:00:00Z/></head>"
	        "</release>",
	        true, "urn:uuid:b9f171f6-0dee-5015-85a9-710a2255f62e");
}

static void state_of(const char *head, enum release_state without,
                     enum release_state before, enum release_state after)
{
	struct buf text = { 0 };
	struct instant early = { .utc = 1767225599 };
	struct instant late = { .utc = 1767225600 };
	buf_puts(&text, "<release><head>");
	buf_puts(&text, head);
	buf_puts(&text, "</head></release>");
	prfmt_release *rel = sketch(buf_text(&text));
	assert_int_equal(release_state(rel, NULL), without);
	assert_int_equal(release_state(rel, &early), before);
	assert_int_equal(release_state(rel, &late), after);
	release_free(rel);
	buf_free(&text);
}

static void knows_its_state(void **state)
{
	(void)state;
	state_of("", STATE_IMMEDIATE, STATE_IMMEDIATE, STATE_IMMEDIATE);
	state_of("<embargo until=2026-01-01T00:00:00Z/>", STATE_EMBARGO,
	         STATE_EMBARGO, STATE_EMBARGO_ENDED);
	state_of("<embargo until=soon/>", STATE_EMBARGO, STATE_EMBARGO,
	         STATE_EMBARGO); /* what cannot be read has not ended */
	state_of("<hold>x</hold>", STATE_HOLD, STATE_HOLD, STATE_HOLD);
	state_of("<embargo until=2026-01-01T00:00:00Z/><hold>x</hold>",
	         STATE_HOLD, STATE_HOLD, STATE_HOLD);
	state_of("<hold>x</hold><withdrawn>y</withdrawn>", STATE_WITHDRAWN,
	         STATE_WITHDRAWN, STATE_WITHDRAWN);
}

static void knows_its_times(void **state)
{
	(void)state;
	struct instant t = { 0 };
	prfmt_release *rel = sketch(
		"<release version=3><head><issued at=2026-01-01T00:00:00Z/>"
		"<updated at=2026-01-02T00:00:00Z/></head></release>");
	assert_int_equal(release_version(rel), 3);
	assert_true(release_issued(rel, &t));
	assert_int_equal(t.utc, 1767225600);
	assert_true(release_changed(rel, &t));
	assert_int_equal(t.utc, 1767225600 + 86400);
	release_free(rel);
	rel = sketch("<release version=0><head><issued at=now/></head>"
	             "</release>");
	assert_int_equal(release_version(rel), 1);
	assert_false(release_issued(rel, &t));
	assert_false(release_changed(rel, &t));
	release_free(rel);
	release_free(NULL);
}

/* -- the table of names --------------------------------------------------- */

static void names_go_both_ways(void **state)
{
	(void)state;
	for (int e = 1; e < ELEMENT_COUNT; e++) {
		const char *name = element_info((prfmt_element)e)->name;
		assert_non_null(name);
		assert_int_equal(element_find(text_span(name)), e);
	}
	for (int a = 1; a < ATTR_COUNT; a++) {
		const char *name = attr_name((prfmt_attr)a);
		assert_non_null(name);
		assert_int_equal(attr_find(text_span(name)), a);
	}
	assert_int_equal(element_find(text_span("P")), 0);
	assert_int_equal(element_find(text_span("")), 0);
	assert_int_equal(attr_find(text_span("lang")), 0);
	assert_string_equal(element_nearest(PRFMT_EL_HEAD,
	                                    text_span("headlne")),
	                    "headline");
	assert_null(element_nearest(PRFMT_EL_HEAD, text_span("zzzzzzzz")));
	assert_string_equal(attr_nearest(PRFMT_EL_ISSUED, text_span("zon")),
	                    "zone");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds_white_space),
		cmocka_unit_test(folds_cjk),
		cmocka_unit_test(folds_footnotes_apart),
		cmocka_unit_test(puts_children_in_order),
		cmocka_unit_test(moves_and_unlinks),
		cmocka_unit_test(asks_the_tree),
		cmocka_unit_test(adds_texts),
		cmocka_unit_test(walks_and_skips),
		cmocka_unit_test(walks_deep),
		cmocka_unit_test(lays_out_spans),
		cmocka_unit_test(cuts_bad_spans),
		cmocka_unit_test(names_itself),
		cmocka_unit_test(knows_its_state),
		cmocka_unit_test(knows_its_times),
		cmocka_unit_test(names_go_both_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
