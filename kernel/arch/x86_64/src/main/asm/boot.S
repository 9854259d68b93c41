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
/* Page table entries, Intel SDM volume 3, 4.5. Bit 63 is in the upper half, which is all that it holds. */
#define TABLE     0x003                 /* present, writable */
#define READ_ONLY 0x101                 /* present, global */
#define WRITABLE  0x103
#define LARGE     0x080
#define UNCACHED  0x018
#define NO_EXECUTE_HIGH 0x80000000
#define LARGE_PAGE      0x200000
#define DEVICES         0xFE000000
/* Control registers, Intel SDM volume 3, 2.5. */
#define CR0_VALUE 0x80010025            /* PG, WP, NE, EM, PE: no x87 or vector registers */
#define CR4_PAE   0x20
#define CR4_VALUE 0xE0                  /* PGE, MCE, PAE; Java adds what else there is (Features) */
#define NEEDED_FEATURES 0x20100000      /* CPUID 0x80000001 EDX: long mode, no-execute. Intel shows SYSCALL to 64-bit code only */

    .macro write_msr number, low, high
    movl $\number, %ecx
    movl $(\low), %eax
    movl $(\high), %edx
    wrmsr
    .endm
/* Maps physical pages from eax to \end with these flags in the table esi. Afterwards eax is \end. */
    .macro map_until end, flags, high
    movl $(\end), %ecx
    movl $(\flags), %edx
    movl $\high, %ebp
    call map_pages
    .endm
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
    movl $0x80000001, %eax
    cpuid
    notl %edx
    testl $NEEDED_FEATURES, %edx
    jnz unsuitable
    /* The image, page by page, each section with its own rights; nothing below the stack. */
    movl $PHYSICAL(image_table), %esi
    movl $PHYSICAL(kernel_image_start), %eax
    map_until PHYSICAL(kernel_text_end), READ_ONLY, 0
    map_until PHYSICAL(kernel_constants_end), READ_ONLY, NO_EXECUTE_HIGH
    map_until PHYSICAL(kernel_image_end), WRITABLE, NO_EXECUTE_HIGH
    movl $PHYSICAL(kernel_stack_guard), %edi
    shrl $9, %edi
    andl $0xFF8, %edi
    movl $0, (%esi, %edi)
    /* The same 2 MiB of the direct map: text and constants read-only. */
    movl $PHYSICAL(alias_table), %esi
    movl $PHYSICAL(kernel_image_start), %eax
    map_until PHYSICAL(kernel_constants_end), READ_ONLY, NO_EXECUTE_HIGH
    map_until 2 * LARGE_PAGE, WRITABLE, NO_EXECUTE_HIGH
    /* All of the direct map: 2048 large pages, of which one gives way to the table above. */
    movl $PHYSICAL(direct_directories), %edi
    movl $(WRITABLE | LARGE), %eax
1:  movl %eax, (%edi)
    movl %ebp, 4(%edi)
    cmpl $DEVICES, %eax
    jb 2f
    orl $UNCACHED, (%edi)
2:  addl $8, %edi
    addl $LARGE_PAGE, %eax
    jnc 1b
    movl $(PHYSICAL(alias_table) + TABLE), PHYSICAL(direct_directories) + 8
    .irp gigabyte, 0, 1, 2, 3
    movl $(PHYSICAL(direct_directories) + 4096 * \gigabyte + TABLE), PHYSICAL(direct_pointers) + 8 * \gigabyte
    .endr
    /* The upper levels. The image is reachable at its physical address too until the jump is done. */
    movl $(PHYSICAL(direct_pointers) + TABLE), PHYSICAL(top_table) + 8 * 256
    movl $(PHYSICAL(image_pointers) + TABLE), PHYSICAL(top_table) + 8 * 511
    movl $(PHYSICAL(image_directory) + TABLE), PHYSICAL(image_pointers) + 8 * 510
    movl $(PHYSICAL(image_table) + TABLE), PHYSICAL(image_directory) + 8
    movl $(PHYSICAL(image_pointers) + TABLE), PHYSICAL(top_table)
    movl $(PHYSICAL(image_directory) + TABLE), PHYSICAL(image_pointers)
    movl $CR4_PAE, %eax
    movl %eax, %cr4
    movl $PHYSICAL(top_table), %eax
    movl %eax, %cr3
    write_msr 0xC0000080, 0x901, 0       /* EFER: NXE, LME, SCE */
    movl $CR0_VALUE, %eax
    movl %eax, %cr0
    lgdt PHYSICAL(boot_descriptor_pointer)
    ljmp $KERNEL_CODE, $PHYSICAL(long_mode)

map_pages:
    movl %eax, %edi
    shrl $9, %edi
    andl $0xFF8, %edi
    addl %esi, %edi
1:  movl %eax, (%edi)
    orl %edx, (%edi)
    movl %ebp, 4(%edi)
    addl $8, %edi
    addl $4096, %eax
    cmpl %ecx, %eax
    jb 1b
    ret
/* A processor without 64-bit mode or no-execute pages. The serial line is as the firmware left it. */
unsuitable:
    movl $PHYSICAL(unsuitable_text), %esi
    movl $(unsuitable_text_end - unsuitable_text), %ecx
    movw $0x3F8, %dx
    rep outsb
    movl $STATUS_PANIC, %eax
    outl %eax, $EXIT_PORT
1:  hlt
    jmp 1b

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

    movl $CR4_VALUE, %eax               /* only now: global entries would have outlived the reload above */
    movq %rax, %cr4
    call load_descriptors
    write_msr 0xC0000081, 0, (USER_DATA - 8) << 16 | KERNEL_CODE        /* STAR; SYSRET: SS is this + 8, CS + 16 */
    write_msr 0xC0000082, PHYSICAL(system_call_entry) + 0x80000000, -1  /* LSTAR: the entry's two halves */
    write_msr 0xC0000084, 0x44700, 0                                    /* FMASK: TF, IF, DF, NT and AC off */
    write_msr 0x174, 0, 0               /* SYSENTER_CS: none, so that SYSENTER faults whatever the firmware left */
    xorl %eax, %eax
    movq %rax, %dr7                     /* no breakpoints of the firmware's */

    call peaberry_init_headers
    call peaberry_start
    jmp resume_context

    .weak peaberry_init_headers         /* of large arrays in .bss: the compiler's, if there are such arrays */
peaberry_init_headers:
    ret

    .section .rodata
unsuitable_text:
    .ascii "Peaberry needs a 64-bit processor with no-execute pages.\r\n"
unsuitable_text_end:

    .bss
    .global boot_start_info
    .balign 4096
    .irp table, top_table, image_pointers, image_directory, image_table, alias_table, direct_pointers
\table:
    .skip 4096
    .endr
direct_directories:
    .skip 4 * 4096
boot_start_info:
    .skip 8
