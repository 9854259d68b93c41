#include "verifying.h"

#ifdef PEABERRY_VERIFIED_EACH

#include "classes.h"
#include "kernel.h"
#include "marking.h"
#include <string.h>

/* For each 8 bytes of the heap, whether an object begins there. */
#define MOST_BYTES (64L * 1024 * 1024)
#define UNIT 8
#define GARBAGE 0xDB

static bool starts[MOST_BYTES / UNIT];
static char *first;
static char *behind;

bool peaberry_isTested(void) {
    static int64_t allocations;
    return ++allocations % PEABERRY_VERIFIED_EACH == 0;
}

/* Whether what a header says is a class of the program. */
static bool isClass(const TeaVM_Class *wanted) {
    bool isKnown = false;
    for (int32_t i = 0; i < teavm_classReferencesCount; i++) {
        isKnown |= teavm_classReferences[i] == wanted;
    }
    for (const TeaVM_Class *type = peaberry_arrayClasses; type != NULL; type = type->next) {
        isKnown |= type == wanted;
    }
    return isKnown;
}

static void verifyObject(const TeaVM_Object *object, int64_t left) {
    static const TeaVM_Class *last;
    if (object->header != FREE) {
        const TeaVM_Class *type = TEAVM_CLASS_OF(object);
        if (type != last && !isClass(type)) {
            peaberry_fail("verifying: an object has no class");
        }
        last = type;
    }
    int64_t bytes = peaberry_objectBytes(object);
    if (bytes < UNIT || bytes % UNIT != 0 || bytes > left) {
        peaberry_fail("verifying: an object or a free piece has no size");
    }
}

void peaberry_verifyHeap(char *from, char *to) {
    first = from;
    behind = to;
    if (to - from > MOST_BYTES) {
        peaberry_fail("verifying: the heap is too large");
    }
    memset(starts, false, (to - from) / UNIT);
    for (char *at = from; at < to; at += peaberry_objectBytes((TeaVM_Object *) at)) {
        verifyObject((TeaVM_Object *) at, to - at);
        starts[(at - from) / UNIT] = ((TeaVM_Object *) at)->header != FREE;
    }
}

void peaberry_verifyReference(const TeaVM_Object *object) {
    char *at = (char *) object;
    if (at >= first && at < behind) {
        if ((at - first) % UNIT != 0 || !starts[(at - first) / UNIT]) {
            peaberry_fail("verifying: a reference leads to no object");
        }
    } else if (!peaberry_isMarked(object)) {
        peaberry_fail("verifying: a reference leads out of the heap");
    }
}

void peaberry_overwriteGarbage(char *from, char *to) {
    for (char *at = from; at < to;) {
        TeaVM_Object *object = (TeaVM_Object *) at;
        int64_t bytes = peaberry_objectBytes(object);
        if (!peaberry_isMarked(object) && object->header != FREE) {
            *object = (TeaVM_Object) {FREE, (int32_t) bytes};
            memset(object + 1, GARBAGE, bytes - sizeof(TeaVM_Object));
        }
        at += bytes;
    }
}

#endif
