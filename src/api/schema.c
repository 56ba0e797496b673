/* schema.c - the public calls that help to write a release by hand. */
#include "base/text.h"
#include "model/schema.h"

#include <prfmt/prfmt.h>

#include <string.h>

static status give(struct buf *b, prfmt_write_fn write, void *user)
{
	status st = b->status;
	if (!st && write(user, buf_text(b), b->len))
		st = PRFMT_EIO;
	buf_free(b);
	return st;
}

prfmt_status prfmt_schema(prfmt_write_fn write, void *user)
{
	struct buf b = { 0 };
	if (!write)
		return PRFMT_EINVAL;
	schema_write(&b);
	return give(&b, write, user);
}

/* %L is the language. */
static const char starter[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!-- A press release. Replace what stands in it; take out what you do\n"
	"     not need. The command prfmt, asked to check, says what is missing. -->\n"
	"<release xmlns=\"urn:prfmt:release:1\" xml:lang=\"%L\"\n"
	"         guid=\"tag:issuer.example,2026:release/1\">\n"
	"  <head>\n"
	"    <!-- Who speaks. Several issuers may stand one after another. -->\n"
	"    <issuer id=\"issuer\" uri=\"https://issuer.example/\">\n"
	"      <name>Issuer Example</name>\n"
	"      <url>https://issuer.example/</url>\n"
	"      <address>\n"
	"        <line>1 Example Street</line>\n"
	"        <locality>Exampleton</locality>\n"
	"      </address>\n"
	"    </issuer>\n"
	"    <!-- When version 1 is issued: date, time and offset from UTC. -->\n"
	"    <issued at=\"2026-01-01T09:00:00+00:00\"/>\n"
	"    <!-- Not before: <embargo until=\"2026-01-02T09:00:00+00:00\"\n"
	"         zone=\"Europe/London\" show=\"America/New_York\"/> -->\n"
	"    <reference>1/2026</reference>\n"
	"    <headline>What happened, in one line</headline>\n"
	"    <subhead>What it means</subhead>\n"
	"    <summary>Two sentences for lists and search engines.</summary>\n"
	"    <!-- The place and date that the first paragraph begins with. -->\n"
	"    <dateline>\n"
	"      <place>EXAMPLETON</place>\n"
	"      <date datetime=\"2026-01-01\"/>\n"
	"    </dateline>\n"
	"    <link rel=\"canonical\" href=\"https://issuer.example/news/1\"/>\n"
	"  </head>\n"
	"  <body>\n"
	"    <p>Who did what, when, where and why.</p>\n"
	"    <quote>\n"
	"      <p>What somebody says of it.</p>\n"
	"      <speaker>\n"
	"        <name>Sam Example</name>\n"
	"        <role>Head of Examples</role>\n"
	"        <org>Issuer Example</org>\n"
	"      </speaker>\n"
	"    </quote>\n"
	"    <!-- Also: h2 h3 ul ol dl table aside blockquote pre, and pictures:\n"
	"         <figure><img src=\"picture.jpg\" alt=\"What it shows\"/>\n"
	"         <caption>…</caption><credit>…</credit></figure> -->\n"
	"  </body>\n"
	"  <back>\n"
	"    <about of=\"issuer\">\n"
	"      <p>What the issuer is, in two sentences.</p>\n"
	"    </about>\n"
	"    <contact for=\"press\">\n"
	"      <name>Sam Example</name>\n"
	"      <tel number=\"+10005550100\">+1 000 555 0100</tel>\n"
	"      <email>press@issuer.example</email>\n"
	"    </contact>\n"
	"  </back>\n"
	"</release>\n";

prfmt_status prfmt_starter(const char *lang, prfmt_write_fn write, void *user)
{
	struct buf b = { 0 };
	struct span tag = text_span(lang ? lang : "en");
	const char *mark = strstr(starter, "%L");
	if (!write || !tag.len)
		return PRFMT_EINVAL;
	for (size_t i = 0; i < tag.len; i++)
		if (!text_is_alpha(tag.at[i]) && !text_is_digit(tag.at[i]) &&
		    tag.at[i] != '-')
			return PRFMT_EINVAL;
	buf_add(&b, starter, (size_t)(mark - starter));
	buf_span(&b, tag);
	buf_puts(&b, mark + 2);
	return give(&b, write, user);
}
