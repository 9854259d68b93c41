/* Math's functions, by the processor's own instructions for them (Intel SDM, volume 1, 8.3.7 and 8.3.9). */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

double fabs(double value) {
    return __builtin_fabs(value);
}

double sqrt(double value) {
    double root;
    __asm__("sqrtsd %1, %0" : "=x"(root) : "x"(value));
    return root;
}

/* A number of this size has no fraction. */
#define WHOLE 0x1p52

double floor(double value) {
    if (!(fabs(value) < WHOLE)) {
        return value;
    }
    double whole = (double) (int64_t) value;
    return __builtin_copysign(whole > value ? whole - 1 : whole, value);
}

double ceil(double value) {
    return -floor(-value);
}

double fmod(double value, double by) {
    double rest;
    __asm__("1: fprem; fnstsw %%ax; testb $4, %%ah; jnz 1b" : "=t"(rest) : "0"(value), "u"(by) : "ax", "cc");
    return rest;
}

float fmodf(float value, float by) {
    return (float) fmod(value, by);
}

/* 2 to the power of x, of 64 bits. */
static long double power2(long double x) {
    long double whole;
    long double fraction;
    __asm__("frndint" : "=t"(whole) : "0"(x));
    __asm__("f2xm1" : "=t"(fraction) : "0"(x - whole));
    long double scaled;
    __asm__("fscale" : "=t"(scaled) : "0"(fraction + 1), "u"(whole));
    return scaled;
}

/* The binary logarithm of x, times y. */
static long double timesLog2(long double y, long double x) {
    long double product;
    __asm__("fyl2x" : "=t"(product) : "0"(x), "u"(y) : "st(1)");
    return product;
}

double log(double value) {
    long double ln2;
    __asm__("fldln2" : "=t"(ln2));
    return (double) timesLog2(ln2, value);
}

double exp(double value) {
    if (__builtin_isinf(value)) {
        return value > 0 ? value : 0;
    }
    long double log2e;
    __asm__("fldl2e" : "=t"(log2e));
    return (double) power2(log2e * value);
}

/* Of the cases that have no logarithm java.lang.Math says what they are. */
double pow(double value, double exponent) {
    if (exponent == 0) {
        return 1;
    }
    if (value != value || exponent != exponent) {
        return __builtin_nan("");
    }
    double size = fabs(value);
    if (__builtin_isinf(exponent)) {
        return size == 1 ? __builtin_nan("") : (size > 1) == (exponent > 0) ? __builtin_inf() : 0;
    }
    bool isWhole = floor(exponent) == exponent;
    bool isNegative = __builtin_signbit(value) && isWhole && fmod(exponent, 2) != 0;
    double result;
    if (size == 0 || __builtin_isinf(size)) {
        result = (size == 0) == (exponent > 0) ? 0 : __builtin_inf();
    } else if (value < 0 && !isWhole) {
        return __builtin_nan("");
    } else {
        result = (double) power2(timesLog2(exponent, size));
    }
    return isNegative ? -result : result;
}

double sin(double value) {
    double result;
    __asm__("fsin" : "=t"(result) : "0"(value));
    return result;
}

double cos(double value) {
    double result;
    __asm__("fcos" : "=t"(result) : "0"(value));
    return result;
}

double tan(double value) {
    double result;
    double one;
    __asm__("fptan" : "=t"(one), "=u"(result) : "0"(value));
    return result;
}

double atan2(double y, double x) {
    double result;
    __asm__("fpatan" : "=t"(result) : "0"(x), "u"(y) : "st(1)");
    return result;
}

double atan(double value) {
    return atan2(value, 1);
}

double asin(double value) {
    return atan2(value, sqrt((1 - value) * (1 + value)));
}

double acos(double value) {
    return atan2(sqrt((1 - value) * (1 + value)), value);
}
