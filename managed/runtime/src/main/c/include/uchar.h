#pragma once
#include <stddef.h>
#include <stdint.h>

typedef uint16_t char16_t;
typedef uint32_t char32_t;
typedef struct {
    int none;
} mbstate_t;

/* Of characters that are of one byte alone, for names in C: what they are made for, arguments and files, comes another way here. */
static inline size_t c16rtomb(char *to, char16_t character, mbstate_t *state) {
    if (to != NULL) {
        *to = (char) character;
    }
    return 1;
}

static inline size_t mbrtoc16(char16_t *to, const char *from, size_t bytes, mbstate_t *state) {
    if (to != NULL) {
        *to = (unsigned char) *from;
    }
    return 1;
}
