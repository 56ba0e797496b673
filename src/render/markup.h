/* markup.h - the one writer of tags, for XML and HTML. */
#ifndef RENDER_MARKUP_H
#define RENDER_MARKUP_H

#include "base/base.h"
#include "sink/sink.h"

enum markup_kind { MARKUP_XML, MARKUP_HTML };

struct markup {
	struct sink *out;
	enum markup_kind kind;
	struct markup_name {
		const char *prefix; /* borrowed; "" without one */
		const char *local;
	} *names; /* of the open elements */
	size_t depth;
	size_t cap;
	bool in_tag; /* its '>' is not written yet */
};

void markup_start(struct markup *m, struct sink *out, enum markup_kind kind);
void markup_end(struct markup *m); /* all must be closed */

/* name is borrowed until the element is closed. */
void markup_open(struct markup *m, const char *name);
void markup_open_qualified(struct markup *m, const char *prefix,
                           const char *local);
/* Right after open; value is escaped. NULL: no attribute. */
void markup_attr(struct markup *m, const char *name, const char *value);
void markup_attr_span(struct markup *m, const char *name, struct span value);
void markup_attr_uint(struct markup *m, const char *name, uint64_t value);
void markup_text(struct markup *m, struct span text); /* escaped */
void markup_puts(struct markup *m, const char *text); /* escaped */
void markup_raw(struct markup *m, const char *text);  /* as it is */
void markup_close(struct markup *m);
/* <name>text</name> */
void markup_leaf(struct markup *m, const char *name, const char *text);
/* An empty element: <br/>, in HTML <br>. Its attributes follow, then
   markup_close_void. */
void markup_void(struct markup *m, const char *name);
void markup_close_void(struct markup *m);
/* A new line, indented for the depth (two spaces each). */
void markup_line(struct markup *m);

#endif
