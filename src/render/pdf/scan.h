/* scan.h - one page's content as cairo wrote it in; tagged content out. */
#ifndef PDF_SCAN_H
#define PDF_SCAN_H

#include "base/base.h"
#include "base/buf.h"
#include "render/pdf/draw.h"

/* The k-th Span becomes its owner's tag or an artifact, the k-th picture its
   figure's, other paint an artifact (PDF 1.7, 14.8.2.2); grey given as three
   equal parts of RGB is given as grey. The figures' MCIDs follow the owners'.
   EINTERNAL: the content is not what was drawn. */
status scan_page(struct span content, const struct drawn_page *page,
                 struct buf *out) MUST_USE;

#endif
