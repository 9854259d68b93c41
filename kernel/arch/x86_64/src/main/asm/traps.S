/*
 * Exceptions and interrupts. From a program: its registers go into its UserContext and Java decides. From the kernel:
 * an interrupt can only have ended the idle state; an exception is a bug of the kernel and ends it.
 * NMI, double fault and machine check have stacks of their own (descriptors.S), because they come at any instruction,
 * also while the stack pointer is still the program's. An NMI is counted and forgotten; the other two end the kernel.
 */
#include "machine.h"
/* Offsets from the stack pointer once an entry has pushed the vector and rax. */
#define FRAME_VECTOR 8
#define FRAME_CS     32
/* Exceptions for which the processor pushes an error code, as a bit set: SDM volume 3, table 6-1. */
#define ERROR_CODE_VECTORS 0x60227D00

#define CLEAN_FLAGS 2                   /* RFLAGS with nothing set but the bit that is always one */
#define PANIC_STACK_SIZE 8192

    .text
    .global trap_entries
    .balign VECTOR_STRIDE
trap_entries:
    vector = 0
    .rept VECTORS
    .balign VECTOR_STRIDE, 0xCC
    .if vector == VECTOR_NMI
    incl nmi_count(%rip)
    iretq
    .else
    .if vector >= 32 || !(ERROR_CODE_VECTORS >> vector & 1)
    pushq $0
    .endif
    pushq $vector
    .if vector == VECTOR_DOUBLE_FAULT || vector == VECTOR_MACHINE_CHECK
    jmp fatal_entry
    .else
    jmp trap_entry
    .endif
    .endif
    vector = vector + 1
    .endr

fatal_entry:
    pushq %rax
    jmp panic
trap_entry:
    pushq %rax
    movq current_context(%rip), %rax
    testb $3, FRAME_CS(%rsp)
    jnz save
    cmpl $FIRST_INTERRUPT, FRAME_VECTOR(%rsp)
    jae save                            /* idle */
panic:                                  /* a second panic ends the machine at once */
    leaq panic_context(%rip), %rax
    btsl $0, panicking(%rip)
    jc end

save:                                   /* rax: where */
    CALL_REGISTERS(SAVE, %rax)
    WORD_REGISTERS(SAVE, %rax)
    LOST_REGISTERS(SAVE, %rax)
    popq UserContext_rax(%rax)
    popq %rdi                           /* vector */
    popq %rsi                           /* error code */
    popq UserContext_point+ResumePoint_rip(%rax)
    popq %rcx                           /* CS: programs have only one */
    popq UserContext_point+ResumePoint_rflags(%rax)
    popq UserContext_rsp(%rax)
    movq $1, UserContext_whole(%rax)
    pushq $CLEAN_FLAGS                  /* a gate leaves DF, NT and AC (which would lift SMAP) as the program set them */
    popfq
    movq %rax, %rcx                     /* registers */
    movq %cr2, %rdx                     /* fault address */
    leaq panic_context(%rip), %rax
    cmpq %rax, %rcx
    je report
    leaq kernel_stack_top(%rip), %rsp
    cmpl $FIRST_INTERRUPT, %edi
    jae interrupt
    call peaberry_exception             /* vector, error code, fault address, registers */
    jmp resume_context
interrupt:
    call peaberry_interrupt             /* vector */
    jmp resume_context
report:
    leaq panic_stack_top(%rip), %rsp
    call peaberry_panic                 /* vector, error code, fault address, registers */
end:
    movl $STATUS_PANIC, %eax
    outl %eax, $EXIT_PORT
    hlt
    jmp end

    .bss
    .balign 16
panicking:
    .skip 16
    .global nmi_count
nmi_count:                              /* for debuggers: how many came since boot */
    .skip 16
panic_context:                          /* an object without a header: Java only reads its fields */
    .skip UserContext_SIZE
    .balign 16
    .skip PANIC_STACK_SIZE
panic_stack_top:
