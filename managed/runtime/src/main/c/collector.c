#include "collector.h"
#include "callstack.h"
#include "java.h"
#include "kernel.h"
#include "marking.h"
#include "pages.h"
#include "verifying.h"
#include "memory.h"
#include <stdlib.h>
#include <string.h>

/* Of the pages that it could have the heap leaves one in so many for page tables. */
#define SHARE_OF_TABLES 128
/* By so much the heap grows at least. */
#define STEP (32 * 1024L)
/* A heap that is smaller grows before garbage is collected. */
#define SMALL_HEAP (512 * 1024L)

/* What TeaVM's own code asks for. */
void *teavm_gc_heapAddress;
void *teavm_gc_gcStorageAddress;
int32_t teavm_gc_gcStorageSize;
void *teavm_gc_regionsAddress;
void *teavm_gc_cardTable;
int32_t teavm_gc_regionMaxCount;
int64_t teavm_gc_availableBytes;
int64_t teavm_gc_minAvailableBytes;
int64_t teavm_gc_maxAvailableBytes;

static Area heap = {(char *) LAYOUT_MANAGED_HEAP};
static char *const start = (char *) LAYOUT_MANAGED_HEAP;
static char *end = (char *) LAYOUT_MANAGED_HEAP;
static char *gap;
static char *gapEnd;
/* What is below has no marks; what is above has those of the last collection. */
static char *swept;
/* How large the heap becomes before garbage is collected. */
static int64_t wanted = SMALL_HEAP;

static void makeFree(char *from, char *to) {
    if (from < to) {
        *(TeaVM_Object *) from = (TeaVM_Object) {FREE, (int32_t) (to - from)};
    }
}

static void openGap(char *from, char *to) {
    gap = from;
    gapEnd = to;
}

static bool fits(char *from, char *to, int64_t bytes) {
    return to - from >= bytes;
}

/* Goes on with the sweep until it has found a gap that is large enough. */
static bool findGap(int64_t bytes) {
    makeFree(gap, gapEnd);
    openGap(swept, swept);
    while (swept < end) {
        char *from = swept;
        while (swept < end && !peaberry_isMarked((TeaVM_Object *) swept)) {
            swept += peaberry_objectBytes((TeaVM_Object *) swept);
        }
        if (fits(from, swept, bytes)) {
            openGap(from, swept);
            return true;
        }
        makeFree(from, swept);
        while (swept < end && peaberry_isMarked((TeaVM_Object *) swept)) {
            peaberry_unmark((TeaVM_Object *) swept);
            swept += peaberry_objectBytes((TeaVM_Object *) swept);
        }
    }
    return false;
}

static int64_t largestGrowth(void) {
    int64_t pages = peaberry_sparePages();
    return (pages - pages / SHARE_OF_TABLES) * PAGE;
}

/* Makes a gap behind the heap. */
static bool grow(int64_t bytes) {
    int64_t step = bytes > STEP ? (bytes + PAGE - 1) & -PAGE : STEP;
    if (step > largestGrowth() || !peaberry_extend(&heap, end + step)) {
        return false;
    }
    makeFree(gap, gapEnd);
    openGap(end, end + step);
    end += step;
    swept = end;
    teavm_gc_availableBytes = end - start;
    return true;
}

void peaberry_collect(void) {
    findGap(INT64_MAX); /* to the end, so that no marks are left */
    peaberry_verifyHeap(start, end);
    int64_t live = peaberry_markAll(start, end);
    peaberry_overwriteGarbage(start, end);
    wanted = 2 * live > SMALL_HEAP ? 2 * live : SMALL_HEAP;
    swept = start;
    openGap(start, start);
}

static void makeRoom(int64_t bytes) {
    if (findGap(bytes) || (end - start + bytes <= wanted && grow(bytes))) {
        return;
    }
    peaberry_collect();
    if (!findGap(bytes) && !grow(bytes)) {
        peaberry_collect(); /* what the sweep passed over is found again, for the error */
        peaberry_throwOutOfMemory();
    }
}

void *peaberry_allocate(int32_t bytes) {
    if (peaberry_isTested()) {
        peaberry_collect();
    }
    if (!fits(gap, gapEnd, bytes)) {
        makeRoom(bytes);
    }
    char *object = gap;
    gap += bytes;
    return object;
}

int32_t peaberry_freeMemory(void) {
    return (int32_t) (gapEnd - gap);
}

void peaberry_beginHeap(void) {
    openGap(start, start);
    swept = start;
}

/* The sizes that TeaVM proposes are not asked for: memory decides. */
void teavm_initHeap(int64_t least, int64_t most) {
    teavm_gc_heapAddress = start;
    teavm_gc_maxAvailableBytes = largestGrowth();
}

void teavm_gc_resizeHeap(int64_t bytes) {
}
