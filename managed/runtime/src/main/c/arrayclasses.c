/*
 * The classes of arrays, in place of TeaVM's arrayclass.c: each is made when the first array of it is, not in room for all that there could be. An object
 * names its class by how far that is behind the program's first one, in 31 bits, so they lie below 2 GiB.
 */
#include "arrayclass.h"
#include "arrayclass_gen.h"
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
    type->next = teavm_firstClass;
    teavm_firstClass = type;
    itemType->arrayType = type;
    return type;
}

TeaVM_Class *teavm_getArrayClass(TeaVM_Class *itemType) {
    return itemType->arrayType != NULL ? itemType->arrayType : teavm_createArrayClass(itemType);
}
