/* rule_story.c - what an editor would send back: headline, summary, credit. */
#include "base/text.h"
#include "check/check.h"
#include "model/walk.h"

#include <string.h>

enum {
	HEADLINE_MOST = 110, /* what search engines show of one */
	REPEAT_LEAST = 20    /* letters; less is a phrase */
};

static bool is_wide(const char *tag)
{
	return !strncmp(tag, "ja", 2) || !strncmp(tag, "zh", 2) ||
	       !strncmp(tag, "ko", 2);
}

void rule_headline(struct check *c, const node *n)
{
	struct buf plain = { 0 };
	bool wide = is_wide(node_lang(n));
	size_t most = wide ? HEADLINE_MOST / 2 : HEADLINE_MOST;
	node_plain(&plain, n);
	size_t count = text_count(buf_text(&plain), plain.len);
	if (count > most)
		diags_say(c->diags, CODE_HEADLINE_LONG, n->at, READERS_FORMATS,
		          "the headline has %zu characters; more than %zu are "
		          "cut in many places",
		          count, most);
	check_done(c, &plain);
}

/* Letters and digits alone, ASCII in small letters; no footnotes. */
static void put_letters(struct buf *out, const node *n)
{
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		if (e == WALK_ENTER && w.node->element == PRFMT_EL_FOOTNOTE)
			walk_skip(&w);
		if (e != WALK_ENTER || w.node->element != PRFMT_EL_TEXT)
			continue;
		for (size_t i = 0; i < w.node->len; i++) {
			char ch = w.node->text[i];
			if (ch >= 'A' && ch <= 'Z')
				ch = (char)(ch - 'A' + 'a');
			if (text_is_alpha(ch) || text_is_digit(ch) ||
			    (ch & 0x80))
				buf_byte(out, ch);
		}
	}
}

void rule_summary(struct check *c, const node *n)
{
	const node *lead = node_child(release_body(c->rel), PRFMT_EL_P);
	struct buf summary = { 0 };
	struct buf first = { 0 };
	if (!lead)
		return;
	put_letters(&summary, n);
	put_letters(&first, lead);
	size_t len = summary.len < first.len ? summary.len : first.len;
	if (len >= REPEAT_LEAST &&
	    !memcmp(buf_text(&summary), buf_text(&first), len))
		diags_say(c->diags, CODE_SUMMARY_REPEATS, n->at,
		          READERS_FORMATS,
		          "the summary repeats the paragraph on line %u",
		          (unsigned)lead->at.line);
	check_done(c, &summary);
	check_done(c, &first);
}

void rule_credit(struct check *c, const node *n)
{
	const node *img = node_child(n, PRFMT_EL_IMG);
	struct span alt = node_get_span(img, PRFMT_AT_ALT);
	if (node_child(n, PRFMT_EL_CREDIT))
		return;
	/* without alt, or with an empty one, it is an error or decoration */
	if (img ? !alt.len
	        : !node_child(n, PRFMT_EL_VIDEO) &&
	                    !node_child(n, PRFMT_EL_AUDIO))
		return;
	diags_say(c->diags, CODE_FIGURE_CREDIT, n->at, READERS_FORMATS,
	          "<figure> has no <credit>");
}

void rule_first_version(struct check *c, const node *n)
{
	if (release_version(c->rel) == 1)
		diags_say(c->diags, CODE_VERSION_UPDATED, n->at,
		          READERS_FORMATS,
		          "there is <updated>, but this is version 1");
}
