/*
 * For tests: a heap that is looked at from end to end at every so many allocations, where garbage is collected too, and whose garbage is overwritten. Without
 * PEABERRY_VERIFIED_EACH, the number of allocations from one to the next, nothing of it is there.
 */
#pragma once
#include "runtime.h"
#include <stdbool.h>

#ifdef PEABERRY_VERIFIED_EACH

/* Whether garbage is to be collected before the next object is made. */
bool peaberry_isTested(void);

/* Goes through all objects and free pieces between two addresses, and notes where objects are; fails if one is none. */
void peaberry_verifyHeap(char *from, char *to);

/* Fails if a reference leads into the heap, but not to where an object was when the heap was looked at. */
void peaberry_verifyReference(const TeaVM_Object *object);

/* Makes free pieces of all that is not marked, and overwrites them. */
void peaberry_overwriteGarbage(char *from, char *to);

#else

#define peaberry_isTested() false
#define peaberry_verifyHeap(from, to) ((void) 0)
#define peaberry_verifyReference(object) ((void) 0)
#define peaberry_overwriteGarbage(from, to) ((void) 0)

#endif
