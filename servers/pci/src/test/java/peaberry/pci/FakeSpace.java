package peaberry.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

/** The functions of a machine in the hands of a test. Each access is checked to be one that the mechanism knows. */
final class FakeSpace extends ConfigurationSpace {

    private static final int NOTHING = 0xFFFF_FFFF;

    int reads;

    private final Map<Integer, FakeFunction> functions = new HashMap<>();

    FakeFunction put(int address, FakeFunction function) {
        functions.put(address, function);
        return function;
    }

    void remove(int address) {
        functions.remove(address);
    }

    @Override
    int read(int function, int register, int width) {
        reads++;
        check(function, register, width);
        return functions.containsKey(function) ? functions.get(function).read(register, width) : NOTHING;
    }

    @Override
    void write(int function, int register, int width, int value) {
        check(function, register, width);
        if (functions.containsKey(function)) {
            functions.get(function).write(register, width, value);
        }
    }

    private static void check(int function, int register, int width) {
        assertTrue(function >= 0 && function <= 0xFFFF, "function " + function);
        assertTrue(register >= 0 && register < BYTES, "register " + register);
        assertEquals(0, register % (width / Byte.SIZE), "register " + register + " of " + width + " bits");
    }
}
