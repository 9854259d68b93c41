package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/** A range of I/O ports. @param slot where the program holds it */
@Unboxed
public record Ports(int slot) {

    private static final int BYTE = 8;
    private static final int DOUBLE_WORD = 32;

    public static Ports at(int slot) {
        return new Ports(slot);
    }

    /** Reads a byte, 0 to 255; 0 if the range has no such port. */
    public int readByte(int port) {
        KernelError error = Invoke.with(Capability.at(slot), Invocation.IO_PORT_READ, port, BYTE);
        return error == KernelError.NONE ? (int) Message.word(0) & 0xFF : 0;
    }

    public KernelError writeByte(int port, int value) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_WRITE, port, BYTE, value & 0xFF);
    }

    public KernelError writeInt(int port, int value) {
        return Invoke.with(Capability.at(slot), Invocation.IO_PORT_WRITE, port, DOUBLE_WORD, value & 0xFFFF_FFFFL);
    }
}
