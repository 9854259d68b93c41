#include "memory.h"
#include <stdlib.h>
#include <string.h>

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
