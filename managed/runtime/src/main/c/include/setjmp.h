/* What a try block returns to when something in it throws: the registers that calls preserve. */
#pragma once
#include <stdint.h>

typedef int64_t jmp_buf[8];

__attribute__((returns_twice)) int setjmp(jmp_buf place);
_Noreturn void longjmp(jmp_buf place, int value);
