/* read.c - XML events of a theme file in, a theme out, by the table of what
   may stand in it. */
#include "theme/read.h"

#include "base/alloc.h"
#include "base/text.h"
#include "theme/contrast.h"
#include "theme/fields.h"
#include "theme/value.h"
#include "xml/xml.h"

#include <stddef.h>
#include <string.h>

struct reader {
	prfmt_theme *t;
	const prfmt_limits *limits;
	struct diags *diags;
	size_t depth;
	size_t skip;     /* depth of an unknown element; 0: none */
	bool in_label;
	struct lang_change *label; /* NULL: its name is not known */
	struct buf text; /* of a label */
	struct place label_at;
	struct place hue_at[PALETTE_COUNT][HUE_COUNT];
	struct place page_at; /* of what last changed the page */
	bool failed;
};

/* What an element's attributes are put into. */
struct target {
	char *at;
	size_t style; /* STYLE_COUNT: no style */
	unsigned palettes; /* a bit each; 0: no palette */
};

/* -- saying --------------------------------------------------------------- */

static int shown(struct span s)
{
	return (int)(s.len < 80 ? s.len : 80);
}

static void wrong(struct reader *r, struct place at, const char *name,
                  struct span value, const char *want)
{
	diags_say_as(r->diags, CODE_THEME_VALUE, PRFMT_ERROR, at, 0, want,
	             "%s=\"%.*s\" is not what may stand there", name,
	             shown(value), value.at);
	r->failed = true;
}

/* "did you mean x?" in the room; "" where nothing is near. */
static void meant(struct buf *room, const char *nearest)
{
	if (!nearest)
		return;
	buf_puts(room, "did you mean ");
	buf_puts(room, nearest);
	buf_byte(room, '?');
}

static const char *nearer(struct span word, const char *name,
                          const char *best, size_t *far)
{
	size_t d = text_distance(word, text_span(name), *far);
	if (d >= *far)
		return best;
	*far = d;
	return name;
}

static size_t reach(struct span word)
{
	return word.len < 4 ? 2 : 3;
}

/* -- values --------------------------------------------------------------- */

/* The word's value; else it is said which words there are, or the nearest. */
static bool choose(struct reader *r, const struct xml_attr *a,
                   struct words words, unsigned *out)
{
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(a->value);
	char name[40];
	for (size_t i = 0; i < words.count; i++) {
		if (text_is(a->value, words.at[i].name)) {
			*out = words.at[i].value;
			return true;
		}
		best = nearer(a->value, words.at[i].name, best, &far);
	}
	if (words.count <= 8) {
		buf_puts(&hint, "it is");
		for (size_t i = 0; i < words.count; i++) {
			buf_puts(&hint, i == 0           ? " "
			                : i + 1 == words.count ? " or "
			                                 : ", ");
			buf_puts(&hint, words.at[i].name);
		}
	} else {
		meant(&hint, best);
	}
	size_t n = a->local.len < sizeof name ? a->local.len
	                                      : sizeof name - 1;
	memcpy(name, a->local.at, n);
	name[n] = '\0';
	wrong(r, a->at, name, a->value, buf_text(&hint));
	buf_free(&hint);
	return false;
}

static const char *kept(struct reader *r, struct buf *b)
{
	char *copy = b->status ? NULL : arena_copy(&r->t->arena, b->at,
	                                           b->len);
	if (!copy)
		r->diags->status = PRFMT_ENOMEM;
	buf_free(b);
	return copy;
}

/* The file's families first, then what the base has. */
static void families(struct reader *r, struct family *f, struct span list)
{
	struct buf print = { 0 };
	struct buf web = { 0 };
	while (list.len) {
		const char *comma = memchr(list.at, ',', list.len);
		size_t n = comma ? (size_t)(comma - list.at) : list.len;
		struct span one = text_trim((struct span){ list.at, n });
		bool bare = value_is_generic(one);
		buf_span(&print, one);
		buf_puts(&print, ", ");
		buf_puts(&web, bare ? "" : "\"");
		buf_span(&web, one);
		buf_puts(&web, bare ? ", " : "\", ");
		list.at += comma ? n + 1 : n;
		list.len -= comma ? n + 1 : n;
	}
	const struct family *base = f->print ? f : &r->t->look.text;
	buf_puts(&print, base->print);
	buf_puts(&web, base->web);
	f->print = kept(r, &print);
	f->web = kept(r, &web);
}

/* -- attributes ----------------------------------------------------------- */

static const struct xml_attr *find(const struct xml_attr *attrs, size_t count,
                                   const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!attrs[i].uri.len && text_is(attrs[i].local, name))
			return &attrs[i];
	return NULL;
}

/* -- one attribute into its member ---------------------------------------- */

static void put_number(struct reader *r, const struct field *f,
                       const struct xml_attr *a, char *at)
{
	double value = 0;
	struct buf range = { 0 };
	if (value_decimal(a->value, &value) && value >= f->least &&
	    value <= f->most) {
		if (f->value == VALUE_WEIGHT)
			*(unsigned *)(void *)at = (unsigned)value;
		else
			*(double *)(void *)at = value;
		return;
	}
	buf_puts(&range, "a number from ");
	buf_decimal(&range, f->least, 3);
	buf_puts(&range, " to ");
	buf_decimal(&range, f->most, 3);
	wrong(r, a->at, f->name, a->value, buf_text(&range));
	buf_free(&range);
}

static void put_colour(struct reader *r, const struct field *f,
                       const struct xml_attr *a, unsigned palettes)
{
	uint32_t rgb = 0;
	if (!value_colour(a->value, &rgb)) {
		wrong(r, a->at, f->name, a->value,
		      "a colour is #rgb or #rrggbb");
		return;
	}
	for (size_t p = 0; p < PALETTE_COUNT; p++) {
		if (!(palettes & 1u << p))
			continue;
		r->t->look.colours[p][f->offset] = rgb;
		r->hue_at[p][f->offset] = a->at;
	}
}

static void put_text(struct reader *r, const struct field *f,
                     const struct xml_attr *a, char *at, size_t most)
{
	struct buf b = { 0 };
	size_t count = text_count(a->value.at, a->value.len);
	if (!count || count > most || text_all_blank(a->value)) {
		wrong(r, a->at, f->name, a->value,
		      most > 2 ? "a name of at most 60 characters"
		               : "one or two characters");
		return;
	}
	buf_span(&b, a->value);
	*(const char **)(void *)at = kept(r, &b);
}

static void put_word(struct reader *r, const struct field *f,
                     const struct xml_attr *a, char *at)
{
	unsigned v = 0;
	unsigned *face = (unsigned *)(void *)at;
	switch (f->value) {
	case VALUE_YES:
		if (choose(r, a, value_words(WORDS_YES), &v))
			*(bool *)at = v;
		break;
	case VALUE_HUE:
		if (choose(r, a, value_words(WORDS_HUE), &v))
			*(enum hue *)(void *)at = (enum hue)v;
		break;
	case VALUE_SIDE:
		if (choose(r, a, value_words(WORDS_SIDE), &v))
			*(enum side *)(void *)at = (enum side)v;
		break;
	case VALUE_KIND:
		if (choose(r, a, value_words(WORDS_KIND), &v))
			*(enum box_kind *)(void *)at = (enum box_kind)v;
		break;
	case VALUE_FACE:
		if (choose(r, a, value_words(WORDS_FACE), &v))
			*face = (*face & (FACE_ITALIC | FACE_MONO |
			                  FACE_HEAD)) | v;
		break;
	case VALUE_ITALIC:
		if (choose(r, a, value_words(WORDS_YES), &v))
			*face = (*face & ~(unsigned)FACE_ITALIC) |
			        (v ? FACE_ITALIC : 0u);
		break;
	case VALUE_PAPER:
		if (choose(r, a, value_words(WORDS_PAPER), &v))
			*(const char **)(void *)at =
				r->t->look.papers[v].name;
		break;
	case VALUE_NUMBER:
	case VALUE_WEIGHT:
	case VALUE_COLOUR:
	case VALUE_FONTS:
	case VALUE_MARK:
	case VALUE_NAME:
	case VALUE_WHICH:
		break; /* no words */
	}
}

static void put(struct reader *r, const struct field *f,
                const struct xml_attr *a, const struct target *to)
{
	struct theme *look = &r->t->look;
	switch (f->value) {
	case VALUE_NUMBER:
	case VALUE_WEIGHT:
		put_number(r, f, a, to->at + f->offset);
		break;
	case VALUE_COLOUR:
		put_colour(r, f, a, to->palettes);
		break;
	case VALUE_FONTS:
		if (value_is_families(a->value)) {
			families(r, (struct family *)(void *)(to->at +
			                                      f->offset),
			         a->value);
			look->font_at[f->changed] = a->at;
		} else {
			wrong(r, a->at, f->name, a->value,
			      "families with commas between them");
		}
		break;
	case VALUE_MARK:
		put_text(r, f, a, to->at + f->offset, 2);
		break;
	case VALUE_NAME:
		put_text(r, f, a, to->at + f->offset, 60);
		break;
	case VALUE_WHICH:
		break;
	case VALUE_YES:
	case VALUE_HUE:
	case VALUE_SIDE:
	case VALUE_KIND:
	case VALUE_FACE:
	case VALUE_ITALIC:
	case VALUE_PAPER:
		put_word(r, f, a, to->at + f->offset);
		break;
	}
	if (to->style < STYLE_COUNT)
		look->changed[to->style] |= f->changed;
}

static const struct field *field_of(enum element e, struct span name)
{
	for (size_t i = 0; i < fields_of(e)->count; i++)
		if (text_is(name, fields_of(e)->fields[i].name))
			return &fields_of(e)->fields[i];
	return NULL;
}

static void unknown_attr(struct reader *r, enum element e,
                         const struct xml_attr *a)
{
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(a->local);
	for (size_t i = 0; i < fields_of(e)->count; i++)
		best = nearer(a->local, fields_of(e)->fields[i].name, best,
		              &far);
	meant(&hint, best);
	diags_say_as(r->diags, CODE_THEME_ATTRIBUTE, PRFMT_ERROR, a->at, 0,
	             buf_text(&hint), "<%s> has no attribute %.*s",
	             fields_of(e)->name, shown(a->local), a->local.at);
	buf_free(&hint);
	r->failed = true;
}

/* bottom is told from below, and kept from above; both papers or one. */
static void put_page(struct reader *r, const struct field *f,
                     const struct xml_attr *a, int only)
{
	for (int i = 0; i < PAPER_COUNT; i++) {
		struct paper *p = &r->t->look.papers[i];
		struct target to = { (char *)p, STYLE_COUNT, 0 };
		if (only >= 0 && i != only)
			continue;
		double was = p->bottom;
		put(r, f, a, &to);
		if (f->offset == offsetof(struct paper, bottom) &&
		    p->bottom < was)
			p->bottom = p->height - p->bottom;
	}
	r->page_at = a->at;
}

static void attributes(struct reader *r, enum element e,
                       const struct xml_attr *attrs, size_t count,
                       const struct target *to, int paper)
{
	for (size_t i = 0; i < count; i++) {
		const struct xml_attr *a = &attrs[i];
		if (a->uri.len)
			continue; /* of another namespace: not ours to judge */
		const struct field *f = field_of(e, a->local);
		if (!f)
			unknown_attr(r, e, a);
		else if (e == EL_PAGE && f->value != VALUE_WHICH)
			put_page(r, f, a, paper);
		else
			put(r, f, a, to);
		if (e == EL_SETTING)
			r->page_at = a->at;
	}
}

/* -- elements that say which ---------------------------------------------- */

static void label_start(struct reader *r, const struct xml_attr *attrs,
                        size_t count, struct place at)
{
	const struct xml_attr *of = find(attrs, count, "of");
	const struct xml_attr *lang = find(attrs, count, "lang");
	enum label label = of ? label_find(of->value) : LABEL_COUNT;
	struct buf hint = { 0 };
	if (of && label == LABEL_COUNT) {
		const char *best = NULL;
		size_t far = reach(of->value);
		for (size_t i = 0; i < LABEL_COUNT; i++)
			best = nearer(of->value, label_name((enum label)i),
			              best, &far);
		meant(&hint, best);
		wrong(r, of->at, "of", of->value, buf_text(&hint));
	}
	buf_free(&hint);
	r->in_label = true;
	r->label = NULL;
	r->label_at = at;
	buf_clear(&r->text);
	struct lang_change *c = label < LABEL_COUNT
		? arena_zero(&r->t->arena, sizeof *c) : NULL;
	if (!c) {
		if (label < LABEL_COUNT)
			r->diags->status = PRFMT_ENOMEM;
		return;
	}
	struct buf tag = { 0 };
	if (lang)
		buf_span(&tag, lang->value);
	c->label = label;
	c->lang = lang && lang->value.len ? kept(r, &tag) : NULL;
	buf_free(&tag);
	c->text = "";
	c->next = r->t->look.labels;
	r->t->look.labels = c;
	r->label = c;
}

static void label_end(struct reader *r)
{
	struct lang_change *c = r->label;
	struct span text = text_trim(buf_view(&r->text));
	r->in_label = false;
	if (!c)
		return;
	size_t gaps = 0;
	for (size_t i = 0; i + 1 < text.len; i++)
		gaps += text.at[i] == '%' && text.at[i + 1] == 's';
	if (!text.len || text.len > 200 || gaps != label_gaps(c->label)) {
		diags_say(r->diags, CODE_THEME_VALUE, r->label_at, 0,
		          "the label %s has between 1 and 200 bytes and %%s "
		          "%zu times",
		          label_name(c->label), label_gaps(c->label));
		r->failed = true;
		return;
	}
	struct buf b = { 0 };
	buf_span(&b, text);
	c->text = kept(r, &b);
}

static void logo_start(struct reader *r, const struct xml_attr *attrs,
                       size_t count)
{
	const struct xml_attr *src = find(attrs, count, "src");
	const struct xml_attr *alt = find(attrs, count, "alt");
	struct buf b = { 0 };
	if (!src)
		return;
	if (!src->value.len || src->value.len > 1000) {
		wrong(r, src->at, "src", src->value,
		      "the name of a picture beside the theme");
		return;
	}
	buf_span(&b, src->value);
	r->t->look.logo_src = kept(r, &b);
	r->t->look.logo_alt = "";
	if (alt && alt->value.len) {
		buf_span(&b, alt->value);
		r->t->look.logo_alt = kept(r, &b);
	}
	r->t->look.logo_at = src->at;
}

static bool colours_on(struct reader *r, const struct xml_attr *attrs,
                       size_t count, struct target *to)
{
	const struct xml_attr *on = find(attrs, count, "on");
	unsigned p = 0;
	to->palettes = 1u << PALETTE_LIGHT | 1u << PALETTE_PRINT;
	if (!on)
		return true;
	if (!choose(r, on, value_words(WORDS_PALETTE), &p))
		return false;
	to->palettes = 1u << p;
	return true;
}

static bool style_of(struct reader *r, const struct xml_attr *of,
                     struct target *to)
{
	unsigned id = 0;
	if (!choose(r, of, value_words(WORDS_STYLE), &id))
		return false;
	to->style = id;
	to->at = (char *)&r->t->look.styles[id];
	return true;
}

static bool box_of(struct reader *r, const struct xml_attr *of,
                   struct target *to)
{
	unsigned id = 0;
	if (!choose(r, of, value_words(WORDS_BOX), &id))
		return false;
	to->at = (char *)&r->t->look.boxes[id];
	r->t->look.boxes_changed |= 1u << id;
	return true;
}

/* False: what it is about is not known, so its attributes are left alone. */
static bool aim(struct reader *r, enum element e,
                const struct xml_attr *attrs, size_t count,
                struct target *to, int *paper)
{
	const struct xml_attr *of = find(attrs, count, "of");
	const struct xml_attr *size = find(attrs, count, "paper");
	unsigned p = 0;
	if (e == EL_COLOURS)
		return colours_on(r, attrs, count, to);
	if (e == EL_STYLE)
		return of && style_of(r, of, to);
	if (e == EL_BOX)
		return of && box_of(r, of, to);
	if (e == EL_PAGE && size) {
		if (!choose(r, size, value_words(WORDS_PAPER), &p))
			return false;
		*paper = (int)p;
	}
	if (e == EL_LIST)
		r->t->look.list_changed = true;
	return true;
}

static void element(struct reader *r, enum element e,
                    const struct xml_attr *attrs, size_t count,
                    struct place at)
{
	struct target to = { (char *)&r->t->look, STYLE_COUNT, 0 };
	int paper = -1;
	const char *needs = fields_of(e)->needs;
	if (needs && !find(attrs, count, needs)) {
		diags_say(r->diags, CODE_THEME_ATTRIBUTE, at, 0,
		          "<%s> lacks the attribute %s", fields_of(e)->name,
		          needs);
		r->failed = true;
	}
	if (e == EL_LABEL)
		label_start(r, attrs, count, at);
	if (e == EL_LOGO)
		logo_start(r, attrs, count);
	if (aim(r, e, attrs, count, &to, &paper))
		attributes(r, e, attrs, count, &to, paper);
}

/* -- events --------------------------------------------------------------- */

static status root(struct reader *r, const struct xml_name *name,
                   const struct xml_attr *attrs, size_t count,
                   struct place at)
{
	const struct xml_attr *base = find(attrs, count, "base");
	if (!text_is(name->local, "theme") || !text_is(name->uri, THEME_NS)) {
		diags_say(r->diags, CODE_THEME_ROOT, at, 0,
		          "the root is <%.*s>, not a theme", shown(name->local),
		          name->local.at);
		return PRFMT_ESYNTAX;
	}
	if (base) {
		struct word words[8];
		unsigned which = 0;
		size_t known = 0;
		for (; theme_at(known) && known < COUNT(words); known++)
			words[known] = (struct word){ theme_at(known)->name,
				(unsigned)known };
		struct words names = { words, known };
		if (!choose(r, base, names, &which))
			which = 0;
		struct theme look = *theme_at(which);
		look.source = r->t->look.source;
		look.source_text = r->t->look.source_text;
		r->t->look = look;
	}
	element(r, EL_THEME, attrs, count, at);
	return r->diags->status;
}

static status on_start(void *user, const struct xml_name *name,
                       const struct xml_attr *attrs, size_t count,
                       struct place at)
{
	struct reader *r = user;
	size_t depth = r->depth++;
	if (depth == 0)
		return root(r, name, attrs, count, at);
	if (r->skip)
		return PRFMT_OK;
	if (!text_is(name->uri, THEME_NS)) {
		r->skip = depth; /* of another namespace */
		return PRFMT_OK;
	}
	struct buf hint = { 0 };
	const char *best = NULL;
	size_t far = reach(name->local);
	for (int e = EL_FONTS; depth == 1 && e < EL_COUNT; e++) {
		if (text_is(name->local, fields_of(e)->name)) {
			element(r, (enum element)e, attrs, count, at);
			return r->diags->status;
		}
		best = nearer(name->local, fields_of(e)->name, best, &far);
	}
	meant(&hint, best);
	diags_say_as(r->diags, CODE_THEME_ELEMENT, PRFMT_ERROR, at, 0,
	             buf_text(&hint), "<%.*s> may not stand here",
	             shown(name->local), name->local.at);
	buf_free(&hint);
	r->failed = true;
	r->skip = depth;
	return r->diags->status;
}

static status on_end(void *user)
{
	struct reader *r = user;
	r->depth--;
	if (r->skip == r->depth)
		r->skip = 0;
	if (r->in_label && r->depth == 1)
		label_end(r);
	return r->diags->status;
}

static status on_text(void *user, struct span text, struct place at)
{
	struct reader *r = user;
	if (r->skip || text_all_blank(text)) {
		if (r->in_label)
			buf_span(&r->text, text);
		return r->text.status;
	}
	if (r->in_label && r->text.len < 1000) {
		buf_span(&r->text, text);
	} else if (!r->in_label) {
		diags_say_as(r->diags, CODE_THEME_ELEMENT, PRFMT_ERROR, at, 0,
		             "", "text may stand in <label> alone");
		r->failed = true;
	}
	return r->text.status;
}

static status on_comment(void *user, struct span text, struct place at)
{
	(void)user;
	(void)text;
	(void)at;
	return PRFMT_OK;
}

static status on_pi(void *user, struct span target, struct span data,
                    struct place at)
{
	(void)user;
	(void)target;
	(void)data;
	(void)at;
	return PRFMT_OK;
}

/* -- what must be true of the whole --------------------------------------- */

static void check_contrast(struct reader *r, enum palette p)
{
	static const char *const on[] = { "light", "dark", "print" };
	const struct contrast_pair *c = NULL;
	for (size_t i = 0; (c = contrast_pair(i)); i++) {
		uint32_t a = r->t->look.colours[p][c->hue];
		uint32_t b = r->t->look.colours[p][c->ground];
		struct place at = r->hue_at[p][c->hue];
		if (!at.line)
			at = r->hue_at[p][c->ground];
		double ratio = contrast_ratio(a, b);
		/* said for the paper, or for the light page, already */
		const uint32_t *light = r->t->look.colours[PALETTE_LIGHT];
		if ((c->ground == HUE_TINT &&
		     b == r->t->look.colours[p][HUE_PAPER]) ||
		    (p == PALETTE_PRINT && light[c->hue] == a &&
		     light[c->ground] == b))
			continue;
		/* what the file left alone is the base's */
		if (!at.line || ratio >= c->least)
			continue;
		unsigned hundredths = (unsigned)(ratio * 100);
		diags_say(r->diags, CODE_THEME_CONTRAST, at, 0,
		          "%s #%06x on %s #%06x (%s): the contrast is "
		          "%u.%02u, not %s",
		          value_hue(c->hue), (unsigned)a,
		          c->ground == HUE_PAPER ? "paper" : "tint",
		          (unsigned)b, on[p], hundredths / 100,
		          hundredths % 100, c->least < 4 ? "3" : "4.5");
		r->failed = true;
	}
}

static void check_page(struct reader *r)
{
	const struct theme *t = &r->t->look;
	for (size_t i = 0; i < PAPER_COUNT && r->page_at.line; i++) {
		const struct paper *p = &t->papers[i];
		double across = p->start + theme_frame(t);
		if (across <= p->width - 18 && p->top + 200 <= p->bottom &&
		    p->first_top + 200 <= p->bottom)
			continue;
		diags_say(r->diags, CODE_THEME_VALUE, r->page_at, 0,
		          "margins and measure leave no room on %s: at most "
		          "%u points across, at least 200 down",
		          p->name, (unsigned)(p->width - p->start - 18));
		r->failed = true;
	}
}

prfmt_theme *theme_new(const struct theme *base)
{
	prfmt_theme *t = mem_zero(1, sizeof *t);
	if (t)
		t->look = *base;
	return t;
}

void theme_free(prfmt_theme *t)
{
	if (!t)
		return;
	arena_free(&t->arena);
	mem_free(t);
}

static status read_into(struct reader *r, struct span text, const char *name)
{
	static const struct xml_events events = { on_start, on_end, on_text,
		on_comment, on_pi };
	struct theme *look = &r->t->look;
	char *copy = arena_copy(&r->t->arena, text.at, text.len);
	look->source = arena_copy(&r->t->arena, name, strlen(name));
	if (!copy || !look->source)
		return PRFMT_ENOMEM;
	look->source_text = (struct span){ copy, text.len };
	diags_source(r->diags, look->source, look->source_text);
	status st = xml_parse(look->source_text, r->limits, r->diags, &events,
	                      r);
	for (int p = 0; !st && p < PALETTE_COUNT; p++)
		check_contrast(r, (enum palette)p);
	if (!st)
		check_page(r);
	if (!st)
		st = r->diags->status;
	return st ? st : r->failed ? PRFMT_ECONTENT : PRFMT_OK;
}

status theme_read(struct span text, const char *name,
                  const prfmt_limits *limits, struct diags *d,
                  prfmt_theme **out)
{
	struct reader r = { .limits = limits, .diags = d };
	*out = NULL;
	r.t = theme_new(theme_plain());
	status st = r.t ? read_into(&r, text, name) : PRFMT_ENOMEM;
	buf_free(&r.text);
	diags_source(d, "", (struct span){ "", 0 });
	diags_sort(d);
	if (st)
		theme_free(r.t);
	else
		*out = r.t;
	return st;
}
