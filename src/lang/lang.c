/* lang.c - a language's tag in; its labels, dates and direction out. */
#include "lang/lang.h"

#include "base/text.h"
#include "lang/lang_data.h"
#include "lang/zone.h"

#include <assert.h>

static const struct lang *(*const rows[])(void) = {
	lang_en, /* the one to fall back to */
	lang_de,
	lang_id,
};

static bool next_subtag(struct span *rest, struct span *subtag)
{
	size_t n = 0;
	while (n < rest->len && rest->at[n] != '-')
		n++;
	*subtag = (struct span){ rest->at, n };
	size_t gone = n < rest->len ? n + 1 : n;
	rest->at += gone;
	rest->len -= gone;
	return n > 0;
}

static struct span primary(const char *tag)
{
	struct span rest = text_span(tag);
	struct span subtag;
	next_subtag(&rest, &subtag);
	return subtag;
}

/* RFC 5646, 2.2: a script is the first of four letters, a region of two
   letters or three digits; behind a single letter stands something else. */
static struct span find_subtag(const char *tag, bool script)
{
	struct span rest = text_span(tag);
	struct span s;
	next_subtag(&rest, &s);
	while (next_subtag(&rest, &s) && s.len > 1) {
		bool digit = text_is_digit(s.at[0]);
		if (script ? s.len == 4 && !digit
		           : s.len == 2 || (s.len == 3 && digit))
			return s;
	}
	return (struct span){ "", 0 };
}

/* Is the word in the blank-separated list? */
static bool listed(const char *list, struct span word)
{
	struct span rest = text_span(list);
	struct span entry;
	while (word.len && text_word(&rest, &entry))
		if (text_same(entry, word))
			return true;
	return false;
}

const struct lang *lang_find(const char *tag, bool *known)
{
	struct span language = primary(tag);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct lang *row = rows[i]();
		if (!text_same(language, text_span(row->tag)))
			continue;
		if (known)
			*known = true;
		return row;
	}
	if (known)
		*known = false;
	return rows[0]();
}

const char *lang_tag(const struct lang *l)
{
	return l->tag;
}

const char *lang_label(const struct lang *l, enum label which)
{
	assert(which < LABEL_COUNT);
	return l->labels[which];
}

void lang_fill(struct buf *out, const struct lang *l, enum label which,
               const char *a, const char *b)
{
	const char *const values[] = { a, b };
	size_t used = 0;
	for (const char *p = lang_label(l, which); *p; p++) {
		if (p[0] != '%' || p[1] != 's') {
			buf_byte(out, *p);
			continue;
		}
		if (used < COUNT(values))
			buf_span(out, text_span(values[used++]));
		p++;
	}
}

bool lang_rtl(const char *tag)
{
	/* of ISO 15924 and CLDR's likely subtags, those that live today */
	static const char scripts[] = "Adlm Arab Aran Hebr Mand Mend Nkoo "
	                              "Rohg Samr Syrc Thaa Yezi";
	static const char languages[] =
		"ar he iw fa ur yi ji ps sd ug dv ks ckb sdh arc syr aii nqo "
		"rhg azb mzn glk lrc bqi luz pnb skr bal bgn brh khw prs pes "
		"pbu pbt pst haz ota sam mid apc apd arb arq ars ary arz acm "
		"aeb afb ajp ayl";
	struct span script = find_subtag(tag, true);
	if (script.len)
		return listed(scripts, script);
	return listed(languages, primary(tag));
}

const char *lang_paper(const char *tag)
{
	/* CLDR, supplementalData: paperSize US-Letter */
	static const char letter[] =
		"BZ CA CL CO CR GT MX NI PA PH PR SV US VE";
	return listed(letter, find_subtag(tag, false)) ? "letter" : "a4";
}

static const struct lang_form *form_find(const struct lang *l, const char *tag)
{
	struct span region = find_subtag(tag, false);
	const struct lang_form *form = l->forms;
	while (form->region && !text_same(region, text_span(form->region)))
		form++;
	return form;
}

static struct span translate(const struct lang_pair *pairs, struct span from)
{
	for (; pairs->from; pairs++)
		if (text_is(from, pairs->from))
			return text_span(pairs->to);
	return from;
}

/* What a pattern is filled with. */
struct moment {
	const struct lang *lang;
	const struct lang_form *form;
	struct civil at;
	int32_t offset;
	const char *abbr; /* "": by the offset */
	struct span city;
};

static void put(struct buf *out, int32_t value, unsigned digits)
{
	buf_uint_wide(out, (uint64_t)value, digits);
}

static void put_month(struct buf *out, const struct moment *m)
{
	const char *const *months =
		m->form->months ? m->form->months : m->lang->months;
	assert(m->at.month >= 1 && m->at.month <= 12);
	buf_puts(out, months[m->at.month - 1]);
}

/* "MEZ"; else "UTC", "UTC+8", "UTC+5:30", "UTC−3" */
static void put_zone(struct buf *out, const struct moment *m)
{
	if (m->abbr[0]) {
		buf_span(out,
		         translate(m->lang->zones, text_span(m->abbr)));
		return;
	}
	int32_t minutes = m->offset / 60;
	buf_puts(out, "UTC");
	if (!minutes)
		return;
	buf_puts(out, minutes < 0 ? "\u2212" : "+");
	if (minutes < 0)
		minutes = -minutes;
	put(out, minutes / 60, 1);
	if (minutes % 60) {
		buf_byte(out, ':');
		put(out, minutes % 60, 2);
	}
}

static void put_field(struct buf *out, char field, const struct moment *m)
{
	switch (field) {
	case 'W': buf_puts(out, m->lang->weekdays[m->at.weekday]); break;
	case 'd': put(out, m->at.day, 1); break;
	case 'M': put_month(out, m); break;
	case 'Y': put(out, m->at.year, 1); break;
	case 'H': put(out, m->at.hour, 1); break;
	case '0': put(out, m->at.hour, 2); break;
	case 'I': put(out, (m->at.hour + 11) % 12 + 1, 1); break;
	case 'm': put(out, m->at.minute, 2); break;
	case 'P': buf_puts(out, m->form->halves[m->at.hour / 12]); break;
	case 'Z': put_zone(out, m); break;
	case 'C': buf_span(out, m->city); break;
	default: assert(!"a pattern's field"); break;
	}
}

static void put_pattern(struct buf *out, const char *pattern,
                        const struct moment *m)
{
	for (const char *p = pattern; *p; p++) {
		if (*p == '%')
			put_field(out, *++p, m);
		else
			buf_byte(out, *p);
	}
}

/* Only names below a continent or ocean are those of cities: not UTC,
   Etc/GMT+5, US/Eastern. `name` with blanks goes to `room`. */
static struct span city_name(const struct lang *l, const char *zone,
                             struct buf *room)
{
	static const char areas[] = "Africa America Antarctica Arctic Asia "
	                            "Atlantic Australia Europe Indian Pacific";
	struct span name = text_span(zone);
	size_t area = 0;
	while (area < name.len && name.at[area] != '/')
		area++;
	if (!listed(areas, (struct span){ name.at, area }) || area == name.len)
		return (struct span){ "", 0 };
	size_t start = name.len;
	while (name.at[start - 1] != '/')
		start--;
	for (size_t i = start; i < name.len; i++)
		buf_byte(room, name.at[i] == '_' ? ' ' : name.at[i]);
	return translate(l->cities, text_span(buf_text(room)));
}

void lang_when(struct buf *out, const char *tag, struct instant t,
               const char *zone, unsigned what)
{
	struct zone_local local = { .offset = t.offset };
	const struct zone *z = zone_find(zone);
	struct buf room = { 0 };
	struct moment m = { .lang = lang_find(tag, NULL), .city = { "", 0 } };
	m.form = form_find(m.lang, tag);
	if (z) {
		zone_at(z, t.utc, &local);
		m.city = city_name(m.lang, zone, &room);
	}
	m.at = date_civil(t.utc, local.offset);
	m.offset = local.offset;
	m.abbr = local.abbr;
	const struct {
		unsigned bit;
		const char *pattern;
	} parts[] = {
		{ WHEN_WEEKDAY, m.form->weekday },
		{ WHEN_DATE, m.form->date },
		{ WHEN_TIME, m.form->time },
	};
	const char *between = "";
	for (size_t i = 0; i < COUNT(parts); i++) {
		if (!(what & parts[i].bit))
			continue;
		buf_puts(out, between);
		put_pattern(out, parts[i].pattern, &m);
		between = m.form->between;
	}
	const char *city = m.form->city;
	if (!between[0] && city[0] == ' ')
		city++; /* nothing stands before it */
	if ((what & WHEN_CITY) && m.city.len)
		put_pattern(out, city, &m);
	if (room.status)
		out->status = room.status;
	buf_free(&room);
}

void lang_date(struct buf *out, const char *tag, struct civil day)
{
	struct moment m = { .lang = lang_find(tag, NULL), .at = day,
		            .abbr = "", .city = { "", 0 } };
	m.form = form_find(m.lang, tag);
	put_pattern(out, m.form->date, &m);
}

const char *lang_month(const char *tag, int32_t month)
{
	const struct lang *l = lang_find(tag, NULL);
	const struct lang_form *form = form_find(l, tag);
	assert(month >= 1 && month <= 12);
	return (form->months ? form->months : l->months)[month - 1];
}

const char *lang_weekday(const char *tag, int32_t weekday)
{
	assert(weekday >= 0 && weekday < 7);
	return lang_find(tag, NULL)->weekdays[weekday];
}

char lang_decimal(const char *tag)
{
	/* CLDR, symbols: decimal; all others have a comma */
	static const char points[] = "en zh ja ko th he hi bn ta ur ms fil ga "
	                             "cy mt sw";
	struct span language = primary(tag);
	return !language.len || listed(points, language) ? '.' : ',';
}
