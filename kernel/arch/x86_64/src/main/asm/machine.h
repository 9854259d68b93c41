/* Constants that the assembly files share. Offsets of UserContext come from the compiler's layout header. */

/* The kernel's image is linked at KERNEL_BASE + its physical address. */
#define KERNEL_BASE 0xFFFFFFFF80000000
#define PHYSICAL(symbol) (symbol - KERNEL_BASE)
/* Selectors of the GDT, in the order that SYSCALL and SYSRET demand. */
#define KERNEL_CODE 0x08
#define KERNEL_DATA 0x10
#define USER_DATA   0x1B
#define USER_CODE   0x23
#define TASK_STATE  0x28
/* Vectors: the processor's own, one for each I/O APIC line, the local APIC's (Java: LocalApic), messages. */
#define VECTOR_BREAKPOINT    3
#define VECTOR_NMI           2
#define VECTOR_DOUBLE_FAULT  8
#define VECTOR_MACHINE_CHECK 18
#define FIRST_INTERRUPT      32
#define VECTORS              256

#define VECTOR_STRIDE        16         /* bytes from one vector's entry code to the next one's */

#define CALL          1                 /* Java: SystemCallNumber */
#define REPLY_RECEIVE 2

#define EXIT_PORT    0xF4               /* QEMU's isa-debug-exit */
#define STATUS_PANIC 100
/* Saves or loads registers: a message's words; others that outlive a system call; those that only an interrupt keeps. */
#define SAVE(register, context) movq %register, UserContext_##register(context)
#define LOAD(register, context) movq UserContext_##register(context), %register
#define WORD_REGISTERS(OPERATION, context) \
    OPERATION(rdx, context); OPERATION(r10, context); OPERATION(r8, context); OPERATION(r9, context); \
    OPERATION(rbx, context); OPERATION(r12, context)
#define CALL_REGISTERS(OPERATION, context) \
    OPERATION(rdi, context); OPERATION(rsi, context); OPERATION(r13, context); OPERATION(rbp, context)
#define LOST_REGISTERS(OPERATION, context) \
    OPERATION(rcx, context); OPERATION(r11, context); OPERATION(r14, context); OPERATION(r15, context)
#define TAG_LENGTH 0x7F                 /* Java: Tag */
