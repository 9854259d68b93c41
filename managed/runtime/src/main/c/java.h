/* Methods of Java that C calls: @Export in peaberry.managed and in TeaVM's runtime. */
#pragma once
#include <stdint.h>

_Noreturn void peaberry_throwStackOverflow(void);
_Noreturn void peaberry_throwOutOfMemory(void);

/* Makes an array of a class, or throws. */
void *peaberry_allocateArray(void *type, int32_t length);

/* Ends the process as its program wants it: every thread of it has come to its end. */
void peaberry_finish(void);

/* Hands over what the program wrote. */
void peaberry_flush(void);
