/* What TeaVM's runtime asks of the platform, in place of its own files for that. */
#include "kernel.h"
#include "processor.h"
#include "java.h"
#include "time.h"
#include "fiber.h"
#include "log.h"
#include "heaptrace.h"

/* Memory is used up, and the collector has found nothing: what it left is put in order, so that the error can be made. */
void teavm_outOfMemory(void) {
    teavm_gc_collectFull();
    peaberry_throwOutOfMemory();
}

void teavm_printWString(wchar_t *text) {
    peaberry_fail("there is no room for the classes of arrays");
}

/* The clock of the processor, which began at some moment before boot. */
int64_t teavm_currentTimeNano(void) {
    int64_t perMicrosecond = *(const int64_t *) LAYOUT_TICKS_PER_MICROSECOND;
    int64_t ticks = peaberry_ticks();
    return ticks / perMicrosecond * 1000 + ticks % perMicrosecond * 1000 / perMicrosecond;
}

int64_t teavm_currentTimeMillis(void) {
    return teavm_currentTimeNano() / 1000000;
}

/* Waits for a time in milliseconds, or until something else happens, which here nothing does. */
void teavm_waitFor(int64_t time) {
}

/* What follows has nothing to do here. */

void teavm_interrupt(void) {
}

void teavm_initTime(void) {
}

void teavm_initFiber(void) {
}
