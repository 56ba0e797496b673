/* html.h - what the files of the HTML page share: the page being written. */
#ifndef RENDER_HTML_HTML_H
#define RENDER_HTML_HTML_H

#include "base/buf.h"
#include "render/job.h"
#include "render/markup.h"

struct table_frame; /* a table that is open: html_table.c */

struct page {
	struct job *job;
	struct markup m;
	struct buf prefix; /* of the ids we make: no id of the release has it */
	const node **notes; /* footnotes met; a number is its index + 1 */
	size_t note_count;
	size_t note_cap;
	size_t notes_told; /* of these, how many have been written out */
	struct table_frame **tables; /* the open ones, innermost last */
	size_t table_depth;
	size_t table_cap;
	size_t table_count; /* met so far, for their ids */
	const node *lead;   /* the paragraph that begins with the dateline */
	status status;      /* first trouble that is not the sink's */
};

void html_fail(struct page *p, status st); /* the first one stays */
/* Frees it; had it no memory, the page fails. */
void html_drop(struct page *p, struct buf *b);
/* May the story be told in metadata? Not under embargo, on hold, withdrawn. */
bool html_is_public(const struct job *j);

/* -- tags ----------------------------------------------------------------- */

/* A new line, the tag, its class (NULL: none). */
void html_open(struct page *p, const char *tag, const char *class);
/* Closes on a line of its own; for what html_open opened around blocks. */
void html_close(struct page *p);
/* html_open + text + close, on one line; nothing if the text is empty. */
void html_line(struct page *p, const char *tag, const char *class,
               const char *text);
/* Inline: no new line. */
void html_span(struct page *p, const char *tag, const char *class,
               const char *text);
/* id, and lang and dir where the node says so. */
void html_common(struct page *p, const node *n);
/* An id of our own: prefix, name, "-", number. hash: as a reference to it. */
void html_id(struct page *p, struct buf *out, bool hash, const char *name,
             size_t number);
/* <time datetime="..."> with the text. */
void html_time(struct page *p, struct instant at, const char *text);
/* Where `part` stands in `whole`; false: nowhere. */
bool html_find(const char *whole, const char *part, size_t *at);
/* A text in which one part is a link, where it may be one. */
void html_linked(struct page *p, const char *whole, const char *part,
                 const char *address);

/* -- addresses ------------------------------------------------------------ */

/* Cleaned, and what a URL may not hold percent-encoded; the rest, letters of
   all scripts too, stays readable. */
void html_uri(struct buf *out, struct span address);
/* An address for src: relative, http or https, else false (nothing added). */
bool html_src(struct buf *out, struct span address);
/* An address for href, encoded as above; false: text only. */
bool html_href(struct buf *out, struct span address);

/* -- parts ---------------------------------------------------------------- */

void html_head(struct page *p);
void html_jsonld(struct page *p);
void html_inline(struct page *p, const node *rich); /* what is in it */
void html_blocks(struct page *p, const node *parent);
void html_body(struct page *p);
void html_back(struct page *p);
void html_notes(struct page *p); /* the footnotes not told yet */
/* "was 21.0, now 22.0" of each change, marked up. */
void html_changes(struct page *p);
/* An address as a link; the text is what readers see. */
void html_link(struct page *p, struct span address, const char *text);
/* The address as its own text; scheme and last slash for those who copy. */
void html_web_link(struct page *p, const char *address);
/* Telephones, e-mail and web addresses, each after `before`. */
void html_tel(struct page *p, const node *tel);
void html_email(struct page *p, const node *email);
void html_picture(struct page *p, const node *img, const char *class);
void html_dateline(struct page *p, bool alone);

/* -- blocks: what html_blocks calls on its way ---------------------------- */

/* enter NULL: the tag with what html_common says; false from enter: nothing
   is open. leave NULL: the tag is closed. */
struct html_rule {
	const char *tag;
	bool (*enter)(struct page *p, const node *n);
	void (*leave)(struct page *p, const node *n);
};

bool html_figure_enter(struct page *p, const node *figure);

/* -- tables: what html_blocks calls on its way ---------------------------- */

bool html_table_enter(struct page *p, const node *table);
void html_table_leave(struct page *p, const node *table);
bool html_cols(struct page *p, const node *col);
bool html_row_enter(struct page *p, const node *tr);
void html_row_leave(struct page *p, const node *tr);
bool html_cell_enter(struct page *p, const node *cell);
void html_cell_leave(struct page *p, const node *cell);
void html_tables_free(struct page *p);

/* -- JSON ----------------------------------------------------------------- */

struct json { /* all zero: nothing yet */
	struct buf buf;
	bool more; /* something stands before on this level */
};

void json_open(struct json *o, const char *key, char bracket); /* { or [ */
void json_close(struct json *o, char bracket);                 /* } or ] */
void json_drop(struct json *o, struct buf *b); /* as html_drop */
/* key NULL: in an array. Nothing is written for an empty value. */
void json_text(struct json *o, const char *key, const char *value);

#endif
