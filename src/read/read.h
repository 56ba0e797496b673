/* read.h - bytes or a file in, a release with what was found out. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/base.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/release.h"

/* Findings are in d, and in the release that comes out. */
status read_file(const char *path, const prfmt_read_options *opt,
                 const prfmt_limits *limits, struct diags *d,
                 prfmt_release **out) MUST_USE;
status read_memory(const void *data, size_t len,
                   const prfmt_read_options *opt, const prfmt_limits *limits,
                   struct diags *d, prfmt_release **out) MUST_USE;

/* The text of a file of ours that is no release, as UTF-8; *out is the
   caller's to buf_free. Trouble is said in d. */
status read_text_file(const char *path, const prfmt_limits *limits,
                      struct diags *d, struct buf *out) MUST_USE;
status read_text(struct span bytes, const prfmt_limits *limits,
                 struct diags *d, struct buf *out) MUST_USE;

/* XML that could stand in an element: a release whose root is that element.
   ESYNTAX: it could not. */
status read_fragment(struct span xml, prfmt_element in,
                     const prfmt_limits *limits,
                     prfmt_release **out) MUST_USE;

/* -- inside read/ --------------------------------------------------------- */

/* The bytes as UTF-8 that XML may carry; *out is the caller's to mem_free.
   encoding: NULL: BOM, declaration, UTF-8. */
status decode(struct span bytes, const char *encoding, struct diags *d,
              struct buf *out) MUST_USE;
/* rel->text as XML into rel's tree. */
status read_release_xml(prfmt_release *rel, const prfmt_limits *limits,
                        uint32_t flags) MUST_USE;
/* Fills what the release lacks from "field=value" texts. */
status read_set(prfmt_release *rel, const char *const *set) MUST_USE;

#endif
