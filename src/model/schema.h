/* schema.h - the element table as a RELAX NG schema for editors. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "base/base.h"
#include "base/buf.h"

/* XML syntax of RELAX NG, with the types of XML Schema. It allows what the
   reader and the rules of structure and values allow; what only a whole
   release can tell (references, versions, states) it does not know. */
void schema_write(struct buf *out);

#endif
