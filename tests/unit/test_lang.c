/* test_lang.c - labels, dates, paper and direction of each language. */
#include "lang/lang.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NB "\u00A0"

static const char *const tags[] = {
	"en", "ar",     "de", "de-CH", "es", "es-419", "fr",      "id",
	"it", "ja",     "nl", "pt",    "pt-PT", "ru",  "zh-Hans",
};

static void finds_rows(void **state)
{
	static const struct {
		const char *tag;
		const char *row;
		bool known;
	} cases[] = {
		{ "en", "en", true },       { "en-GB", "en", true },
		{ "DE", "de", true },       { "de-Latn-AT", "de", true },
		{ "id-ID", "id", true },    { "tlh", "en", false },
		{ "FR-ca", "fr", true },    { "it-CH", "it", true },
		{ "nl-BE", "nl", true },    { "ja-JP", "ja", true },
		{ "ja-jpan", "ja", true },  { "ru-KZ", "ru", true },
		{ "ar", "ar", true },       { "ar-EG", "ar", true },
		{ "ar-001", "ar", true },
		/* regions with words of their own */
		{ "de-CH", "de-CH", true }, { "de-li", "de-CH", true },
		{ "de-DE", "de", true },    { "es-ES", "es", true },
		{ "es-419", "es-419", true }, { "es-MX", "es-419", true },
		{ "ES-us", "es-419", true },  { "es-GQ", "es", true },
		{ "pt", "pt", true },       { "pt-BR", "pt", true },
		{ "pt-PT", "pt-PT", true }, { "pt-Latn-MZ", "pt-PT", true },
		/* scripts */
		{ "zh", "zh-Hans", true },  { "zh-CN", "zh-Hans", true },
		{ "ZH-hans", "zh-Hans", true },
		{ "zh-Hans-SG", "zh-Hans", true },
		{ "zh-Hans-TW", "zh-Hans", true },
		{ "zh-SG", "zh-Hans", true },
		{ "zh-Hant", "en", false }, { "zh-TW", "en", false },
		{ "zh-HK", "en", false },   { "zh-mo", "en", false },
		{ "zh-Hant-CN", "en", false }, { "zh-Latn", "en", false },
		{ "ru-Latn", "en", false }, { "ar-Latn", "en", false },
		{ "en-Hebr", "en", false },
		{ "deu", "en", false },     { "", "en", false },
		{ "x-de", "en", false },    { "-de", "en", false },
		{ NULL, "en", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		bool known = !cases[i].known;
		const struct lang *l = lang_find(cases[i].tag, &known);
		assert_string_equal(lang_tag(l), cases[i].row);
		assert_int_equal(known, cases[i].known);
		assert_ptr_equal(l, lang_find(cases[i].tag, NULL));
	}
}

static size_t count(const char *text, const char *piece)
{
	size_t n = 0;
	for (const char *p = text; (p = strstr(p, piece)); p++)
		n++;
	return n;
}

/* No label is missing, and each takes what the English one takes. */
static void labels_are_complete(void **state)
{
	const struct lang *en = lang_find("en", NULL);
	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		bool known = false;
		const struct lang *l = lang_find(tags[i], &known);
		assert_true(known);
		assert_string_equal(lang_tag(l), tags[i]);
		for (int n = 0; n < LABEL_COUNT; n++) {
			enum label which = (enum label)n;
			const char *text = lang_label(l, which);
			size_t bad = 0;
			assert_non_null(text);
			assert_true(text[0] != '\0');
			assert_true(text_valid(text, strlen(text), &bad));
			assert_int_equal(count(text, "%s"),
			                 count(lang_label(en, which), "%s"));
			assert_int_equal(count(text, "%"), count(text, "%s"));
		}
	}
}

/* The capitals of Latin-1 and Russian differ from the small by 0x20. */
static uint32_t capital(uint32_t cp)
{
	bool small = (cp >= 'a' && cp <= 'z') || (cp >= 0xE0 && cp <= 0xFE) ||
	             (cp >= 0x430 && cp <= 0x44F);
	return small ? cp - 0x20 : cp;
}

static void capitals_are_the_same_words(void **state)
{
	static const enum label pairs[][2] = {
		{ LABEL_KIND_RELEASE, LABEL_KIND_RELEASE_CAPS },
		{ LABEL_KIND_ADVISORY, LABEL_KIND_ADVISORY_CAPS },
		{ LABEL_KIND_INVITATION, LABEL_KIND_INVITATION_CAPS },
		{ LABEL_KIND_STATEMENT, LABEL_KIND_STATEMENT_CAPS },
		{ LABEL_KIND_FACT_SHEET, LABEL_KIND_FACT_SHEET_CAPS },
		{ LABEL_IMMEDIATE, LABEL_IMMEDIATE_CAPS },
		{ LABEL_EMBARGO, LABEL_EMBARGO_CAPS },
		{ LABEL_EMBARGO_ENDED, LABEL_EMBARGO_ENDED_CAPS },
		{ LABEL_HOLD, LABEL_HOLD_CAPS },
		{ LABEL_WITHDRAWN, LABEL_WITHDRAWN_CAPS },
		{ LABEL_CORRECTION, LABEL_CORRECTION_CAPS },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(tags) * COUNT(pairs); i++) {
		const struct lang *l = lang_find(tags[i % COUNT(tags)], NULL);
		const enum label *pair = pairs[i / COUNT(tags)];
		struct span text = text_span(lang_label(l, pair[0]));
		struct buf b = { 0 };
		while (text.len) {
			uint32_t cp = 0;
			size_t n = text_next(text.at, text.len, &cp);
			buf_cp(&b, capital(cp));
			text.at += n;
			text.len -= n;
		}
		assert_string_equal(buf_text(&b), lang_label(l, pair[1]));
		buf_free(&b);
	}
}

static void fills_labels(void **state)
{
	static const struct {
		const char *tag;
		enum label which;
		const char *a;
		const char *b;
		const char *text;
	} cases[] = {
		{ "en", LABEL_PAGE_OF, "2", "3", "page 2 of 3" },
		{ "de", LABEL_PAGE_OF, "2", "3", "Seite 2 von 3" },
		{ "id", LABEL_PAGE_OF, "2", "3", "halaman 2 dari 3" },
		{ "en", LABEL_MORE, "2", NULL, "more – page 2" },
		{ "de", LABEL_MORE, "2", NULL, "weiter auf Seite 2" },
		{ "id", LABEL_MORE, "2", NULL, "bersambung ke halaman 2" },
		{ "en", LABEL_LIST_AND, "%s", "B", "%s and B" },
		{ "en", LABEL_ENDMARK, NULL, NULL, "ENDS" },
		{ "de", LABEL_ENDMARK, NULL, NULL, "– Ende –" },
		{ "id", LABEL_IMMEDIATE_CAPS, NULL, NULL,
		  "UNTUK DISIARKAN SEGERA" },
		{ "en", LABEL_ABOUT, NULL, NULL, "About " },
		{ "ar", LABEL_PAGE_OF, "2", "3", "صفحة 2 من 3" },
		{ "es", LABEL_PAGE_OF, "2", "3", "página 2 de 3" },
		{ "fr", LABEL_PAGE_OF, "2", "3", "page 2 sur 3" },
		{ "it", LABEL_PAGE_OF, "2", "3", "pagina 2 di 3" },
		{ "ja", LABEL_PAGE_OF, "2", "3", "2／3ページ" },
		{ "nl", LABEL_PAGE_OF, "2", "3", "pagina 2 van 3" },
		{ "pt-BR", LABEL_PAGE_OF, "2", "3", "página 2 de 3" },
		{ "ru", LABEL_PAGE_OF, "2", "3", "страница 2 из 3" },
		{ "zh", LABEL_PAGE_OF, "2", "3", "第2页，共3页" },
		{ "ar", LABEL_MORE, "2", NULL, "يتبع في الصفحة 2" },
		{ "ja", LABEL_MORE, "2", NULL, "2ページに続く" },
		{ "fr", LABEL_ENDMARK, NULL, NULL, "– Fin –" },
		{ "ja", LABEL_ENDMARK, NULL, NULL, "以上" },
		{ "zh", LABEL_ENDMARK, NULL, NULL, "（完）" },
		{ "fr", LABEL_KIND_RELEASE, NULL, NULL,
		  "Communiqué de presse" },
		{ "fr", LABEL_IMMEDIATE_CAPS, NULL, NULL,
		  "POUR DIFFUSION IMMÉDIATE" },
		{ "fr", LABEL_REFERENCE, "7/26", NULL,
		  "Référence" NB ": 7/26" },
		{ "fr", LABEL_DATELINE_DATE, "3 mars 2026", NULL,
		  "le 3 mars 2026" },
		{ "es", LABEL_KIND_RELEASE, NULL, NULL, "Nota de prensa" },
		{ "es-MX", LABEL_KIND_RELEASE, NULL, NULL,
		  "Comunicado de prensa" },
		{ "it", LABEL_KIND_RELEASE, NULL, NULL, "Comunicato stampa" },
		{ "nl", LABEL_KIND_RELEASE, NULL, NULL, "Persbericht" },
		{ "ja", LABEL_KIND_RELEASE, NULL, NULL, "プレスリリース" },
		{ "zh", LABEL_KIND_RELEASE, NULL, NULL, "新闻稿" },
		{ "zh", LABEL_IMMEDIATE, NULL, NULL, "即时发布" },
		{ "ar", LABEL_KIND_RELEASE, NULL, NULL, "بيان صحفي" },
		{ "ar", LABEL_IMMEDIATE, NULL, NULL, "للنشر الفوري" },
		{ "ru", LABEL_KIND_RELEASE_CAPS, NULL, NULL, "ПРЕСС-РЕЛИЗ" },
		/* a regional row has its own words, and its language's */
		{ "pt", LABEL_CONTACT, NULL, NULL, "Contato" },
		{ "pt-PT", LABEL_CONTACT, NULL, NULL, "Contacto" },
		{ "pt-PT", LABEL_KIND_RELEASE, NULL, NULL,
		  "Comunicado de imprensa" },
		{ "de-CH", LABEL_FOOTNOTE, "1", NULL, "Fussnote 1" },
		{ "de-CH", LABEL_NOW, NULL, NULL, "richtig" },
		/* the next word's sound */
		{ "fr", LABEL_ABOUT, "Norvane", NULL, "À propos de Norvane" },
		{ "fr", LABEL_ABOUT, "Aubier", NULL, "À propos d’Aubier" },
		{ "fr", LABEL_ABOUT, "Élan", NULL, "À propos d’Élan" },
		{ "fr", LABEL_ABOUT, NULL, NULL, "À propos de " },
		{ "es", LABEL_LIST_AND, "Gas", "Luz", "Gas y Luz" },
		{ "es", LABEL_LIST_AND, "Gas", "Internet", "Gas e Internet" },
		{ "es-AR", LABEL_LIST_AND, "Gas", "Hilos", "Gas e Hilos" },
		{ "es", LABEL_LIST_AND, "Gas", "Hierro", "Gas y Hierro" },
		{ "it", LABEL_LIST_AND, "Lana", "Seta", "Lana e Seta" },
		{ "it", LABEL_LIST_AND, "Lana", "Erba", "Lana ed Erba" },
		{ "ar", LABEL_LIST_AND, "أ", "ب", "أ وب" },
		{ "ja", LABEL_LIST_AND, "甲", "乙", "甲、乙" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = { 0 };
		lang_fill(&b, lang_find(cases[i].tag, NULL), cases[i].which,
		          cases[i].a, cases[i].b);
		assert_string_equal(buf_text(&b), cases[i].text);
		buf_free(&b);
	}
}

enum {
	ALL = WHEN_DATE | WHEN_WEEKDAY | WHEN_TIME | WHEN_CITY,
	DATE_TIME = WHEN_DATE | WHEN_TIME
};

struct when_case {
	const char *tag;
	const char *at;
	const char *zone;
	unsigned what;
	const char *text;
};

static void check_when(const struct when_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct when_case *c = &cases[i];
		struct instant t;
		struct buf b = { 0 };
		assert_int_equal(date_instant(text_span(c->at), &t), DATE_OK);
		lang_when(&b, c->tag, t, c->zone, c->what);
		assert_string_equal(buf_text(&b), c->text);
		buf_free(&b);
	}
}

static void says_when(void **state)
{
	static const struct when_case cases[] = {
		{ "de", "2027-01-14T10:00:00+01:00", "Europe/Berlin", ALL,
		  "Donnerstag, 14. Januar 2027, "
		  "10:00" NB "Uhr" NB "MEZ (Berlin)" },
		{ "de", "2027-01-14T10:00:00+01:00", "America/New_York", ALL,
		  "Donnerstag, 14. Januar 2027, "
		  "4:00" NB "Uhr" NB "EST (New York)" },
		{ "de", "2027-07-14T10:00:00+02:00", "Europe/Vienna", ALL,
		  "Mittwoch, 14. Juli 2027, "
		  "10:00" NB "Uhr" NB "MESZ (Wien)" },
		{ "de-AT", "2027-01-14T10:00:00+01:00", "Europe/Vienna",
		  WHEN_DATE, "14. Jänner 2027" },
		{ "en", "2026-11-05T10:15:00Z", "Europe/London", DATE_TIME,
		  "5 November 2026, 10:15" NB "GMT" },
		{ "en-GB", "2026-11-05T07:00:00Z", "Europe/London", ALL,
		  "Thursday, 5 November 2026, 07:00" NB "GMT (London)" },
		{ "en-US", "2027-01-14T10:00:00-05:00", "America/New_York",
		  ALL,
		  "Thursday, January 14, 2027, "
		  "10:00" NB "a.m." NB "EST (New York)" },
		{ "en-US", "2027-01-14T00:05:00-05:00", "America/New_York",
		  WHEN_TIME, "12:05" NB "a.m." NB "EST" },
		{ "en-US", "2027-01-14T12:00:00-05:00", "America/New_York",
		  WHEN_TIME, "12:00" NB "p.m." NB "EST" },
		{ "en-US", "2027-01-14T23:59:00-05:00", "America/New_York",
		  WHEN_TIME, "11:59" NB "p.m." NB "EST" },
		{ "id", "2026-01-30T10:00:00+08:00", "Asia/Makassar", DATE_TIME,
		  "30 Januari 2026, pukul 10.00" NB "WITA" },
		{ "id", "2026-01-30T09:05:00+08:00", "Asia/Makassar", ALL,
		  "Jumat, 30 Januari 2026, "
		  "pukul 09.05" NB "WITA (Makassar)" },
		/* the day there, not the day here */
		{ "id", "2026-01-30T18:00:00+01:00", "Asia/Jayapura", ALL,
		  "Sabtu, 31 Januari 2026, pukul 02.00" NB "WIT (Jayapura)" },
		/* an unknown language has English */
		{ "tlh", "2027-01-14T10:00:00+01:00", "Europe/Paris", ALL,
		  "Thursday, 14 January 2027, 10:00" NB "CET (Paris)" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", WHEN_WEEKDAY,
		  "Thursday" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", WHEN_CITY,
		  "(London)" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", 0, "" },
	};
	(void)state;
	check_when(cases, COUNT(cases));
}

/* An embargo as it is printed, and the same instant elsewhere. */
static void says_when_in_other_languages(void **state)
{
#define AT "2027-01-14T10:00:00+01:00"
	static const struct when_case cases[] = {
		{ "fr", AT, "Europe/Paris", ALL,
		  "jeudi 14 janvier 2027 à "
		  "10" NB "h" NB "00 (heure de Paris)" },
		{ "fr", AT, "Europe/Athens", ALL,
		  "jeudi 14 janvier 2027 à 11" NB "h" NB "00 (EET, Athènes)" },
		{ "fr", AT, "Europe/Zurich", DATE_TIME,
		  "14 janvier 2027 à 10" NB "h" NB "00 (CET)" },
		{ "fr-CA", AT, "America/Toronto", ALL,
		  "jeudi 14 janvier 2027 à 4" NB "h" NB "00 (HNE, Toronto)" },
		{ "es", AT, "Europe/Madrid", ALL,
		  "jueves, 14 de enero de 2027, "
		  "10:00" NB "h" NB "(hora peninsular)" },
		{ "es", AT, "Europe/London", ALL,
		  "jueves, 14 de enero de 2027, "
		  "9:00" NB "h" NB "(GMT, Londres)" },
		{ "es-MX", AT, "Europe/Madrid", DATE_TIME,
		  "14 de enero de 2027, 10:00" NB "h" NB "(CET)" },
		{ "es-US", AT, "America/New_York", ALL,
		  "jueves, 14 de enero de 2027, "
		  "4:00" NB "a." NB "m." NB "(EST, Nueva York)" },
		{ "pt-BR", AT, "America/Sao_Paulo", ALL,
		  "quinta-feira, 14 de janeiro de 2027, "
		  "6h00" NB "(horário de Brasília)" },
		{ "pt-PT", AT, "Europe/Lisbon", ALL,
		  "quinta-feira, 14 de janeiro de 2027, "
		  "9h00" NB "(hora de Lisboa)" },
		{ "pt-PT", AT, "Europe/Moscow", WHEN_TIME | WHEN_CITY,
		  "12h00" NB "(MSK, Moscovo)" },
		{ "it", AT, "Europe/Rome", ALL,
		  "giovedì 14 gennaio 2027, ore" NB "10:00 (ora italiana)" },
		{ "it", AT, "Europe/Athens", ALL,
		  "giovedì 14 gennaio 2027, ore" NB "11:00 (EET, Atene)" },
		{ "nl", AT, "Europe/Amsterdam", ALL,
		  "donderdag 14 januari 2027, "
		  "10.00" NB "uur" NB "CET (Amsterdam)" },
		{ "nl", AT, "Europe/London", DATE_TIME,
		  "14 januari 2027, 9.00" NB "uur" NB "GMT" },
		{ "ja", AT, "Asia/Tokyo", ALL,
		  "2027年1月14日（木）18時00分（日本時間）" },
		{ "ja", AT, "Europe/Berlin", ALL,
		  "2027年1月14日（木）10時00分（中央欧州時間、ベルリン）" },
		{ "ja", AT, "Asia/Tokyo", DATE_TIME,
		  "2027年1月14日18時00分（日本時間）" },
		{ "ja", AT, "Asia/Tokyo", WHEN_WEEKDAY, "木曜日" },
		{ "ja", AT, "Asia/Tokyo", WHEN_CITY, "（東京）" },
		{ "zh-CN", AT, "Asia/Shanghai", ALL,
		  "2027年1月14日星期四17:00（北京时间）" },
		{ "zh-Hans", AT, "Europe/Berlin", ALL,
		  "2027年1月14日星期四10:00（欧洲中部时间，柏林）" },
		/* not the CST of Shanghai */
		{ "zh", AT, "America/Winnipeg", WHEN_TIME, "03:00（CST）" },
		{ "ar", AT, "Asia/Riyadh", ALL,
		  "الخميس 14 يناير 2027، الساعة 12:00" NB
		  "ظهرًا بتوقيت الرياض (UTC+3)" },
		{ "ar-AE", AT, "Europe/London", ALL,
		  "الخميس 14 يناير 2027، الساعة 9:00" NB
		  "صباحًا بتوقيت لندن (غرينتش)" },
		{ "ar", "2027-01-14T20:30:00Z", "Etc/UTC", DATE_TIME,
		  "14 يناير 2027، الساعة 8:30" NB "مساءً بتوقيت UTC" },
		{ "ar-LB", AT, "Asia/Beirut", WHEN_DATE,
		  "14 كانون الثاني 2027" },
		{ "ar-DZ", AT, "Africa/Algiers", DATE_TIME,
		  "14 جانفي 2027، الساعة 10:00 بتوقيت وسط أوروبا" },
		{ "ar-MA", "2027-08-14T10:00:00Z", "Europe/London", WHEN_DATE,
		  "14 غشت 2027" },
		{ "ru", AT, "Europe/Moscow", ALL,
		  "14 января 2027" NB "года (четверг), 12:00" NB "МСК" },
		{ "ru", AT, "Asia/Yekaterinburg", ALL,
		  "14 января 2027" NB "года (четверг), "
		  "14:00" NB "UTC+5 (Екатеринбург)" },
		{ "ru", AT, "Europe/Simferopol", WHEN_TIME | WHEN_CITY,
		  "12:00" NB "МСК (Симферополь)" },
		{ "de-CH", AT, "Europe/Zurich", ALL,
		  "Donnerstag, 14. Januar 2027, "
		  "10:00" NB "Uhr" NB "MEZ (Zürich)" },
		/* a name of the zone that tzdata has given up */
		{ "de", AT, "Asia/Calcutta", WHEN_CITY, "(Kalkutta)" },
		{ "id", AT, "Europe/Brussels", WHEN_CITY, "(Brussel)" },
		{ "id", AT, "Europe/Athens", WHEN_CITY, "(Athena)" },
	};
#undef AT
	(void)state;
	check_when(cases, COUNT(cases));
}

static void names_zones_by_offset(void **state)
{
	static const struct when_case cases[] = {
		{ "en", "2027-01-14T10:00:00+01:00", NULL, ALL,
		  "Thursday, 14 January 2027, 10:00" NB "UTC+1" },
		{ "en", "2027-01-14T10:00:00+01:00", "Moon/Tycho", WHEN_TIME,
		  "10:00" NB "UTC+1" },
		{ "de", "2027-01-14T10:00:00+05:30", NULL, WHEN_TIME,
		  "10:00" NB "Uhr" NB "UTC+5:30" },
		{ "id", "2027-01-14T10:00:00-03:30", NULL, WHEN_TIME,
		  "pukul 10.00" NB "UTC\u22123:30" },
		{ "en", "2027-01-14T10:00:00Z", NULL, WHEN_TIME,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00+00:00", NULL, WHEN_TIME,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00Z", "America/Sao_Paulo",
		  WHEN_TIME | WHEN_CITY,
		  "07:00" NB "UTC\u22123 (São Paulo)" },
		{ "en", "2027-01-14T10:00:00Z",
		  "America/Argentina/Buenos_Aires", WHEN_TIME | WHEN_CITY,
		  "07:00" NB "UTC\u22123 (Buenos Aires)" },
		{ "en", "2027-01-14T10:00:00Z", "Asia/Kathmandu", WHEN_TIME,
		  "15:45" NB "UTC+5:45" },
		/* names of no city */
		{ "en", "2027-01-14T10:00:00Z", "Etc/GMT+5",
		  WHEN_TIME | WHEN_CITY, "05:00" NB "UTC\u22125" },
		{ "en", "2027-01-14T10:00:00Z", "UTC", WHEN_TIME | WHEN_CITY,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00Z", "US/Eastern",
		  WHEN_TIME | WHEN_CITY, "05:00" NB "EST" },
	};
	(void)state;
	check_when(cases, COUNT(cases));
}

static void writes_days(void **state)
{
	static const struct {
		const char *tag;
		const char *text;
	} cases[] = {
		{ "en", "3 March 2026" },     { "en-US", "March 3, 2026" },
		{ "de-CH", "3. März 2026" },  { "id", "3 Maret 2026" },
		{ "en-CA", "March 3, 2026" }, { NULL, "3 March 2026" },
		{ "ar", "3 مارس 2026" },      { "es", "3 de marzo de 2026" },
		{ "fr", "3 mars 2026" },      { "it", "3 marzo 2026" },
		{ "ja", "2026年3月3日" },     { "nl", "3 maart 2026" },
		{ "pt", "3 de março de 2026" },
		{ "ru", "3 марта 2026" NB "года" },
		{ "zh", "2026年3月3日" },     { "zh-TW", "3 March 2026" },
	};
	static const struct {
		const char *tag;
		const char *text;
	} firsts[] = {
		{ "en", "1 May 2026" },       { "fr", "1er mai 2026" },
		{ "fr-CA", "1er mai 2026" },  { "it", "1º maggio 2026" },
		{ "pt", "1º de maio de 2026" },
		{ "pt-PT", "1 de maio de 2026" },
		{ "es", "1 de mayo de 2026" }, { "de", "1. Mai 2026" },
	};
	struct civil day;
	(void)state;
	assert_int_equal(date_day(text_span("2026-03-03"), &day), DATE_OK);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = { 0 };
		lang_date(&b, cases[i].tag, day);
		assert_string_equal(buf_text(&b), cases[i].text);
		buf_free(&b);
	}
	assert_int_equal(date_day(text_span("2026-05-01"), &day), DATE_OK);
	for (size_t i = 0; i < COUNT(firsts); i++) {
		struct buf b = { 0 };
		lang_date(&b, firsts[i].tag, day);
		assert_string_equal(buf_text(&b), firsts[i].text);
		buf_free(&b);
	}
}

/* Twelve months and seven weekdays, no two alike. */
static void months_and_weekdays_are_complete(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		struct buf names[19] = { { 0 } };
		for (int32_t n = 0; n < 12; n++) {
			struct civil day = { .year = 2026, .month = n + 1,
				             .day = 2 };
			lang_date(&names[n], tags[i], day);
		}
		for (size_t n = 12; n < 19; n++) {
			struct instant t = { .utc = (int64_t)n * 86400 };
			lang_when(&names[n], tags[i], t, NULL, WHEN_WEEKDAY);
		}
		for (size_t n = 0; n < 19; n++) {
			assert_true(names[n].len > 0);
			for (size_t k = 0; k < n; k++)
				assert_string_not_equal(buf_text(&names[n]),
				                        buf_text(&names[k]));
		}
		for (size_t n = 0; n < 19; n++)
			buf_free(&names[n]);
	}
}

static void quotes_as_printed(void **state)
{
	static const struct {
		const char *tag;
		const char *open;
		const char *close;
	} cases[] = {
		{ "en", "“", "”" },    { "de", "„", "“" },
		{ "de-CH", "«", "»" }, { "id", "“", "”" },
		{ "fr", "«" NB, NB "»" }, { "es", "«", "»" },
		{ "es-MX", "“", "”" }, { "pt", "“", "”" },
		{ "pt-PT", "«", "»" }, { "it", "«", "»" },
		{ "nl", "‘", "’" },    { "ja", "「", "」" },
		{ "zh", "“", "”" },    { "ar", "«", "»" },
		{ "ru", "«", "»" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct lang *l = lang_find(cases[i].tag, NULL);
		assert_string_equal(lang_label(l, LABEL_QUOTE_OPEN),
		                    cases[i].open);
		assert_string_equal(lang_label(l, LABEL_QUOTE_CLOSE),
		                    cases[i].close);
	}
}

static void knows_directions(void **state)
{
	static const char *const rtl[] = {
		"AR-eg", "he", "fa", "ur-PK", "yi", "ps", "sd", "ug",
		"dv", "ckb", "ku-Arab", "az-Arab-IR", "en-Hebr", "pa-arab",
		"ar", "ar-MA",
	};
	static const char *const ltr[] = {
		"en", "de", "id", "ku", "ar-Latn", "sd-Deva-IN", "en-x-arab",
		"", "fr-1606nict", "ja", "zh-Hans", "zh-TW", "ru", "pt-PT",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rtl); i++)
		assert_true(lang_rtl(rtl[i]));
	for (size_t i = 0; i < COUNT(ltr); i++)
		assert_false(lang_rtl(ltr[i]));
	assert_false(lang_rtl(NULL));
}

static void knows_paper(void **state)
{
	static const char *const letter[] = { "en-US", "en-us", "fr-CA",
		                              "es-MX", "en-Latn-US" };
	static const char *const a4[] = { "en", "en-GB", "de", "id", "es-419",
		                          "en-x-US", "us", "" };
	(void)state;
	for (size_t i = 0; i < COUNT(letter); i++)
		assert_string_equal(lang_paper(letter[i]), "letter");
	for (size_t i = 0; i < COUNT(a4); i++)
		assert_string_equal(lang_paper(a4[i]), "a4");
	assert_string_equal(lang_paper(NULL), "a4");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_rows),
		cmocka_unit_test(labels_are_complete),
		cmocka_unit_test(capitals_are_the_same_words),
		cmocka_unit_test(fills_labels),
		cmocka_unit_test(says_when),
		cmocka_unit_test(says_when_in_other_languages),
		cmocka_unit_test(names_zones_by_offset),
		cmocka_unit_test(writes_days),
		cmocka_unit_test(months_and_weekdays_are_complete),
		cmocka_unit_test(quotes_as_printed),
		cmocka_unit_test(knows_directions),
		cmocka_unit_test(knows_paper),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
