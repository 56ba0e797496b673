/* schema.c - the element table in, RELAX NG (ISO/IEC 19757-2) out. */
#include "model/schema.h"

#include "base/text.h"
#include "model/element.h"

static void line(struct buf *b, size_t depth, const char *text)
{
	for (size_t i = 0; i < depth; i++)
		buf_puts(b, "  ");
	buf_puts(b, text);
	buf_byte(b, '\n');
}

static void named(struct buf *b, size_t depth, const char *before,
                  const char *name, const char *after)
{
	for (size_t i = 0; i < depth; i++)
		buf_puts(b, "  ");
	buf_puts(b, before);
	buf_puts(b, name);
	buf_puts(b, after);
	buf_byte(b, '\n');
}

/* -- values --------------------------------------------------------------- */

static void data(struct buf *b, size_t depth, const char *type,
                 const char *pattern)
{
	named(b, depth, "<data type=\"", type, pattern ? "\">" : "\"/>");
	if (!pattern)
		return;
	named(b, depth + 1, "<param name=\"pattern\">", pattern, "</param>");
	line(b, depth, "</data>");
}

static void values(struct buf *b, size_t depth, const char *list)
{
	struct span rest = text_span(list);
	struct span word;
	struct buf name = { 0 };
	line(b, depth, "<choice>");
	while (text_word(&rest, &word)) {
		buf_clear(&name);
		buf_span(&name, word);
		named(b, depth + 1, "<value type=\"string\">",
		      buf_text(&name), "</value>");
	}
	line(b, depth, "</choice>");
	buf_free(&name);
}

static void value(struct buf *b, size_t depth, const struct attr_rule *r)
{
	switch (r->kind) {
	case VALUE_TEXT:
	case VALUE_ZONE:
	case VALUE_ZONES:
	case VALUE_IDREF:
		line(b, depth, "<text/>");
		return;
	case VALUE_URI:
	case VALUE_ANY_URI:
		data(b, depth, "string", "[\\s\\S]*\\S[\\s\\S]*");
		return;
	case VALUE_ENUM:
		values(b, depth, r->values);
		return;
	case VALUE_ID:
		data(b, depth, "string",
		     "[A-Za-z_\xC2\x80""-\xF3\xAF\xBF\xBF]"
		     "[A-Za-z0-9_.\\-\xC2\x80""-\xF3\xAF\xBF\xBF]*");
		return;
	case VALUE_LANG:
		data(b, depth, "string",
		     "([A-Za-z]{1,3}|[A-Za-z]{5,8})(-[A-Za-z0-9]{1,8})*");
		return;
	case VALUE_POSITIVE:
		data(b, depth, "string", "\\+?0{0,16}[1-9][0-9]{0,16}");
		return;
	case VALUE_INTEGER:
		data(b, depth, "string", "[+\\-]?[0-9]{1,18}");
		return;
	case VALUE_DECIMAL:
		data(b, depth, "string",
		     "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
		return;
	case VALUE_INSTANT:
		data(b, depth, "dateTime",
		     "[0-9]{4}-.*(Z|[+\\-][0-9][0-9]:[0-9][0-9])");
		return;
	case VALUE_DAY:
		data(b, depth, "date", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
		return;
	case VALUE_NMTOKEN:
		data(b, depth, "string",
		     "[A-Za-z0-9_.:\\-\xC2\x80""-\xF3\xAF\xBF\xBF]+");
		return;
	case VALUE_TEL:
		data(b, depth, "string", "\\+[0-9]+");
		return;
	}
}

static void attributes(struct buf *b, size_t depth, prfmt_element e)
{
	for (int a = 1; a < ATTR_COUNT; a++) {
		const struct attr_rule *r = element_attr(e, (prfmt_attr)a);
		if (!r)
			continue;
		/* img/@alt is asked for by a rule of its own */
		bool required = r->required;
		if (!required)
			line(b, depth++, "<optional>");
		named(b, depth, "<attribute name=\"", attr_name(r->attr),
		      "\">");
		value(b, depth + 1, r);
		line(b, depth, "</attribute>");
		if (!required)
			line(b, --depth, "</optional>");
	}
	line(b, depth, "<ref name=\"foreign-attributes\"/>");
}

/* -- content -------------------------------------------------------------- */

static void refer(struct buf *b, size_t depth, prfmt_element e)
{
	named(b, depth, "<ref name=\"", element_info(e)->name, "\"/>");
}

static void times(struct buf *b, size_t depth, const struct child_rule *r)
{
	const char *wrap = r->least ? r->most == 1 ? NULL : "oneOrMore"
	                   : r->most == 1 ? "optional" : "zeroOrMore";
	if (!wrap) {
		refer(b, depth, r->element);
		return;
	}
	named(b, depth, "<", wrap, ">");
	refer(b, depth + 1, r->element);
	named(b, depth, "</", wrap, ">");
}

static void listed(struct buf *b, size_t depth, const struct child_rule *r)
{
	for (; r && r->element; r++)
		times(b, depth, r);
}

/* At most one of the states; exactly one kind of media. */
static bool is_choice(prfmt_element parent, prfmt_element e)
{
	return (parent == PRFMT_EL_HEAD &&
	        (e == PRFMT_EL_EMBARGO || e == PRFMT_EL_HOLD ||
	         e == PRFMT_EL_WITHDRAWN)) ||
	       (parent == PRFMT_EL_FIGURE &&
	        (e == PRFMT_EL_IMG || e == PRFMT_EL_VIDEO ||
	         e == PRFMT_EL_AUDIO));
}

static void any_order(struct buf *b, size_t depth, prfmt_element parent)
{
	const struct child_rule *r = element_info(parent)->children;
	bool optional = parent == PRFMT_EL_HEAD;
	bool open = false;
	for (; r && r->element; r++) {
		bool choice = is_choice(parent, r->element);
		if (choice && !open)
			line(b, depth, optional ? "<optional><choice>"
			                        : "<choice>");
		if (open && !choice)
			line(b, depth, optional ? "</choice></optional>"
			                        : "</choice>");
		open = choice;
		if (choice)
			refer(b, depth + 1, r->element);
		else
			times(b, depth, r);
	}
	if (open)
		line(b, depth, "</choice>");
}

static void pattern(struct buf *b, size_t depth, prfmt_element e)
{
	const struct element_info *info = element_info(e);
	switch (info->content) {
	case CONTENT_EMPTY:
		line(b, depth, "<empty/>");
		return;
	case CONTENT_TEXT:
	case CONTENT_PRE:
		line(b, depth, "<text/>");
		return;
	case CONTENT_RICH:
		line(b, depth, "<ref name=\"rich\"/>");
		return;
	case CONTENT_FLOW:
		line(b, depth, "<choice>");
		line(b, depth + 1, "<ref name=\"rich\"/>");
		line(b, depth + 1, "<ref name=\"blocks\"/>");
		line(b, depth, "</choice>");
		return;
	case CONTENT_BLOCKS:
	case CONTENT_SEQUENCE:
		line(b, depth, "<group>");
		listed(b, depth + 1, info->children);
		if (info->content == CONTENT_BLOCKS)
			line(b, depth + 1, "<ref name=\"blocks\"/>");
		line(b, depth, "</group>");
		return;
	case CONTENT_CHILDREN:
		any_order(b, depth, e);
		return;
	case CONTENT_CELLS:
		line(b, depth, "<oneOrMore><choice>");
		for (const struct child_rule *r = info->children; r->element;
		     r++)
			refer(b, depth + 1, r->element);
		line(b, depth, "</choice></oneOrMore>");
		return;
	case CONTENT_PAIRS:
		line(b, depth, "<oneOrMore>");
		listed(b, depth + 1, info->children);
		line(b, depth, "</oneOrMore>");
		return;
	case CONTENT_ANY:
		line(b, depth, "<ref name=\"any-content\"/>");
		return;
	}
}

static void define(struct buf *b, prfmt_element e)
{
	const struct element_info *info = element_info(e);
	named(b, 1, "<define name=\"", info->name, "\">");
	named(b, 2, "<element name=\"", info->name, "\">");
	attributes(b, 3, e);
	if (info->content == CONTENT_ANY) {
		pattern(b, 3, e);
	} else {
		/* elements of other namespaces may stand anywhere */
		line(b, 3, "<interleave>");
		pattern(b, 4, e);
		line(b, 4, "<ref name=\"foreign\"/>");
		line(b, 3, "</interleave>");
	}
	line(b, 2, "</element>");
	line(b, 1, "</define>");
}

static void classes(struct buf *b, unsigned class)
{
	for (int e = 1; e < ELEMENT_COUNT; e++)
		if (element_info((prfmt_element)e)->classes & class)
			refer(b, 4, (prfmt_element)e);
}

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!-- Press releases, " RELEASE_NS ": the reader's own table, as\n"
	"     prfmt prints it with its option print-schema. -->\n"
	"<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
	"         ns=\"" RELEASE_NS "\"\n"
	"         datatypeLibrary=\"http://www.w3.org/2001/"
	"XMLSchema-datatypes\">\n"
	"  <start>\n"
	"    <ref name=\"release\"/>\n"
	"  </start>\n";

static const char tail[] =
	"  <define name=\"foreign-attributes\">\n"
	"    <zeroOrMore>\n"
	"      <attribute>\n"
	"        <anyName>\n"
	"          <except>\n"
	"            <nsName ns=\"\"/>\n"
	"            <name>xml:lang</name>\n"
	"          </except>\n"
	"        </anyName>\n"
	"      </attribute>\n"
	"    </zeroOrMore>\n"
	"  </define>\n"
	"  <define name=\"foreign\">\n"
	"    <zeroOrMore>\n"
	"      <element>\n"
	"        <anyName>\n"
	"          <except>\n"
	"            <nsName/>\n"
	"          </except>\n"
	"        </anyName>\n"
	"        <ref name=\"anything\"/>\n"
	"      </element>\n"
	"    </zeroOrMore>\n"
	"  </define>\n"
	"  <define name=\"anything\">\n"
	"    <zeroOrMore>\n"
	"      <attribute>\n"
	"        <anyName/>\n"
	"      </attribute>\n"
	"    </zeroOrMore>\n"
	"    <ref name=\"any-content\"/>\n"
	"  </define>\n"
	"  <define name=\"any-content\">\n"
	"    <zeroOrMore>\n"
	"      <choice>\n"
	"        <text/>\n"
	"        <element>\n"
	"          <anyName/>\n"
	"          <ref name=\"anything\"/>\n"
	"        </element>\n"
	"      </choice>\n"
	"    </zeroOrMore>\n"
	"  </define>\n"
	"</grammar>\n";

void schema_write(struct buf *b)
{
	buf_puts(b, head);
	line(b, 1, "<define name=\"rich\">");
	line(b, 2, "<zeroOrMore>");
	line(b, 3, "<choice>");
	line(b, 4, "<text/>");
	classes(b, CLASS_INLINE);
	line(b, 3, "</choice>");
	line(b, 2, "</zeroOrMore>");
	line(b, 1, "</define>");
	line(b, 1, "<define name=\"blocks\">");
	line(b, 2, "<oneOrMore>");
	line(b, 3, "<choice>");
	classes(b, CLASS_BLOCK);
	line(b, 3, "</choice>");
	line(b, 2, "</oneOrMore>");
	line(b, 1, "</define>");
	for (int e = 1; e < ELEMENT_COUNT; e++)
		define(b, (prfmt_element)e);
	buf_puts(b, tail);
}
