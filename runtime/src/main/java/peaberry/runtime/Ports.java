package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * A range of I/O ports.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record Ports(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IO_PORT;

    public static Ports at(int slot) {
        return new Ports(slot);
    }

    /**
     * Reads a port.
     *
     * @param port the lowest address that is read
     * @param width 8, 16 or 32 bits
     */
    public KernelError read(long port, long width) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_READ, port, width);
    }

    /** Of the {@link #read} just made: what was read, zero-extended. */
    public static long readValue() {
        return Message.word(0);
    }

    /**
     * Writes a port.
     *
     * @param port the lowest address that is written
     * @param width 8, 16 or 32 bits
     * @param value what to write; bits above the width do not count
     */
    public KernelError write(long port, long width, long value) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_WRITE, port, width, value);
    }
}
