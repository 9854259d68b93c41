/* Instructions of the processor that Java has no words for: peaberry.machine's Clock and HardwareRandom. */
#pragma once
#include <cpuid.h>
#include <stdint.h>

static inline int64_t peaberry_ticks(void) {
    return (int64_t) __builtin_ia32_rdtsc();
}

/* RDRAND: Intel SDM, volume 1, 7.3.17. */
static inline int32_t peaberry_randomSources(void) {
    unsigned a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_RDRND) != 0;
}

static inline int64_t peaberry_randomBits(void) {
    uint64_t bits;
    unsigned char valid;
    __asm__("rdrand %0; setc %1" : "=r"(bits), "=qm"(valid) : : "cc");
    return valid ? (int64_t) bits : 0;
}
