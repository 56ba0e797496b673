/* uri.h - what may be linked, and how an address is written on the wire. */
#ifndef BASE_URI_H
#define BASE_URI_H

#include "base/base.h"
#include "base/buf.h"

/* Adds the address without C0 controls and blanks at its ends, as browsers
   read it (tabs and line ends inside go too). */
void uri_clean(struct buf *out, struct span text);
struct span uri_scheme(struct span cleaned); /* "https"; empty: relative */
/* http, https, mailto or tel, after cleaning. */
bool uri_may_link(struct span cleaned);
bool uri_is_web(struct span cleaned);      /* http or https, with a host */
bool uri_is_absolute(struct span cleaned); /* RFC 3986, 4.3: has a scheme */
/* As a URI: bytes that RFC 3986 does not allow are percent-encoded, what is
   encoded stays as it is. */
void uri_encode(struct buf *out, struct span cleaned);

#endif
