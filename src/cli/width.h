/* width.h - UTF-8 as a terminal shows it. */
#ifndef CLI_WIDTH_H
#define CLI_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* The first character of a NUL-terminated text that is not empty; its bytes
   are returned. A byte that is not UTF-8 is U+FFFD. */
size_t width_next(const char *text, uint32_t *cp);
/* Columns: 0, 1 or 2. */
unsigned width_of(uint32_t cp);

#endif
