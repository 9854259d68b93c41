/*
 * The door to the kernel: system calls and invocations of what the process was granted. Numbers are in abi.h, which is made from peaberry.abi.
 */
#pragma once
#include "abi.h"
#include <stdbool.h>
#include <stdint.h>

/* What a system call carries in registers, both ways. */
typedef struct {
    int64_t tag;
    int64_t badge;
    int64_t word[6];
} Registers;

/* The message of Java's system calls: peaberry.machine.SystemCall fills it, enters the kernel, and reads it. */
static inline Registers *peaberry_message(void) {
    static Registers message;
    return &message;
}

/* Enters the kernel. number: with the timeout above it. reply: for calls that receive, else 0. */
void peaberry_enter(int64_t number, int64_t capability, int64_t reply, Registers *message);

/* Invokes a kernel object with words that are set in the message. Returns the error; the answer's words are in the message. */
int64_t peaberry_invoke(int64_t capability, int operation, int words, Registers *message);

/* The slot of what was granted of a kind, the first in the order of the names; 0 if there is nothing. */
int64_t peaberry_granted(int kind);

/* The slot of the service that was granted under a name; 0 if there is none. */
int64_t peaberry_service(const char *name);

/* Takes a slot of the process's own table that nothing is in. Returns 0 if there is none left. */
int64_t peaberry_takeSlots(int count);

/* How many of them are left. */
int64_t peaberry_freeSlots(void);

/* Ends the process in a way that cannot be overlooked: by a fault. The text goes to the console, if there is one. */
_Noreturn void peaberry_fail(const char *why);
