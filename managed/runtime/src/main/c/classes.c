#include "classes.h"
#include "core_gen.h"
#include "string.h"
#include <stdarg.h>

void *TEAVM_CREATE_CLASS_OBJECT(void *type);

TeaVM_Class *teavm_classClass;
TeaVM_Class *teavm_objectClass;
TeaVM_Class *teavm_stringClass;
TeaVM_Class *teavm_charArrayClass;
TeaVM_Class *peaberry_arrayClasses;

TeaVM_Class *peaberry_linkedClasses(void) {
    static bool isLinked;
    for (int32_t i = 1; !isLinked && i < teavm_classReferencesCount; i++) {
        teavm_classReferences[i - 1]->next = teavm_classReferences[i];
    }
    isLinked = true;
    return teavm_classReferences[0];
}

TeaVM_Object *teavm_getClassObject(TeaVM_Class *type) {
    if (type->classObject == NULL) {
        type->classObject = TEAVM_CREATE_CLASS_OBJECT(type);
    }
    return type->classObject;
}

/* A program has no arguments in C. */
TeaVM_Array *teavm_parseArguments(int count, char **arguments) {
    return teavm_allocateStringArray(0);
}

/* An array with items that C passes as another type. */
#define FILL(name, type, passed) \
    void *name(void *array, ...) { \
        va_list items; \
        va_start(items, array); \
        for (int32_t i = 0; i < TEAVM_ARRAY_LENGTH(array); i++) { \
            TEAVM_ARRAY_AT(array, type, i) = (type) va_arg(items, passed); \
        } \
        va_end(items); \
        return array; \
    }

FILL(teavm_fillArray, void *, void *)
FILL(teavm_fillBooleanArray, int8_t, int)
FILL(teavm_fillByteArray, int8_t, int)
FILL(teavm_fillShortArray, int16_t, int)
FILL(teavm_fillCharArray, char16_t, int)
FILL(teavm_fillIntArray, int32_t, int)
FILL(teavm_fillLongArray, int64_t, int64_t)
FILL(teavm_fillFloatArray, float, double)
FILL(teavm_fillDoubleArray, double, double)

/* What follows has nothing to do here: the compiler did it. */

void teavm_beforeInit() {
}

void teavm_initClasses() {
}

void teavm_afterInitClasses() {
}
