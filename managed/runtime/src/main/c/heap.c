/*
 * The heap of TeaVM's collector and its tables, in place of TeaVM's memory.c. They lie behind each other, each with room for the largest heap:
 * one byte and two bytes for each region of 2 KiB, a sixteenth of the heap for what the collector notes, the heap itself.
 */
#include "kernel.h"
#include "pages.h"
#include "memory.h"
#include <stdlib.h>
#include <string.h>

/* Of the pages that can be made, one in so many is for page tables and the collector's tables; and so many are left for the stack and malloc. */
#define SHARE_OF_TABLES 8
#define PAGES_OF_OTHERS 64

void *teavm_gc_heapAddress;
void *teavm_gc_gcStorageAddress;
int32_t teavm_gc_gcStorageSize;
void *teavm_gc_regionsAddress;
void *teavm_gc_cardTable;
int32_t teavm_gc_regionMaxCount;
int64_t teavm_gc_availableBytes;
int64_t teavm_gc_minAvailableBytes;
int64_t teavm_gc_maxAvailableBytes;

/* There is room in the address space for a heap of so many bytes. */
static int64_t limit;

static Area cards;
static Area regions;
static Area storage;
static Area heap;

static int64_t storageBytes(int64_t heapBytes) {
    return heapBytes / 16;
}

static int64_t regionCount(int64_t heapBytes) {
    return heapBytes / teavm_gc_regionSize + 1;
}

/* What becomes smaller stays mapped: the heap may grow again. */
void teavm_gc_resizeHeap(int64_t bytes) {
    bool mapped = peaberry_extend(&heap, (char *) teavm_gc_heapAddress + bytes)
        && peaberry_extend(&storage, (char *) teavm_gc_gcStorageAddress + storageBytes(bytes))
        && peaberry_extend(&regions, (char *) teavm_gc_regionsAddress + 2 * regionCount(bytes))
        && peaberry_extend(&cards, (char *) teavm_gc_cardTable + regionCount(bytes));
    if (!mapped) {
        peaberry_fail("there is no memory for the heap, though it was counted");
    }
    teavm_gc_gcStorageSize = (int32_t) storageBytes(bytes);
    teavm_gc_regionMaxCount = (int32_t) regionCount(bytes);
    teavm_gc_availableBytes = bytes;
}

/* By how many bytes the heap may grow now. */
static int64_t growth(void) {
    int64_t pages = peaberry_freePages() - PAGES_OF_OTHERS;
    return pages > 0 ? (pages - pages / SHARE_OF_TABLES) * PAGE : 0;
}

void peaberry_limitHeap(void) {
    int64_t mapped = heap.end - (char *) teavm_gc_heapAddress;
    teavm_gc_maxAvailableBytes = mapped + growth() < limit ? mapped + growth() : limit;
}

static char *place(Area *area, char *address) {
    area->end = address;
    return address;
}

/* most: the largest heap that the collector can count, which memory limits further. */
void teavm_initHeap(int64_t least, int64_t most) {
    limit = growth() < most ? growth() : most;
    if (limit < least) {
        peaberry_fail("the program's objects or its slots are too few for a heap");
    }
    teavm_gc_maxAvailableBytes = limit;
    teavm_gc_minAvailableBytes = least;
    teavm_gc_cardTable = place(&cards, (char *) LAYOUT_MANAGED_HEAP);
    teavm_gc_regionsAddress = place(&regions, peaberry_pageUp(cards.end + regionCount(limit)));
    teavm_gc_gcStorageAddress = place(&storage, peaberry_pageUp(regions.end + 2 * regionCount(limit)));
    teavm_gc_heapAddress = place(&heap, peaberry_pageUp(storage.end + storageBytes(limit)));
    teavm_gc_resizeHeap(least);
}

/* The places of references in static fields, class by class, and then as the collector wants them: their number and all of them. */
typedef struct Roots {
    struct Roots *next;
    void ***places;
    int count;
} Roots;

static Roots *allRoots;
static int rootCount;
void ***teavm_gc_staticRoots;

void teavm_registerStaticGcRoots(void ***places, int count) {
    if (count > 0) {
        Roots *more = malloc(sizeof(Roots));
        *more = (Roots) {allRoots, places, count};
        allRoots = more;
        rootCount += count;
    }
}

void teavm_initStaticGcRoots(void) {
    teavm_gc_staticRoots = malloc(sizeof(void **) * (rootCount + 1));
    void ***next = teavm_gc_staticRoots;
    *next++ = (void **) (intptr_t) rootCount;
    for (Roots *roots = allRoots; roots != NULL; roots = roots->next) {
        memcpy(next, roots->places, roots->count * sizeof(void **));
        next += roots->count;
    }
}
