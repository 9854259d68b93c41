#include <setjmp.h>

__attribute__((naked, returns_twice)) int setjmp(jmp_buf place) {
    __asm__("movq %rbx, (%rdi)\n\t"
        "movq %rbp, 8(%rdi)\n\t"
        "movq %r12, 16(%rdi)\n\t"
        "movq %r13, 24(%rdi)\n\t"
        "movq %r14, 32(%rdi)\n\t"
        "movq %r15, 40(%rdi)\n\t"
        "leaq 8(%rsp), %rdx\n\t" /* as it is after the return */
        "movq %rdx, 48(%rdi)\n\t"
        "movq (%rsp), %rdx\n\t"
        "movq %rdx, 56(%rdi)\n\t"
        "xorl %eax, %eax\n\t"
        "ret");
}

__attribute__((naked, noreturn)) void longjmp(jmp_buf place, int value) {
    __asm__("movl %esi, %eax\n\t"
        "movq (%rdi), %rbx\n\t"
        "movq 8(%rdi), %rbp\n\t"
        "movq 16(%rdi), %r12\n\t"
        "movq 24(%rdi), %r13\n\t"
        "movq 32(%rdi), %r14\n\t"
        "movq 40(%rdi), %r15\n\t"
        "movq 48(%rdi), %rsp\n\t"
        "jmpq *56(%rdi)");
}
