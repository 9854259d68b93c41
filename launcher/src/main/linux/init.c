/*
 * The only program of the Linux that Peaberry is compared with: it does what programs/bench/src/main/java/peaberry/bench/FileWork.java does, with the
 * same numbers, and prints the same lines. There is no C library; Linux's system calls are numbered in arch/x86/entry/syscalls/syscall_64.tbl.
 *
 * Its arguments are the kernel modules to load, in this order, from its root directory. It ends by a write to QEMU's isa-debug-exit at port 0xF4: 0 if all
 * went well, else 1.
 */

typedef unsigned long word;

enum { READ = 0, WRITE = 1, OPEN = 2, CLOSE = 3, PREAD = 17, PWRITE = 18, FSYNC = 74, MKDIR = 83, UNLINK = 87, SYNC = 162, MOUNT = 165, IOPERM = 173, FINIT_MODULE = 313 };
enum { O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_CREAT = 0100, O_EXCL = 0200 };
enum { PIECE = 65536, PIECES = 1024, WARM_UP_CYCLES = 20, CYCLES = 200, SMALL_FILES = 10000, SMALL_BYTES = 100, DIGITS = 5 };
enum { PATTERN = 256, EXIT_PORT = 0xF4, CONSOLE = 1 };

static char piece[PIECE] __attribute__((aligned(4096)));
static char small[] = "/disk/small/00000";

static long call(long number, word a, word b, word c, word d, word e) {
    long result;
    register word r10 __asm__("r10") = d;
    register word r8 __asm__("r8") = e;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
    return result;
}

static word ticks(void) {
    unsigned low, high;
    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
    return (word) high << 32 | low;
}

static void power_off(unsigned status) {
    call(IOPERM, EXIT_PORT, 4, 1, 0, 0);
    __asm__ volatile("outl %0, %w1" : : "a"(status), "Nd"(EXIT_PORT));
    for (;;) {
    }
}

static void print(const char *text) {
    word length = 0;
    while (text[length]) {
        length++;
    }
    call(WRITE, CONSOLE, (word) text, length, 0, 0);
}

static void print_number(word value) {
    char digits[21];
    int first = sizeof digits - 1;
    digits[first] = 0;
    do {
        digits[--first] = '0' + value % 10;
        value /= 10;
    } while (value);
    print(digits + first);
}

static void report(const char *key, word value) {
    print("BENCH ");
    print(key);
    print(" ");
    print_number(value);
    print("\n");
}

/* Ends the machine if Linux refused, or did less than it was to do. */
static long require(const char *what, long result, long at_least) {
    if (result < at_least) {
        print(what);
        print(" failed: ");
        print(result < 0 ? "error " : "only ");
        print_number(result < 0 ? -result : result);
        print("\n");
        power_off(1);
    }
    return result;
}

static long open(const char *path, int flags) {
    return require(path, call(OPEN, (word) path, flags, 0644, 0, 0), 0);
}

static void read_piece(long file, word position) {
    require("reading", call(PREAD, file, (word) piece, PIECE, position, 0), PIECE);
}

static void write_piece(long file, word position, long count) {
    require("writing", call(PWRITE, file, (word) piece, count, position, 0), count);
}

static word do_read(void) {
    word start = ticks();
    long file = open("/disk/cold", O_RDONLY);
    for (word i = 0; i < PIECES; i++) {
        read_piece(file, i * PIECE);
    }
    call(CLOSE, file, 0, 0, 0, 0);
    return ticks() - start;
}

static word do_write(void) {
    word start = ticks();
    long file = open("/disk/new", O_WRONLY | O_CREAT | O_EXCL);
    for (word i = 0; i < PIECES; i++) {
        write_piece(file, i * PIECE, PIECE);
    }
    require("fsync", call(FSYNC, file, 0, 0, 0, 0), 0);
    call(CLOSE, file, 0, 0, 0, 0);
    return ticks() - start;
}

static void cycle(void) {
    long file = open("/disk/cycle", O_RDWR | O_CREAT | O_EXCL);
    write_piece(file, 0, PIECE);
    read_piece(file, 0);
    call(CLOSE, file, 0, 0, 0, 0);
    require("unlink", call(UNLINK, (word) "/disk/cycle", 0, 0, 0, 0), 0);
}

static word do_cycles(void) {
    for (int i = 0; i < WARM_UP_CYCLES; i++) {
        cycle();
    }
    word start = ticks();
    for (int i = 0; i < CYCLES; i++) {
        cycle();
    }
    return (ticks() - start) / CYCLES;
}

static const char *name(int number) {
    for (int place = sizeof small - 2; place > (int) sizeof small - 2 - DIGITS; place--) {
        small[place] = '0' + number % 10;
        number /= 10;
    }
    return small;
}

static word do_create(void) {
    word start = ticks();
    require("mkdir", call(MKDIR, (word) "/disk/small", 0755, 0, 0, 0), 0);
    for (int i = 0; i < SMALL_FILES; i++) {
        long file = open(name(i), O_WRONLY | O_CREAT | O_EXCL);
        write_piece(file, 0, SMALL_BYTES);
        call(CLOSE, file, 0, 0, 0, 0);
    }
    call(SYNC, 0, 0, 0, 0, 0);
    return ticks() - start;
}

__attribute__((used)) static void run(word *stack) {
    word count = stack[0];
    const char **arguments = (const char **) (stack + 1);
    for (word i = 1; i < count; i++) {
        require(arguments[i], call(FINIT_MODULE, open(arguments[i], O_RDONLY), (word) "", 0, 0, 0), 0);
    }
    require("mounting devtmpfs", call(MOUNT, (word) "devtmpfs", (word) "/dev", (word) "devtmpfs", 0, 0), 0);
    require("mounting the disk", call(MOUNT, (word) "/dev/vda", (word) "/disk", (word) "ext4", 0, 0), 0);
    for (int i = 0; i < PIECE; i++) {
        piece[i] = (char) (i % PATTERN);
    }
    report("file.seq_read.ticks", do_read());
    report("file.seq_write.ticks", do_write());
    report("file.64k_cycle.ticks", do_cycles());
    report("file.create.ticks", do_create());
    power_off(0);
}

__attribute__((naked)) void _start(void) {
    __asm__("mov %rsp, %rdi\n and $-16, %rsp\n call run");
}
