/* release.c - what a release as a whole says: state, times, identity. */
#include "model/release.h"

#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"

#include <sha1.h>

prfmt_release *release_new(void)
{
	prfmt_release *rel = mem_zero(1, sizeof *rel);
	if (rel)
		diags_start(&rel->found, LIMIT_DIAGNOSTICS);
	return rel;
}

void release_free(prfmt_release *rel)
{
	if (!rel)
		return;
	diags_free(&rel->found);
	arena_free(&rel->arena);
	mem_free(rel->text);
	mem_free(rel);
}

const node *release_head(const prfmt_release *rel)
{
	return node_child(rel->root, PRFMT_EL_HEAD);
}

const node *release_body(const prfmt_release *rel)
{
	return node_child(rel->root, PRFMT_EL_BODY);
}

const node *release_back(const prfmt_release *rel)
{
	return node_child(rel->root, PRFMT_EL_BACK);
}

const char *release_lang(const prfmt_release *rel)
{
	return node_lang(rel->root);
}

uint64_t release_version(const prfmt_release *rel)
{
	uint64_t version = 1;
	struct span s = node_get_span(rel->root, PRFMT_AT_VERSION);
	return text_uint(s, &version) && version ? version : 1;
}

const node *release_state_node(const prfmt_release *rel)
{
	static const prfmt_element states[] = { PRFMT_EL_WITHDRAWN,
		PRFMT_EL_HOLD, PRFMT_EL_EMBARGO };
	for (size_t i = 0; i < COUNT(states); i++) {
		const node *n = node_child(release_head(rel), states[i]);
		if (n)
			return n;
	}
	return NULL;
}

enum release_state release_state(const prfmt_release *rel,
                                 const struct instant *now)
{
	const node *n = release_state_node(rel);
	struct instant until = { 0 };
	if (!n)
		return STATE_IMMEDIATE;
	if (n->element == PRFMT_EL_WITHDRAWN)
		return STATE_WITHDRAWN;
	if (n->element == PRFMT_EL_HOLD)
		return STATE_HOLD;
	if (now &&
	    !date_instant(node_get_span(n, PRFMT_AT_UNTIL), &until) &&
	    now->utc >= until.utc)
		return STATE_EMBARGO_ENDED;
	return STATE_EMBARGO;
}

static bool instant_of(const prfmt_release *rel, prfmt_element e,
                       struct instant *out)
{
	const node *n = node_child(release_head(rel), e);
	return n && !date_instant(node_get_span(n, PRFMT_AT_AT), out);
}

bool release_issued(const prfmt_release *rel, struct instant *out)
{
	return instant_of(rel, PRFMT_EL_ISSUED, out);
}

bool release_changed(const prfmt_release *rel, struct instant *out)
{
	return instant_of(rel, PRFMT_EL_UPDATED, out) ||
	       release_issued(rel, out);
}

/* The space of these names: UUIDv5 of "urn:prfmt:release:1" in the URL space
   of RFC 9562, 6.6. */
static const unsigned char name_space[16] = {
	0x09, 0xca, 0x56, 0x21, 0x85, 0x03, 0x50, 0x65,
	0x98, 0x81, 0xb7, 0xee, 0x94, 0xa9, 0xd3, 0x61,
};

static void uuid_print(struct buf *out, const unsigned char *bytes)
{
	static const char hex[] = "0123456789abcdef";
	buf_puts(out, "urn:uuid:");
	for (size_t i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			buf_byte(out, '-');
		buf_byte(out, hex[bytes[i] >> 4]);
		buf_byte(out, hex[bytes[i] & 15]);
	}
}

bool release_guid(const prfmt_release *rel, struct buf *out)
{
	const char *given = node_get(rel->root, PRFMT_AT_GUID);
	if (given && given[0]) {
		buf_puts(out, given);
		return false;
	}
	const node *head = release_head(rel);
	const node *issuer = node_child(head, PRFMT_EL_ISSUER);
	const char *uri = node_get(issuer, PRFMT_AT_URI);
	struct buf name = { 0 };
	if (uri)
		buf_puts(&name, uri);
	else if (issuer)
		node_plain(&name, node_child(issuer, PRFMT_EL_NAME));
	buf_byte(&name, '\n');
	buf_span(&name, node_get_span(node_child(head, PRFMT_EL_ISSUED),
	                              PRFMT_AT_AT));
	buf_byte(&name, '\n');
	buf_puts(&name, release_lang(rel));
	SHA1_CTX sha;
	unsigned char digest[SHA1_DIGEST_LENGTH];
	SHA1Init(&sha);
	SHA1Update(&sha, name_space, sizeof name_space);
	SHA1Update(&sha, (const uint8_t *)buf_text(&name), buf_view(&name).len);
	SHA1Final(digest, &sha);
	digest[6] = (unsigned char)((digest[6] & 0x0F) | 0x50);
	digest[8] = (unsigned char)((digest[8] & 0x3F) | 0x80);
	if (name.status)
		out->status = name.status;
	uuid_print(out, digest);
	buf_free(&name);
	return true;
}
