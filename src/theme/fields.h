/* fields.h - which elements a theme file has, which attributes, and where in a
   theme their values go. */
#ifndef THEME_FIELDS_H
#define THEME_FIELDS_H

#include "theme/theme.h"

enum value {
	VALUE_NUMBER, /* a double */
	VALUE_WEIGHT, /* strong: an unsigned */
	VALUE_YES,    /* a bool */
	VALUE_HUE,
	VALUE_SIDE,
	VALUE_KIND,   /* of a box */
	VALUE_FACE,   /* of a style: weight */
	VALUE_ITALIC, /* of a style */
	VALUE_COLOUR, /* #rgb or #rrggbb */
	VALUE_FONTS,  /* a struct family */
	VALUE_PAPER,
	VALUE_MARK,   /* one or two characters */
	VALUE_NAME,
	VALUE_WHICH   /* read by the element itself */
};

struct field {
	const char *name;
	enum value value;
	size_t offset; /* in what the element is about */
	double least;
	double most;
	unsigned changed;
};

enum element { EL_THEME, EL_FONTS, EL_COLOURS, EL_PAGE, EL_SETTING,
	EL_LETTERHEAD, EL_STYLE, EL_BOX, EL_LIST, EL_LABEL, EL_LOGO,
	EL_COUNT };

struct element_fields {
	const char *name;
	const struct field *fields;
	size_t count;
	const char *needs; /* an attribute; NULL: none */
};
const struct element_fields *fields_of(enum element e);

#endif
