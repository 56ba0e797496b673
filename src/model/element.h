/* element.h - the one table of the release's vocabulary (release.rnc):
   reader, checks, writers and public names all read it. */
#ifndef MODEL_ELEMENT_H
#define MODEL_ELEMENT_H

#include "base/base.h"

#define RELEASE_NS "urn:prfmt:release:1"
#define XML_NS "http://www.w3.org/XML/1998/namespace"

enum content {
	CONTENT_EMPTY,    /* nothing */
	CONTENT_TEXT,     /* text alone */
	CONTENT_PRE,      /* text alone, white space kept */
	CONTENT_RICH,     /* text and inline elements */
	CONTENT_FLOW,     /* inline, or blocks */
	CONTENT_BLOCKS,   /* blocks, behind the children listed */
	CONTENT_CHILDREN, /* the children listed, in any order */
	CONTENT_SEQUENCE, /* the children listed, in the order listed */
	CONTENT_PAIRS,    /* groups of dt + and dd + */
	CONTENT_CELLS,    /* the children listed, in the order written */
	CONTENT_ANY       /* kept as it is, never looked into */
};

enum element_class { /* bits */
	CLASS_INLINE = 1,
	CLASS_BLOCK = 2
};

struct child_rule {
	prfmt_element element;
	unsigned least;
	unsigned most; /* 0: no limit */
};

enum value_kind {
	VALUE_TEXT,
	VALUE_URI,     /* not empty */
	VALUE_ANY_URI, /* anything a src or href may say */
	VALUE_ENUM,
	VALUE_ID,
	VALUE_IDREF,
	VALUE_LANG,
	VALUE_POSITIVE,
	VALUE_INTEGER,
	VALUE_DECIMAL,
	VALUE_INSTANT,
	VALUE_DAY,
	VALUE_NMTOKEN,
	VALUE_TEL,
	VALUE_ZONE,
	VALUE_ZONES
};

struct attr_rule {
	prfmt_attr attr;
	bool required;
	enum value_kind kind;
	const char *values; /* of VALUE_ENUM, blank-separated */
};

struct element_info {
	const char *name;
	enum content content;
	unsigned classes;
	bool common; /* xml:lang and dir allowed */
	const struct child_rule *children; /* ends with element 0 */
	const struct attr_rule *attrs;     /* ends with attr 0 */
};

enum { ELEMENT_COUNT = PRFMT_EL_ENDMARK + 1, ATTR_COUNT = PRFMT_AT_FOR + 1 };

const struct element_info *element_info(prfmt_element e); /* e > 0 */
const char *attr_name(prfmt_attr a); /* "xml:lang"; NULL: none such */
prfmt_element element_find(struct span name); /* 0: none */
prfmt_attr attr_find(struct span name);       /* 0: none; "xml:lang" */

/* NULL: not allowed here. */
const struct child_rule *element_child(prfmt_element parent,
                                       prfmt_element child);
const struct attr_rule *element_attr(prfmt_element e, prfmt_attr a);
bool element_allows(prfmt_element parent, prfmt_element child);
/* May text stand in it? In flow content only where no block does. */
bool element_takes_text(prfmt_element e);
/* The nearest known name that could stand here; NULL: none is near. */
const char *element_nearest(prfmt_element parent, struct span name);
const char *attr_nearest(prfmt_element e, struct span name);

#endif
