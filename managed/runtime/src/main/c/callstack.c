#include "callstack.h"
#include "kernel.h"
#include "pages.h"
#include "java.h"

/* What functions of C and methods that call nobody may use without asking. */
#define UNASKED (16 * 1024)
#define STEP (32 * 1024)
/* What making a StackOverflowError may use. */
#define RESERVE (64 * 1024)
/* Pages that are left for it, and for the table on the way. */
#define PAGES_OF_RESERVE (RESERVE / PAGE + 2)
#define LOWEST ((char *) LAYOUT_LOWEST_STACK)

static Area down = {(char *) LAYOUT_STACK_BOTTOM}; /* its end is its lower one */
char *peaberry_stackLimit = (char *) LAYOUT_STACK_BOTTOM + UNASKED;

static bool extendTo(char *lowest) {
    if (lowest < down.end) {
        if (!peaberry_mapPages(lowest, down.end)) {
            return false;
        }
        down.end = lowest;
    }
    return true;
}

void peaberry_growStack(void) {
    char *wanted = peaberry_pageDown((char *) __builtin_frame_address(0) - UNASKED - STEP);
    int64_t pages = (down.end - wanted) / PAGE;
    if (wanted >= LOWEST + RESERVE && peaberry_freePages() >= pages + PAGES_OF_RESERVE && extendTo(wanted)) {
        peaberry_stackLimit = wanted + UNASKED;
        return;
    }
    if (peaberry_stackLimit <= down.end + UNASKED - RESERVE || !extendTo(down.end - RESERVE)) {
        peaberry_fail("the stack is full, and a StackOverflowError has no room");
    }
    peaberry_stackLimit = down.end + UNASKED;
    peaberry_throwStackOverflow();
}

void peaberry_endOverflow(void) {
    peaberry_stackLimit = down.end + RESERVE + UNASKED;
}

#define SHARE_OF_STACK 8
#define LEAST_OF_STACK 64

int64_t peaberry_sparePages(void) {
    static int64_t share;
    int64_t free = peaberry_freePages();
    if (share == 0) {
        share = LEAST_OF_STACK + free / SHARE_OF_STACK;
    }
    int64_t made = ((char *) LAYOUT_STACK_BOTTOM - down.end) / PAGE;
    int64_t left = share - made > PAGES_OF_RESERVE ? share - made : PAGES_OF_RESERVE;
    return free > left ? free - left : 0;
}
