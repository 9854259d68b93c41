package peaberry.bench;

import java.util.HexFormat;
import peaberry.abi.SystemCallNumber;

/**
 * What partners do, each for ever: machine code (Intel SDM volume 2), assembled at build time, so that nothing but the measured
 * path lies between two looks at the clock. At the start rdi holds the address of the shared page; a result lies at its
 * beginning.
 */
final class PartnerCode {

    /** Offsets in the shared page. */
    static final long RESULT = 0;
    static final long OPERAND = 8;

    /** How long the illegal instruction of {@link #FAULTS} is. */
    static final int UD2_BYTES = 2;

    private static final String START = "48 89 FD ";                        // mov %rdi, %rbp
    private static final String LOOK_AT_CLOCK = "0F 31 48 C1 E2 20 48 09 D0 "; // rdtsc; shl $32, %rdx; or %rdx, %rax
    private static final String TELL = "48 89 45 00 ";                      // mov %rax, RESULT(%rbp)
    private static final String SYSTEM_CALL = "0F 05 ";                     // syscall

    /** Tells the time, again and again. */
    static final byte[] TELLS_TIME = forEver(LOOK_AT_CLOCK + TELL);

    /** Tells the time and then signals the notification that is its operand. */
    static final byte[] SIGNALS = forEver(LOOK_AT_CLOCK + TELL
            + "48 8B 7D 08 "                                                // mov OPERAND(%rbp), %rdi
            + "31 F6 "                                                      // xor %esi, %esi
            + number(SystemCallNumber.SIGNAL) + SYSTEM_CALL);

    /** Lets others of its priority run. */
    static final byte[] YIELDS = forEver(number(SystemCallNumber.YIELD) + SYSTEM_CALL);

    /** Tells how long an illegal instruction took, whose handler passes over it. */
    static final byte[] FAULTS = forEver(LOOK_AT_CLOCK
            + "48 89 C3 "                                                   // mov %rax, %rbx
            + "0F 0B "                                                      // ud2
            + LOOK_AT_CLOCK
            + "48 29 D8 "                                                   // sub %rbx, %rax
            + TELL);

    private PartnerCode() {
    }

    /** {@code mov $number, %eax}. */
    private static String number(int systemCall) {
        return "B8 " + HexFormat.of().toHexDigits((byte) systemCall) + " 00 00 00 ";
    }

    private static byte[] forEver(String body) {
        byte[] start = bytes(START);
        byte[] repeated = bytes(body + "EB 00");                            // jmp to the body's beginning
        repeated[repeated.length - 1] = (byte) -repeated.length;
        byte[] code = new byte[start.length + repeated.length];
        System.arraycopy(start, 0, code, 0, start.length);
        System.arraycopy(repeated, 0, code, start.length, repeated.length);
        return code;
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }
}
