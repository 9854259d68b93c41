/* The processor's tables and the stacks that they name, all in the high half. Intel SDM volume 3, chapters 3, 6 and 8. */
#include "machine.h"
#define TSS_SIZE 104
/* A gate: offset 0-15, selector, stack index (8 bits), attributes (8 bits), offset 16-31, offset 32-63, zero. */
#define GATE_INTERRUPT     0x8E
#define GATE_OPEN_TO_USERS 0x60
/* An exception on a stack of its own needs room for its frame and two words; the panic continues on another stack. */
#define INTERRUPT_STACK_SIZE 128
#define INTERRUPT_STACK(number) (interrupt_stacks + INTERRUPT_STACK_SIZE * (number))

    .text
    .global load_descriptors
/* Loads GDT, TSS and IDT. Changes rax, rcx, rdx, rdi. */
load_descriptors:
    leaq task_state(%rip), %rax
    leaq task_descriptor(%rip), %rdi
    movw %ax, 2(%rdi)
    shrq $16, %rax
    movb %al, 4(%rdi)
    movb %ah, 7(%rdi)
    shrq $16, %rax
    movl %eax, 8(%rdi)
    lgdt descriptor_pointer(%rip)
    xorl %eax, %eax
    movl %eax, %ds
    movl %eax, %es
    movl %eax, %fs
    movl %eax, %gs
    lldt %ax                            /* none: after reset it is 64 KiB from address 0, which programs may map */
    movl $KERNEL_DATA, %eax
    movl %eax, %ss
    movl $TASK_STATE, %eax
    ltr %ax

    leaq interrupt_descriptors(%rip), %rdi
    leaq trap_entries(%rip), %rdx
1:  movw %dx, (%rdi)
    movw $KERNEL_CODE, 2(%rdi)
    movb $GATE_INTERRUPT, 5(%rdi)
    movq %rdx, %rax
    shrq $16, %rax
    movw %ax, 6(%rdi)
    shrq $16, %rax
    movl %eax, 8(%rdi)
    addq $VECTOR_STRIDE, %rdx
    addq $16, %rdi
    cmpq $interrupt_descriptors + 16 * VECTORS, %rdi
    jb 1b
    orb $GATE_OPEN_TO_USERS, interrupt_descriptors + 16 * VECTOR_BREAKPOINT + 5(%rip)
    movb $1, interrupt_descriptors + 16 * VECTOR_NMI + 4(%rip)
    movb $2, interrupt_descriptors + 16 * VECTOR_DOUBLE_FAULT + 4(%rip)
    movb $3, interrupt_descriptors + 16 * VECTOR_MACHINE_CHECK + 4(%rip)
    lidt interrupt_descriptor_pointer(%rip)
    ret

    .data
    .balign 16
segment_descriptors:
    .quad 0
    .quad 0x00209B0000000000            /* kernel code, 64-bit */
    .quad 0x0000930000000000            /* kernel data */
    .quad 0x0000F30000000000            /* user data */
    .quad 0x0020FB0000000000            /* user code, 64-bit */
task_descriptor:
    .quad 0x0000890000000000 + TSS_SIZE - 1
    .quad 0
segment_descriptors_end:

    .balign 16
task_state:                             /* SDM volume 3, 8.7: stacks of rings 0 to 2, then the numbered ones */
    .long 0
    .quad kernel_stack_top, 0, 0, 0
    .quad INTERRUPT_STACK(1), INTERRUPT_STACK(2), INTERRUPT_STACK(3), 0, 0, 0, 0, 0
    .word 0, TSS_SIZE                   /* no I/O map: ports are the kernel's */

    .section .rodata
    .global boot_descriptor_pointer
    .balign 8
boot_descriptor_pointer:                /* for 32-bit code: physical */
    .word segment_descriptors_end - segment_descriptors - 1
    .long PHYSICAL(segment_descriptors)
descriptor_pointer:
    .word segment_descriptors_end - segment_descriptors - 1
    .quad segment_descriptors
interrupt_descriptor_pointer:
    .word 16 * VECTORS - 1
    .quad interrupt_descriptors

    .bss
    .balign 16
interrupt_descriptors:
    .skip 16 * VECTORS
interrupt_stacks:
    .skip 3 * INTERRUPT_STACK_SIZE
/* The kernel's one stack; the build proves that the deepest call chain takes at most half of it. */
    .global kernel_stack_size, kernel_stack_guard, kernel_stack_top
    .set kernel_stack_size, 16384
    .section .bss.stack, "aw", @nobits
    .balign 4096
kernel_stack_guard:                     /* never mapped: an overflow becomes a double fault */
    .skip 4096
    .skip kernel_stack_size
kernel_stack_top:
