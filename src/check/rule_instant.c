/* rule_instant.c - instants against the clocks of their zone. */
#include "base/date.h"
#include "check/check.h"
#include "lang/zone.h"

enum { HALF_YEAR = 182 * 24 * 60 * 60 };

static void put_time(struct buf *out, struct instant t, int32_t offset)
{
	struct civil c = date_civil(t.utc, offset);
	buf_uint_wide(out, (uint64_t)c.hour, 2);
	buf_byte(out, ':');
	buf_uint_wide(out, (uint64_t)c.minute, 2);
}

static void put_offset(struct buf *out, int32_t offset)
{
	int32_t minutes = (offset < 0 ? -offset : offset) / 60;
	buf_byte(out, offset < 0 ? '-' : '+');
	buf_uint_wide(out, (uint64_t)(minutes / 60), 2);
	buf_byte(out, ':');
	buf_uint_wide(out, (uint64_t)(minutes % 60), 2);
}

/* Z says that it was written in UTC, and so does +00:00, but for a zone that
   has this offset in one half of the year. */
static bool is_utc(const struct zone *z, struct instant t)
{
	struct zone_local early;
	struct zone_local late;
	if (t.zulu || t.offset)
		return t.zulu;
	zone_at(z, t.utc - HALF_YEAR, &early);
	zone_at(z, t.utc + HALF_YEAR, &late);
	return early.offset && late.offset;
}

/* A zone's early offsets had seconds, which RFC 3339 cannot write. */
static bool same_minute(int32_t a, int32_t b)
{
	return a / 60 == b / 60;
}

static void say(struct check *c, const struct attr *a, enum code code,
                const char *before, const char *zone, const char *behind)
{
	diags_say(c->diags, code, a->at, 0, "%s=\"%.40s\": %s%s%s",
	          attr_name(a->id), a->value, before, zone, behind);
}

static void judge(struct check *c, const struct attr *a, const char *name,
                  struct instant t)
{
	const struct zone *z = zone_find(name);
	struct zone_local local;
	struct buf b = { 0 };
	int32_t before = 0;
	int32_t after = 0;
	if (!z || is_utc(z, t))
		return;
	zone_at(z, t.utc, &local);
	enum zone_wall wall = zone_wall(z, t.utc + t.offset, &before, &after);
	if (wall == WALL_NEVER &&
	    (same_minute(t.offset, before) || same_minute(t.offset, after))) {
		buf_puts(&b, " skip this time and show ");
		put_time(&b, t, local.offset);
		say(c, a, CODE_INSTANT_GAP, "clocks in ", name, buf_text(&b));
	} else if (!same_minute(t.offset, local.offset)) {
		buf_puts(&b, "the offset is ");
		put_offset(&b, t.offset);
		buf_puts(&b, ", ");
		buf_puts(&b, name);
		buf_puts(&b, " has ");
		put_offset(&b, local.offset);
		say(c, a, CODE_INSTANT_ZONE, buf_text(&b), "", " then");
	} else if (wall == WALL_TWICE) {
		buf_puts(&b, " show this time twice; this is the ");
		buf_puts(&b,
		         same_minute(t.offset, before) ? "first" : "second");
		say(c, a, CODE_INSTANT_OVERLAP, "clocks in ", name,
		    buf_text(&b));
	}
	check_done(c, &b);
}

void rule_clocks(struct check *c, const node *n)
{
	const char *zone = node_get(n, PRFMT_AT_ZONE);
	for (const struct attr *a = zone ? n->attrs : NULL; a; a = a->next) {
		const struct attr_rule *r = element_attr(n->element, a->id);
		struct instant t;
		if (r && r->kind == VALUE_INSTANT &&
		    !date_instant((struct span){ a->value, a->len }, &t))
			judge(c, a, zone, t);
	}
}
