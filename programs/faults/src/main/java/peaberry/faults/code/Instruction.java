package peaberry.faults.code;

/**
 * One instruction in 64-bit mode: where its parts are, and what they name (Intel SDM volume 2, chapter 2, "Instruction
 * Format"). Made once and decoded into again and again. What it says holds only after {@link #decode} said that it is decodable.
 */
public final class Instruction {

    /** The longest instruction that the processor takes. */
    public static final int MAX_BYTES = 15;
    /** There is no such part. */
    static final int NONE = -1;

    static final int NOP = 0x90;
    static final int SYSCALL = 0x05;
    private static final int TWO_BYTES = 0x0F;
    /** Behind that. */
    private static final int THREE_BYTES = 0x38;
    /** Of the opcodes behind both it chooses those that make sums. */
    private static final int SUM_PREFIX = 0xF2;
    private static final int FIRST_REX = 0x40;
    private static final int LAST_REX = 0x4F;
    /** In a REX prefix: the operand has 64 bits; bit 3 of the number in r/m, in the opcode or of a base. */
    private static final int REX_WIDE = 1 << 3;
    private static final int REX_BASE = 1;

    private static final int OPERAND_SIZE = 0x66;
    /** In ModRM: r/m is a register; a distance of one byte, of four bytes follows. */
    private static final int MOD_REGISTER = 3;
    private static final int MOD_DISPLACEMENT_8 = 1;
    private static final int MOD_DISPLACEMENT_32 = 2;
    /** As r/m: a SIB byte follows. As r/m or base without a displacement: one of four bytes follows and there is no base. */
    private static final int SIB_FOLLOWS = 4;
    private static final int NO_BASE = 5;

    private byte[] code;
    private int start;
    private int limit;
    private int position;
    private int form;
    private boolean behind0F;
    private boolean narrow;
    private boolean sums;
    private int rex;
    private int opcodeAt;
    private int modRmAt;
    private int sibAt;
    private int displacementAt;
    private int displacementBytes;
    private int immediateAt;
    private int immediateBytes;

    /** One that is not decodable. */
    public Instruction() {
        code = new byte[0];
    }

    /**
     * Decodes the instruction at {@code from}.
     *
     * @param end where the code ends
     * @return whether it is one that the compiler emits, and whole
     */
    public boolean decode(byte[] text, int from, int end) {
        code = text;
        start = from;
        limit = Math.min(end, from + MAX_BYTES);
        position = from;
        modRmAt = NONE;
        sibAt = NONE;
        displacementAt = NONE;
        displacementBytes = 0;
        immediateAt = NONE;
        immediateBytes = 0;
        readPrefixes();
        readOpcode();
        if ((form & Opcodes.MODRM) != 0) {
            readModRm();
        }
        readImmediate();
        if (position > limit) {
            form = Opcodes.UNKNOWN;
        }
        return isDecodable();
    }

    public boolean isDecodable() {
        return (form & Opcodes.KNOWN) != 0;
    }

    /** Where it starts in the code. */
    public int start() {
        return start;
    }

    /** Bytes, 1 to {@link #MAX_BYTES}. */
    public int length() {
        return position - start;
    }

    /** Whether it does nothing, or marks where a failed check of the language ends: not worth changing. */
    public boolean isIdle() {
        return (form & Opcodes.IDLE) != 0;
    }

    boolean isSystemCall() {
        return behind0F && opcode() == SYSCALL;
    }

    /** Whether it jumps if a condition holds. */
    boolean isConditionalJump() {
        return behind0F ? (opcode() & 0xF0) == 0x80 : (opcode() & 0xF0) == 0x70;
    }

    /** Whether what stands behind it is not what runs after it: jumps, calls and returns. */
    boolean isTransfer() {
        return (form & (Opcodes.DISTANCE_8 | Opcodes.DISTANCE_32)) != 0
                || !behind0F && (opcode() == 0xC2 || opcode() == 0xC3 || opcode() == 0xFF && reg() >= 2 && reg() <= 5);
    }

    /** Whether it compares with a number of its own. */
    boolean comparesWithImmediate() {
        return (form & Opcodes.COMPARES) != 0;
    }

    /** Whether all bits of one of these are in its form. */
    boolean has(int part) {
        return (form & part) != 0;
    }

    boolean namesMemory() {
        return modRmAt != NONE && mod() != MOD_REGISTER;
    }

    boolean namesRegisterInRm() {
        return modRmAt != NONE && mod() == MOD_REGISTER;
    }

    /** Whether the memory that it names is relative to a register that can be replaced by another one. */
    boolean hasReplaceableBase() {
        if (!namesMemory()) {
            return false;
        }
        return sibAt == NONE ? rm() != NO_BASE || mod() != 0 : base() != NO_BASE || mod() != 0;
    }

    /** Whether another number than this may stand for a base without a displacement, in a byte without SIB or in a SIB byte. */
    boolean canBeBase(int number) {
        boolean wantsSib = sibAt == NONE && number == SIB_FOLLOWS;
        boolean wantsDisplacement = mod() == 0 && number == NO_BASE;
        return !wantsSib && !wantsDisplacement;
    }

    /** Where the byte is whose low three bits name the base. */
    int baseAt() {
        return sibAt == NONE ? modRmAt : sibAt;
    }

    /** Where the opcode's last byte is. */
    int opcodeAt() {
        return opcodeAt;
    }

    /** Where the ModRM byte is, or {@link #NONE}. */
    int modRmAt() {
        return modRmAt;
    }

    int displacementAt() {
        return displacementAt;
    }

    /** 0, 1 or 4. */
    int displacementBytes() {
        return displacementBytes;
    }

    int immediateAt() {
        return immediateAt;
    }

    /** 0, 1, 2, 4 or 8. */
    int immediateBytes() {
        return immediateBytes;
    }

    /** The register that it writes, 0 to 15; {@link #NONE} if it does not name one. */
    int destination() {
        if (has(Opcodes.WRITES_OPCODE)) {
            return opcode() & 7 | (rex & REX_BASE) << 3;
        }
        if (has(Opcodes.WRITES_REG)) {
            return reg() | (rex & 1 << 2) << 1;
        }
        return has(Opcodes.WRITES_RM) && namesRegisterInRm() ? rm() | (rex & REX_BASE) << 3 : NONE;
    }

    private int opcode() {
        return code[opcodeAt] & 0xFF;
    }

    private int mod() {
        return (code[modRmAt] & 0xFF) >>> 6;
    }

    private int reg() {
        return modRmAt == NONE ? 0 : code[modRmAt] >>> 3 & 7;
    }

    private int rm() {
        return code[modRmAt] & 7;
    }

    private int base() {
        return code[sibAt] & 7;
    }

    private void readPrefixes() {
        narrow = false;
        sums = false;
        rex = 0;
        while (isLegacyPrefix(peek())) {
            narrow |= peek() == OPERAND_SIZE;
            sums |= peek() == SUM_PREFIX;
            position++;
        }
        if (peek() >= FIRST_REX && peek() <= LAST_REX) {
            rex = peek();
            position++;
        }
    }

    private void readOpcode() {
        behind0F = peek() == TWO_BYTES;
        if (behind0F) {
            position++;
        }
        if (behind0F && peek() == THREE_BYTES) {
            position++;
            form = position >= limit ? Opcodes.UNKNOWN : Opcodes.formBehind0F38(peek(), sums);
        } else {
            form = position >= limit ? Opcodes.UNKNOWN : behind0F ? Opcodes.formBehind0F(peek()) : Opcodes.form(peek());
        }
        opcodeAt = Math.min(position, limit - 1);
        position++;
    }

    private void readModRm() {
        modRmAt = position++;
        if (modRmAt >= limit) {
            modRmAt = NONE;
            form = Opcodes.UNKNOWN;
            return;
        }
        if (has(Opcodes.GROUP)) {
            int member = behind0F ? Opcodes.memberBehind0F(reg()) : Opcodes.member(opcode(), reg());
            form = member == Opcodes.UNKNOWN ? Opcodes.UNKNOWN : form | member;
        }
        if (mod() == MOD_REGISTER) {
            return;
        }
        boolean absolute = mod() == 0 && rm() == NO_BASE;
        if (rm() == SIB_FOLLOWS) {
            sibAt = position++;
            if (sibAt >= limit) {
                sibAt = NONE;
                form = Opcodes.UNKNOWN;
                return;
            }
            absolute = mod() == 0 && base() == NO_BASE;
        }
        displacementBytes = mod() == MOD_DISPLACEMENT_8 ? 1 : mod() == MOD_DISPLACEMENT_32 || absolute ? Integer.BYTES : 0;
        displacementAt = displacementBytes == 0 ? NONE : position;
        position += displacementBytes;
    }

    private void readImmediate() {
        int operand = narrow ? Short.BYTES : Integer.BYTES;
        if (has(Opcodes.IMMEDIATE_8)) {
            immediateBytes = 1;
        } else if (has(Opcodes.IMMEDIATE_16)) {
            immediateBytes = Short.BYTES;
        } else if (has(Opcodes.IMMEDIATE_FULL)) {
            immediateBytes = (rex & REX_WIDE) != 0 ? Long.BYTES : operand;
        } else if (has(Opcodes.IMMEDIATE_OPERAND)) {
            immediateBytes = (rex & REX_WIDE) != 0 ? Integer.BYTES : operand;
        }
        immediateAt = immediateBytes == 0 ? NONE : position;
        position += immediateBytes;
        position += has(Opcodes.DISTANCE_8) ? 1 : has(Opcodes.DISTANCE_32) ? Integer.BYTES : 0;
    }

    /** The next byte; 0 behind the end. */
    private int peek() {
        return position < limit ? code[position] & 0xFF : 0;
    }

    /** Repetition, segments, operand and address size. LOCK is left out, since nothing is shared between processors here. */
    private static boolean isLegacyPrefix(int value) {
        return switch (value) {
            case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, OPERAND_SIZE, 0x67, 0xF2, 0xF3 -> true;
            default -> false;
        };
    }
}
