/*
 * System calls and the way back to a program.
 *
 * A thread's registers are saved straight into its UserContext; current_context says which one. On one processor that
 * is a plain variable, and the stack is known too, so SWAPGS is not needed: nothing here goes through GS. Interrupts
 * stay off from entry to return, and nothing is kept on the stack between traps, so each entry starts it afresh.
 */
#include "machine.h"

    .text
    .global system_call_entry, resume_context
/* From SYSCALL: rcx = instruction pointer, r11 = flags, rsp still the user's; only eax counts as the number. */
system_call_entry:
    movq %rsp, user_stack_pointer(%rip)
    movq current_context(%rip), %rsp    /* as a plain register: nothing is pushed, and interrupts are off */
    SAVE(rax, %rsp)
    COMMON_REGISTERS(SAVE, %rsp)
    movq %rcx, UserContext_point+ResumePoint_rip(%rsp)
    movq %r11, UserContext_point+ResumePoint_rflags(%rsp)
    movq user_stack_pointer(%rip), %rcx
    movq %rcx, UserContext_rsp(%rsp)
    movq $0, UserContext_whole(%rsp)
    leaq kernel_stack_top(%rip), %rsp
    movl %eax, %edi
    call peaberry_system_call
    /* falls through */
/* Continues the thread that current_context names, or waits for an interrupt if it names idle_context. */
resume_context:
    movq current_context(%rip), %rsp
    cmpq $0, UserContext_whole(%rsp)
    jne resume_whole
    LOAD(rax, %rsp)
    COMMON_REGISTERS(LOAD, %rsp)
    movq UserContext_point+ResumePoint_rip(%rsp), %rcx    /* canonical: it follows a SYSCALL below the never mapped last page */
    movq UserContext_point+ResumePoint_rflags(%rsp), %r11
    movq UserContext_rsp(%rsp), %rsp
    sysretq
/* All registers count: the thread was interrupted, or is new. */
resume_whole:
    movq %rsp, %rax
    leaq kernel_stack_top(%rip), %rsp
    leaq idle_context(%rip), %rcx
    cmpq %rcx, %rax
    je idle
    pushq $USER_DATA
    pushq UserContext_rsp(%rax)
    pushq UserContext_point+ResumePoint_rflags(%rax)
    pushq $USER_CODE
    pushq UserContext_point+ResumePoint_rip(%rax)
    COMMON_REGISTERS(LOAD, %rax)
    LOAD(rcx, %rax)
    LOAD(r11, %rax)
    LOAD(rax, %rax)
    iretq
/* The only place where the kernel can be interrupted; trap_entry resets the stack and never comes back here. */
idle:
    sti
    hlt
    jmp idle

    .data
    .global current_context, idle_context
    .balign 8
current_context:
    .quad idle_context
idle_context:                           /* stands for no thread; an interrupt of the idle state is saved here */
    .skip UserContext_whole
    .quad 1
    .skip UserContext_SIZE - UserContext_whole - 8

    .bss
    .balign 8
user_stack_pointer:
    .skip 8
