package peaberry.files.ext4;

import peaberry.runtime.Text;

/**
 * The hash of a name, by which a directory's index is sorted. Linux, Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories"; the functions are cut-down MD4 (RFC
 * 1320), TEA (Wheeler and Needham, 1994), and one of ext2's own. Each has two variants: the bytes of a name may count as signed.
 */
final class DirectoryHash {

    /** As the index has them. */
    static final int LEGACY = 0;
    static final int HALF_MD4 = 1;
    static final int TEA = 2;

    private static final int MD4_WORDS = 8;
    private static final int TEA_WORDS = 4;
    private static final int STATE_WORDS = 4;
    private static final int[] DEFAULT_SEED = {0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476};
    private static final int[] ADDEND = {0, 0x5A82_7999, 0x6ED9_EBA1};
    private static final int[] SHIFTS = {3, 7, 11, 19, 3, 5, 9, 13, 3, 9, 11, 15};
    private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 6, 7, 1, 3, 5, 7, 0, 2, 4, 6, 3, 7, 2, 6, 1, 5, 0, 4};
    private static final int TEA_DELTA = 0x9E37_79B9;
    private static final int TEA_ROUNDS = 16;
    private static final int LEGACY_FIRST = 0x12A3_FE2D;
    private static final int LEGACY_SECOND = 0x37AB_E8F9;
    private static final int LEGACY_FACTOR = 7_152_373;
    private static final int LARGEST_POSITIVE = 0x7FFF_FFFF;
    /** What no name has: the end of a directory. */
    private static final int END = 0xFFFF_FFFE;

    private final int[] seed = new int[STATE_WORDS];
    private final int[] state = new int[STATE_WORDS];
    private final int[] words = new int[MD4_WORDS];
    private boolean signed;

    /** Begins with the seed that the superblock has. @param signed whether bytes from 128 on count as negative */
    void start(int first, int second, int third, int fourth, boolean signed) {
        boolean none = (first | second | third | fourth) == 0;
        seed[0] = none ? DEFAULT_SEED[0] : first;
        seed[1] = none ? DEFAULT_SEED[1] : second;
        seed[2] = none ? DEFAULT_SEED[2] : third;
        seed[3] = none ? DEFAULT_SEED[3] : fourth;
        this.signed = signed;
    }

    /** Whether it is one of them. */
    static boolean isKnown(int function) {
        return function >= LEGACY && function <= TEA;
    }

    /** The hash of bytes {@code start} to {@code end} - 1: an even number, unsigned. @param function {@link #LEGACY}, {@link #HALF_MD4} or {@link #TEA} */
    int of(int function, Text text, int start, int end) {
        System.arraycopy(seed, 0, state, 0, STATE_WORDS);
        int hash = switch (function) {
            case HALF_MD4 -> halfMd4(text, start, end);
            case TEA -> tea(text, start, end);
            default -> legacy(text, start, end);
        };
        int even = hash & ~1;
        return even == END ? END - 2 : even;
    }

    /** What tells most names of one hash apart, made with the seed as well; 0 with {@link #LEGACY}. */
    int second(int function) {
        return function == LEGACY ? 0 : function == TEA ? state[1] : state[2];
    }

    private int halfMd4(Text text, int start, int end) {
        for (int at = start; at < end; at += MD4_WORDS * Integer.BYTES) {
            fill(text, at, end, MD4_WORDS);
            mixMd4();
        }
        return state[1];
    }

    private int tea(Text text, int start, int end) {
        for (int at = start; at < end; at += TEA_WORDS * Integer.BYTES) {
            fill(text, at, end, TEA_WORDS);
            mixTea();
        }
        return state[0];
    }

    private int legacy(Text text, int start, int end) {
        int first = LEGACY_FIRST;
        int second = LEGACY_SECOND;
        for (int at = start; at < end; at++) {
            int hash = second + (first ^ value(text, at) * LEGACY_FACTOR);
            second = first;
            first = hash < 0 ? hash - LARGEST_POSITIVE : hash;
        }
        return first << 1;
    }

    private int value(Text text, int index) {
        return signed ? text.byteAt(index) : text.byteAt(index) & 0xFF;
    }

    /** Makes words of the bytes from {@code start} on, filled up with how many are left. */
    private void fill(Text text, int start, int end, int count) {
        int left = end - start;
        int filler = left | left << Byte.SIZE;
        filler |= filler << Short.SIZE;
        int bytes = Math.min(left, count * Integer.BYTES);
        for (int word = 0; word < count; word++) {
            int value = filler;
            for (int i = word * Integer.BYTES; i < Math.min(bytes, (word + 1) * Integer.BYTES); i++) {
                value = value(text, start + i) + (value << Byte.SIZE);
            }
            words[word] = value;
        }
    }

    /** Three rounds of eight steps, in each of which the state's words change places. */
    private void mixMd4() {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int step = 0; step < ORDER.length; step++) {
            int round = step / MD4_WORDS;
            int mixed = switch (round) {
                case 0 -> d ^ b & (c ^ d);
                case 1 -> (b & c) + ((b ^ c) & d);
                default -> b ^ c ^ d;
            };
            int sum = Integer.rotateLeft(a + mixed + words[ORDER[step]] + ADDEND[round], SHIFTS[round * STATE_WORDS + step % STATE_WORDS]);
            a = d;
            d = c;
            c = b;
            b = sum;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private void mixTea() {
        int first = state[0];
        int second = state[1];
        int sum = 0;
        for (int round = 0; round < TEA_ROUNDS; round++) {
            sum += TEA_DELTA;
            first += (second << 4) + words[0] ^ second + sum ^ (second >>> 5) + words[1];
            second += (first << 4) + words[2] ^ first + sum ^ (first >>> 5) + words[3];
        }
        state[0] += first;
        state[1] += second;
    }
}
