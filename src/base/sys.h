/* sys.h - what the system said, in words that no locale changes. */
#ifndef BASE_SYS_H
#define BASE_SYS_H

/* "no such file", "permission denied" … for an errno value. */
const char *sys_reason(int error);

#endif
