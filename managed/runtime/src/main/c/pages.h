/*
 * Memory of the program's own: pages that it makes from its objects and maps when they are needed, not before.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "kernel.h"

#define PAGE 4096L

/* Part of the address space that is mapped from its start on, so far as it was needed. */
typedef struct {
    char *end; /* of what is mapped; a multiple of the page size */
} Area;

/* Maps the area at least up to an address. False if memory or slots are used up. */
bool peaberry_extend(Area *area, char *end);

/* Maps empty pages between two multiples of the page size. False if memory or slots are used up. */
bool peaberry_mapPages(char *from, char *to);

/* Makes kernel objects in slots in a row, which are empty; slot 0 is none. Returns the error. */
int64_t peaberry_make(int type, int64_t slot, int count);

/* How many pages can be made yet, apart from the tables on the way to them. */
int64_t peaberry_freePages(void);

static inline char *peaberry_pageUp(char *address) {
    return (char *) (((uintptr_t) address + PAGE - 1) & -PAGE);
}

static inline char *peaberry_pageDown(char *address) {
    return (char *) ((uintptr_t) address & -PAGE);
}
