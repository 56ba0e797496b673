/* html_back.c - what stands behind the end mark, and the footnotes. */
#include "render/html/html.h"

#include "base/text.h"
#include "base/uri.h"
#include "render/words.h"

#include <string.h>

static const node *head_child(const struct page *p, prfmt_element e)
{
	return node_child(release_head(p->job->rel), e);
}

/* -- footnotes ------------------------------------------------------------ */

static void footnote(struct page *p, size_t index)
{
	const node *n = p->notes[index];
	struct buf id = { 0 };
	struct buf back = { 0 };
	struct buf number = { 0 };
	html_id(p, &id, false, "note", index + 1);
	html_id(p, &back, true, "ref", index + 1);
	buf_uint(&number, index + 1);
	html_open(p, "li", NULL);
	markup_attr(&p->m, "value", buf_text(&number));
	if (!node_get(n, PRFMT_AT_ID))
		markup_attr(&p->m, "id", buf_text(&id));
	html_common(p, n);
	html_inline(p, n);
	markup_puts(&p->m, " ");
	markup_open(&p->m, "a");
	markup_attr(&p->m, "class", "pr-back-link");
	markup_attr(&p->m, "href", buf_text(&back));
	markup_attr(&p->m, "role", "doc-backlink");
	markup_attr(&p->m, "aria-label", lang_label(p->job->lang, LABEL_BACK));
	markup_puts(&p->m, "↩\uFE0E");
	markup_close(&p->m);
	markup_close(&p->m);
	html_drop(p, &id);
	html_drop(p, &back);
	html_drop(p, &number);
}

/* A footnote may bring forth another one: the list grows as it is told. */
void html_notes(struct page *p)
{
	if (p->notes_told == p->note_count)
		return;
	bool first = !p->notes_told; /* of two lists, one is the landmark */
	html_open(p, first ? "section" : "div", "pr-footnotes");
	if (first) {
		markup_attr(&p->m, "role", "doc-endnotes");
		markup_attr(&p->m, "aria-label",
		            lang_label(p->job->lang, LABEL_FOOTNOTES));
	}
	html_open(p, "ol", NULL);
	while (p->notes_told < p->note_count && !p->status)
		footnote(p, p->notes_told++);
	html_close(p);
	html_close(p);
}

/* -- sections of text ----------------------------------------------------- */

static void section_open(struct page *p, const char *class, const char *head)
{
	html_open(p, "section", class);
	html_line(p, "h2", NULL, head);
}

/* The section's own heading with all that is in it, else the label. */
static void section_head(struct page *p, const node *section)
{
	const node *own = node_child(section, PRFMT_EL_HEADING);
	if (own && own->first) {
		html_open(p, "h2", NULL);
		html_common(p, own);
		html_inline(p, own);
		markup_close(&p->m);
		return;
	}
	struct buf label = { 0 };
	words_heading(&label, p->job, section);
	html_line(p, "h2", NULL, buf_text(&label));
	html_drop(p, &label);
}

static void sections(struct page *p, prfmt_element e, const char *class)
{
	for (const node *n = node_child(release_back(p->job->rel), e); n;
	     n = node_sibling(n, e)) {
		html_open(p, "section", class);
		html_common(p, n);
		section_head(p, n);
		html_blocks(p, n);
		html_close(p);
	}
}

/* -- notes to editors ----------------------------------------------------- */

static void rights(struct page *p)
{
	const node *n = head_child(p, PRFMT_EL_RIGHTS);
	const char *href = node_get(n, PRFMT_AT_HREF);
	struct buf said = { 0 };
	struct buf label = { 0 };
	words_rights(&said, p->job);
	buf_puts(&label, lang_label(p->job->lang, LABEL_RIGHTS));
	buf_puts(&label, lang_label(p->job->lang, LABEL_COLON));
	struct span text = text_span(buf_text(&said));
	bool labelled = text_starts(text, buf_text(&label));
	if (text.len || href) {
		html_open(p, "p", "pr-rights");
		html_common(p, n);
		markup_puts(&p->m, buf_text(&label));
		const char *rest = text.at + (labelled ? label.len : 0);
		if (text.len)
			html_linked(p, rest, rest, href);
		else
			html_web_link(p, href);
		markup_close(&p->m);
	}
	html_drop(p, &label);
	html_drop(p, &said);
}

/* Its address ends the line. */
static void event(struct page *p, const node *n)
{
	struct buf said = { 0 };
	struct buf url = { 0 };
	words_event(&said, p->job, n);
	words_flat(&url, p->job, node_child(n, PRFMT_EL_URL));
	struct span text = text_span(buf_text(&said));
	struct span end = text_span(buf_text(&url));
	if (!text_ends(text, end.at))
		end.len = 0;
	html_open(p, "p", "pr-event");
	html_common(p, n);
	markup_text(&p->m, (struct span){ text.at, text.len - end.len });
	if (end.len)
		html_web_link(p, end.at);
	markup_close(&p->m);
	html_drop(p, &said);
	html_drop(p, &url);
}

static void notes(struct page *p)
{
	const node *n = node_child(release_back(p->job->rel), PRFMT_EL_NOTES);
	struct buf said = { 0 };
	words_rights(&said, p->job);
	bool more = said.len || head_child(p, PRFMT_EL_EVENT) ||
	            node_get(head_child(p, PRFMT_EL_RIGHTS), PRFMT_AT_HREF);
	html_drop(p, &said);
	if (!n && !more)
		return;
	html_open(p, "section", "pr-notes");
	if (n) {
		html_common(p, n);
		section_head(p, n);
		html_blocks(p, n);
	} else {
		html_line(p, "h2", NULL, lang_label(p->job->lang, LABEL_NOTES));
	}
	for (const node *e = head_child(p, PRFMT_EL_EVENT); e;
	     e = node_sibling(e, PRFMT_EL_EVENT))
		event(p, e);
	rights(p);
	html_close(p);
}

/* -- correction ----------------------------------------------------------- */

static void changed_part(struct page *p, const node *n, enum label label,
                         const char *tag)
{
	html_span(p, "span", "pr-change-label",
	          lang_label(p->job->lang, label));
	markup_puts(&p->m, " ");
	markup_open(&p->m, tag);
	html_common(p, n);
	html_inline(p, n);
	markup_close(&p->m);
}

/* The same words as words_corrects and words_change. */
void html_changes(struct page *p)
{
	const node *n = head_child(p, PRFMT_EL_CORRECTS);
	struct buf said = { 0 };
	words_corrects(&said, p->job);
	html_line(p, "p", NULL, buf_text(&said));
	for (const node *c = node_child(n, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		const char *where = node_get(c, PRFMT_AT_WHERE);
		const node *was = node_child(c, PRFMT_EL_WAS);
		const node *now = node_child(c, PRFMT_EL_NOW);
		if (!where && !was && !now)
			continue;
		html_open(p, "p", "pr-change");
		html_common(p, c);
		markup_puts(&p->m, where ? where : "");
		if (where && (was || now))
			markup_puts(&p->m,
			            lang_label(p->job->lang, LABEL_COLON));
		if (was)
			changed_part(p, was, LABEL_WAS, "del");
		if (was && now)
			markup_puts(&p->m,
			            lang_label(p->job->lang, LABEL_COMMA));
		if (now)
			changed_part(p, now, LABEL_NOW, "ins");
		markup_close(&p->m);
	}
	html_drop(p, &said);
}

static void correction(struct page *p)
{
	const node *n = head_child(p, PRFMT_EL_CORRECTS);
	const char *class = node_get(n, PRFMT_AT_CLASS);
	if (!n || (class && !strcmp(class, "material")))
		return; /* material: in the head */
	section_open(p, "pr-correction",
	             lang_label(p->job->lang, LABEL_CORRECTION));
	html_changes(p);
	html_close(p);
}

/* -- attachments and links ------------------------------------------------ */

static void typed(struct page *p, const char *type)
{
	if (!*type)
		return;
	markup_puts(&p->m, " ");
	html_span(p, "span", "pr-type", type);
}

static void attachment(struct page *p, const node *n)
{
	struct span src = node_get_span(n, PRFMT_AT_SRC);
	const char *type = node_get(n, PRFMT_AT_TYPE);
	const char *title = node_get(n, PRFMT_AT_TITLE);
	struct buf href = { 0 };
	struct buf name = { 0 };
	bool link = html_src(&href, src);
	words_file_type(&name, src, node_get_span(n, PRFMT_AT_TYPE));
	html_open(p, "li", NULL);
	html_common(p, n);
	if (link) {
		markup_open(&p->m, "a");
		markup_attr(&p->m, "href", buf_text(&href));
		markup_attr(&p->m, "type", type);
	} else {
		diags_say(p->job->diags, CODE_NOT_RENDERED,
		          node_attr_place(n, PRFMT_AT_SRC),
		          PRFMT_BIT(PRFMT_FORMAT_HTML),
		          "this attachment is named without a link: its "
		          "address is not relative, http or https");
	}
	if (title && *title)
		markup_puts(&p->m, title);
	else
		markup_text(&p->m, src);
	if (link)
		markup_close(&p->m);
	typed(p, buf_text(&name));
	markup_close(&p->m);
	html_drop(p, &href);
	html_drop(p, &name);
}

static void attachments(struct page *p)
{
	const node *back = release_back(p->job->rel);
	const node *first = node_child(back, PRFMT_EL_ATTACHMENT);
	if (!first)
		return;
	section_open(p, "pr-attachments",
	             lang_label(p->job->lang, LABEL_ATTACHMENTS));
	html_open(p, "ul", NULL);
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_ATTACHMENT))
		attachment(p, n);
	html_close(p);
	html_close(p);
}

static bool is_shown(struct page *p, const node *link)
{
	struct buf href = { 0 };
	bool shown = !text_is(node_get_span(link, PRFMT_AT_REL), "canonical") &&
	             html_href(&href, node_get_span(link, PRFMT_AT_HREF));
	html_drop(p, &href);
	return shown;
}

static void related(struct page *p, const node *n)
{
	const char *href = node_get(n, PRFMT_AT_HREF);
	const char *hreflang = node_get(n, PRFMT_AT_HREFLANG);
	struct buf name = { 0 };
	struct buf uri = { 0 };
	html_href(&uri, text_span(href));
	html_open(p, "li", NULL);
	if (n->first) {
		markup_open(&p->m, "a");
		markup_attr(&p->m, "href", buf_text(&uri));
		markup_attr(&p->m, "hreflang", hreflang);
		markup_attr(&p->m, "type", node_get(n, PRFMT_AT_TYPE));
		html_common(p, n);
		html_inline(p, n);
		markup_close(&p->m);
	} else {
		html_web_link(p, href);
	}
	if (hreflang)
		typed(p, hreflang);
	if (node_get(n, PRFMT_AT_TYPE))
		words_file_type(&name, text_span(href),
		          node_get_span(n, PRFMT_AT_TYPE));
	typed(p, buf_text(&name));
	markup_close(&p->m);
	html_drop(p, &name);
	html_drop(p, &uri);
}

/* Other forms and languages, newsroom, press kit, sources: a list without a
   head, as no language table has a word for it. */
static void links(struct page *p)
{
	bool any = false;
	for (const node *n = head_child(p, PRFMT_EL_LINK); n;
	     n = node_sibling(n, PRFMT_EL_LINK)) {
		if (!is_shown(p, n))
			continue;
		if (!any)
			html_open(p, "ul", "pr-links");
		any = true;
		related(p, n);
	}
	if (any)
		html_close(p);
}

/* -- contacts ------------------------------------------------------------- */

static void contact_line(struct page *p, const node *n)
{
	struct buf text = { 0 };
	bool name = n->element == PRFMT_EL_NAME;
	html_open(p, "p", name ? "pr-name" : NULL);
	html_common(p, n);
	if (n->element == PRFMT_EL_TEL) {
		html_tel(p, n);
	} else if (n->element == PRFMT_EL_EMAIL) {
		html_email(p, n);
	} else if (n->element == PRFMT_EL_URL) {
		words_flat(&text, p->job, n);
		html_web_link(p, buf_text(&text));
	} else if (n->element == PRFMT_EL_ADDRESS) {
		words_address(&text, p->job, n);
		markup_puts(&p->m, buf_text(&text));
	} else {
		html_inline(p, n);
	}
	markup_close(&p->m);
	html_drop(p, &text);
}

static void contact(struct page *p, const node *contact)
{
	static const prfmt_element lines[] = {
		PRFMT_EL_NAME,  PRFMT_EL_ROLE, PRFMT_EL_ORG,     PRFMT_EL_TEL,
		PRFMT_EL_EMAIL, PRFMT_EL_URL,  PRFMT_EL_ADDRESS, PRFMT_EL_HOURS
	};
	const char *what = words_contact_for(p->job, contact);
	html_open(p, "address", "pr-contact");
	html_common(p, contact);
	html_line(p, "p", "pr-for", what ? what : "");
	for (size_t i = 0; i < COUNT(lines); i++)
		for (const node *n = node_child(contact, lines[i]); n;
		     n = node_sibling(n, lines[i]))
			contact_line(p, n);
	html_close(p);
}

static void contacts(struct page *p)
{
	const node *back = release_back(p->job->rel);
	const node *first = node_child(back, PRFMT_EL_CONTACT);
	if (!first)
		return;
	section_open(p, "pr-contacts", lang_label(p->job->lang, LABEL_CONTACT));
	html_open(p, "div", "pr-contact-list");
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_CONTACT))
		contact(p, n);
	html_close(p);
	html_close(p);
}

void html_back(struct page *p)
{
	html_open(p, "footer", "pr-back");
	sections(p, PRFMT_EL_ABOUT, "pr-about");
	sections(p, PRFMT_EL_LEGAL, "pr-legal");
	notes(p);
	correction(p);
	attachments(p);
	links(p);
	contacts(p);
	html_close(p);
}
