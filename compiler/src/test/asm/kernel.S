/* As much of a kernel's assembly as the compiler must see: a start, and the size of the stack. Never run. */

    .text
    .globl _start
_start:
    jmp     test_start

    .globl kernel_stack_size
    .set kernel_stack_size, 16384

    .section .note.GNU-stack, "", @progbits
