/*
 * The stack: root made its upper 32 KiB; below that it grows when a Java method begins and too little is left.
 */
#pragma once
#include <stdint.h>

/* A Java method whose frame is below this calls peaberry_growStack first. */
extern char *peaberry_stackLimit;

/* Makes the stack longer, or throws a StackOverflowError if it is as long as it may be. */
void peaberry_growStack(void);

/* The StackOverflowError was made, for which the stack was longer than it may be otherwise. */
void peaberry_endOverflow(void);

/* How many pages may be made for anything but the stack, which is left an eighth of all. */
int64_t peaberry_sparePages(void);
