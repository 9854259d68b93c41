/* Objects as the garbage collector sees them, and how it marks what can be reached. */
#pragma once
#include "runtime.h"
#include <stdbool.h>
#include <stdint.h>

#define MARK ((int32_t) 0x80000000)
/* In place of a class: a free piece, whose size is where an object's hash would be. */
#define FREE 0

static inline bool peaberry_isMarked(const TeaVM_Object *object) {
    return (object->header & MARK) != 0;
}

static inline void peaberry_unmark(TeaVM_Object *object) {
    object->header &= ~MARK;
}

/* The size of an object or a free piece, a multiple of 8. */
int64_t peaberry_objectBytes(const TeaVM_Object *object);

/* Marks what can be reached of the objects between two addresses, of which none is marked. Returns how many bytes that is. */
int64_t peaberry_markAll(char *from, char *to);
