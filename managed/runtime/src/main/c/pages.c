#include "pages.h"
#include "kernel.h"

#define MOST_AT_ONCE 8
#define READ_WRITE 3

int64_t peaberry_make(int type, int64_t slot, int count) {
    Registers message = {.word = {type, 0, peaberry_granted(GRANT_OWN_TABLE), slot, count}};
    return slot == 0 ? ERROR_NOT_ENOUGH_MEMORY : peaberry_invoke(peaberry_granted(GRANT_MEMORY), INVOKE_UNTYPED_RETYPE, 5, &message);
}

static int64_t mapFrame(int64_t frame, char *address) {
    Registers message = {.word = {peaberry_granted(GRANT_OWN_ADDRESS_SPACE), (int64_t) address, READ_WRITE, 0}};
    return peaberry_invoke(frame, INVOKE_FRAME_MAP, 4, &message);
}

static int64_t mapTable(char *address) {
    int64_t table = peaberry_takeSlots(1);
    int64_t error = peaberry_make(OBJECT_PAGE_TABLE, table, 1);
    Registers message = {.word = {peaberry_granted(GRANT_OWN_ADDRESS_SPACE), (int64_t) address}};
    return error == ERROR_NONE ? peaberry_invoke(table, INVOKE_PAGE_TABLE_MAP, 2, &message) : error;
}

static int64_t map(int64_t frame, char *address) {
    int64_t error = mapFrame(frame, address);
    while (error == ERROR_MISSING_PAGE_TABLE) {
        error = mapTable(address);
        error = error == ERROR_NONE ? mapFrame(frame, address) : error;
    }
    return error;
}

bool peaberry_mapPages(char *from, char *to) {
    while (from < to) {
        int64_t pages = (to - from) / PAGE;
        int count = pages < MOST_AT_ONCE ? (int) pages : MOST_AT_ONCE;
        int64_t frames = peaberry_takeSlots(count);
        if (peaberry_make(OBJECT_FRAME, frames, count) != ERROR_NONE) {
            return false;
        }
        for (int i = 0; i < count; i++, from += PAGE) {
            if (map(frames + i, from) != ERROR_NONE) {
                return false;
            }
        }
    }
    return true;
}

bool peaberry_extend(Area *area, char *end) {
    char *wanted = peaberry_pageUp(end);
    if (wanted > area->end) {
        if (!peaberry_mapPages(area->end, wanted)) {
            return false;
        }
        area->end = wanted;
    }
    return true;
}

int64_t peaberry_freePages(void) {
    Registers message = {0};
    if (peaberry_invoke(peaberry_granted(GRANT_MEMORY), INVOKE_UNTYPED_USAGE, 0, &message) != ERROR_NONE) {
        peaberry_fail("an ordinary Java program has to have objects: its heap is made from them");
    }
    int64_t memory = ((1L << message.word[0]) - message.word[1]) / PAGE;
    int64_t slots = peaberry_freeSlots();
    return memory < slots ? memory : slots;
}
