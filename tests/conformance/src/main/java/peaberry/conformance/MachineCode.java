package peaberry.conformance;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Assembles a few instructions at build time (Intel SDM volume 2). Register numbers are the processor's. */
final class MachineCode {

    static final int RAX = 0;
    static final int RCX = 1;
    static final int RDX = 2;
    static final int RBX = 3;
    static final int RSI = 6;
    static final int RDI = 7;
    static final int R8 = 8;
    static final int R9 = 9;
    static final int R10 = 10;
    static final int R11 = 11;
    static final int R12 = 12;
    static final int R13 = 13;
    static final int R14 = 14;
    static final int R15 = 15;

    private static final int LOAD = 0x8B;
    private static final int STORE = 0x89;
    /** REX prefix: 64-bit operands. */
    private static final int REX_WIDE = 0x48;
    /** REX prefix: the other register is r8 or above. */
    private static final int REX_HIGH = 0x04;
    /** REX prefix: the register that the opcode names is r8 or above. */
    private static final int REX_HIGH_OPCODE = 0x01;
    /** ModRM byte: a 32-bit displacement follows; base rbp. */
    private static final int DISPLACED_RBP = 0x85;

    /** Bits of a three-byte VEX prefix: SDM volume 2, 2.3.5. Those of high registers are inverted. */
    private static final int VEX_LOW_REGISTER = 0x80;
    private static final int VEX_LOW_INDEX = 0x40;
    private static final int VEX_LOW_BASE = 0x20;
    private static final int VEX_MAP_0F = 1;
    private static final int VEX_256 = 4;
    private static final int VEX_66 = 1;

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

    /** {@code mov offset(%rbp), %register}. */
    MachineCode load(int register, int offset) {
        return move(LOAD, register, offset);
    }

    /** {@code mov %register, offset(%rbp)}. */
    MachineCode store(int register, int offset) {
        return move(STORE, register, offset);
    }

    /** {@code jmp} to an instruction of this code. */
    MachineCode jump(int target) {
        bytes.write(0xE9);
        return number(target - here() - Integer.BYTES);
    }

    /** {@code j<condition>} to an instruction of this code. @param condition the low four bits of its opcode */
    MachineCode jumpIf(int condition, int target) {
        bytes.write(0x0F);
        bytes.write(0x80 | condition);
        return number(target - here() - Integer.BYTES);
    }

    /** {@code mov $value, %register}. */
    MachineCode immediate(int register, long value) {
        bytes.write(REX_WIDE | (register >= R8 ? REX_HIGH_OPCODE : 0));
        bytes.write(0xB8 | register & 7);
        return number((int) value).number((int) (value >>> Integer.SIZE));
    }

    /** An instruction of the 0F map on 256-bit registers, with prefix 66: {@code op %second, %first, %destination}. */
    MachineCode vector(int opcode, int destination, int first, int second) {
        bytes.write(0xC4);
        bytes.write((destination >= R8 ? 0 : VEX_LOW_REGISTER) | VEX_LOW_INDEX | (second >= R8 ? 0 : VEX_LOW_BASE) | VEX_MAP_0F);
        bytes.write((~first & 0xF) << 3 | VEX_256 | VEX_66);
        bytes.write(opcode);
        bytes.write(0xC0 | (destination & 7) << 3 | second & 7);
        return this;
    }

    /** Four bytes of an instruction that {@link #raw} began. */
    MachineCode number(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(value >>> shift);
        }
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private MachineCode move(int opcode, int register, int offset) {
        bytes.write(REX_WIDE | (register >= R8 ? REX_HIGH : 0));
        bytes.write(opcode);
        bytes.write(DISPLACED_RBP | (register & 7) << 3);
        return number(offset);
    }
}
