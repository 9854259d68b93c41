package peaberry.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The QEMU command lines.
 *
 * <p>The processor is pinned, since instruction counts depend on its features, to what software emulation offers without a
 * warning. No firmware text, no display, no network: the guest has a serial port and a way to say its exit status.
 */
final class Emulator {

    private static final String PROCESSOR = "Haswell-noTSX,+smap,+umip,-pcid,-x2apic,-tsc-deadline,-invpcid";

    private Emulator() {}

    /** A machine whose serial port is the emulator's standard input and output. */
    static List<String> command(Options options, Path archive) {
        return command(options, Home.KERNEL, archive);
    }

    /** The same with another kernel. */
    static List<String> command(Options options, Path kernel, Path archive) {
        // Without signal=off Ctrl-C would end QEMU; a plain device has no escape key, so Ctrl-A is the guest's.
        return command(options, kernel, archive, List.of("-chardev", "stdio,id=console,signal=off"));
    }

    /**
     * A machine that waits for gdb, which speaks to the emulator's standard input and output. The serial port is the Unix socket
     * {@code console}; what the guest prints also goes to the file {@code screen}.
     */
    static List<String> halted(Options options, Path archive, Path console, String screen) {
        return command(options, Home.KERNEL, archive, List.of("-S", "-gdb", "stdio",
                "-chardev", "socket,id=console,server=on,wait=off,path=" + console + ",logfile=" + screen + ",logappend=on"));
    }

    /** A sandbox's machine: its first serial port is the emulator's standard input and output, its second one a Unix socket that somebody listens at. The IOMMU comes before what it confines. */
    static List<String> sandboxed(String memory, Path archive, Path second) {
        return List.of("qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-cpu", PROCESSOR, "-m", memory, "-nodefaults", "-display", "none", "-vga", "none", "-no-reboot",
                "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-kernel", Home.KERNEL.toString(), "-initrd", archive.toString(),
                "-chardev", "stdio,id=first,signal=off", "-serial", "chardev:first", "-chardev", "socket,id=second,path=" + second, "-serial", "chardev:second",
                "-device", "intel-iommu,intremap=on");
    }

    private static List<String> command(Options options, Path kernel, Path archive, List<String> console) {
        List<String> command = new ArrayList<>(List.of("qemu-system-x86_64",
                "-machine", options.machine(), "-accel", "tcg", "-cpu", PROCESSOR, "-m", options.memory(),
                "-nodefaults", "-display", "none", "-vga", "none", "-no-reboot",
                "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
                "-kernel", kernel.toString(), "-initrd", archive.toString()));
        command.addAll(console);
        command.addAll(List.of("-serial", "chardev:console"));
        if (options.countsInstructions()) {
            command.addAll(List.of("-icount", "shift=0"));
        }
        command.addAll(options.devices().arguments(options.machine()));
        command.addAll(options.qemuArguments());
        return command;
    }
}
