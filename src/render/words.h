/* words.h - what is said in a release's head and back, as readers see it: the
   one place where fields become sentences, for every format alike.

   Every format tells a release in this order: issuers, kind, release line,
   issued, reference, embargo or notice, kicker, headline, subheads, authors,
   summary, facts, dateline + lead, body, end mark, about, legal, notes
   (with rights and events), correction, attachments, contacts.

   All functions add to `out`; nothing is added where the release says
   nothing. */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "base/base.h"
#include "base/buf.h"
#include "render/job.h"

/* Rich text as plain text: br is a space, q gets the language's marks, sub
   and sup stand as they are, footnotes are left out. */
void words_flat(struct buf *out, const struct job *j, const node *n);
void words_headline(struct buf *out, const struct job *j);
/* The issuers' names: "A", "A and B", "A, B and C". */
void words_issuers(struct buf *out, const struct job *j, bool brief);

const char *words_kind(const struct job *j, bool caps); /* "Press release" */
/* "For immediate release", "Embargoed until", "Withdrawn" … */
const char *words_state(const struct job *j, bool caps);
/* The instant of the embargo in its zone (index 0) and the zones to show;
   false: there is no such index. */
bool words_embargo(struct buf *out, const struct job *j, size_t index);
/* For a page foot: "Embargo: 14 January 2027, 10:00 CET"; state else. */
void words_foot(struct buf *out, const struct job *j, bool caps);
/* The text of hold or withdrawn. */
void words_notice(struct buf *out, const struct job *j);
/* With updated and expires. */
void words_issued(struct buf *out, const struct job *j);
/* The date alone, of issue. */
void words_issued_date(struct buf *out, const struct job *j);
void words_reference(struct buf *out, const struct job *j); /* + version */
void words_instruments(struct buf *out, const struct job *j,
                       const node *issuer);
/* An address in one line: "1 Quay, Eastmouth EM1 1AA, United Kingdom". */
void words_address(struct buf *out, const struct job *j, const node *address);
void words_author(struct buf *out, const struct job *j, const node *author);

bool words_has_dateline(const struct job *j);
void words_dateline_place(struct buf *out, const struct job *j);
/* The day behind a place: "25 November 2026", "le 25 novembre 2026". */
void words_dateline_day(struct buf *out, const struct job *j, struct civil day);
/* ", 25 November 2026 (WIRE)": what stands between place and separator. */
void words_dateline_rest(struct buf *out, const struct job *j);
void words_dateline_separator(struct buf *out, const struct job *j);

/* The head of an about, legal or notes section: its own, else the label. */
void words_heading(struct buf *out, const struct job *j, const node *section);
const char *words_contact_for(const struct job *j, const node *contact);
const char *words_tel_type(const struct job *j, const node *tel); /* or NULL */
/* "tel:+442079460123"; nothing where no number can be told. */
void words_tel_href(struct buf *out, const node *tel);
void words_endmark(struct buf *out, const struct job *j);
/* "was 21.0, now 22.0" of one change, with where. */
void words_change(struct buf *out, const struct job *j, const node *change);
/* "This release corrects version 1." */
void words_corrects(struct buf *out, const struct job *j);
void words_rights(struct buf *out, const struct job *j);
void words_event(struct buf *out, const struct job *j, const node *event);
/* "Rigger, Quay Ltd": role and org of a speaker, each after a comma. */
void words_speaker_rest(struct buf *out, const struct job *j,
                        const node *speaker);
/* Caption, credit, copyright and usage of a figure are nodes of their own;
   this is all but the caption, joined by ". " or " ". */
void words_credit(struct buf *out, const struct job *j, const node *figure);
/* "CSV" of a file's name, else of its media type. */
void words_file_type(struct buf *out, struct span src, struct span type);
/* The marks of a q, for the language in force there. */
const char *words_quote_open(const node *q);
const char *words_quote_close(const node *q);
/* A link that may be made of an address: cleaned; false: text only. */
bool words_href(struct buf *out, struct span address);
/* May this picture, contact … be shown at all? A withdrawn release shows its
   notice in place of subheads, summary, facts and body. */
bool words_body_shown(const struct job *j);

#endif
