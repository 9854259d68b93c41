/*
 * The classes of arrays, in place of TeaVM's arrayclass.c: each is made when the first array of it is, not in room for all that there could be. What
 * malloc gives lies below 2 GiB, as they have to.
 */
#include "arrayclass.h"
#include "arrayclass_gen.h"
#include "classes.h"
#include "collector.h"
#include "java.h"
#include "kernel.h"
#include <string.h>

int32_t teavm_isSupertypeOfArray(TeaVM_Class *superclass, TeaVM_Class *subclass) {
    return subclass->itemType != NULL && superclass->itemType->isSupertypeOf(superclass->itemType, subclass->itemType);
}

TeaVM_Class *teavm_createArrayClass(TeaVM_Class *itemType) {
    TEAVM_OBJECT_CLASS *methods = malloc(sizeof(TEAVM_OBJECT_CLASS));
    if (methods == NULL) {
        peaberry_fail("there is no memory for the class of an array");
    }
    *methods = TEAVM_OBJECT_CLASS_PTR; /* an array has Object's */
    TeaVM_Class *type = &methods->parent;
    memset(type, 0, sizeof(TeaVM_Class));
    type->flags = 1;
    type->size = sizeof(void *);
    type->itemType = itemType;
    type->superclass = &TEAVM_OBJECT_CLASS_PTR.parent;
    type->isSupertypeOf = &teavm_isSupertypeOfArray;
    type->next = peaberry_arrayClasses;
    peaberry_arrayClasses = type;
    itemType->arrayType = type;
    return type;
}

TeaVM_Class *teavm_getArrayClass(TeaVM_Class *itemType) {
    return itemType->arrayType != NULL ? itemType->arrayType : teavm_createArrayClass(itemType);
}

/* The inner ones are made while nobody else refers to the outer one, so that it has a place on the shadow stack; what is thrown passes by that. */
void *peaberry_allocateArrays(void *type, void *lengths, int32_t levels) {
    TEAVM_ALLOC_STACK(1);
    TEAVM_CALL_SITE(-1);
    TEAVM_GC_ROOT_RELEASE(0);
    int32_t length = *(int32_t *) lengths;
    TeaVM_Array *array = peaberry_allocateArray(type, length);
    TEAVM_GC_ROOT(0, array);
    for (int32_t i = 0; levels > 1 && i < length; i++) {
        void *inner = peaberry_allocateArrays(((TeaVM_Class *) type)->itemType, (int32_t *) lengths + 1, levels - 1);
        TEAVM_ARRAY_AT(array, void *, i) = inner;
    }
    TEAVM_RELEASE_STACK;
    return array;
}
