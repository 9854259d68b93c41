#include "marking.h"
#include "callstack.h"
#include "kernel.h"
#include "pages.h"
#include "classes.h"
#include "references.h"
#include "roots.h"
#include "verifying.h"

/* Of a weak reference: it is in the list of those that were found. */
#define LISTED 1

#define VM_TYPE_SHIFT 1
#define VM_TYPE_MASK 7
#define WEAK_REFERENCE 1
#define REFERENCE_QUEUE 2
#define BUFFER 3

/* The stack of objects that are marked, but not what they refer to; it grows to this as long as there is memory. */
#define MOST_PENDING (bottom + 32 * 1024)

static Area stack = {(char *) LAYOUT_MANAGED_MARKS};
static TeaVM_Object **const bottom = (TeaVM_Object **) LAYOUT_MANAGED_MARKS;
static TeaVM_Object **top = (TeaVM_Object **) LAYOUT_MANAGED_MARKS;
/* An object found no place there. */
static bool overflowed;

static TeaVM_Reference *weakReferences;
static char *heapStart;
static char *heapEnd;
static int64_t live;

int64_t peaberry_objectBytes(const TeaVM_Object *object) {
    if (object->header == FREE) {
        return object->hash;
    }
    TeaVM_Class *type = TEAVM_CLASS_OF(object);
    if (type->itemType == NULL) {
        return type->size;
    }
    int64_t item = teavm_primitiveKind(type->itemType) != TEAVM_PRIMITIVE_NONE ? type->itemType->size : (int64_t) sizeof(void *);
    int64_t header = (sizeof(TeaVM_Array) + item - 1) / item * item;
    return (header + item * ((TeaVM_Array *) object)->size + 7) & -8;
}

static void push(TeaVM_Object *object) {
    bool isRoom = (char *) (top + 1) <= stack.end
        || (top < MOST_PENDING && peaberry_sparePages() > 1 && peaberry_extend(&stack, (char *) (top + 1)));
    if (isRoom) {
        *top++ = object;
    } else {
        overflowed = true;
    }
}

/* What is not in the heap is made when the program is built, and marked for ever. */
static void mark(TeaVM_Object *object) {
    if (object != NULL) {
        peaberry_verifyReference(object);
    }
    if (object != NULL && !peaberry_isMarked(object)) {
        object->header |= MARK;
        live += peaberry_objectBytes(object);
        push(object);
    }
}

static void scanArray(TeaVM_Class *type, TeaVM_Array *array) {
    if (teavm_primitiveKind(type->itemType) == TEAVM_PRIMITIVE_NONE) {
        TeaVM_Object **items = TEAVM_ARRAY_DATA(array, TeaVM_Object *);
        for (int32_t i = 0; i < array->size; i++) {
            mark(items[i]);
        }
    }
}

/* What a weak reference refers to is not reached by it; but once it is in a queue, it is. */
static void scanReference(TeaVM_Reference *reference) {
    if ((reference->parent.header & LISTED) != 0) {
        return;
    }
    mark((TeaVM_Object *) reference->queue);
    if (reference->next != NULL) {
        mark((TeaVM_Object *) reference->next);
        mark(reference->queue != NULL ? reference->object : NULL);
    } else if (reference->object != NULL) {
        reference->parent.header |= LISTED;
        reference->next = weakReferences;
        weakReferences = reference;
    }
}

/* A class tells where its references are: how many, and the offset of each. */
static void scanFields(TeaVM_Class *type, TeaVM_Object *object) {
    const int16_t *layout = type->layout;
    for (int16_t i = 1; layout != NULL && i <= layout[0]; i++) {
        mark(*(TeaVM_Object **) ((char *) object + layout[i]));
    }
}

static void scan(TeaVM_Object *object) {
    mark(TEAVM_UNPACK_MONITOR(object->hash)); /* where a hash would be */
    TeaVM_Class *type = TEAVM_CLASS_OF(object);
    if (type->itemType != NULL) {
        scanArray(type, (TeaVM_Array *) object);
        return;
    }
    for (; type != NULL; type = type->superclass) {
        switch (type->flags >> VM_TYPE_SHIFT & VM_TYPE_MASK) {
            case WEAK_REFERENCE:
                scanReference((TeaVM_Reference *) object);
                break;
            case REFERENCE_QUEUE:
                mark((TeaVM_Object *) ((TeaVM_ReferenceQueue *) object)->first);
                break;
            case BUFFER:
                break;
            default:
                scanFields(type, object);
        }
    }
}

static void drain(void) {
    while (top > bottom) {
        scan(*--top);
    }
}

/* If objects found no place on the stack, what they refer to is found by looking at all that are marked. */
static void complete(void) {
    drain();
    while (overflowed) {
        overflowed = false;
        for (char *at = heapStart; at < heapEnd; at += peaberry_objectBytes((TeaVM_Object *) at)) {
            if (peaberry_isMarked((TeaVM_Object *) at)) {
                scan((TeaVM_Object *) at);
                drain();
            }
        }
    }
}

static void markRoots(void) {
    for (const StaticRoots *roots = peaberry_staticRoots; roots->places != NULL; roots++) {
        for (int64_t i = 0; i < roots->count; i++) {
            mark(*(TeaVM_Object **) roots->places[i]);
        }
    }
    for (int32_t i = 0; i < teavm_classReferencesCount; i++) {
        mark(teavm_classReferences[i]->classObject);
    }
    for (TeaVM_Class *type = peaberry_arrayClasses; type != NULL; type = type->next) {
        mark(type->classObject);
    }
    for (TeaVM_StackFrame *frame = teavm_stackTop; frame != NULL; frame = frame->next) {
        TeaVM_Object **roots = (TeaVM_Object **) TEAVM_GET_GC_ROOTS(frame);
        for (int32_t i = 0; i < frame->size; i++) {
            mark(roots[i]);
        }
    }
}

/* Clears those whose object is not reached otherwise, and puts them into their queues. */
static void clearReferences(void) {
    while (weakReferences != NULL) {
        TeaVM_Reference *reference = weakReferences;
        weakReferences = reference->next;
        reference->next = NULL;
        reference->parent.header &= ~LISTED;
        if (!peaberry_isMarked(reference->object)) {
            reference->object = NULL;
            TeaVM_ReferenceQueue *queue = reference->queue;
            if (queue != NULL) {
                *(queue->first == NULL ? &queue->first : &queue->last->next) = reference;
                queue->last = reference;
            }
        }
    }
}

int64_t peaberry_markAll(char *from, char *to) {
    heapStart = from;
    heapEnd = to;
    live = 0;
    markRoots();
    complete();
    clearReferences();
    return live;
}
