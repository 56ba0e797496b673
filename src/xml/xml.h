/* xml.h - XML bytes to events with exact places. libxml2 lives behind it. */
#ifndef XML_XML_H
#define XML_XML_H

#include "base/base.h"
#include "base/diag.h"

struct xml_attr {
	struct span prefix; /* empty without one */
	struct span local;
	struct span uri; /* empty: no namespace */
	struct span value;
	struct place at; /* of its name */
};

struct xml_name {
	struct span prefix;
	struct span local;
	struct span uri;
};

/* A status other than OK stops the parse and is what xml_parse returns. Spans
   are borrowed until the callback returns. */
struct xml_events {
	status (*start)(void *user, const struct xml_name *name,
	                const struct xml_attr *attrs, size_t count,
	                struct place at);
	status (*end)(void *user);
	status (*text)(void *user, struct span text, struct place at);
	status (*comment)(void *user, struct span text, struct place at);
	status (*pi)(void *user, struct span target, struct span data,
	             struct place at);
};

/* text: UTF-8, valid, whatever the declaration says. Trouble is said in d:
   doctype, limit (depth, attributes), xml-syntax. A DOCTYPE stops the parse
   before anything in it is looked at. */
status xml_parse(struct span text, const prfmt_limits *limits,
                 struct diags *d, const struct xml_events *events,
                 void *user) MUST_USE;

#endif
