/* newsml.h - what the files of the NewsML-G2 renderer share. */
#ifndef RENDER_NEWSML_NEWSML_H
#define RENDER_NEWSML_NEWSML_H

#include "base/base.h"
#include "base/buf.h"
#include "model/node.h"
#include "render/job.h"
#include "render/markup.h"

struct newsml {
	struct job *j;
	struct markup m;
	const node *head;
	const node *back;
	struct buf text; /* of newsml_text(), until the next call */
};

enum newsml_form { FORM_XHTML, FORM_NITF, FORM_COUNT };

/* -- newsml.c: pieces ----------------------------------------------------- */

/* The one buffer, emptied: for text that is written at once. */
struct buf *newsml_text(struct newsml *n);
/* Empties a buffer of the caller's; its status becomes the sink's. */
void newsml_clear(struct newsml *n, struct buf *b);
/* Frees a buffer of the caller's; its status becomes the sink's. */
void newsml_done(struct newsml *n, struct buf *b);
/* <name>text</name> on a line of its own; nothing where the text is empty. */
void newsml_leaf(struct newsml *n, const char *name, const char *text);
/* The same with the flat text of a node and its own language; one attribute
   (NULL: none). */
void newsml_flat(struct newsml *n, const char *name, const node *from,
                 const char *attr, const char *value);
void newsml_instant(struct newsml *n, const char *name, struct instant t);
/* Closes an element that has lines of its own inside. */
void newsml_close(struct newsml *n);
/* An element with nothing but one attribute. */
void newsml_code(struct newsml *n, const char *name, const char *attr,
                 const char *value);
/* An absolute URI, cleaned and encoded; false: it is none. */
bool newsml_uri(struct buf *out, struct span address);
/* literal="…", without line ends. */
void newsml_literal(struct newsml *n, const char *text);
/* Right after an open: uri if the node has an absolute one, else its text as
   literal. */
void newsml_identity(struct newsml *n, const node *name, struct span uri);
/* Opens the element of an organisation or person, with its name in it; role
   and type may be NULL. To be closed by the caller. */
void newsml_party_open(struct newsml *n, const char *element, const char *type,
                       const char *role, const node *name, struct span uri);
/* xml:lang and dir that a node itself has, right after an open. */
void newsml_own_lang(struct newsml *n, const node *from);
const char *newsml_dir(const struct newsml *n); /* "ltr" or "rtl" */
/* "Withdrawn: text"; the label alone where there is no text. */
void newsml_notice(struct buf *out, const struct job *j);

/* -- one file each -------------------------------------------------------- */

void newsml_item_meta(struct newsml *n);
void newsml_content_meta(struct newsml *n);
/* The release's text as blocks, inside the element that is open. */
void newsml_body(struct newsml *n, enum newsml_form form);
void newsml_xhtml(struct newsml *n);
void newsml_nitf(struct newsml *n);

#endif
