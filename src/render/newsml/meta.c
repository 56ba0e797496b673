/* meta.c - what a release says of itself in, itemMeta out: a strict sequence
   (NewsML-G2 2.35, ItemMetadataType). */
#include "render/newsml/newsml.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

#include <string.h>

static const char *const statuses[] = {
	[STATE_IMMEDIATE] = "stat:usable",     [STATE_EMBARGO] = "stat:usable",
	[STATE_EMBARGO_ENDED] = "stat:usable", [STATE_HOLD] = "stat:withheld",
	[STATE_WITHDRAWN] = "stat:canceled",
};

static bool at_of(const struct newsml *n, prfmt_element e, prfmt_attr a,
                  struct instant *out)
{
	const node *child = node_child(n->head, e);
	return child && !date_instant(node_get_span(child, a), out);
}

/* -- times ---------------------------------------------------------------- */

static void times(struct newsml *n)
{
	struct instant t = { 0 };
	struct instant gone = { 0 };
	bool known = release_changed(n->j->rel, &t);
	/* a withdrawal is a version of its own, whoever forgot to date it */
	if (at_of(n, PRFMT_EL_WITHDRAWN, PRFMT_AT_AT, &gone) &&
	    (!known || gone.utc > t.utc)) {
		t = gone;
		known = true;
	}
	if (known)
		newsml_instant(n, "versionCreated", t);
	if (release_issued(n->j->rel, &t))
		newsml_instant(n, "firstCreated", t);
	if (at_of(n, PRFMT_EL_EMBARGO, PRFMT_AT_UNTIL, &t))
		newsml_instant(n, "embargoed", t);
}

/* -- notes to editors: clients read the first one alone, and the instant of
      an embargo stands in embargoed already -------------------------------- */

static void note_state(struct newsml *n)
{
	if (n->j->state != STATE_WITHDRAWN && n->j->state != STATE_HOLD)
		return;
	struct buf text = { 0 };
	newsml_notice(&text, n->j);
	newsml_leaf(n, "edNote", buf_text(&text));
	newsml_done(n, &text);
}

static void note_correction(struct newsml *n)
{
	const node *corrects = node_child(n->head, PRFMT_EL_CORRECTS);
	struct buf text = { 0 };
	if (!corrects)
		return;
	words_corrects(&text, n->j);
	for (const node *c = node_child(corrects, PRFMT_EL_CHANGE);
	     c && words_body_shown(n->j);
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		struct buf change = { 0 };
		words_change(&change, n->j, c);
		if (change.len) {
			if (text.len)
				buf_byte(&text, ' ');
			buf_puts(&text, buf_text(&change));
			if (change.at[change.len - 1] != '.')
				buf_byte(&text, '.');
		}
		newsml_done(n, &change);
	}
	newsml_leaf(n, "edNote", buf_text(&text));
	newsml_done(n, &text);
}

static void note_embargo(struct newsml *n)
{
	struct buf text = { 0 };
	struct buf when = { 0 };
	if (n->j->state != STATE_EMBARGO)
		return;
	buf_puts(&text, words_state(n->j, false));
	for (size_t i = 0; words_embargo(&when, n->j, i); i++) {
		buf_puts(&text, i ? "; " : " ");
		buf_puts(&text, buf_text(&when));
		newsml_clear(n, &when);
	}
	newsml_leaf(n, "edNote", buf_text(&text));
	newsml_done(n, &when);
	newsml_done(n, &text);
}

static void notes(struct newsml *n)
{
	note_state(n);
	note_correction(n);
	/* whoever opens a PDF may read the file inside: no word to editors */
	for (const node *e = node_child(n->head, PRFMT_EL_EDNOTE);
	     e && !n->j->for_pdf; e = node_sibling(e, PRFMT_EL_EDNOTE))
		newsml_flat(n, "edNote", e, NULL, NULL);
	note_embargo(n);
}

/* -- what kind of version this is ----------------------------------------- */

static const struct {
	const char *class;
	const char *signal;
} signals[] = {
	{ "material", "sig:correction" },
	{ "minor", "sig:correction" },
	{ "format", "sig:update" }, /* no word has changed */
};

static void signal_of(struct newsml *n)
{
	const node *corrects = node_child(n->head, PRFMT_EL_CORRECTS);
	struct span class = node_get_span(corrects, PRFMT_AT_CLASS);
	const char *code = corrects ? "sig:correction" : "sig:update";
	if (release_version(n->j->rel) < 2 || n->j->state == STATE_WITHDRAWN)
		return;
	for (size_t i = 0; i < COUNT(signals); i++)
		if (text_is(class, signals[i].class))
			code = signals[i].signal;
	newsml_code(n, "signal", "qcode", code);
}

/* -- links ---------------------------------------------------------------- */

static const struct {
	const char *rel;
	const char *code;
} relations[] = {
	{ "canonical", "irel:seeAlso" },
	{ "newsroom", "irel:seeAlso" },
	{ "press-kit", "irel:seeAlso" },
	{ "related", "irel:seeAlso" },
	{ "source", "irel:seeAlso" },
	{ "alternate", "irel:seeAlso" },
	{ "translation", "irel:seeAlso" },
	/* irel:translatedFrom is in no vocabulary that could be found */
	{ "translation-of", "irel:derivedFrom" },
};

/* remoteContent of the same text, or this very file's PDF: no link. */
static bool is_rendition(const node *link)
{
	struct span type = node_get_span(link, PRFMT_AT_TYPE);
	return text_is(node_get_span(link, PRFMT_AT_REL), "alternate") &&
	       (text_is(type, "application/pdf") || text_is(type, "text/html"));
}

static void link_out(struct newsml *n, const char *code, struct span address,
                     const node *from, const char *title)
{
	struct buf href = { 0 };
	const char *guid = node_get(from, PRFMT_AT_GUID);
	bool web = newsml_uri(&href, address) &&
	           uri_is_web(buf_view(&href));
	if (web || guid) {
		markup_line(&n->m);
		markup_open(&n->m, "link");
		markup_attr(&n->m, "rel", code);
		if (web)
			markup_attr(&n->m, "href", buf_text(&href));
		markup_attr(&n->m, "residref", guid);
		markup_attr(&n->m, "contenttype",
		            node_get(from, PRFMT_AT_TYPE));
		if (title && title[0])
			markup_attr(&n->m, "title", title);
		markup_close(&n->m);
	}
	newsml_done(n, &href);
}

static void links(struct newsml *n)
{
	if (!words_body_shown(n->j))
		return;
	for (const node *l = node_child(n->head, PRFMT_EL_LINK); l;
	     l = node_sibling(l, PRFMT_EL_LINK)) {
		struct span rel = node_get_span(l, PRFMT_AT_REL);
		struct buf *title = newsml_text(n);
		words_flat(title, n->j, l);
		for (size_t i = 0; i < COUNT(relations); i++)
			if (text_is(rel, relations[i].rel) && !is_rendition(l))
				link_out(n, relations[i].code,
				         node_get_span(l, PRFMT_AT_HREF), l,
				         buf_text(title));
	}
	for (const node *a = node_child(n->back, PRFMT_EL_ATTACHMENT); a;
	     a = node_sibling(a, PRFMT_EL_ATTACHMENT))
		link_out(n, "irel:seeAlso", node_get_span(a, PRFMT_AT_SRC), a,
		         node_get(a, PRFMT_AT_TITLE));
}

/* -- the sequence --------------------------------------------------------- */

static void versioned(struct newsml *n, const char *name, const char *version,
                      const char *text)
{
	markup_line(&n->m);
	markup_open(&n->m, name);
	markup_attr(&n->m, "versioninfo", version);
	markup_puts(&n->m, text);
	markup_close(&n->m);
}

void newsml_item_meta(struct newsml *n)
{
	const node *issuer = node_child(n->head, PRFMT_EL_ISSUER);
	struct instant end = { 0 };
	markup_line(&n->m);
	markup_open(&n->m, "itemMeta");
	newsml_code(n, "itemClass", "qcode", "ninat:text");
	newsml_party_open(n, "provider", NULL, NULL,
	                  node_child(issuer, PRFMT_EL_NAME),
	                  node_get_span(issuer, PRFMT_AT_URI));
	newsml_close(n);
	times(n);
	newsml_code(n, "pubStatus", "qcode", statuses[n->j->state]);
	versioned(n, "generator", prfmt_version(), "prfmt");
	versioned(n, "profile", "1", "prfmt press release");
	newsml_flat(n, "title", node_child(n->head, PRFMT_EL_HEADLINE), NULL,
	            NULL);
	notes(n);
	signal_of(n);
	if (at_of(n, PRFMT_EL_EXPIRES, PRFMT_AT_AT, &end))
		newsml_instant(n, "expires", end);
	links(n);
	newsml_close(n);
}
