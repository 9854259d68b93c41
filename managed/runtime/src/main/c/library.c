/* The part of C's library that TeaVM's runtime uses, and clang for what it makes of loops and structures. */
#include "kernel.h"
#include "pages.h"
#include <stdlib.h>
#include <string.h>

void *memcpy(void *restrict to, const void *restrict from, size_t bytes) {
    char *target = to;
    const char *source = from;
    for (; bytes >= 8; bytes -= 8, target += 8, source += 8) {
        *(int64_t *) target = *(const int64_t *) source;
    }
    while (bytes-- > 0) {
        *target++ = *source++;
    }
    return to;
}

void *memmove(void *to, const void *from, size_t bytes) {
    char *target = to;
    const char *source = from;
    if (target <= source || target >= source + bytes) {
        for (; bytes >= 8; bytes -= 8, target += 8, source += 8) {
            *(int64_t *) target = *(const int64_t *) source;
        }
        while (bytes-- > 0) {
            *target++ = *source++;
        }
        return to;
    }
    while (bytes >= 8) {
        bytes -= 8;
        *(int64_t *) (target + bytes) = *(const int64_t *) (source + bytes);
    }
    while (bytes-- > 0) {
        target[bytes] = source[bytes];
    }
    return to;
}

void *memset(void *to, int value, size_t bytes) {
    char *target = to;
    int64_t word = (value & 0xFF) * 0x0101010101010101;
    for (; bytes >= 8; bytes -= 8, target += 8) {
        *(int64_t *) target = word;
    }
    while (bytes-- > 0) {
        *target++ = (char) value;
    }
    return to;
}

int memcmp(const void *first, const void *second, size_t bytes) {
    const uint8_t *a = first;
    const uint8_t *b = second;
    for (; bytes > 0; bytes--, a++, b++) {
        if (*a != *b) {
            return *a - *b;
        }
    }
    return 0;
}

size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length] != 0) {
        length++;
    }
    return length;
}

int strncmp(const char *first, const char *second, size_t most) {
    for (; most > 0; most--, first++, second++) {
        if (*first != *second || *first == 0) {
            return (uint8_t) *first - (uint8_t) *second;
        }
    }
    return 0;
}

/*
 * Memory outside of Java's heap, in pieces whose size is a power of two. In front of each piece is log2 of its size while somebody has it; one that was
 * freed holds the next free one of its size.
 */
typedef struct Piece {
    struct Piece *next;
} Piece;

#define SIZES 48
#define SMALLEST 4

static Piece *freePieces[SIZES];
static char *unused = (char *) LAYOUT_MANAGED;
static Area area = {(char *) LAYOUT_MANAGED};

void *malloc(size_t bytes) {
    int bits = SMALLEST;
    while ((1UL << bits) < bytes + sizeof(int64_t)) {
        bits++;
    }
    Piece *piece = freePieces[bits] != NULL ? freePieces[bits] : (Piece *) unused;
    bool isThere = (char *) piece + (1L << bits) <= (char *) LAYOUT_MANAGED_MARKS;
    if (!isThere || !peaberry_extend(&area, (char *) piece + sizeof(int64_t) + bytes)) { /* the last piece may be mapped in part */
        return NULL;
    }
    if ((char *) piece == unused) {
        unused += 1L << bits;
    } else {
        freePieces[bits] = piece->next;
    }
    *(int64_t *) piece = bits;
    return (int64_t *) piece + 1;
}

void free(void *memory) {
    if (memory != NULL) {
        Piece *piece = (Piece *) ((int64_t *) memory - 1);
        int bits = (int) *(int64_t *) piece;
        piece->next = freePieces[bits];
        freePieces[bits] = piece;
    }
}

_Noreturn void abort(void) {
    peaberry_fail("TeaVM's runtime gave up");
}
