/*
 * An ordinary Java program as a process of Linux, in place of the runtime's enter.c: what it asks Peaberry's kernel and servers for, this does. It has a
 * console, 16 MiB of objects, and the right to end. So what the runtime does with its memory can be looked at with all that the host has.
 */
#include "kernel.h"

#define LINUX_WRITE 1
#define LINUX_MMAP 9
#define LINUX_EXIT 60
#define READ_WRITE_PROTECTION 3
#define FIXED_PRIVATE_ANONYMOUS 0x32

#define OBJECTS_LOG 24
#define SLOTS 8192
#define PAGE_BYTES 4096
#define MESSAGE_BUFFER 0x3FC000L
#define LABEL 12
#define FAILED (1 << 10)
#define MOST_BYTES_AT_ONCE 512

enum { TABLE = 6, SPACE, OBJECTS, CONSOLE_SLOT, SYSTEM_SLOT };

static int64_t hostUsed;

static int64_t hostCall(int64_t number, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) {
    register int64_t r10 __asm__("r10") = d;
    register int64_t r8 __asm__("r8") = e;
    register int64_t r9 __asm__("r9") = f;
    __asm__ volatile("syscall" : "+a"(number) : "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
    return number;
}

static void hostMap(int64_t from, int64_t to) {
    hostCall(LINUX_MMAP, from, to - from, READ_WRITE_PROTECTION, FIXED_PRIVATE_ANONYMOUS, -1, 0);
}

static int64_t hostWord(const Registers *message, int index) {
    return index < 6 ? message->word[index] : ((const int64_t *) MESSAGE_BUFFER)[index];
}

static void hostPrint(const Registers *message) {
    char bytes[MOST_BYTES_AT_ONCE];
    int64_t count = message->word[0];
    for (int64_t i = 0; i < count; i++) {
        bytes[i] = (char) (hostWord(message, 1 + i / 8) >> i % 8 * 8);
    }
    hostCall(LINUX_WRITE, 1, (int64_t) bytes, count, 0, 0, 0);
}

static int64_t hostMake(const int64_t *word) {
    int64_t bytes = word[4] * PAGE_BYTES;
    if (hostUsed + bytes > 1L << OBJECTS_LOG) {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    hostUsed += bytes;
    return ERROR_NONE;
}

static int64_t hostAnswer(int64_t operation, int64_t *word) {
    switch (operation) {
        case INVOKE_CNODE_INSPECT:
            word[3] = SLOTS;
            return ERROR_NONE;
        case INVOKE_UNTYPED_USAGE:
            word[0] = OBJECTS_LOG;
            word[1] = hostUsed;
            return ERROR_NONE;
        case INVOKE_UNTYPED_RETYPE:
            return hostMake(word);
        case INVOKE_FRAME_MAP:
            hostMap(word[1], word[1] + PAGE_BYTES);
            return ERROR_NONE;
        default:
            __builtin_trap();
    }
}

void peaberry_enter(int64_t number, int64_t capability, int64_t reply, Registers *message) {
    int64_t operation = (int64_t) ((uint64_t) message->tag >> LABEL & 0xFFFFFFFF);
    if (capability == CONSOLE_SLOT && operation == CONSOLE_WRITE) {
        hostPrint(message);
        message->tag = 0;
    } else if (capability == SYSTEM_SLOT) {
        hostCall(LINUX_EXIT, message->word[0], 0, 0, 0, 0, 0);
    } else {
        int64_t error = hostAnswer(operation, message->word);
        message->tag = error == ERROR_NONE ? 0 : error << LABEL | FAILED;
    }
}

typedef struct {
    char name[24];
    uint32_t kind;
    uint32_t slot;
    int64_t first;
    int64_t second;
} Row;

static void hostGrant(Row *row, const char *name, int kind, int slot) {
    for (int i = 0; name[i] != 0; i++) {
        row->name[i] = name[i];
    }
    row->kind = kind;
    row->slot = slot;
}

__attribute__((used)) static void hostPrepare(void) {
    hostMap(LAYOUT_LOWEST_STACK, LAYOUT_START_PAGE + PAGE_BYTES);
    Row *rows = (Row *) LAYOUT_START_PAGE;
    hostGrant(rows, "table", GRANT_OWN_TABLE, TABLE);
    hostGrant(rows + 1, "space", GRANT_OWN_ADDRESS_SPACE, SPACE);
    hostGrant(rows + 2, "objects", GRANT_MEMORY, OBJECTS);
    hostGrant(rows + 3, "console", GRANT_CLIENT, CONSOLE_SLOT);
    hostGrant(rows + 4, "system", GRANT_CLIENT, SYSTEM_SLOT);
    *(int64_t *) LAYOUT_TICKS_PER_MICROSECOND = 1000;
}

/* In place of the one of start.c, which has another name here. */
__attribute__((naked, used)) void _start(void) {
    __asm__("call hostPrepare\n\t"
        "movq $0x3F8000, %rsp\n\t" /* where root sets it */
        "call begin");
}
