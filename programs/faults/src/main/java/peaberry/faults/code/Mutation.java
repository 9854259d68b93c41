package peaberry.faults.code;

import peaberry.runtime.RandomNumbers;

/**
 * A change of code: other bytes in the place of one or more whole instructions, exactly as long. Made once; {@link #make} says
 * whether a kind of fault can happen at an instruction, and then what is here is that fault.
 */
public final class Mutation {

    /** The most bytes that are changed. */
    public static final int MAX_BYTES = 16;

    /** {@code mov r32, imm32}: the opcode, to which the register is added, and its bytes without and with a REX prefix. */
    private static final int MOVE_IMMEDIATE = 0xB8;
    private static final int MOVE_IMMEDIATE_BYTES = 5;
    private static final int REX_OF_HIGH_REGISTER = 0x41;
    private static final int FIRST_HIGH_REGISTER = 8;
    private static final int REGISTERS = 16;
    private static final int STACK_POINTER = 4;
    /** {@code jmp} to itself. */
    private static final int JUMP_SHORT = 0xEB;
    private static final int TO_ITSELF = 0xFE;
    private static final int JUMP_BYTES = 2;
    /** A condition and its opposite differ in this bit of the opcode (Intel SDM volume 2, appendix B, "tttn"). */
    private static final int OPPOSITE = 1;
    /** Below and below-or-equal differ in this bit; less and less-or-equal, whose conditions have {@link #SIGNED}, in the other. */
    private static final int UNSIGNED_EQUAL = 1 << 2;
    private static final int SIGNED_EQUAL = 1 << 1;
    private static final int SIGNED = 0xC;
    private static final int CONDITION = 0xF;
    /** The places of three bits that name a register, in ModRM, SIB and some opcodes. */
    private static final int IN_LOW_BITS = 0;
    private static final int IN_REG = 3;
    private static final int REGISTER_MASK = 7;

    /** The registers of a message: badge, tag and the words 0 to 5 (docs/architecture.md, "System calls on x86-64"). */
    private static final int[] MESSAGE_REGISTERS = {7, 6, 2, 10, 8, 9, 3, 12};

    private final Instruction instruction = new Instruction();
    private final Instruction neighbour = new Instruction();
    private final byte[] bytes = new byte[MAX_BYTES];
    private ProgramCode code;
    private RandomNumbers random;
    private int start;
    private int count;

    /** None yet. */
    public Mutation() {
        // Every field is as it should be.
    }

    /** Where the changed bytes start, from the start of the code. */
    public int start() {
        return start;
    }

    /** How many bytes are changed. */
    public int count() {
        return count;
    }

    /** The bytes, of which the first {@link #count()} count. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Makes a fault.
     *
     * @param index of the instruction
     * @return whether this kind of fault can happen there; {@link FaultType#DATA} never does
     */
    public boolean make(FaultType type, ProgramCode program, int index, RandomNumbers numbers) {
        code = program;
        random = numbers;
        code.decode(index, instruction);
        if (instruction.isIdle()) {
            return false;
        }
        take(instruction.start(), instruction.length());
        return switch (type) {
            case SOURCE_REGISTER -> changeSource();
            case DESTINATION_REGISTER -> changeDestination();
            case INVERTED_BRANCH -> invertBranch();
            case DROPPED_INSTRUCTION -> drop();
            case BAD_POINTER -> changePointer();
            case OFF_BY_ONE -> changeBound();
            case GARBAGE_REGISTER -> fillRegister(index);
            case STUCK_LOOP -> loop();
            case CORRUPTED_MESSAGE -> fillMessageRegister(index);
            case DATA -> false;
        };
    }

    private boolean changeSource() {
        if (instruction.has(Opcodes.READS_OPCODE)) {
            return changeRegister(instruction.opcodeAt(), IN_LOW_BITS);
        }
        if (instruction.has(Opcodes.READS_REG)) {
            return changeRegister(instruction.modRmAt(), IN_REG);
        }
        return instruction.has(Opcodes.READS_RM) && instruction.namesRegisterInRm() && changeRegister(instruction.modRmAt(), IN_LOW_BITS);
    }

    private boolean changeDestination() {
        if (instruction.has(Opcodes.WRITES_OPCODE)) {
            return changeRegister(instruction.opcodeAt(), IN_LOW_BITS);
        }
        if (instruction.has(Opcodes.WRITES_REG)) {
            return changeRegister(instruction.modRmAt(), IN_REG);
        }
        return instruction.has(Opcodes.WRITES_RM) && instruction.namesRegisterInRm() && changeRegister(instruction.modRmAt(), IN_LOW_BITS);
    }

    private boolean invertBranch() {
        if (!instruction.isConditionalJump()) {
            return false;
        }
        flip(instruction.opcodeAt(), OPPOSITE);
        return true;
    }

    private boolean drop() {
        fill(0, Instruction.NOP);
        return true;
    }

    /** Another displacement, or another register that the memory is relative to. */
    private boolean changePointer() {
        if (!instruction.namesMemory()) {
            return false;
        }
        if (instruction.displacementBytes() > 0) {
            change(instruction.displacementAt(), instruction.displacementBytes());
            return true;
        }
        if (!instruction.hasReplaceableBase()) {
            return false;
        }
        int old = codeAt(instruction.baseAt()) & REGISTER_MASK;
        int other = old ^ 1 + random.below(REGISTER_MASK);
        if (!instruction.canBeBase(other)) {
            return false;
        }
        flip(instruction.baseAt(), old ^ other);
        return true;
    }

    /** One more or one less in a comparison, or a condition that holds for equal numbers, too, or no more. */
    private boolean changeBound() {
        if (instruction.comparesWithImmediate()) {
            return step(instruction.immediateAt(), instruction.immediateBytes());
        }
        if (!instruction.isConditionalJump()) {
            return false;
        }
        int condition = codeAt(instruction.opcodeAt()) & CONDITION;
        if ((condition & SIGNED) == SIGNED) {
            flip(instruction.opcodeAt(), SIGNED_EQUAL);
            return true;
        }
        boolean compares = condition == 2 || condition == 3 || condition == 6 || condition == 7;
        if (compares) {
            flip(instruction.opcodeAt(), UNSIGNED_EQUAL);
        }
        return compares;
    }

    /** The instruction, and as many behind it as are needed, give way to one that fills a register with anything. */
    private boolean fillRegister(int index) {
        int register = instruction.destination();
        if (register == Instruction.NONE) {
            register = anyRegister();
        }
        int needed = moveBytes(register);
        int next = index + 1;
        while (count < needed) {
            if (next == code.instructions() || !append(next)) {
                return false;
            }
            next++;
        }
        writeMove(register);
        return true;
    }

    private boolean loop() {
        if (count < JUMP_BYTES) {
            return false;
        }
        bytes[0] = (byte) JUMP_SHORT;
        bytes[1] = (byte) TO_ITSELF;
        fill(JUMP_BYTES, Instruction.NOP);
        return true;
    }

    /** What stands before a system call gives way to one that fills a register of the message with anything. */
    private boolean fillMessageRegister(int index) {
        if (!instruction.isSystemCall()) {
            return false;
        }
        int register = MESSAGE_REGISTERS[random.below(MESSAGE_REGISTERS.length)];
        int needed = moveBytes(register);
        int end = instruction.start();
        int first = index;
        take(end, 0);
        while (count < needed) {
            if (first == 0 || !prepend(first - 1, end)) {
                return false;
            }
            first--;
        }
        writeMove(register);
        return true;
    }

    /** Takes the instruction behind what is changed already into it, if it simply runs after that. */
    private boolean append(int index) {
        code.decode(index - 1, neighbour);
        boolean follows = !neighbour.isTransfer() && neighbour.start() + neighbour.length() == code.start(index);
        code.decode(index, neighbour);
        int length = neighbour.start() + neighbour.length() - start;
        if (!follows || neighbour.isIdle() || length > MAX_BYTES) {
            return false;
        }
        take(start, length);
        return true;
    }

    private boolean prepend(int index, int end) {
        code.decode(index, neighbour);
        int length = end - neighbour.start();
        if (neighbour.isTransfer() || neighbour.start() + neighbour.length() != start || length > MAX_BYTES) {
            return false;
        }
        take(neighbour.start(), length);
        return true;
    }

    /** Any but the stack pointer. */
    private int anyRegister() {
        int register = random.below(REGISTERS - 1);
        return register >= STACK_POINTER ? register + 1 : register;
    }

    private static int moveBytes(int register) {
        return register < FIRST_HIGH_REGISTER ? MOVE_IMMEDIATE_BYTES : MOVE_IMMEDIATE_BYTES + 1;
    }

    private void writeMove(int register) {
        int at = 0;
        if (register >= FIRST_HIGH_REGISTER) {
            bytes[at++] = (byte) REX_OF_HIGH_REGISTER;
        }
        bytes[at++] = (byte) (MOVE_IMMEDIATE | register & REGISTER_MASK);
        int value = (int) random.next();
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at++] = (byte) (value >>> Byte.SIZE * i);
        }
        fill(at, Instruction.NOP);
    }

    /** Another register in the place of the one that three bits name. */
    private boolean changeRegister(int at, int place) {
        flip(at, 1 + random.below(REGISTER_MASK) << place);
        return true;
    }

    /** Another number, which differs from the old one in the lowest byte and perhaps in some above it. */
    private void change(int at, int size) {
        flip(at, 1 + random.below(0xFF));
        int changed = 1 + random.below(size);
        for (int i = 1; i < changed; i++) {
            flip(at + i, (int) random.next() & 0xFF);
        }
    }

    /** Adds or takes one; a lowest byte at its end goes the other way, so that no carry is needed. */
    private boolean step(int at, int size) {
        int old = codeAt(at);
        boolean up = random.below(2) == 1;
        int lowest = size == 1 ? Byte.MIN_VALUE & 0xFF : 0;
        int highest = size == 1 ? Byte.MAX_VALUE : 0xFF;
        boolean adds = old == lowest || up && old != highest;
        bytes[at - start] = (byte) (adds ? old + 1 : old - 1);
        return true;
    }

    private void flip(int at, int bits) {
        bytes[at - start] ^= (byte) bits;
    }

    private int codeAt(int at) {
        return code.code()[at] & 0xFF;
    }

    private void fill(int from, int value) {
        for (int i = from; i < count; i++) {
            bytes[i] = (byte) value;
        }
    }

    /** What is to be changed, as it is. */
    private void take(int from, int length) {
        start = from;
        count = length;
        for (int i = 0; i < length; i++) {
            bytes[i] = code.code()[from + i];
        }
    }
}
