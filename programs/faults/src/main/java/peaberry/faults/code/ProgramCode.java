package peaberry.faults.code;

/**
 * A program's code and where its instructions start. The code is decoded from one instruction to the next; after what is
 * not decodable it goes on where the next function may start.
 */
public final class ProgramCode {

    /** What fits: more than any driver has. */
    public static final int MAX_BYTES = 1 << 18;

    /** Functions start at a multiple of this. */
    private static final int ALIGNMENT = 16;

    private final byte[] code = new byte[MAX_BYTES];
    private final int[] starts = new int[MAX_BYTES];
    private final Instruction instruction = new Instruction();
    private int bytes;
    private int instructions;
    private int undecodable;

    /** Without code. */
    public ProgramCode() {
        // Every field is as it should be.
    }

    /** Forgets what is there. */
    public void clear() {
        bytes = 0;
        instructions = 0;
        undecodable = 0;
    }

    /** Adds the first {@code count} of these bytes, as far as they fit. */
    public void add(byte[] more, int count) {
        for (int i = 0; i < count && bytes < MAX_BYTES; i++) {
            code[bytes++] = more[i];
        }
    }

    /** Finds the instructions, once the code is there. */
    public void decode() {
        instructions = 0;
        undecodable = 0;
        int at = 0;
        while (at < bytes) {
            if (instruction.decode(code, at, bytes)) {
                starts[instructions++] = at;
                at += instruction.length();
            } else {
                undecodable++;
                at = (at / ALIGNMENT + 1) * ALIGNMENT;
            }
        }
    }

    /** How many bytes there are. */
    public int bytes() {
        return bytes;
    }

    /** How many instructions were decoded. */
    public int instructions() {
        return instructions;
    }

    /** How often the code was not decodable. */
    public int undecodable() {
        return undecodable;
    }

    /** Where an instruction starts, in bytes from the start of the code. @param index 0 to {@link #instructions()} - 1 */
    public int start(int index) {
        return starts[index];
    }

    /** Whether an instruction starts there. */
    public boolean isStart(int offset) {
        int low = 0;
        int high = instructions;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return instructions > 0 && starts[low] == offset;
    }

    byte[] code() {
        return code;
    }

    /** Decodes one of the instructions. @param index 0 to {@link #instructions()} - 1 */
    void decode(int index, Instruction into) {
        into.decode(code, starts[index], bytes);
    }
}
