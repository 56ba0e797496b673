/* rules.c - the library's table of rules in, lines on standard output out. */
#include "cli/rules.h"

#include "cli/say.h"

#include <stdio.h>
#include <string.h>

const prfmt_rule *rules_find(const char *code)
{
	size_t i = 0;
	while (prfmt_rule_at(i) && strcmp(prfmt_rule_at(i)->code, code))
		i++;
	return prfmt_rule_at(i);
}

/* The first sentence is what it means, the rest is why. */
void rules_list(void)
{
	for (size_t i = 0; prfmt_rule_at(i); i++) {
		const prfmt_rule *r = prfmt_rule_at(i);
		const char *end = strstr(r->summary, ". ");
		size_t len = end ? (size_t)(end - r->summary) + 1
		                 : strlen(r->summary);
		printf("%-20s %-7s %.*s\n", r->code, say_severity(r->severity),
		       (int)len, r->summary);
	}
}

static void formats(uint32_t set)
{
	fputs("Concerns:", stdout);
	for (size_t i = 0; prfmt_format_at(i); i++) {
		const prfmt_format_info *f = prfmt_format_at(i);
		if (f->available && (!set || (set & PRFMT_BIT(f->format))))
			printf(" %s", f->name);
	}
	fputc('\n', stdout);
}

void rules_explain(const prfmt_rule *r)
{
	printf("%s: %s\n\n%s\n\n", r->code, say_severity(r->severity),
	       r->summary);
	printf("What to do: %s\n",
	       r->hint[0] ? r->hint : "as the finding says");
	formats(r->formats);
	printf("Example: %s\n", r->example);
	if (r->severity != PRFMT_ERROR)
		printf("Not to be told: --no-rule %s\n", r->code);
}
