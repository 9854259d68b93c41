package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextSwitchTest {

    private static final int THREADS = 5;
    private static final int STEPS = 20_000;

    private final StubRegisters registers = new StubRegisters(true);
    private final ContextSwitch contextSwitch = new ContextSwitch(registers);
    private final UserContext first = new UserContext();
    private final UserContext second = new UserContext();

    @BeforeEach
    void start() {
        contextSwitch.start(true, true);
    }

    /** As a program does: the first use faults. */
    private void use(UserContext thread, long value) {
        if (!registers.allowed) {
            assertTrue(contextSwitch.admitVectors(thread));
            assertTrue(registers.allowed);
        }
        registers.vectors = value;
    }

    @Test
    void aThreadThatUsesNoVectorRegistersHasNone() {
        contextSwitch.to(first);

        assertFalse(registers.allowed);
    }

    @Test
    void theFirstUseFindsRegistersAsIfNeverUsed() {
        registers.vectors = 7;
        contextSwitch.to(first);

        assertTrue(contextSwitch.admitVectors(first));

        assertEquals(StubRegisters.NEVER_USED, registers.vectors);
    }

    @Test
    void aThreadThatComesBackHasItsRegistersAtOnce() {
        contextSwitch.to(first);
        use(first, 1);
        contextSwitch.to(second);
        use(second, 2);

        contextSwitch.to(first);

        assertTrue(registers.allowed);
        assertEquals(1, registers.vectors);
    }

    @Test
    void nothingIsLeftInTheRegistersForAThreadThatHasNone() {
        contextSwitch.to(first);
        use(first, 1);

        contextSwitch.to(second);

        assertFalse(registers.allowed);
        assertEquals(StubRegisters.NEVER_USED, registers.vectors);
    }

    @Test
    void anIdleProcessorKeepsThemForTheThreadThatComesBack() {
        contextSwitch.to(first);
        use(first, 1);
        registers.setBases(3, 4);

        contextSwitch.to(first);

        assertEquals(1, registers.vectors);
        assertEquals(3, registers.fsBase());
        assertEquals(4, registers.gsBase());
    }

    @Test
    void aThreadThatStartsOverHasNothingOfItsFormerSelf() {
        contextSwitch.to(first);
        use(first, 1);
        registers.setBases(3, 4);
        contextSwitch.to(second);

        first.start(0x40_0000, 0, 0);
        contextSwitch.to(first);

        assertFalse(registers.allowed);
        assertEquals(0, registers.fsBase());
        assertEquals(0, registers.gsBase());
        assertTrue(contextSwitch.admitVectors(first));
        assertEquals(StubRegisters.NEVER_USED, registers.vectors);
    }

    @Test
    void aProcessorWithoutXsaveRefusesVectorRegisters() {
        contextSwitch.start(false, false);
        contextSwitch.to(first);

        assertFalse(contextSwitch.admitVectors(first));
        assertFalse(registers.allowed);
    }

    /** Each thread sees what it wrote last and nothing else, whatever is done in whatever order. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noThreadEverSeesAnothersRegisters(boolean clearingZeroesBases) {
        StubRegisters processor = new StubRegisters(clearingZeroesBases);
        ContextSwitch switching = new ContextSwitch(processor);
        switching.start(true, true);
        Random random = new Random(1);
        UserContext[] threads = new UserContext[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new UserContext();
        }
        long[] vectors = new long[THREADS];
        long[] fs = new long[THREADS];
        long[] gs = new long[THREADS];
        int running = 0;
        switching.to(threads[running]);
        for (int step = 1; step <= STEPS; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    running = random.nextInt(THREADS);
                    switching.to(threads[running]);
                }
                case 2 -> {
                    if (!processor.allowed) {
                        assertTrue(switching.admitVectors(threads[running]));
                    }
                    assertEquals(vectors[running], processor.vectors);
                    processor.vectors = step;
                    vectors[running] = step;
                }
                case 3 -> {
                    fs[running] = random.nextBoolean() ? step : 0;
                    gs[running] = random.nextBoolean() ? step : 0;
                    processor.setBases(fs[running], gs[running]);
                }
                default -> {
                    int other = random.nextInt(THREADS);
                    if (other != running) {
                        threads[other].start(0x40_0000, 0, 0);
                        vectors[other] = StubRegisters.NEVER_USED;
                        fs[other] = 0;
                        gs[other] = 0;
                    }
                }
            }
            assertEquals(fs[running], processor.fsBase());
            assertEquals(gs[running], processor.gsBase());
            assertTrue(processor.vectors == StubRegisters.NEVER_USED || processor.vectors == vectors[running], "a thread's registers outlived it");
        }
    }
}
