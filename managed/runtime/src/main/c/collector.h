/*
 * The heap of Java: objects one behind the other, and between them free pieces. New objects are made in a free piece, the gap, until it is full; then the
 * sweep goes on from where it is and finds the next one. When it is at the end the heap grows, or garbage is collected: what can be reached is marked, and the
 * sweep begins again. Objects stay where they are.
 */
#pragma once
#include <stdint.h>

/* The heap is empty. */
void peaberry_beginHeap(void);

/* Memory for an object, in which anything may be; or throws an OutOfMemoryError. bytes: a multiple of 8. */
void *peaberry_allocate(int32_t bytes);

/*
 * An array of arrays of arrays and so on, of the class of the outermost one. lengths: of each level, from the outermost on. levels: at least 1; if the class has
 * more, the items of the last one are null.
 */
void *peaberry_allocateArrays(void *type, void *lengths, int32_t levels);

/* Collects all garbage. */
void peaberry_collect(void);

/* Bytes that are free, as far as that is known: of what the sweep has yet to look at, nothing counts. */
int32_t peaberry_freeMemory(void);
