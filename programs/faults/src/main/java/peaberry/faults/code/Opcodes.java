package peaberry.faults.code;

/**
 * What belongs to each opcode, for those that the compiler emits for programs and their neighbours: whether a ModRM byte
 * follows, how long the immediate is, and which of its parts name registers that are read or written (Intel SDM volume 2,
 * appendix A, "Opcode Map", 64-bit mode). Opcodes that are not here have the form {@link #UNKNOWN}.
 */
final class Opcodes {

    /** Not decodable, or not to be touched. */
    static final int UNKNOWN = 0;
    /** There is such an instruction. */
    static final int KNOWN = 1;
    /** A ModRM byte follows. */
    static final int MODRM = 1 << 1;
    /** An immediate of one byte. */
    static final int IMMEDIATE_8 = 1 << 2;
    /** An immediate of two bytes. */
    static final int IMMEDIATE_16 = 1 << 3;
    /** An immediate as wide as the operand, but at most four bytes. */
    static final int IMMEDIATE_OPERAND = 1 << 4;
    /** An immediate as wide as the operand, up to eight bytes. */
    static final int IMMEDIATE_FULL = 1 << 5;
    /** A distance of one byte. */
    static final int DISTANCE_8 = 1 << 6;
    /** A distance of four bytes. */
    static final int DISTANCE_32 = 1 << 7;
    /** What it writes is named by r/m, by reg, by the opcode. */
    static final int WRITES_RM = 1 << 8;
    static final int WRITES_REG = 1 << 9;
    static final int WRITES_OPCODE = 1 << 10;
    /** What it only reads is named by r/m, by reg, by the opcode. */
    static final int READS_RM = 1 << 11;
    static final int READS_REG = 1 << 12;
    static final int READS_OPCODE = 1 << 13;
    /** The field reg belongs to the opcode. */
    static final int GROUP = 1 << 14;
    /** It compares with its immediate. */
    static final int COMPARES = 1 << 15;
    /** It does nothing, or is where a failed check of the language ends. */
    static final int IDLE = 1 << 16;

    private static final int TO_RM = KNOWN | MODRM | WRITES_RM | READS_REG;
    private static final int TO_REG = KNOWN | MODRM | WRITES_REG | READS_RM;
    private static final int BOTH_READ = KNOWN | MODRM | READS_RM | READS_REG;
    private static final int BOTH_WRITTEN = KNOWN | MODRM | WRITES_RM | WRITES_REG;
    private static final int ONLY_RM = KNOWN | MODRM | GROUP;

    private static final int MAP = 256;
    private static final int[] FIRST = first();
    private static final int[] SECOND = second();

    private Opcodes() {
    }

    /** The form of an opcode of one byte. */
    static int form(int opcode) {
        return FIRST[opcode];
    }

    /** The form of an opcode behind 0x0F. */
    static int formBehind0F(int opcode) {
        return SECOND[opcode];
    }

    /** The form of an opcode behind 0x0F and 0x38: CRC32. @param sums whether the prefix 0xF2 is before it: else it is another instruction */
    static int formBehind0F38(int opcode, boolean sums) {
        return sums && (opcode == 0xF0 || opcode == 0xF1) ? TO_REG : UNKNOWN;
    }

    /** What reg adds to the form of a group's opcode; {@link #UNKNOWN} if there is no such member. @param reg 0 to 7 */
    static int member(int opcode, int reg) {
        return switch (opcode) {
            case 0x80, 0x81, 0x83 -> reg == 7 ? KNOWN | READS_RM | COMPARES : KNOWN | WRITES_RM;
            case 0xC0, 0xC1, 0xD0, 0xD1, 0xD2, 0xD3 -> KNOWN | WRITES_RM;
            case 0xC6, 0xC7 -> reg == 0 ? KNOWN | WRITES_RM : UNKNOWN;
            case 0xF6 -> reg < 2 ? KNOWN | READS_RM | IMMEDIATE_8 : unary(reg);
            case 0xF7 -> reg < 2 ? KNOWN | READS_RM | IMMEDIATE_OPERAND : unary(reg);
            case 0xFE -> reg < 2 ? KNOWN | WRITES_RM : UNKNOWN;
            case 0xFF -> reg < 2 ? KNOWN | WRITES_RM : reg == 2 || reg == 4 || reg == 6 ? KNOWN | READS_RM : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    /** The same behind 0x0F: bit tests with an immediate. */
    static int memberBehind0F(int reg) {
        return reg < 4 ? UNKNOWN : reg == 4 ? KNOWN | READS_RM : KNOWN | WRITES_RM;
    }

    /** not, neg, and then what multiplies and divides. */
    private static int unary(int reg) {
        return reg < 4 ? KNOWN | WRITES_RM : KNOWN | READS_RM;
    }

    private static int[] first() {
        int[] forms = new int[MAP];
        for (int operation = 0; operation < 0x40; operation += 8) {
            boolean compares = operation == 0x38;
            fill(forms, operation, 2, compares ? BOTH_READ : TO_RM);
            fill(forms, operation + 2, 2, compares ? BOTH_READ : TO_REG);
            forms[operation + 4] = KNOWN | IMMEDIATE_8 | (compares ? COMPARES : 0);
            forms[operation + 5] = KNOWN | IMMEDIATE_OPERAND | (compares ? COMPARES : 0);
        }
        fill(forms, 0x50, 8, KNOWN | READS_OPCODE);
        fill(forms, 0x58, 8, KNOWN | WRITES_OPCODE);
        forms[0x63] = TO_REG;
        forms[0x68] = KNOWN | IMMEDIATE_OPERAND;
        forms[0x69] = TO_REG | IMMEDIATE_OPERAND;
        forms[0x6A] = KNOWN | IMMEDIATE_8;
        forms[0x6B] = TO_REG | IMMEDIATE_8;
        fill(forms, 0x70, 16, KNOWN | DISTANCE_8);
        forms[0x80] = ONLY_RM | IMMEDIATE_8;
        forms[0x81] = ONLY_RM | IMMEDIATE_OPERAND;
        forms[0x83] = ONLY_RM | IMMEDIATE_8;
        fill(forms, 0x84, 2, BOTH_READ);
        fill(forms, 0x86, 2, BOTH_WRITTEN);
        fill(forms, 0x88, 2, TO_RM);
        fill(forms, 0x8A, 2, TO_REG);
        forms[0x8D] = TO_REG;
        forms[0x90] = KNOWN | IDLE;
        fill(forms, 0x91, 7, KNOWN | WRITES_OPCODE);
        fill(forms, 0x98, 2, KNOWN);
        fill(forms, 0xA4, 4, KNOWN);
        forms[0xA8] = KNOWN | IMMEDIATE_8;
        forms[0xA9] = KNOWN | IMMEDIATE_OPERAND;
        fill(forms, 0xAA, 6, KNOWN);
        fill(forms, 0xB0, 8, KNOWN | WRITES_OPCODE | IMMEDIATE_8);
        fill(forms, 0xB8, 8, KNOWN | WRITES_OPCODE | IMMEDIATE_FULL);
        fill(forms, 0xC0, 2, ONLY_RM | IMMEDIATE_8);
        forms[0xC2] = KNOWN | IMMEDIATE_16;
        forms[0xC3] = KNOWN;
        forms[0xC6] = ONLY_RM | IMMEDIATE_8;
        forms[0xC7] = ONLY_RM | IMMEDIATE_OPERAND;
        forms[0xC9] = KNOWN;
        forms[0xCC] = KNOWN | IDLE;
        fill(forms, 0xD0, 4, ONLY_RM);
        fill(forms, 0xE8, 2, KNOWN | DISTANCE_32);
        forms[0xEB] = KNOWN | DISTANCE_8;
        fill(forms, 0xF6, 2, ONLY_RM);
        fill(forms, 0xFC, 2, KNOWN);
        fill(forms, 0xFE, 2, ONLY_RM);
        return forms;
    }

    private static int[] second() {
        int[] forms = new int[MAP];
        forms[0x05] = KNOWN;
        forms[0x0B] = KNOWN | IDLE;
        fill(forms, 0x1E, 2, KNOWN | MODRM | IDLE);
        forms[0x31] = KNOWN;
        fill(forms, 0x40, 16, TO_REG);
        fill(forms, 0x80, 16, KNOWN | DISTANCE_32);
        fill(forms, 0x90, 16, KNOWN | MODRM | WRITES_RM);
        forms[0xA2] = KNOWN;
        forms[0xA3] = BOTH_READ;
        forms[0xA4] = TO_RM | IMMEDIATE_8;
        forms[0xA5] = TO_RM;
        forms[0xAB] = TO_RM;
        forms[0xAC] = TO_RM | IMMEDIATE_8;
        forms[0xAD] = TO_RM;
        forms[0xAF] = TO_REG;
        fill(forms, 0xB0, 2, TO_RM);
        forms[0xB3] = TO_RM;
        fill(forms, 0xB6, 2, TO_REG);
        forms[0xB8] = TO_REG;
        forms[0xB9] = KNOWN | MODRM | IDLE;
        forms[0xBA] = ONLY_RM | IMMEDIATE_8;
        forms[0xBB] = TO_RM;
        fill(forms, 0xBC, 4, TO_REG);
        fill(forms, 0xC0, 2, BOTH_WRITTEN);
        forms[0xC7] = KNOWN | MODRM | WRITES_RM;
        fill(forms, 0xC8, 8, KNOWN | WRITES_OPCODE);
        return forms;
    }

    private static void fill(int[] forms, int from, int count, int form) {
        for (int i = 0; i < count; i++) {
            forms[from + i] = form;
        }
    }
}
