/* rules.h - the table of rules, for who asks. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include <prfmt/prfmt.h>

const prfmt_rule *rules_find(const char *code); /* NULL: no such rule */
void rules_list(void);                          /* one line each */
void rules_explain(const prfmt_rule *rule);

#endif
