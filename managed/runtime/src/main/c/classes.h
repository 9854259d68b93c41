/*
 * The classes of the program, in place of TeaVM's core.c: they lie in its image, below 2 GiB, so that an object's header is the address of its class. Those of
 * arrays are made when they are needed.
 */
#pragma once
#include "core.h"

/* Classes of arrays, from the one that was made last on. */
extern TeaVM_Class *peaberry_arrayClasses;

/* All others in a row, for those who look for one by its name; they are linked when somebody does. */
TeaVM_Class *peaberry_linkedClasses(void);

#define teavm_firstClass (peaberry_linkedClasses())
