/*
 * The machine under a test program: a Linux process without a C library.
 *
 * `program NUMBER` calls peaberry_main(NUMBER) and ends with status 0. A fault of the compiled code ends it with
 * FAULT_STATUS after writing "\n!fault SIGNAL RIP ADDRESS SITE", four hexadecimal numbers; SITE is the displacement
 * of the ud1 at RIP, 0 if there is none. What was printed before is always written first.
 *
 * Numbers are from Linux's asm/unistd_64.h, asm/signal.h and asm/sigcontext.h.
 */

#define SYS_WRITE           1
#define SYS_RT_SIGACTION    13
#define SYS_ALARM           37
#define SYS_SIGALTSTACK     131
#define SYS_EXIT_GROUP      231

#define SIGILL              4
#define SIGBUS              7
#define SIGFPE              8
#define SIGSEGV             11

/* SA_SIGINFO | SA_ONSTACK | SA_RESTORER | SA_NODEFER */
#define HANDLER_FLAGS       (0x00000004 | 0x08000000 | 0x04000000 | 0x40000000)

/* siginfo_t.si_addr; ucontext_t.uc_mcontext.gregs[REG_RIP] */
#define SIGINFO_ADDRESS     16
#define UCONTEXT_RIP        168

/* A program that runs for longer has lost its way and is killed by SIGALRM. */
#define LIMIT_SECONDS       20

#define FAULT_STATUS        97
#define USAGE_STATUS        98

#define BUFFER_BYTES        65536
#define SIGNAL_STACK_BYTES  65536
/* What test programs see as physical memory, from address 0. */
#define MEMORY_BYTES        (1 << 20)

    .text

    .globl _start
_start:
    movq    (%rsp), %rbx
    leaq    8(%rsp), %r12
    andq    $-16, %rsp
    movl    $SYS_ALARM, %eax
    movl    $LIMIT_SECONDS, %edi
    syscall
    movl    $SYS_SIGALTSTACK, %eax
    leaq    signal_stack_description(%rip), %rdi
    xorl    %esi, %esi
    syscall
    movl    $SIGILL, %edi
    call    catch_signal
    movl    $SIGBUS, %edi
    call    catch_signal
    movl    $SIGFPE, %edi
    call    catch_signal
    movl    $SIGSEGV, %edi
    call    catch_signal
    cmpq    $2, %rbx
    jb      wrong_usage
    movq    8(%r12), %rsi
    call    parse_number
    movq    %rax, %rdi
    call    peaberry_main
    call    flush
    xorl    %edi, %edi
    jmp     exit
wrong_usage:
    movl    $USAGE_STATUS, %edi
exit:
    movl    $SYS_EXIT_GROUP, %eax
    syscall

/* rsi: NUL-terminated decimal digits; the number in rax. */
parse_number:
    xorl    %eax, %eax
1:  movzbl  (%rsi), %ecx
    testb   %cl, %cl
    jz      2f
    imulq   $10, %rax
    leaq    -'0'(%rax, %rcx), %rax
    incq    %rsi
    jmp     1b
2:  ret

/* edi: the signal that on_signal shall handle. */
catch_signal:
    movl    $SYS_RT_SIGACTION, %eax
    leaq    signal_action(%rip), %rsi
    xorl    %edx, %edx
    movl    $8, %r10d
    syscall
    ret

/* edi: signal, rsi: siginfo_t, rdx: ucontext_t. Ends the process. */
on_signal:
    movl    %edi, %r13d
    movq    UCONTEXT_RIP(%rdx), %r14
    movq    SIGINFO_ADDRESS(%rsi), %r15
    xorl    %r12d, %r12d
    cmpl    $SIGILL, %edi
    jne     1f
    /* ud1l disp32(%eax), %eax is 67 0F B9 80 and the displacement. */
    cmpl    $0x80B90F67, (%r14)
    jne     1f
    movl    4(%r14), %r12d
1:  leaq    fault_text(%rip), %rbp
2:  movzbl  (%rbp), %edi
    testl   %edi, %edi
    jz      3f
    call    test_put_byte
    incq    %rbp
    jmp     2b
3:  movq    %r13, %rdi
    call    put_hexadecimal
    movq    %r14, %rdi
    call    put_hexadecimal
    movq    %r15, %rdi
    call    put_hexadecimal
    movq    %r12, %rdi
    call    put_hexadecimal
    movl    $'\n', %edi
    call    test_put_byte
    call    flush
    movl    $FAULT_STATUS, %edi
    jmp     exit

/* rdi: a number, written as a space and 16 digits. */
put_hexadecimal:
    pushq   %rbx
    pushq   %rbp
    movq    %rdi, %rbx
    movl    $16, %ebp
    movl    $' ', %edi
    call    test_put_byte
1:  rolq    $4, %rbx
    movl    %ebx, %eax
    andl    $15, %eax
    leaq    hexadecimal_digits(%rip), %rcx
    movzbl  (%rcx, %rax), %edi
    call    test_put_byte
    decl    %ebp
    jnz     1b
    popq    %rbp
    popq    %rbx
    ret

/* edi: the byte to append to the output. */
    .globl test_put_byte
test_put_byte:
    movq    buffer_length(%rip), %rax
    leaq    buffer(%rip), %rcx
    movb    %dil, (%rcx, %rax)
    incq    %rax
    movq    %rax, buffer_length(%rip)
    cmpq    $BUFFER_BYTES, %rax
    je      flush
    ret

/* Writes out the buffer; gives up on an error, which the harness sees as missing output. */
flush:
    leaq    buffer(%rip), %rsi
    movq    buffer_length(%rip), %rdx
1:  testq   %rdx, %rdx
    jz      2f
    movl    $SYS_WRITE, %eax
    movl    $1, %edi
    syscall
    testq   %rax, %rax
    jle     2f
    addq    %rax, %rsi
    subq    %rax, %rdx
    jmp     1b
2:  movq    $0, buffer_length(%rip)
    ret

/* Never reached: on_signal does not return. */
restorer:
    ud2

    .section .rodata
fault_text:
    .asciz  "\n!fault"
hexadecimal_digits:
    .ascii  "0123456789abcdef"

    .data
    .balign 8
signal_stack_description:
    .quad   signal_stack
    .quad   0
    .quad   SIGNAL_STACK_BYTES
signal_action:
    .quad   on_signal
    .quad   HANDLER_FLAGS
    .quad   restorer
    .quad   0

    .bss
    .balign 16
buffer_length:
    .skip   8
buffer:
    .skip   BUFFER_BYTES
    .balign 16
signal_stack:
    .skip   SIGNAL_STACK_BYTES
    .balign 4096
    .globl test_memory
test_memory:
    .skip   MEMORY_BYTES

    .section .note.GNU-stack, "", @progbits
