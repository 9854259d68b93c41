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

/* The collector tells what it does for traces of the heap, with each object that it makes. Nobody listens. */
#include "heaptrace.h"
#define teavm_gc_allocate(address, size) ((void) 0)
#define teavm_gc_free(address, size) ((void) 0)
#define teavm_gc_assertFree(address, size) ((void) 0)
#define teavm_gc_mark(address) ((void) 0)
#define teavm_gc_move(from, to, size) ((void) 0)
#define teavm_gc_gcStarted(full) ((void) 0)
#define teavm_gc_gcCompleted() ((void) 0)
#define teavm_gc_markStarted() ((void) 0)
#define teavm_gc_markCompleted() ((void) 0)
#define teavm_gc_sweepStarted() ((void) 0)
#define teavm_gc_sweepCompleted() ((void) 0)
#define teavm_gc_defragStarted() ((void) 0)
#define teavm_gc_defragCompleted() ((void) 0)
#define teavm_gc_reportDirtyRegion(address) ((void) 0)
