#pragma once
#include <stddef.h>

/* TeaVM's own source of random numbers is not used: peaberry.managed.Randomness. */
#define RAND_MAX 0x7FFFFFFF
#define srand(seed) ((void) 0)
int rand(void);

void *malloc(size_t bytes);
void free(void *memory);
_Noreturn void abort(void);
