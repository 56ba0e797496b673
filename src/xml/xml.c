/* xml.c - libxml2's push parser in, our events with exact places out. */
#include "xml/xml.h"

#include "base/alloc.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <limits.h>
#include <string.h>

/* Where libxml2 stands is only told in bytes and only near the end of what
   an event is about; everything else is found in the text itself. */
struct parse {
	xmlParserCtxtPtr libxml;
	struct span text;
	const prfmt_limits *limits;
	struct diags *diags;
	const struct xml_events *events;
	void *user;
	status status;
	bool doctype;
	size_t depth;
	size_t markup;      /* offset where the last markup ended */
	size_t counted;     /* offset up to which line and col are known */
	uint32_t line;
	uint32_t col;
	struct xml_attr *attrs;
	size_t attrs_cap;
};

static size_t offset_now(const struct parse *p)
{
	long at = xmlByteConsumed(p->libxml);
	if (at < 0)
		return p->markup;
	return (size_t)at < p->text.len ? (size_t)at : p->text.len;
}

/* Offsets come in rising order but for an error's, so that each byte is
   counted once, in one long line too; going back starts the count anew. */
static struct place place_of(struct parse *p, size_t offset)
{
	if (offset < p->counted) {
		p->counted = 0;
		p->line = 1;
		p->col = 1;
	}
	for (; p->counted < offset; p->counted++) {
		unsigned char byte = (unsigned char)p->text.at[p->counted];
		if (byte == '\n') {
			p->line++;
			p->col = 1;
		} else if ((byte & 0xC0) != 0x80) {
			p->col++;
		}
	}
	return (struct place){ p->line, p->col, 0 };
}

/* What goes on in further lines ends, for a reader's eye, with the first. */
static struct place place_range(struct parse *p, size_t from, size_t to)
{
	struct place at = place_of(p, from);
	const char *text = p->text.at + from;
	const char *line_end = memchr(text, '\n', to - from);
	if (line_end)
		to = from + (size_t)(line_end - text);
	at.end = at.col + (uint32_t)text_count(p->text.at + from, to - from);
	return at;
}

static void stop(struct parse *p, status st)
{
	if (!p->status)
		p->status = st;
	xmlStopParser(p->libxml);
}

static struct span span_of(const xmlChar *s)
{
	return text_span((const char *)s);
}

static bool ends_name(char c)
{
	return text_is_blank(c) || c == '=' || c == '/' || c == '>';
}

/* Offsets of the next name="value" in a start tag; false: none left. */
static bool next_attr(struct span text, size_t *at, size_t *name_end)
{
	size_t i = *at;
	while (i < text.len && text_is_blank(text.at[i]))
		i++;
	*at = i;
	while (i < text.len && !ends_name(text.at[i]))
		i++;
	*name_end = i;
	return i > *at;
}

static size_t after_value(struct span text, size_t i)
{
	while (i < text.len && text.at[i] != '"' && text.at[i] != '\'')
		i++;
	char quote = i < text.len ? text.at[i++] : '"';
	while (i < text.len && text.at[i] != quote)
		i++;
	return i < text.len ? i + 1 : i;
}

/* libxml2 gives attributes in the order of the source without the namespace
   declarations, so the k-th name that declares nothing is the k-th. */
static void place_attrs(struct parse *p, size_t tag, size_t count)
{
	size_t i = tag + 1;
	size_t k = 0;
	size_t end = 0;
	while (i < p->text.len && !ends_name(p->text.at[i]))
		i++;
	while (k < count && next_attr(p->text, &i, &end)) {
		struct span name = { p->text.at + i, end - i };
		size_t next = after_value(p->text, end);
		if (!text_is(name, "xmlns") && !text_starts(name, "xmlns:"))
			p->attrs[k++].at = place_range(p, i, next);
		i = next;
	}
}

static bool attrs_room(struct parse *p, size_t count)
{
	if (count <= p->attrs_cap)
		return true;
	size_t bytes = 0;
	if (!size_mul(count, sizeof *p->attrs, &bytes))
		return false;
	struct xml_attr *grown = mem_grow(p->attrs, bytes);
	if (!grown)
		return false;
	p->attrs = grown;
	p->attrs_cap = count;
	return true;
}

static size_t tag_start(const struct parse *p, size_t from)
{
	/* no '<' stands in an attribute value (XML 1.0, 3.1) */
	while (from > 0 && p->text.at[from - 1] != '<')
		from--;
	return from ? from - 1 : 0;
}

static void say_attrs(struct parse *p, struct place at)
{
	diags_say(p->diags, CODE_LIMIT, at, 0,
	          "the element has more than %zu attributes (limit attrs)",
	          p->limits->attrs);
}

static bool over_limit(struct parse *p, size_t count, struct place at)
{
	if (++p->depth > p->limits->depth) {
		diags_say(p->diags, CODE_LIMIT, at, 0,
		          "elements are nested deeper than %zu (limit depth)",
		          p->limits->depth);
		return true;
	}
	if (count > p->limits->attrs) {
		say_attrs(p, at);
		return true;
	}
	return false;
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int nb_namespaces,
                     const xmlChar **namespaces, int nb_attributes,
                     int nb_defaulted, const xmlChar **attributes)
{
	struct parse *p = user;
	(void)nb_namespaces;
	(void)namespaces;
	(void)nb_defaulted; /* there are none without a DTD */
	if (p->status)
		return;
	size_t count = (size_t)nb_attributes;
	size_t now = offset_now(p);
	size_t tag = tag_start(p, now);
	struct xml_name name = { span_of(prefix), span_of(local),
		span_of(uri) };
	size_t shown = 1 + name.local.len +
	               (name.prefix.len ? name.prefix.len + 1 : 0);
	struct place at = place_range(p, tag, tag + shown);
	p->markup = now;
	while (p->markup < p->text.len && p->text.at[p->markup] != '>')
		p->markup++;
	p->markup += p->markup < p->text.len;
	if (over_limit(p, count, at)) {
		stop(p, PRFMT_ELIMIT);
		return;
	}
	if (!attrs_room(p, count)) {
		stop(p, PRFMT_ENOMEM);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const xmlChar **a = attributes + 5 * i;
		p->attrs[i] = (struct xml_attr){
			.local = span_of(a[0]),
			.prefix = span_of(a[1]),
			.uri = span_of(a[2]),
			.value = { (const char *)a[3], (size_t)(a[4] - a[3]) },
			.at = at,
		};
	}
	place_attrs(p, tag, count);
	status st = p->events->start(p->user, &name, p->attrs, count, at);
	if (st)
		stop(p, st);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *uri)
{
	struct parse *p = user;
	(void)local;
	(void)prefix;
	(void)uri;
	if (p->status)
		return;
	p->depth--;
	size_t now = offset_now(p);
	p->markup = now > p->markup ? now : p->markup;
	status st = p->events->end(p->user);
	if (st)
		stop(p, st);
}

static void on_text(void *user, const xmlChar *at, int len)
{
	struct parse *p = user;
	if (p->status)
		return;
	struct span text = { (const char *)at, (size_t)len };
	size_t from = p->markup;
	while (from < p->text.len && text_is_blank(p->text.at[from]))
		from++;
	status st = p->events->text(p->user, text, place_of(p, from));
	if (st)
		stop(p, st);
}

/* It comes in pieces, and libxml2 still stands within it. */
static void on_cdata(void *user, const xmlChar *at, int len)
{
	struct parse *p = user;
	on_text(user, at, len);
	size_t end = offset_now(p);
	if (p->status || end < p->markup)
		return;
	while (end + 3 <= p->text.len && memcmp(p->text.at + end, "]]>", 3))
		end++;
	p->markup = end + 3 <= p->text.len ? end + 3 : p->text.len;
}

/* Where the comment or instruction starts that follows the last markup; the
   text between has no '<'. */
static struct place aside_place(struct parse *p)
{
	size_t from = p->markup;
	while (from < p->text.len && p->text.at[from] != '<')
		from++;
	return place_of(p, from);
}

static void on_comment(void *user, const xmlChar *text)
{
	struct parse *p = user;
	if (p->status)
		return;
	struct place at = aside_place(p);
	p->markup = offset_now(p);
	status st = p->events->comment(p->user, span_of(text), at);
	if (st)
		stop(p, st);
}

static void on_pi(void *user, const xmlChar *target, const xmlChar *data)
{
	struct parse *p = user;
	if (p->status)
		return;
	struct place at = aside_place(p);
	p->markup = offset_now(p);
	status st = p->events->pi(p->user, span_of(target), span_of(data), at);
	if (st)
		stop(p, st);
}

/* Called before anything of the subset is read. xmlStopParser leaves
   wellFormed at 1, hence a flag of our own. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *id,
                       const xmlChar *system)
{
	struct parse *p = user;
	(void)name;
	(void)id;
	(void)system;
	if (p->status)
		return;
	size_t tag = tag_start(p, offset_now(p));
	p->doctype = true;
	diags_say(p->diags, CODE_DOCTYPE,
	          place_range(p, tag, tag + strlen("<!DOCTYPE")), 0,
	          "a document type declaration is refused");
	stop(p, PRFMT_ESYNTAX);
}

/* libxml2's wording changes between versions; ours does not. */
static const struct {
	int error;
	const char *sentence;
	char back; /* the place is where this stands last; 0: here */
} sentences[] = {
	{ XML_ERR_TAG_NAME_MISMATCH,
	  "an end tag does not match its start tag",
	  '<' },
	{ XML_ERR_TAG_NOT_FINISHED, "an element is not closed", 0 },
	{ XML_ERR_GT_REQUIRED, "a tag is not closed with '>'", 0 },
	{ XML_ERR_DOCUMENT_END, "the document ends too early", 0 },
	{ XML_ERR_DOCUMENT_EMPTY, "this is not XML", 0 },
	{ XML_ERR_UNDECLARED_ENTITY, "an entity that XML does not know; only "
	  "&amp; &lt; &gt; &quot; &apos; and numbers can be used",
	  '&' },
	{ XML_WAR_UNDECLARED_ENTITY, "an entity that XML does not know; only "
	  "&amp; &lt; &gt; &quot; &apos; and numbers can be used",
	  '&' },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, "'&' is written &amp;",
	  '&' },
	{ XML_ERR_NAME_REQUIRED, "a name is missing",
	  '&' },
	{ XML_ERR_INVALID_CHAR, "a character that XML cannot carry", 0 },
	{ XML_ERR_INVALID_CHARREF, "a character reference to a character that "
	  "XML cannot carry",
	  '&' },
	{ XML_ERR_LT_IN_ATTRIBUTE,
	  "'<' in an attribute value is written &lt;", 0 },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED,
	  "an attribute value is not in quotes", 0 },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED,
	  "an attribute value is not closed", 0 },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "an attribute has no value", 0 },
	{ XML_ERR_ATTRIBUTE_REDEFINED, "an attribute is written twice",
	  '<' },
	{ XML_ERR_SPACE_REQUIRED,
	  "a space is missing between two attributes", 0 },
	{ XML_ERR_COMMENT_NOT_FINISHED, "a comment is not closed", 0 },
	{ XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not closed", 0 },
	{ XML_ERR_PI_NOT_FINISHED,
	  "a processing instruction is not closed", 0 },
	{ XML_ERR_HYPHEN_IN_COMMENT, "'--' stands in a comment", 0 },
	{ XML_ERR_LTSLASH_REQUIRED, "an end tag is missing", 0 },
	{ XML_ERR_RESERVED_XML_NAME, "the XML declaration is not at the very "
	  "start", 0 },
	{ XML_ERR_MISPLACED_CDATA_END, "']]>' stands in text", 0 },
	{ XML_NS_ERR_UNDEFINED_NAMESPACE, "a prefix is used that no xmlns "
	  "declares",
	  '<' },
	{ XML_NS_ERR_ATTRIBUTE_REDEFINED, "an attribute is written twice",
	  '<' },
	{ XML_NS_ERR_XML_NAMESPACE, "a namespace declaration is wrong", 0 },
	{ XML_NS_ERR_QNAME, "a name has a colon where it must not", 0 },
};

static size_t step_back(const struct parse *p, size_t from, char mark)
{
	enum { FAR = 4096 }; /* no token of ours is longer */
	size_t at = from;
	while (mark && at > 0 && from - at < FAR && p->text.at[at - 1] != mark)
		at--;
	bool found = mark && at > 0 && p->text.at[at - 1] == mark;
	return found ? at - 1 : from;
}

static void on_error(void *user, xmlErrorPtr error)
{
	struct parse *p = user;
	if (error->code == XML_ERR_NO_MEMORY) {
		stop(p, PRFMT_ENOMEM); /* whatever the parser returns later */
		return;
	}
	/* that a namespace is no URI is a warning by Namespaces 1.0, 2.2 */
	if (p->status || error->level == XML_ERR_WARNING ||
	    error->code == XML_WAR_NS_URI ||
	    error->code == XML_WAR_NS_URI_RELATIVE)
		return;
	const char *sentence = "the XML is not well formed";
	size_t offset = offset_now(p);
	for (size_t i = 0; i < COUNT(sentences); i++) {
		if (sentences[i].error != error->code)
			continue;
		sentence = sentences[i].sentence;
		size_t back = step_back(p, offset, sentences[i].back);
		/* a name is missing behind "&" where "&" is meant itself */
		if (error->code == XML_ERR_NAME_REQUIRED && back != offset)
			sentence = "'&' is written &amp;";
		offset = back;
	}
	struct place at = place_of(p, offset);
	diags_say(p->diags, CODE_XML_SYNTAX, at, 0, "%s", sentence);
	stop(p, PRFMT_ESYNTAX);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
	(void)user;
	return xmlGetPredefinedEntity(name);
}

static void handlers(xmlSAXHandler *sax)
{
	memset(sax, 0, sizeof *sax);
	sax->initialized = XML_SAX2_MAGIC;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_cdata;
	sax->comment = on_comment;
	sax->processingInstruction = on_pi;
	sax->internalSubset = on_doctype;
	sax->getEntity = on_entity;
	sax->serror = on_error;
}

static size_t skip_to(struct span text, size_t at, const char *end)
{
	size_t n = strlen(end);
	while (at + n <= text.len && memcmp(text.at + at, end, n))
		at++;
	return at + n <= text.len ? at + n : text.len;
}

/* The end of the tag at `at`; *equals: how many '=' stand between its
   values. */
static size_t tag_end(struct span text, size_t at, size_t *equals)
{
	char quote = '\0';
	for (*equals = 0; at < text.len; at++) {
		char c = text.at[at];
		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at;
		else
			*equals += c == '=';
	}
	return at;
}

/* libxml2 compares each attribute of a tag with all before it, and each
   namespace declaration, before it shows any: it is given nothing beyond a
   tag that has far too many. The offset of that tag, or the end. */
static size_t safe_length(struct span text, size_t most)
{
	size_t at = 0;
	while (at < text.len) {
		const char *tag = memchr(text.at + at, '<', text.len - at);
		size_t equals = 0;
		if (!tag)
			return text.len;
		at = (size_t)(tag - text.at);
		struct span rest = { tag, text.len - at };
		if (text_starts(rest, "<!--")) {
			at = skip_to(text, at + 4, "-->");
		} else if (text_starts(rest, "<![CDATA[")) {
			at = skip_to(text, at + 9, "]]>");
		} else if (text_starts(rest, "<?")) {
			at = skip_to(text, at + 2, "?>");
		} else {
			size_t end = tag_end(text, at, &equals);
			if (equals / 2 > most)
				return at;
			at = end;
		}
	}
	return at;
}

/* Where libxml2's buffer cannot grow, no handler is told: it only falls
   silent. */
static void chunk(struct parse *p, size_t from, size_t to)
{
	if (p->status)
		return;
	xmlParseChunk(p->libxml, p->text.at + from, (int)(to - from), 0);
	if (!p->status && p->libxml->disableSAX)
		stop(p, PRFMT_ENOMEM);
}

static void feed(struct parse *p)
{
	enum { FIRST = 4 }; /* libxml2 looks at four bytes for the encoding */
	size_t len = safe_length(p->text, p->limits->attrs);
	size_t first = len < FIRST ? len : FIRST;
	chunk(p, 0, first);
	chunk(p, first, len);
	if (!p->status && len < p->text.len) {
		say_attrs(p, place_of(p, len));
		stop(p, PRFMT_ELIMIT);
	}
	if (!p->status)
		xmlParseChunk(p->libxml, NULL, 0, 1);
}

static status run(struct parse *p)
{
	xmlSAXHandler sax;
	handlers(&sax);
	p->libxml = xmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL);
	if (!p->libxml)
		return PRFMT_ENOMEM;
	/* NOENT, because without it &amp; in an attribute comes as &#38;. There
	   is nothing else that it could put in: a DOCTYPE has stopped the parse
	   before an entity is declared, and on_entity knows the five alone. */
	xmlCtxtUseOptions(p->libxml, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
	                                     XML_PARSE_NOENT);
	xmlSwitchEncoding(p->libxml, XML_CHAR_ENCODING_UTF8);
	feed(p);
	if (!p->status && (p->doctype || !p->libxml->wellFormed)) {
		diags_say(p->diags, CODE_XML_SYNTAX,
		          place_of(p, p->text.len), 0,
		          "the XML is not well formed");
		p->status = PRFMT_ESYNTAX;
	}
	if (p->libxml->myDoc)
		xmlFreeDoc(p->libxml->myDoc);
	xmlFreeParserCtxt(p->libxml);
	return p->status;
}

status xml_parse(struct span text, const prfmt_limits *limits,
                 struct diags *d, const struct xml_events *events, void *user)
{
	struct parse p = {
		.text = text,
		.limits = limits,
		.diags = d,
		.events = events,
		.user = user,
		.line = 1,
		.col = 1,
	};
	if (text.len > INT_MAX)
		return PRFMT_ELIMIT;
	status st = run(&p);
	mem_free(p.attrs);
	return st ? st : d->status;
}
