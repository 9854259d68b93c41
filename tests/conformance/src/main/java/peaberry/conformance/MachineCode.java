package peaberry.conformance;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Assembles a few instructions at build time (Intel SDM volume 2). Register numbers are the processor's. */
final class MachineCode {

    static final int RAX = 0;
    static final int RDX = 2;
    static final int RBX = 3;
    static final int RSI = 6;
    static final int RDI = 7;
    static final int R8 = 8;
    static final int R9 = 9;
    static final int R10 = 10;
    static final int R12 = 12;
    static final int R13 = 13;
    static final int R14 = 14;

    private static final int LOAD = 0x8B;
    private static final int STORE = 0x89;
    /** REX prefix: 64-bit operands, r15 as base. */
    private static final int REX_R15 = 0x49;
    /** REX prefix: the other register is r8 or above. */
    private static final int REX_HIGH = 0x04;
    /** ModRM byte: a 32-bit displacement follows; base r15. */
    private static final int DISPLACED_R15 = 0x87;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Instructions that are written as hexadecimal bytes. */
    static byte[] of(String hexadecimal) {
        return new MachineCode().raw(hexadecimal).toBytes();
    }

    /** Offset of the next instruction. */
    int here() {
        return bytes.size();
    }

    /** Appends instructions that are written as hexadecimal bytes. */
    MachineCode raw(String hexadecimal) {
        bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hexadecimal));
        return this;
    }

    /** {@code mov offset(%r15), %register}. */
    MachineCode load(int register, int offset) {
        return move(LOAD, register, offset);
    }

    /** {@code mov %register, offset(%r15)}. */
    MachineCode store(int register, int offset) {
        return move(STORE, register, offset);
    }

    /** {@code jmp} to an instruction of this code. */
    MachineCode jump(int target) {
        bytes.write(0xE9);
        return number(target - here() - Integer.BYTES);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private MachineCode move(int opcode, int register, int offset) {
        bytes.write(REX_R15 | (register >= R8 ? REX_HIGH : 0));
        bytes.write(opcode);
        bytes.write(DISPLACED_R15 | (register & 7) << 3);
        return number(offset);
    }

    private MachineCode number(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(value >>> shift);
        }
        return this;
    }
}
