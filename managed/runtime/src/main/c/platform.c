/* What TeaVM's runtime asks of the platform, in place of its own files for that. */
#include "kernel.h"
#include "pages.h"
#include "processor.h"
#include "java.h"
#include "time.h"
#include "fiber.h"
#include "file.h"
#include <stdlib.h>
#include <string.h>

/* The clock of the processor, which began at some moment before boot. */
int64_t teavm_currentTimeNano(void) {
    int64_t perMicrosecond = *(const int64_t *) LAYOUT_TICKS_PER_MICROSECOND;
    int64_t ticks = peaberry_ticks();
    return ticks / perMicrosecond * 1000 + ticks % perMicrosecond * 1000 / perMicrosecond;
}

int64_t teavm_currentTimeMillis(void) {
    return teavm_currentTimeNano() / 1000000;
}

#define TIMEOUT_SHIFT 8
#define LONGEST_WAIT 1000000000L

/* Waits for a time in milliseconds, while all threads of the program wait: for a signal that nobody sends. */
void teavm_waitFor(int64_t time) {
    static int64_t notification;
    peaberry_flush();
    if (notification == 0) {
        notification = peaberry_takeSlots(1);
        if (peaberry_make(OBJECT_NOTIFICATION, notification, 1) != ERROR_NONE) {
            peaberry_fail("there is no memory to wait with");
        }
    }
    Registers message = {0};
    int64_t microseconds = (time < LONGEST_WAIT ? time : LONGEST_WAIT) * 1000;
    peaberry_enter((microseconds + 1) << TIMEOUT_SHIFT | SYSTEM_CALL_WAIT, notification, 0, &message);
}

/* Where files are that a program makes for itself; what it gets is its own, to be freed. Returns how many characters it has. */
int32_t teavm_file_tempDirectory(char16_t **result) {
    static const char16_t path[] = u"/tmp";
    *result = malloc(sizeof path);
    memcpy(*result, path, sizeof path);
    return sizeof path / sizeof *path - 1;
}

/* Where a user's files are: at the top of what is mounted. */
int32_t teavm_file_homeDirectory(char16_t **result) {
    *result = malloc(sizeof **result);
    **result = '/';
    return 1;
}

/* The time is that of the clock, of whose zone nobody knows. */
int32_t teavm_timeZoneOffset(void) {
    return 0;
}

/* What follows has nothing to do here. */

void teavm_interrupt(void) {
}

void teavm_initTime(void) {
}

void teavm_initFiber(void) {
}
