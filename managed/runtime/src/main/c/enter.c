#include "kernel.h"

/* docs/architecture.md, "System calls on x86-64". */
void peaberry_enter(int64_t number, int64_t capability, int64_t reply, Registers *message) {
    register int64_t r10 __asm__("r10") = message->word[1];
    register int64_t r8 __asm__("r8") = message->word[2];
    register int64_t r9 __asm__("r9") = message->word[3];
    register int64_t r12 __asm__("r12") = message->word[5];
    register int64_t r13 __asm__("r13") = reply;
    int64_t rdx = message->word[0];
    int64_t rbx = message->word[4];
    int64_t tag = message->tag;
    __asm__ volatile("syscall"
        : "+a"(number), "+D"(capability), "+S"(tag), "+d"(rdx), "+r"(r10), "+r"(r8), "+r"(r9), "+b"(rbx), "+r"(r12), "+r"(r13)
        :
        : "rcx", "r11", "r14", "r15", "memory", "cc");
    *message = (Registers) {tag, capability, {rdx, r10, r8, r9, rbx, r12}};
}
