/* lang.c - a language's tag in; its labels, dates and direction out. */
#include "lang/lang.h"

#include "base/text.h"
#include "lang/calendar_data.h"
#include "lang/lang_data.h"
#include "lang/zone.h"

#include <assert.h>

static const struct lang *(*const rows[])(void) = {
	lang_en, /* the one to fall back to */
	lang_ar, lang_de_ch, lang_de, lang_es_419, lang_es,
	lang_fr, lang_id,    lang_it, lang_ja,     lang_nl,
	lang_pt_pt, lang_pt, lang_ru, lang_zh_hans,
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

/* The script a tag names; else, for Chinese alone, the one its region has. */
static struct span script_of(const char *tag)
{
	struct span script = find_subtag(tag, true);
	if (script.len || !text_same(primary(tag), text_span("zh")))
		return script;
	return text_span(listed(REGIONS_HANT, find_subtag(tag, false))
	                         ? "Hant"
	                         : "Hans");
}

static bool is_row(const struct lang *row, const char *tag)
{
	struct span script = script_of(tag);
	return text_same(primary(tag), primary(row->tag)) &&
	       (!script.len || text_same(script, text_span(row->script))) &&
	       (!row->regions ||
	        listed(row->regions, find_subtag(tag, false)));
}

const struct lang *lang_find(const char *tag, bool *known)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct lang *row = rows[i]();
		if (!is_row(row, tag))
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

/* Quotation marks are CLDR's where a row has none of its own. */
static const char *mark_of(const struct lang *l, enum label which)
{
	switch (which) {
	case LABEL_QUOTE_OPEN:
		return l->calendar->quote_open;
	case LABEL_QUOTE_CLOSE:
		return l->calendar->quote_close;
	case LABEL_INNER_OPEN:
		return l->calendar->inner_open;
	case LABEL_INNER_CLOSE:
		return l->calendar->inner_close;
	default: /* a label with words */
		return NULL;
	}
}

const char *lang_label(const struct lang *l, enum label which)
{
	assert(which < LABEL_COUNT);
	if (l->labels[which])
		return l->labels[which];
	const char *mark = mark_of(l, which);
	return mark || !l->base ? mark : l->base->labels[which];
}

static bool starts_with_one(struct span text, const char *list)
{
	struct span rest = text_span(list);
	struct span word;
	while (text_word(&rest, &word))
		if (word.len <= text.len &&
		    text_equal((struct span){ text.at, word.len }, word))
			return true;
	return false;
}

/* The label, or what it becomes before such a last value. */
static const char *label_before(const struct lang *l, enum label which,
                                const char *last)
{
	const struct lang_variant *v = l->variants;
	for (; v && v->before; v++)
		if (v->which == which &&
		    starts_with_one(text_span(last), v->before))
			return v->text;
	return lang_label(l, which);
}

void lang_fill(struct buf *out, const struct lang *l, enum label which,
               const char *a, const char *b)
{
	const char *const values[] = { a, b };
	size_t used = 0;
	for (const char *p = label_before(l, which, b ? b : a); *p; p++) {
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
		"he iw fa ur yi ji ps sd ug dv ks ckb sdh arc syr aii nqo "
		"rhg azb mzn glk lrc bqi luz pnb skr bal bgn brh khw prs pes "
		"pbu pbt pst haz ota sam mid apc apd arb arq ars ary arz acm "
		"aeb afb ajp ayl";
	struct span script = find_subtag(tag, true);
	bool known = false;
	const struct lang *row = lang_find(tag, &known);
	if (script.len)
		return listed(scripts, script);
	return known ? row->calendar->rtl : listed(languages, primary(tag));
}

const char *lang_paper(const char *tag)
{
	return listed(REGIONS_LETTER, find_subtag(tag, false)) ? "letter"
	                                                       : "a4";
}

static const struct lang_form *form_find(const struct lang *l, const char *tag)
{
	struct span region = find_subtag(tag, false);
	const struct lang_form *form = l->forms;
	while (form->regions && !listed(form->regions, region))
		form++;
	return form;
}

static const char *translated(const struct lang_pair *pairs, struct span from)
{
	for (; pairs && pairs->from; pairs++)
		if (text_is(from, pairs->from))
			return pairs->to;
	return NULL;
}

/* What a pattern is filled with. */
struct moment {
	const struct lang *lang;
	const struct lang_form *form;
	const struct lang_calendar *calendar;
	struct civil at;
	int32_t offset;
	const char *abbr; /* "": by the offset */
	const char *zone; /* the name of this very zone, or NULL */
	struct span city;
};

static struct moment moment(const char *tag)
{
	struct moment m = { .lang = lang_find(tag, NULL), .abbr = "",
		            .city = { "", 0 } };
	m.form = form_find(m.lang, tag);
	m.calendar = m.form->calendar ? m.form->calendar : m.lang->calendar;
	return m;
}

static const struct lang_pair *zone_names(const struct moment *m)
{
	return m->form->zones ? m->form->zones : m->lang->zones;
}

static void put(struct buf *out, int32_t value, unsigned digits)
{
	buf_uint_wide(out, (uint64_t)value, digits);
}

static void put_day(struct buf *out, const struct moment *m)
{
	if (m->at.day == 1 && m->form->first)
		buf_puts(out, m->form->first);
	else
		put(out, m->at.day, 1);
}

static void put_half(struct buf *out, const struct moment *m)
{
	const char *const *halves = m->form->halves;
	bool noon = m->at.hour == 12 && halves[2];
	buf_puts(out, halves[noon ? 2 : m->at.hour / 12]);
}

/* "MEZ"; else "UTC", "UTC+8", "UTC+5:30", "UTC−3" */
static void put_zone(struct buf *out, const struct moment *m)
{
	if (m->zone || m->abbr[0]) {
		const char *name = m->zone;
		if (!name)
			name = translated(zone_names(m), text_span(m->abbr));
		buf_puts(out, name ? name : m->abbr);
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
	const struct lang_calendar *c = m->calendar;
	switch (field) {
	case 'W': buf_puts(out, c->weekdays[m->at.weekday]); break;
	case 'w': buf_puts(out, c->weekdays_short[m->at.weekday]); break;
	case 'd': put_day(out, m); break;
	case 'M': buf_puts(out, c->months[m->at.month - 1]); break;
	case 'n': put(out, m->at.month, 1); break;
	case 'Y': put(out, m->at.year, 1); break;
	case 'H': put(out, m->at.hour, 1); break;
	case '0': put(out, m->at.hour, 2); break;
	case 'I': put(out, (m->at.hour + 11) % 12 + 1, 1); break;
	case 'm': put(out, m->at.minute, 2); break;
	case 'P': put_half(out, m); break;
	case 'Z': put_zone(out, m); break;
	case 'C': buf_span(out, m->city); break;
	default: assert(false); break; /* no such field */
	}
}

static void put_pattern(struct buf *out, const char *pattern,
                        const struct moment *m)
{
	assert(m->at.month >= 1 && m->at.month <= 12);
	for (const char *p = pattern; *p; p++) {
		if (*p == '%')
			put_field(out, *++p, m);
		else
			buf_byte(out, *p);
	}
}

/* Only names below a continent or ocean are those of cities: not UTC,
   Etc/GMT+5, US/Eastern. `name` with blanks goes to `room`. */
static struct span city_name(const struct moment *m, const char *zone,
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
	struct span city = text_span(buf_text(room));
	const char *own = translated(m->lang->cities, city);
	if (!own)
		own = translated(m->calendar->cities, city);
	return own ? text_span(own) : city;
}

static void put_day_part(struct buf *out, const struct moment *m, unsigned what)
{
	const struct lang_form *f = m->form;
	if (!(what & WHEN_DATE))
		put_pattern(out, "%W", m);
	else if (what & WHEN_WEEKDAY)
		put_pattern(out, f->full ? f->full : m->calendar->full, m);
	else
		put_pattern(out, f->date ? f->date : m->calendar->date, m);
}

void lang_when(struct buf *out, const char *tag, struct instant t,
               const char *zone, unsigned what)
{
	struct zone_local local = { .offset = t.offset };
	const struct zone *z = zone_find(zone);
	struct buf room = { 0 };
	struct moment m = moment(tag);
	if (z) {
		zone_at(z, t.utc, &local);
		m.city = city_name(&m, zone, &room);
		m.zone = translated(zone_names(&m), text_span(zone));
	}
	m.at = date_civil(t.utc, local.offset);
	m.offset = local.offset;
	m.abbr = local.abbr;
	bool day = (what & (WHEN_DATE | WHEN_WEEKDAY)) != 0;
	bool time = (what & WHEN_TIME) != 0;
	bool city = (what & WHEN_CITY) && m.city.len && !(time && m.zone);
	bool in_one = time && city && m.form->time_city;
	if (day)
		put_day_part(out, &m, what);
	if (day && time)
		buf_puts(out, m.form->between);
	if (time)
		put_pattern(out, in_one ? m.form->time_city : m.form->time,
		            &m);
	if (city && !in_one) {
		bool blank = m.form->city[0] == ' ' && !day && !time;
		put_pattern(out, m.form->city + blank, &m);
	}
	if (room.status)
		out->status = room.status;
	buf_free(&room);
}

void lang_date(struct buf *out, const char *tag, struct civil day)
{
	struct moment m = moment(tag);
	m.at = day;
	put_pattern(out, m.form->date ? m.form->date : m.calendar->date, &m);
}

const char *lang_month(const char *tag, int32_t month)
{
	assert(month >= 1 && month <= 12);
	return moment(tag).calendar->months[month - 1];
}

const char *lang_weekday(const char *tag, int32_t weekday)
{
	assert(weekday >= 0 && weekday < 7);
	return moment(tag).calendar->weekdays[weekday];
}

char lang_decimal(const char *tag)
{
	/* CLDR, symbols: decimal; all others have a comma */
	static const char points[] = "en zh ja ko th he hi bn ta ur ms fil ga "
	                             "cy mt sw";
	struct span language = primary(tag);
	return !language.len || listed(points, language) ? '.' : ',';
}
