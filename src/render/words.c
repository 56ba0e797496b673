/* words.c - fields of a release in, the sentences readers see out. */
#include "render/words.h"

#include "base/text.h"
#include "base/uri.h"
#include "model/walk.h"

#include <string.h>

static void comma(struct buf *out, const struct job *j)
{
	buf_puts(out, lang_label(j->lang, LABEL_COMMA));
}

static void colon(struct buf *out, const struct job *j)
{
	buf_puts(out, lang_label(j->lang, LABEL_COLON));
}

/* -- rich text as plain text ---------------------------------------------- */

/* A q in a q has the inner marks, one in that the outer ones again. */
static const char *mark_of(const node *q, enum label outer, enum label inner)
{
	size_t depth = 0;
	bool known = false;
	for (const node *n = q->parent; n; n = n->parent)
		depth += n->element == PRFMT_EL_Q;
	return lang_label(lang_find(node_lang(q), &known),
	                  depth % 2 ? inner : outer);
}

const char *words_quote_open(const node *q)
{
	return mark_of(q, LABEL_QUOTE_OPEN, LABEL_INNER_OPEN);
}

const char *words_quote_close(const node *q)
{
	return mark_of(q, LABEL_QUOTE_CLOSE, LABEL_INNER_CLOSE);
}

void words_flat(struct buf *out, const struct job *j, const node *n)
{
	(void)j;
	if (!n)
		return;
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		const node *at = w.node;
		if (at->element == PRFMT_EL_TEXT)
			buf_add(out, at->text, at->len);
		else if (e == WALK_ENTER && at != n &&
		         (at->element == PRFMT_EL_FOOTNOTE ||
		          at->element == PRFMT_EL_FOREIGN))
			walk_skip(&w);
		else if (e == WALK_ENTER && at->element == PRFMT_EL_BR)
			buf_byte(out, ' ');
		else if (at->element == PRFMT_EL_Q)
			buf_puts(out, e == WALK_ENTER ? words_quote_open(at)
			                              : words_quote_close(at));
	}
}

static void flat_child(struct buf *out, const struct job *j, const node *n,
                       prfmt_element e)
{
	words_flat(out, j, node_child(n, e));
}

/* Adds `between` if something stands before, then the child's text. */
static void flat_more(struct buf *out, const struct job *j, const node *n,
                      prfmt_element e, const char *between)
{
	const node *child = node_child(n, e);
	if (!child || !child->first)
		return;
	if (out->len)
		buf_puts(out, between);
	words_flat(out, j, child);
}

void words_headline(struct buf *out, const struct job *j)
{
	flat_child(out, j, release_head(j->rel), PRFMT_EL_HEADLINE);
}

void words_issuers(struct buf *out, const struct job *j, bool brief)
{
	const node *head = release_head(j->rel);
	size_t count = node_count(head, PRFMT_EL_ISSUER);
	size_t i = 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER), i++) {
		const node *name = node_child(n, PRFMT_EL_NAME);
		if (brief && node_child(n, PRFMT_EL_SHORT))
			name = node_child(n, PRFMT_EL_SHORT);
		if (i > 0 && i + 1 < count) {
			comma(out, j);
		} else if (i > 0) {
			struct buf before = { 0 };
			struct buf last = { 0 };
			before.status = out->status;
			buf_span(&before, buf_view(out));
			words_flat(&last, j, name);
			buf_clear(out);
			lang_fill(out, j->lang, LABEL_LIST_AND,
			          buf_text(&before), buf_text(&last));
			buf_used(out, &before);
			buf_used(out, &last);
			continue;
		}
		words_flat(out, j, name);
	}
}

/* -- state and times ------------------------------------------------------ */

static const struct {
	const char *kind;
	enum label label;
	enum label caps;
} kinds[] = {
	{ "release", LABEL_KIND_RELEASE, LABEL_KIND_RELEASE_CAPS },
	{ "advisory", LABEL_KIND_ADVISORY, LABEL_KIND_ADVISORY_CAPS },
	{ "invitation", LABEL_KIND_INVITATION, LABEL_KIND_INVITATION_CAPS },
	{ "statement", LABEL_KIND_STATEMENT, LABEL_KIND_STATEMENT_CAPS },
	{ "fact-sheet", LABEL_KIND_FACT_SHEET, LABEL_KIND_FACT_SHEET_CAPS },
};

const char *words_kind(const struct job *j, bool caps)
{
	const char *kind = node_get(j->rel->root, PRFMT_AT_KIND);
	size_t at = 0;
	for (size_t i = 0; kind && i < COUNT(kinds); i++)
		if (!strcmp(kind, kinds[i].kind))
			at = i;
	return lang_label(j->lang, caps ? kinds[at].caps : kinds[at].label);
}

static const enum label states[][2] = {
	[STATE_IMMEDIATE] = { LABEL_IMMEDIATE, LABEL_IMMEDIATE_CAPS },
	[STATE_EMBARGO] = { LABEL_EMBARGO, LABEL_EMBARGO_CAPS },
	[STATE_EMBARGO_ENDED] = { LABEL_EMBARGO_ENDED,
		LABEL_EMBARGO_ENDED_CAPS },
	[STATE_HOLD] = { LABEL_HOLD, LABEL_HOLD_CAPS },
	[STATE_WITHDRAWN] = { LABEL_WITHDRAWN, LABEL_WITHDRAWN_CAPS },
};

const char *words_state(const struct job *j, bool caps)
{
	return lang_label(j->lang, states[j->state][caps]);
}

static void when_of(struct buf *out, const struct job *j, const node *n,
                    prfmt_attr a, unsigned what)
{
	struct instant t;
	if (!n || date_instant(node_get_span(n, a), &t))
		return;
	lang_when(out, j->tag, t, node_get(n, PRFMT_AT_ZONE), what);
}

bool words_embargo(struct buf *out, const struct job *j, size_t index)
{
	const node *n = node_child(release_head(j->rel), PRFMT_EL_EMBARGO);
	const unsigned what = WHEN_DATE | WHEN_WEEKDAY | WHEN_TIME | WHEN_CITY;
	struct instant until;
	if (!n || date_instant(node_get_span(n, PRFMT_AT_UNTIL), &until))
		return false;
	if (index == 0) {
		when_of(out, j, n, PRFMT_AT_UNTIL, what);
		return true;
	}
	struct span rest = node_get_span(n, PRFMT_AT_SHOW);
	struct span zone;
	while (text_word(&rest, &zone)) {
		if (--index)
			continue;
		struct buf name = { 0 };
		buf_span(&name, zone);
		lang_when(out, j->tag, until, buf_text(&name), what);
		buf_used(out, &name);
		return true;
	}
	return false;
}

void words_foot(struct buf *out, const struct job *j, bool caps)
{
	const node *n = node_child(release_head(j->rel), PRFMT_EL_EMBARGO);
	if (j->state != STATE_EMBARGO) {
		buf_puts(out, words_state(j, caps));
		return;
	}
	buf_puts(out, lang_label(j->lang, LABEL_EMBARGO_SHORT));
	colon(out, j);
	when_of(out, j, n, PRFMT_AT_UNTIL, WHEN_DATE | WHEN_TIME);
}

void words_notice(struct buf *out, const struct job *j)
{
	if (j->state == STATE_HOLD)
		flat_child(out, j, release_head(j->rel), PRFMT_EL_HOLD);
	else if (j->state == STATE_WITHDRAWN)
		flat_child(out, j, release_head(j->rel), PRFMT_EL_WITHDRAWN);
}

/* "Issued %s" with the instant of an element. */
static void said_when(struct buf *out, const struct job *j, prfmt_element e,
                      enum label label)
{
	struct buf when = { 0 };
	when_of(&when, j, node_child(release_head(j->rel), e), PRFMT_AT_AT,
	        WHEN_DATE | WHEN_TIME);
	if (when.len) {
		if (out->len)
			comma(out, j);
		lang_fill(out, j->lang, label, buf_text(&when), NULL);
	}
	buf_used(out, &when);
}

void words_issued(struct buf *out, const struct job *j)
{
	said_when(out, j, PRFMT_EL_ISSUED, LABEL_ISSUED);
	said_when(out, j, PRFMT_EL_UPDATED, LABEL_UPDATED);
	said_when(out, j, PRFMT_EL_EXPIRES, LABEL_EXPIRES);
}

void words_issued_date(struct buf *out, const struct job *j)
{
	when_of(out, j, node_child(release_head(j->rel), PRFMT_EL_ISSUED),
	        PRFMT_AT_AT, WHEN_DATE);
}

void words_reference(struct buf *out, const struct job *j)
{
	const node *head = release_head(j->rel);
	struct buf number = { 0 };
	for (const node *n = node_child(head, PRFMT_EL_REFERENCE); n;
	     n = node_sibling(n, PRFMT_EL_REFERENCE)) {
		if (number.len)
			buf_puts(&number, " · ");
		words_flat(&number, j, n);
	}
	if (number.len)
		lang_fill(out, j->lang, LABEL_REFERENCE, buf_text(&number),
		          NULL);
	if (release_version(j->rel) > 1) {
		buf_clear(&number);
		buf_uint(&number, release_version(j->rel));
		if (out->len)
			comma(out, j);
		lang_fill(out, j->lang, LABEL_VERSION, buf_text(&number),
		          NULL);
	}
	buf_used(out, &number);
}

/* -- letterhead ----------------------------------------------------------- */

void words_instruments(struct buf *out, const struct job *j,
                       const node *issuer)
{
	(void)j;
	static const struct {
		prfmt_attr attr;
		const char *before;
	} parts[] = {
		{ PRFMT_AT_MIC, "" },
		{ PRFMT_AT_SYMBOL, ": " },
		{ PRFMT_AT_ISIN, " · ISIN " },
	};
	for (const node *n = node_child(issuer, PRFMT_EL_INSTRUMENT); n;
	     n = node_sibling(n, PRFMT_EL_INSTRUMENT)) {
		if (out->len)
			buf_puts(out, " · ");
		size_t start = out->len;
		for (size_t i = 0; i < COUNT(parts); i++) {
			const char *value = node_get(n, parts[i].attr);
			if (!value)
				continue;
			const char *before = parts[i].before;
			if (out->len == start)
				before = i == 2 ? "ISIN " : "";
			buf_puts(out, before);
			buf_puts(out, value);
		}
	}
}

/* Where the postcode stands is a habit of the country. */
static bool code_first(const node *address)
{
	static const char *const behind[] = { "GB", "US", "AU", "NZ", "CA",
		"IE", "IN", "SG", "ID", "TH" };
	const node *country = node_child(address, PRFMT_EL_COUNTRY);
	const char *code = node_get(country, PRFMT_AT_CODE);
	struct span lang = text_span(node_lang(address));
	bool by_lang = text_starts(lang, "de") || text_starts(lang, "fr") ||
	               text_starts(lang, "es") || text_starts(lang, "it") ||
	               text_starts(lang, "nl") || text_starts(lang, "pt");
	if (!code)
		return by_lang;
	for (size_t i = 0; i < COUNT(behind); i++)
		if (!strcmp(code, behind[i]))
			return false;
	return true;
}

void words_address(struct buf *out, const struct job *j, const node *address)
{
	struct buf town = { 0 };
	if (!address)
		return;
	for (const node *n = node_child(address, PRFMT_EL_LINE); n;
	     n = node_sibling(n, PRFMT_EL_LINE)) {
		if (out->len)
			comma(out, j);
		words_flat(out, j, n);
	}
	bool first = code_first(address);
	if (first)
		flat_child(&town, j, address, PRFMT_EL_POSTCODE);
	flat_more(&town, j, address, PRFMT_EL_LOCALITY, " ");
	flat_more(&town, j, address, PRFMT_EL_REGION,
	          lang_label(j->lang, LABEL_COMMA));
	if (!first)
		flat_more(&town, j, address, PRFMT_EL_POSTCODE, " ");
	if (town.len) {
		if (out->len)
			comma(out, j);
		buf_puts(out, buf_text(&town));
	}
	flat_more(out, j, address, PRFMT_EL_COUNTRY,
	          lang_label(j->lang, LABEL_COMMA));
	buf_used(out, &town);
}

void words_author(struct buf *out, const struct job *j, const node *author)
{
	struct buf name = { 0 };
	words_flat(&name, j, author);
	const char *role = node_get(author, PRFMT_AT_ROLE);
	if (role) {
		comma(&name, j);
		buf_puts(&name, role);
	}
	lang_fill(out, j->lang, LABEL_BY, buf_text(&name), NULL);
	buf_used(out, &name);
}

/* -- dateline ------------------------------------------------------------- */

static const node *dateline(const struct job *j)
{
	return node_child(release_head(j->rel), PRFMT_EL_DATELINE);
}

bool words_has_dateline(const struct job *j)
{
	return dateline(j) != NULL;
}

void words_dateline_place(struct buf *out, const struct job *j)
{
	for (const node *n = node_child(dateline(j), PRFMT_EL_PLACE); n;
	     n = node_sibling(n, PRFMT_EL_PLACE)) {
		if (out->len)
			buf_puts(out, " / ");
		words_flat(out, j, n);
	}
}

void words_dateline_day(struct buf *out, const struct job *j, struct civil day)
{
	struct buf date = { 0 };
	lang_date(&date, j->tag, day);
	lang_fill(out, j->lang, LABEL_DATELINE_DATE, buf_text(&date), NULL);
	buf_used(out, &date);
}

void words_dateline_rest(struct buf *out, const struct job *j)
{
	const node *date = node_child(dateline(j), PRFMT_EL_DATE);
	const node *via = node_child(dateline(j), PRFMT_EL_VIA);
	struct civil day;
	if (date) {
		comma(out, j);
		if (date->first)
			words_flat(out, j, date);
		else if (!date_day(node_get_span(date, PRFMT_AT_DATETIME),
		                   &day))
			words_dateline_day(out, j, day);
	}
	if (via) {
		buf_puts(out, " (");
		words_flat(out, j, via);
		buf_byte(out, ')');
	}
}

void words_dateline_separator(struct buf *out, const struct job *j)
{
	const char *given = node_get(dateline(j), PRFMT_AT_SEPARATOR);
	if (!dateline(j))
		return;
	buf_puts(out, given ? given
	                    : lang_label(j->lang, LABEL_DATELINE_SEPARATOR));
}

/* -- back ----------------------------------------------------------------- */

static const node *issuer_of(const struct job *j, const node *about)
{
	const char *of = node_get(about, PRFMT_AT_OF);
	const node *n = node_child(release_head(j->rel), PRFMT_EL_ISSUER);
	for (const node *k = n; k && of; k = node_sibling(k, PRFMT_EL_ISSUER)) {
		const char *id = node_get(k, PRFMT_AT_ID);
		if (id && !strcmp(id, of))
			return k;
	}
	return n;
}

void words_heading(struct buf *out, const struct job *j, const node *section)
{
	const node *given = node_child(section, PRFMT_EL_HEADING);
	const char *type = node_get(section, PRFMT_AT_TYPE);
	if (given && given->first) {
		words_flat(out, j, given);
		return;
	}
	if (section->element == PRFMT_EL_ABOUT) {
		struct buf name = { 0 };
		flat_child(&name, j, issuer_of(j, section), PRFMT_EL_NAME);
		lang_fill(out, j->lang, LABEL_ABOUT, buf_text(&name), NULL);
		buf_used(out, &name);
		return;
	}
	enum label label = LABEL_NOTES;
	if (section->element == PRFMT_EL_LEGAL)
		label = LABEL_FORWARD;
	if (type && !strcmp(type, "disclaimer"))
		label = LABEL_DISCLAIMER;
	if (type && !strcmp(type, "regulatory"))
		label = LABEL_REGULATORY;
	buf_puts(out, lang_label(j->lang, label));
}

static const struct {
	const char *value;
	enum label label;
} purposes[] = {
	{ "press", LABEL_CONTACT_PRESS },
	{ "investor", LABEL_CONTACT_INVESTOR },
	{ "public", LABEL_CONTACT_PUBLIC },
};

const char *words_contact_for(const struct job *j, const node *contact)
{
	const char *value = node_get(contact, PRFMT_AT_FOR);
	for (size_t i = 0; value && i < COUNT(purposes); i++)
		if (!strcmp(value, purposes[i].value))
			return lang_label(j->lang, purposes[i].label);
	return NULL;
}

static const struct {
	const char *value;
	enum label label;
} tel_types[] = {
	{ "mobile", LABEL_TEL_MOBILE },
	{ "fax", LABEL_TEL_FAX },
	{ "whatsapp", LABEL_TEL_WHATSAPP },
};

const char *words_tel_type(const struct job *j, const node *tel)
{
	const char *value = node_get(tel, PRFMT_AT_TYPE);
	for (size_t i = 0; value && i < COUNT(tel_types); i++)
		if (!strcmp(value, tel_types[i].value))
			return lang_label(j->lang, tel_types[i].label);
	return NULL;
}

void words_tel_href(struct buf *out, const node *tel)
{
	const char *number = node_get(tel, PRFMT_AT_NUMBER);
	struct buf plain = { 0 };
	if (number) {
		buf_puts(out, "tel:");
		buf_puts(out, number);
		return;
	}
	node_plain(&plain, tel);
	struct span text = buf_view(&plain);
	/* without a + nobody can say which country it is dialled in */
	if (text.len && text.at[0] == '+') {
		buf_puts(out, "tel:+");
		for (size_t i = 1; i < text.len; i++)
			if (text_is_digit(text.at[i]))
				buf_byte(out, text.at[i]);
	}
	buf_used(out, &plain);
}

void words_endmark(struct buf *out, const struct job *j)
{
	const node *given = node_child(release_back(j->rel), PRFMT_EL_ENDMARK);
	if (given)
		words_flat(out, j, given);
	else
		buf_puts(out, lang_label(j->lang, LABEL_ENDMARK));
}

void words_corrects(struct buf *out, const struct job *j)
{
	const node *n = node_child(release_head(j->rel), PRFMT_EL_CORRECTS);
	const char *version = node_get(n, PRFMT_AT_VERSION);
	if (version)
		lang_fill(out, j->lang, LABEL_CORRECTS, version, NULL);
}

void words_change(struct buf *out, const struct job *j, const node *change)
{
	const char *where = node_get(change, PRFMT_AT_WHERE);
	const node *was = node_child(change, PRFMT_EL_WAS);
	const node *now = node_child(change, PRFMT_EL_NOW);
	if (where) {
		buf_puts(out, where);
		if (was || now)
			colon(out, j);
	}
	if (was) {
		buf_puts(out, lang_label(j->lang, LABEL_WAS));
		buf_byte(out, ' ');
		words_flat(out, j, was);
	}
	if (was && now)
		comma(out, j);
	if (now) {
		buf_puts(out, lang_label(j->lang, LABEL_NOW));
		buf_byte(out, ' ');
		words_flat(out, j, now);
	}
}

void words_rights(struct buf *out, const struct job *j)
{
	const node *n = node_child(release_head(j->rel), PRFMT_EL_RIGHTS);
	const node *notice = node_child(n, PRFMT_EL_NOTICE);
	struct buf parts = { 0 };
	if (notice)
		words_flat(&parts, j, notice);
	else if (node_child(n, PRFMT_EL_HOLDER)) {
		buf_puts(&parts, "© ");
		flat_child(&parts, j, n, PRFMT_EL_HOLDER);
	}
	flat_more(&parts, j, n, PRFMT_EL_USAGE,
	          parts.len && parts.at[parts.len - 1] == '.' ? " " : ". ");
	if (parts.len) {
		buf_puts(out, lang_label(j->lang, LABEL_RIGHTS));
		colon(out, j);
		buf_puts(out, buf_text(&parts));
	}
	buf_used(out, &parts);
}

/* Do both instants fall on one day where the event is? */
static bool one_day(struct buf *out, const struct job *j, const node *event)
{
	struct buf start = { 0 };
	struct buf end = { 0 };
	when_of(&start, j, event, PRFMT_AT_START, WHEN_DATE);
	when_of(&end, j, event, PRFMT_AT_END, WHEN_DATE);
	bool one = !strcmp(buf_text(&start), buf_text(&end));
	buf_used(out, &start);
	buf_used(out, &end);
	return one;
}

void words_event(struct buf *out, const struct job *j, const node *event)
{
	const unsigned what = WHEN_DATE | WHEN_WEEKDAY | WHEN_TIME;
	struct buf parts = { 0 };
	flat_child(&parts, j, event, PRFMT_EL_NAME);
	if (!parts.len)
		buf_puts(&parts, lang_label(j->lang, LABEL_EVENT));
	buf_puts(out, buf_text(&parts));
	colon(out, j);
	size_t start = out->len;
	flat_child(out, j, event, PRFMT_EL_PLACE);
	if (out->len > start)
		comma(out, j);
	when_of(out, j, event, PRFMT_AT_START, what);
	if (node_get(event, PRFMT_AT_END)) {
		buf_puts(out, " – ");
		when_of(out, j, event, PRFMT_AT_END,
		        one_day(out, j, event) ? WHEN_TIME : what);
	}
	flat_more(out, j, event, PRFMT_EL_URL,
	          lang_label(j->lang, LABEL_COMMA));
	buf_used(out, &parts);
}

void words_speaker_rest(struct buf *out, const struct job *j,
                        const node *speaker)
{
	static const prfmt_element parts[] = { PRFMT_EL_ROLE, PRFMT_EL_ORG };
	for (size_t i = 0; i < COUNT(parts); i++) {
		const node *n = node_child(speaker, parts[i]);
		if (n && n->first) {
			comma(out, j);
			words_flat(out, j, n);
		}
	}
}

void words_credit(struct buf *out, const struct job *j, const node *figure)
{
	static const prfmt_element parts[] = { PRFMT_EL_CREDIT,
		PRFMT_EL_COPYRIGHT, PRFMT_EL_USAGE };
	for (size_t i = 0; i < COUNT(parts); i++) {
		bool stop = out->len && out->at[out->len - 1] == '.';
		flat_more(out, j, figure, parts[i], stop ? " " : ". ");
	}
}

bool words_href(struct buf *out, struct span address)
{
	struct buf clean = { 0 };
	uri_clean(&clean, address);
	struct span uri = buf_view(&clean);
	bool may = uri_may_link(uri);
	if (may)
		buf_span(out, uri);
	buf_used(out, &clean);
	return may;
}

bool words_body_shown(const struct job *j)
{
	return j->state != STATE_WITHDRAWN;
}

void words_file_type(struct buf *out, struct span src, struct span type)
{
	size_t start = src.len;
	while (start && text_is_alpha(src.at[start - 1]))
		start--;
	struct span name = { src.at + start, src.len - start };
	bool suffix = start && src.at[start - 1] == '.' && name.len &&
	              name.len <= 5;
	if (!suffix) {
		const char *slash =
			type.len ? memchr(type.at, '/', type.len) : NULL;
		name = text_span(slash ? slash + 1 : NULL);
	}
	for (size_t i = 0; i < name.len; i++)
		buf_byte(out, name.at[i] >= 'a' && name.at[i] <= 'z'
		                      ? (char)(name.at[i] - 'a' + 'A')
		                      : name.at[i]);
}
