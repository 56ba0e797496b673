/* asset.c - addresses in; what the host's resolver gave for each, out. */
#include "asset/asset.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/uri.h"

#include <assert.h>
#include <string.h>

enum { BUCKETS = 64 };

struct entry {
	struct asset asset; /* first: what callers hold */
	prfmt_blob blob;
	uint32_t hash;
	struct entry *next;
};

struct assets {
	prfmt_asset_fn fn;
	void *user;
	size_t most;
	size_t most_bytes;
	size_t asked;
	struct arena arena;
	struct entry *buckets[BUCKETS]; /* only what the resolver was asked */
};

status assets_new(prfmt_asset_fn fn, void *user, const prfmt_limits *limits,
                  struct assets **out)
{
	*out = NULL;
	struct assets *a = mem_zero(1, sizeof *a);
	if (!a)
		return PRFMT_ENOMEM;
	prfmt_limits l = limits_fill(limits);
	a->fn = fn;
	a->user = user;
	a->most = l.assets;
	a->most_bytes = l.asset_bytes;
	*out = a;
	return PRFMT_OK;
}

static void give_back(const struct assets *a, const prfmt_blob *blob)
{
	if (blob->done)
		blob->done(a->user, blob->data);
}

void assets_free(struct assets *a)
{
	if (!a)
		return;
	for (size_t i = 0; i < BUCKETS; i++)
		for (struct entry *e = a->buckets[i]; e; e = e->next)
			give_back(a, &e->blob);
	arena_free(&a->arena);
	mem_free(a);
}

static uint32_t hash_of(struct span uri)
{
	uint32_t h = UINT32_C(2166136261); /* FNV-1a */
	for (size_t i = 0; i < uri.len; i++)
		h = (h ^ (unsigned char)uri.at[i]) * UINT32_C(16777619);
	return h;
}

static bool may_ask(struct span uri)
{
	for (size_t i = 0; i < uri.len; i++) {
		unsigned char c = (unsigned char)uri.at[i];
		if (c < 0x20 || c == 0x7F)
			return false;
	}
	/* trimmed, as a resolver may read " file:x" leniently */
	return uri_scheme(text_trim(uri)).len == 0;
}

/* What the resolver said, with our own view of its blob. */
static status ask(struct assets *a, struct entry *e, prfmt_element element)
{
	prfmt_asset_request what = PRFMT_INIT(prfmt_asset_request);
	what.uri = e->asset.uri;
	what.element = element;
	what.max_bytes = a->most_bytes;
	prfmt_blob blob = PRFMT_INIT(prfmt_blob);
	a->asked++;
	status st = a->fn(a->user, &what, &blob);
	if (st == PRFMT_ENOMEM || st == PRFMT_ELIMIT || st == PRFMT_ECANCEL)
		return st;
	if (st)
		return PRFMT_EASSET;
	bool over = blob.len > a->most_bytes;
	if (over || (!blob.data && blob.len)) {
		give_back(a, &blob);
		return over ? PRFMT_ELIMIT : PRFMT_EASSET;
	}
	e->blob = blob;
	e->asset.data = blob.data;
	e->asset.len = blob.len;
	return PRFMT_OK;
}

static const struct entry *find(const struct assets *a, const char *uri,
                                uint32_t hash)
{
	const struct entry *e = a->buckets[hash % BUCKETS];
	while (e && (e->hash != hash || strcmp(e->asset.uri, uri) != 0))
		e = e->next;
	return e;
}

status assets_give(struct assets *a, const char *uri, struct span bytes)
{
	uint32_t hash = hash_of(text_span(uri));
	struct entry *e = arena_zero(&a->arena, sizeof *e);
	char *copy = e ? arena_copy(&a->arena, uri, strlen(uri)) : NULL;
	if (!copy)
		return PRFMT_ENOMEM;
	e->hash = hash;
	e->asset = (struct asset){ copy, bytes.at, bytes.len, PRFMT_OK };
	e->next = a->buckets[hash % BUCKETS];
	a->buckets[hash % BUCKETS] = e;
	return PRFMT_OK;
}

status assets_get(struct assets *a, const char *uri, prfmt_element element,
                  const struct asset **out)
{
	assert(a && uri);
	*out = NULL;
	struct span name = text_span(uri);
	uint32_t hash = hash_of(name);
	const struct entry *known = find(a, uri, hash);
	if (known) {
		*out = &known->asset;
		return PRFMT_OK;
	}
	struct entry *e = arena_zero(&a->arena, sizeof *e);
	char *copy = e ? arena_copy(&a->arena, uri, name.len) : NULL;
	if (!copy)
		return PRFMT_ENOMEM;
	e->hash = hash;
	e->asset.uri = copy;
	*out = &e->asset;
	/* Names not asked for are not kept in the buckets: their number is the
	   input's, and the search would grow with its square. */
	if (!a->fn || !may_ask(name)) {
		e->asset.status = PRFMT_EASSET;
		return PRFMT_OK;
	}
	if (a->asked >= a->most) {
		e->asset.status = PRFMT_ELIMIT;
		return PRFMT_OK;
	}
	e->asset.status = ask(a, e, element);
	if (e->asset.status == PRFMT_ENOMEM) {
		*out = NULL;
		return PRFMT_ENOMEM;
	}
	e->next = a->buckets[hash % BUCKETS];
	a->buckets[hash % BUCKETS] = e;
	return PRFMT_OK;
}
