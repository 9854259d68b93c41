/*
 * From the loader to Java: 32-bit protected mode without paging, as the PVH boot protocol leaves it, to 64-bit code in
 * the high half with every page either writable or executable.
 *
 * The address space of the kernel, shared by all processes (entries 256 and 511 of the top table):
 *   0xFFFF800000000000 + p         physical memory p below 4 GiB, writable, never executable; the last 32 MiB, where
 *                                  the devices are, uncached; what aliases the kernel's text and constants is read-only
 *   0xFFFFFFFF80000000 + p         the kernel's image: text executable, constants readable, the rest writable
 * Everything else is unmapped, page 0 and the page below the kernel's stack in particular.
 */
#include "machine.h"

/* Page table entries. */
#define PRESENT   0x001
#define WRITE     0x002
#define UNCACHED  0x018
#define LARGE     0x080
#define GLOBAL    0x100
#define NO_EXECUTE_HIGH 0x80000000      /* bit 63, in the entry's upper half */
#define LARGE_PAGE      0x200000
#define DEVICES         0xFE000000

/* Control registers and MSRs: Intel SDM volume 3, 2.5 and volume 4. */
#define CR0_VALUE 0x80010025            /* PG, WP, NE, PE; EM: no x87, so that there is no such state to leak */
#define CR4_PAE   0x20
#define CR4_BASE  0xE0                  /* PGE, MCE, PAE */
#define CR4_UMIP  0x800
#define CR4_SMEP  0x100000
#define CR4_SMAP  0x200000
#define MSR_EFER  0xC0000080
#define EFER_VALUE 0x901                /* NXE, LME, SCE */
#define MSR_STAR  0xC0000081
#define MSR_LSTAR 0xC0000082
#define MSR_FMASK 0xC0000084
#define NEEDED_FEATURES 0x20100800      /* CPUID 0x80000001 EDX: long mode, no-execute, SYSCALL */

/* The ELF note that names the 32-bit entry point: Xen's XEN_ELFNOTE_PHYS32_ENTRY. */
    .section .note.pvh, "a", @note
    .balign 4
    .long 4, 8, 18
    .asciz "Xen"
    .quad PHYSICAL(pvh_entry)

    .text
    .code32
    .global pvh_entry
/* ebx: physical address of hvm_start_info. Flat segments, interrupts off, no stack. */
pvh_entry:
    movb $0xFF, %al                     /* mask both legacy controllers: their IRQ 0 would look like a double fault */
    outb %al, $0x21
    outb %al, $0xA1
    cld
    movl %ebx, PHYSICAL(boot_start_info)
    movl $PHYSICAL(kernel_stack_top), %esp
    movl $0x80000000, %eax
    cpuid
    cmpl $0x80000001, %eax
    jb unsuitable
    movl $0x80000001, %eax
    cpuid
    andl $NEEDED_FEATURES, %edx
    cmpl $NEEDED_FEATURES, %edx
    jne unsuitable

    /* The image, page by page, each section with its own rights. */
    movl $PHYSICAL(image_table), %esi
    movl $PHYSICAL(kernel_image_start), %eax
    movl $PHYSICAL(kernel_text_end), %ecx
    movl $(PRESENT | GLOBAL), %edx
    xorl %ebp, %ebp
    call map_pages
    movl $PHYSICAL(kernel_constants_end), %ecx
    movl $NO_EXECUTE_HIGH, %ebp
    call map_pages
    movl $PHYSICAL(kernel_image_end), %ecx
    movl $(PRESENT | WRITE | GLOBAL), %edx
    call map_pages
    movl $PHYSICAL(kernel_stack_guard), %edi
    shrl $9, %edi
    andl $0xFF8, %edi
    movl $0, (%esi, %edi)
    movl $0, 4(%esi, %edi)

    /* The same 2 MiB of the direct map: text and constants read-only. */
    movl $PHYSICAL(alias_table), %esi
    movl $LARGE_PAGE, %eax
    movl $PHYSICAL(kernel_constants_end), %ecx
    movl $(PRESENT | GLOBAL), %edx
    call map_pages
    movl $(2 * LARGE_PAGE), %ecx
    movl $(PRESENT | WRITE | GLOBAL), %edx
    call map_pages

    /* All of the direct map: 2048 large pages; one of them gives way to the table above. */
    movl $PHYSICAL(direct_directories), %edi
    movl $(PRESENT | WRITE | LARGE | GLOBAL), %eax
1:  movl %eax, (%edi)
    movl %ebp, 4(%edi)
    cmpl $DEVICES, %eax
    jb 2f
    orl $UNCACHED, (%edi)
2:  addl $8, %edi
    addl $LARGE_PAGE, %eax
    jnc 1b
    movl $(PHYSICAL(alias_table) + PRESENT + WRITE), PHYSICAL(direct_directories) + 8
    movl $0, PHYSICAL(direct_directories) + 12
    movl $(PHYSICAL(direct_directories) + PRESENT + WRITE), %eax
    movl $PHYSICAL(direct_pointers), %edi
    movl $4, %ecx
3:  movl %eax, (%edi)
    addl $4096, %eax
    addl $8, %edi
    loop 3b

    /* The upper levels. The image is reachable at its physical address too until the jump is done. */
    movl $(PHYSICAL(direct_pointers) + PRESENT + WRITE), PHYSICAL(top_table) + 8 * 256
    movl $(PHYSICAL(image_pointers) + PRESENT + WRITE), PHYSICAL(top_table) + 8 * 511
    movl $(PHYSICAL(image_directory) + PRESENT + WRITE), PHYSICAL(image_pointers) + 8 * 510
    movl $(PHYSICAL(image_table) + PRESENT + WRITE), PHYSICAL(image_directory) + 8
    movl $(PHYSICAL(image_pointers) + PRESENT + WRITE), PHYSICAL(top_table)
    movl $(PHYSICAL(image_directory) + PRESENT + WRITE), PHYSICAL(image_pointers)

    movl $CR4_PAE, %eax
    movl %eax, %cr4
    movl $PHYSICAL(top_table), %eax
    movl %eax, %cr3
    movl $MSR_EFER, %ecx
    movl $EFER_VALUE, %eax
    xorl %edx, %edx
    wrmsr
    movl $CR0_VALUE, %eax
    movl %eax, %cr0
    lgdt PHYSICAL(boot_descriptor_pointer)
    ljmp $KERNEL_CODE, $PHYSICAL(long_mode)

/* Maps physical pages eax to ecx (exclusive) with flags edx and ebp (upper half) in the table esi. eax: then ecx. */
map_pages:
    movl %eax, %edi
    shrl $9, %edi
    andl $0xFF8, %edi
    addl %esi, %edi
1:  cmpl %ecx, %eax
    jae 2f
    movl %eax, (%edi)
    orl %edx, (%edi)
    movl %ebp, 4(%edi)
    addl $4096, %eax
    addl $8, %edi
    jmp 1b
2:  ret

/* A processor without 64-bit mode, no-execute pages or SYSCALL. The line is as the firmware left it. */
unsuitable:
    movl $PHYSICAL(unsuitable_text), %esi
    movw $0x3F8, %dx
1:  lodsb
    testb %al, %al
    jz 2f
    outb %al, %dx
    jmp 1b
2:  movl $STATUS_PANIC, %eax
    outl %eax, $EXIT_PORT
3:  hlt
    jmp 3b

    .code64
long_mode:
    movq $high_half, %rax
    jmp *%rax
high_half:
    leaq kernel_stack_top(%rip), %rsp
    movq $0, top_table(%rip)            /* the low mapping goes: a null reference faults from here on */
    movq $0, image_pointers(%rip)
    movq %cr3, %rax
    movq %rax, %cr3

    movl $CR4_BASE, %esi                /* only now: global entries would have outlived the reload above */
    xorl %eax, %eax
    cpuid
    cmpl $7, %eax
    jb 1f
    movl $7, %eax
    xorl %ecx, %ecx
    cpuid
    leal CR4_SMEP(%rsi), %eax
    btl $7, %ebx
    cmovcl %eax, %esi
    leal CR4_SMAP(%rsi), %eax
    btl $20, %ebx
    cmovcl %eax, %esi
    leal CR4_UMIP(%rsi), %eax
    btl $2, %ecx
    cmovcl %eax, %esi
1:  movq %rsi, %cr4

    call load_descriptors
    movl $MSR_STAR, %ecx                /* SYSCALL: CS, SS = 0x08, 0x10. SYSRET: SS, CS = 0x1B, 0x23. */
    xorl %eax, %eax
    movl $((USER_DATA - 8) << 16 | KERNEL_CODE), %edx
    wrmsr
    movl $MSR_LSTAR, %ecx
    leaq system_call_entry(%rip), %rax
    movq %rax, %rdx
    shrq $32, %rdx
    wrmsr
    movl $MSR_FMASK, %ecx
    movl $FLAGS_CLEARED_BY_SYSCALL, %eax
    xorl %edx, %edx
    wrmsr

    /* Large arrays are in .bss; the compiler's code writes their headers. There may be none. */
    .weak peaberry_init_headers
    movq $peaberry_init_headers, %rax
    testq %rax, %rax
    jz 2f
    call *%rax
2:  call peaberry_start
    jmp resume_context

    .section .rodata
unsuitable_text:
    .asciz "Peaberry needs a 64-bit processor with no-execute pages and SYSCALL.\r\n"

    .bss
    .global boot_start_info
    .balign 8
boot_start_info:
    .skip 8
    .balign 4096
top_table:
    .skip 4096
image_pointers:
    .skip 4096
image_directory:
    .skip 4096
image_table:
    .skip 4096
alias_table:
    .skip 4096
direct_pointers:
    .skip 4096
direct_directories:
    .skip 4 * 4096
