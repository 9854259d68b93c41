/* What of TeaVM's headers is otherwise here; included after them and before all that TeaVM made. */
#pragma once
#include "callstack.h"
#include "classes.h"

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

/*
 * As TeaVM has it, but with the headers that it gives literals when the program starts: marked for ever. The string may be locked or asked for its identity; its
 * characters nobody writes.
 */
#undef TEAVM_STRING
#undef TEAVM_STRING_FROM_CODES
#define LITERAL_HEADER(type) ((char *) &(type) + 0x80000000U)
#define LITERAL(length, code, ...) (TeaVM_String *) &(struct { char *header; TeaVM_Array *characters; int32_t hashCode; }) { \
    .header = LITERAL_HEADER(jl_String_Cls), \
    .characters = (TeaVM_Array *) &(const struct { char *header; int32_t size; char16_t data[(length) + 1]; }) { \
        .header = LITERAL_HEADER(Arr_C_Cls), \
        .size = length, \
        .data = __VA_ARGS__ \
    }, \
    .hashCode = INT32_C(code) \
}
#define TEAVM_STRING(length, code, text) LITERAL(length, code, text)
#define TEAVM_STRING_FROM_CODES(length, code, ...) LITERAL(length, code, {__VA_ARGS__})
