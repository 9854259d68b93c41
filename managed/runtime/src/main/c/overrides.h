/* What of TeaVM's headers is otherwise here; included after them and before all that TeaVM made. */
#pragma once
#include "callstack.h"

/* As TeaVM has it, but it looks whether there is room on the stack. */
#undef TEAVM_ALLOC_STACK
#define TEAVM_ALLOC_STACK(count) \
    struct { TeaVM_StackFrame header; void *data[(count)]; } teavm_shadowStack; \
    if (__builtin_expect((char *) &teavm_shadowStack < peaberry_stackLimit, 0)) { \
        peaberry_growStack(); \
    } \
    teavm_shadowStack.header.next = teavm_stackTop; \
    teavm_shadowStack.header.size = (count); \
    teavm_stackTop = &teavm_shadowStack.header

/* TeaVM's collector would want to know which objects were changed. Objects stay where they are, and all of them are looked at. */
#define teavm_gc_writeBarrier(object) ((void) 0)

/* As TeaVM has them, but the exception says which index it was. */
_Noreturn void peaberry_throwIndexOutOfBounds(int32_t index, int32_t length);

static inline int32_t peaberry_checkBounds(int32_t index, void *array) {
    if ((uint32_t) index >= (uint32_t) TEAVM_ARRAY_LENGTH(array)) {
        peaberry_throwIndexOutOfBounds(index, TEAVM_ARRAY_LENGTH(array));
    }
    return index;
}

#define teavm_checkBounds(index, array) peaberry_checkBounds(index, array)
#define teavm_checkUpperBound(index, array) peaberry_checkBounds(index, array)
