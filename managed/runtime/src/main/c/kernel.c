#include "kernel.h"
#include <string.h>

#define CALL_FAILED (1 << 10)
#define LABEL_SHIFT 12
#define CONSOLE "console"

int64_t peaberry_invoke(int64_t capability, int operation, int words, Registers *message) {
    Registers request = *message;
    do {
        *message = request;
        message->tag = (int64_t) operation << LABEL_SHIFT | words;
        peaberry_enter(SYSTEM_CALL_CALL, capability, 0, message);
    } while ((message->tag & CALL_FAILED) != 0 && message->tag >> LABEL_SHIFT == ERROR_INTERRUPTED);
    return (message->tag & CALL_FAILED) != 0 ? message->tag >> LABEL_SHIFT : ERROR_NONE;
}

/* A row of the table of what the process was given: peaberry.abi.GrantTable. */
typedef struct {
    char name[24];
    uint32_t kind;
    uint32_t slot;
    int64_t first;
    int64_t second;
} Grant;

static const Grant *const grants = (const Grant *) LAYOUT_START_PAGE;

int64_t peaberry_granted(int kind) {
    for (const Grant *row = grants; row->kind != GRANT_NONE; row++) {
        if (row->kind == kind) {
            return row->slot;
        }
    }
    return 0;
}

int64_t peaberry_service(const char *name) {
    for (const Grant *row = grants; row->kind != GRANT_NONE; row++) {
        if (row->kind == GRANT_CLIENT && strncmp(row->name, name, sizeof row->name) == 0) {
            return row->slot;
        }
    }
    return 0;
}

static int64_t firstFreeSlot(void) {
    int64_t first = FIRST_NAMED_SLOT;
    for (const Grant *row = grants; row->kind != GRANT_NONE; row++) {
        int64_t behind = row->slot + (row->kind == GRANT_REPLIES ? row->first : 1);
        first = row->slot != 0 && behind > first ? behind : first;
    }
    return first;
}

static int64_t nextSlot;
static int64_t slotLimit;

static void findSlots(void) {
    int64_t table = peaberry_granted(GRANT_OWN_TABLE);
    Registers message = {.word = {table}};
    if (table == 0 || peaberry_invoke(table, INVOKE_CNODE_INSPECT, 1, &message) != ERROR_NONE) {
        peaberry_fail("an ordinary Java program holds its own-table, own-address-space, and objects");
    }
    nextSlot = firstFreeSlot();
    slotLimit = message.word[3];
}

int64_t peaberry_freeSlots(void) {
    if (slotLimit == 0) {
        findSlots();
    }
    return slotLimit - nextSlot;
}

int64_t peaberry_takeSlots(int count) {
    if (peaberry_freeSlots() < count) {
        return 0;
    }
    nextSlot += count;
    return nextSlot - count;
}

/* Writes a text to the console, as peaberry.console.ConsoleClient does, whatever comes of it. */
static void say(const char *text) {
    int64_t console = peaberry_service(CONSOLE);
    while (console != 0 && *text != 0) {
        Registers message = {0};
        int count = 0;
        while (count < 8 && text[count] != 0) {
            message.word[1] |= (int64_t) (uint8_t) text[count] << 8 * count;
            count++;
        }
        text += count;
        message.word[0] = count;
        message.tag = (int64_t) CONSOLE_WRITE << LABEL_SHIFT | 2;
        peaberry_enter(SYSTEM_CALL_CALL, console, 0, &message);
    }
}

_Noreturn void peaberry_fail(const char *why) {
    say(why);
    say("\n");
    __builtin_trap();
}
