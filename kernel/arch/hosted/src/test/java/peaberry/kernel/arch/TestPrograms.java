package peaberry.kernel.arch;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.SystemCall;
import peaberry.machine.VirtualMemory;
import peaberry.machine.simulated.SimulatedProgram;

/**
 * Small programs that use nothing but the machine. Each is loaded by a class loader of its own, so that they share
 * nothing with the test either.
 */
final class TestPrograms {

    static final int LOG = 0;
    static final int SWITCH = 1;
    static final int OFF = 2;
    static final int SLEEP = 3;

    private TestPrograms() {
    }

    /** All programs; the entry of the one at an index is {@link #entry}. */
    static List<SimulatedProgram> all() {
        return List.of(program(Talker.class), program(Counter.class), program(Reader.class), program(Failing.class),
                program(Reluctant.class));
    }

    static long entry(int index) {
        return UserLayout.PROGRAM + ProgramImage.HOSTED_ENTRY_BYTES * index;
    }

    /** The address that stands for a line of {@link Failing#main}. */
    static long addressOfLine(int line) {
        return 0x50_0000 + line;
    }

    static void call(int number, long word) {
        MessageRegisters message = new MessageRegisters();
        message.word0 = word;
        SystemCall.trap(number, 0, 0, message);
    }

    /** Logs its argument, switches to the other thread, logs again, switches the machine off. */
    static final class Talker {
        static void main(long argument) {
            call(LOG, argument);
            call(SWITCH, 0);
            call(LOG, argument);
            call(OFF, 5);
        }
    }

    /** Counts in a static field, logs the count, then lets the other thread run, or ends if there is nobody left. */
    static final class Counter {
        private static int count;

        static void main(long argument) {
            count++;
            call(LOG, count);
            call(argument == 0 ? SWITCH : OFF, 0);
        }
    }

    /** Writes and reads at the address in its argument and logs what it read. */
    static final class Reader {
        static void main(long argument) {
            VirtualMemory.storeInt(argument, 77);
            call(LOG, VirtualMemory.loadInt(argument));
            call(OFF, 0);
        }
    }

    /** Tries to log something when it is unwound. */
    static final class Reluctant {
        static void main(long argument) {
            try {
                call(SWITCH, 0);
            } finally {
                call(LOG, argument);
            }
        }
    }

    /** Fails in the way that its argument names. */
    static final class Failing {
        private static final int[] NUMBERS = {1};
        private static Object object = "text";

        static void main(long argument) {
            int zero = (int) argument >>> 8;
            switch ((int) argument) {
                case 0 -> call(LOG, ((String) null).length());
                case 1 -> NUMBERS[1 + zero] = 1;
                case 2 -> object = (Integer) object;
                case 3 -> NUMBERS[0] = 1 / zero;
                case 4 -> {
                    assert zero != 0;
                }
                case 5 -> throw new IllegalStateException();
                case 6 -> new Failing().main((Failing) null);
                case 7 -> overflow(0);
                case 8 -> VirtualMemory.loadByte(0x1000);
                default -> {
                }
            }
        }

        private void main(Failing nobody) {
            nobody.main(this);
        }

        private static long overflow(long depth) {
            call(SLEEP + 1, depth);
            return overflow(depth + 1) + depth;
        }
    }

    private static SimulatedProgram program(Class<?> type) {
        String method = type.getName() + ".main";
        Map<String, Long> addresses = IntStream.range(1, 500).boxed()
                .collect(Collectors.toMap(line -> SimulatedProgram.key(method, line),
                        TestPrograms::addressOfLine));
        return new SimulatedProgram(type.getSimpleName(), type.getName(), List.of(classes()), addresses);
    }

    private static Path classes() {
        try {
            return Path.of(TestPrograms.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
