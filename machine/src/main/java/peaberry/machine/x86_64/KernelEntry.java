package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;
import peaberry.machine.PhysicalAddress;

/** What the assembly and the linker script of {@code kernel/arch/x86_64} share with Java. Boundaries are virtual addresses. */
public final class KernelEntry {

    private KernelEntry() {
    }

    /** When the kernel returns, {@code context} (a {@code UserContext}) continues; its registers are saved there at the next entry. */
    @Intrinsic
    public static void resume(Object context) {
        throw NativeOnly.refuse();
    }

    /** When the kernel returns, the processor waits for an interrupt. */
    @Intrinsic
    public static void idle() {
        throw NativeOnly.refuse();
    }

    /** Where the loader left its {@code hvm_start_info}. */
    @Intrinsic
    public static PhysicalAddress startInfo() {
        throw NativeOnly.refuse();
    }

    /** First byte of the kernel's image, which is its code. */
    @Intrinsic
    public static long imageStart() {
        throw NativeOnly.refuse();
    }

    /** End of the kernel's code. */
    @Intrinsic
    public static long textEnd() {
        throw NativeOnly.refuse();
    }

    /** End of the kernel's image. */
    @Intrinsic
    public static long imageEnd() {
        throw NativeOnly.refuse();
    }

    /** The unmapped page below the kernel's stack. */
    @Intrinsic
    public static long stackGuard() {
        throw NativeOnly.refuse();
    }

    /** End of the kernel's stack. */
    @Intrinsic
    public static long stackTop() {
        throw NativeOnly.refuse();
    }
}
