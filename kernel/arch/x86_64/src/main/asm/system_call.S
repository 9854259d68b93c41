/*
 * System calls and the way back to a program. A thread's registers are saved straight into its UserContext; current_context
 * says which one. On one processor that is a plain variable, and the stack is known too, so nothing goes through GS (no
 * SWAPGS). Interrupts stay off, and nothing is kept on the stack between traps, so each entry starts it afresh.
 */
#include "machine.h"

    .text
    .global system_call_entry, resume_context
/* From SYSCALL: rcx = instruction pointer, r11 = flags, rsp still the user's, rax = number. The caller gave up rax, r14, r15. */
system_call_entry:
    movq current_context(%rip), %r14
    movq %rsp, UserContext_rsp(%r14)
    leaq kernel_stack_top(%rip), %rsp
    movq %rcx, UserContext_point+ResumePoint_rip(%r14)
    movq %r11, UserContext_point+ResumePoint_rflags(%r14)
    CALL_REGISTERS(SAVE, %r14)
    pushq $resume_context               /* where they return to: the image is in the upper 2 GiB */
    cmpq $CALL, %rax
    je peaberry_call_entry
    cmpq $REPLY_RECEIVE, %rax
    je peaberry_reply_receive_entry
    WORD_REGISTERS(SAVE, %r14)
    movq %rax, %rdi
    jmp peaberry_system_call
    .irp entry, peaberry_call, peaberry_reply_receive
\entry\()_entry:
    testb $TAG_LENGTH, %sil             /* without words the words' registers are lost */
    jz \entry
    WORD_REGISTERS(SAVE, %r14)
    jmp \entry
    .endr
/* Continues the thread that current_context names, or waits for an interrupt if it names idle_context. */
resume_context:
    movq current_context(%rip), %rax
    cmpq $0, UserContext_whole(%rax)
    jne resume_whole
    movq UserContext_point+ResumePoint_rip(%rax), %rcx    /* canonical: it follows a SYSCALL below the never mapped last page */
    movq UserContext_point+ResumePoint_rflags(%rax), %r11
    movq UserContext_rsp(%rax), %rsp
    CALL_REGISTERS(LOAD, %rax)
    WORD_REGISTERS(LOAD, %rax)
    xorl %eax, %eax                     /* what the caller gave up must not show the kernel's or another thread's */
    xorl %r14d, %r14d
    xorl %r15d, %r15d
    sysretq
/* All registers count: the thread was interrupted, or is new. The next entry may well be a system call. */
resume_whole:
    leaq idle_context(%rip), %rcx
    cmpq %rcx, %rax
    je idle
    movq $0, UserContext_whole(%rax)
    leaq kernel_stack_top(%rip), %rsp
    pushq $USER_DATA
    pushq UserContext_rsp(%rax)
    pushq UserContext_point+ResumePoint_rflags(%rax)
    pushq $USER_CODE
    pushq UserContext_point+ResumePoint_rip(%rax)
    CALL_REGISTERS(LOAD, %rax)
    WORD_REGISTERS(LOAD, %rax)
    LOST_REGISTERS(LOAD, %rax)
    LOAD(rax, %rax)
    iretq
/* The only place where the kernel can be interrupted; trap_entry resets the stack and never comes back here. */
idle:
    leaq kernel_stack_top(%rip), %rsp
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
