package peaberry.faults.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.runtime.RandomNumbers;

class MutationTest {

    private static final int TRIES = 200;
    private static final int SYSTEM_CALL = 3;

    private final RandomNumbers random = new RandomNumbers(20_251_126);
    private final Mutation mutation = new Mutation();
    private final Instruction instruction = new Instruction();

    /** What an instruction at the start of the code can become. */
    private Set<String> outcomes(FaultType type, String code) {
        ProgramCode program = Hex.code(code);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < TRIES; i++) {
            if (mutation.make(type, program, 0, random)) {
                found.add(Hex.text(mutation.bytes(), mutation.count()));
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"7405, 7505", "0f8f00010000, 0f8e00010000", "7205, 7305"})
    void aBranchIsInverted(String code, String inverted) {
        assertEquals(Set.of(inverted), outcomes(FaultType.INVERTED_BRANCH, code));
    }

    @ParameterizedTest
    @CsvSource({"4889ef, 909090", "c3, 90", "e80b000000, 9090909090"})
    void anInstructionIsDropped(String code, String nothing) {
        assertEquals(Set.of(nothing), outcomes(FaultType.DROPPED_INSTRUCTION, code));
    }

    @Test
    void aSourceIsAnotherRegisterOfTheSameHalf() {
        assertEquals(Set.of("89c7", "89cf", "89d7", "89df", "89e7", "89f7", "89ff"), outcomes(FaultType.SOURCE_REGISTER, "89ef"));
        assertEquals(Set.of("50", "51", "52", "53", "54", "56", "57"), outcomes(FaultType.SOURCE_REGISTER, "55"));
        assertEquals(Set.of("0fafc0", "0fafc2", "0fafc3", "0fafc4", "0fafc5", "0fafc6", "0fafc7"), outcomes(FaultType.SOURCE_REGISTER, "0fafc1"));
    }

    @Test
    void aDestinationIsAnotherRegisterOfTheSameHalf() {
        assertEquals(Set.of("89e8", "89e9", "89ea", "89eb", "89ec", "89ed", "89ee"), outcomes(FaultType.DESTINATION_REGISTER, "89ef"));
        assertEquals(Set.of("8b0f", "8b17", "8b1f", "8b27", "8b2f", "8b37", "8b3f"), outcomes(FaultType.DESTINATION_REGISTER, "8b07"));
    }

    @Test
    void aBaseIsAnotherRegisterThatCanBeOne() {
        assertEquals(Set.of("8b00", "8b01", "8b02", "8b03", "8b06"), outcomes(FaultType.BAD_POINTER, "8b07"));
        assertEquals(Set.of("8b0408", "8b0409", "8b040a", "8b040b", "8b040c", "8b040e"), outcomes(FaultType.BAD_POINTER, "8b040f"));
    }

    @Test
    void aDisplacementBecomesAnother() {
        Set<String> found = outcomes(FaultType.BAD_POINTER, "8b4708");
        assertFalse(found.contains("8b4708"));
        assertTrue(found.stream().allMatch(code -> code.startsWith("8b47")));
        assertTrue(outcomes(FaultType.BAD_POINTER, "890565200000").stream().allMatch(code -> code.startsWith("8905") && !code.equals("890565200000")));
    }

    @ParameterizedTest
    @CsvSource({"83f80a, 83f809 83f80b", "83f87f, 83f87e", "83f880, 83f881", "3d00100000, 3d01100000", "3dff000000, 3dfe000000", "3c0a, 3c09 3c0b", "66813f3412, 66813f3312 66813f3512"})
    void aBoundIsOffByOne(String code, String expected) {
        assertEquals(Set.of(expected.split(" ")), outcomes(FaultType.OFF_BY_ONE, code));
    }

    @ParameterizedTest
    @CsvSource({"7205, 7605", "7605, 7205", "7305, 7705", "7c05, 7e05", "7e05, 7c05", "7d05, 7f05", "0f8d00010000, 0f8f00010000"})
    void aConditionTakesInWhatIsEqualOrNoMore(String code, String expected) {
        assertEquals(Set.of(expected), outcomes(FaultType.OFF_BY_ONE, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7405", "7505", "7005", "7805"})
    void aConditionThatComparesNothingHasNoBound(String code) {
        assertEquals(Set.of(), outcomes(FaultType.OFF_BY_ONE, code));
    }

    @Test
    void garbageComesIntoTheRegisterThatTheInstructionWrites() {
        assertTrue(outcomes(FaultType.GARBAGE_REGISTER, "8b8424f0000000").stream().allMatch(code -> code.matches("b8.{8}9090")));
        assertTrue(outcomes(FaultType.GARBAGE_REGISTER, "4d8b4508 4889ef").stream().allMatch(code -> code.matches("41b8.{8}90")));
    }

    @Test
    void garbageTakesThePlaceOfWholeInstructionsThatFollowEachOther() {
        assertTrue(outcomes(FaultType.GARBAGE_REGISTER, "89ef 89ca 31c0").stream().allMatch(code -> code.matches("bf.{8}90")));
        assertEquals(Set.of(), outcomes(FaultType.GARBAGE_REGISTER, "89ef c3 89ca 31c0"));
        assertEquals(Set.of(), outcomes(FaultType.GARBAGE_REGISTER, "89ef 89ca"));
    }

    @ParameterizedTest
    @CsvSource({"4889ef, ebfe90", "7405, ebfe"})
    void aLoopGoesOnForEver(String code, String expected) {
        assertEquals(Set.of(expected), outcomes(FaultType.STUCK_LOOP, code));
    }

    @Test
    void whatIsTooShortForALoopGetsNone() {
        assertEquals(Set.of(), outcomes(FaultType.STUCK_LOOP, "55"));
    }

    @Test
    void aMessageIsCorruptedRightBeforeTheSystemCall() {
        ProgramCode program = Hex.code("be03700200 4531ed 4889ef 0f05");
        for (int i = 0; i < TRIES; i++) {
            assertTrue(mutation.make(FaultType.CORRUPTED_MESSAGE, program, SYSTEM_CALL, random));
            String code = Hex.text(mutation.bytes(), mutation.count());
            assertEquals(program.start(SYSTEM_CALL), mutation.start() + mutation.count());
            assertTrue(code.matches("(b[a|b|e|f]|41b[8-9a-c]).{8}(90)*"), code);
        }
    }

    @Test
    void onlyASystemCallHasAMessage() {
        assertEquals(Set.of(), outcomes(FaultType.CORRUPTED_MESSAGE, "4889ef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "cc", "0f1f4000", "67410fb98000100000"})
    void whatDoesNothingIsLeftAlone(String code) {
        for (int type = 0; type < FaultType.count(); type++) {
            assertEquals(Set.of(), outcomes(FaultType.of(type), code));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOURCE_REGISTER", "DESTINATION_REGISTER", "INVERTED_BRANCH", "BAD_POINTER", "OFF_BY_ONE"})
    void aChangedOperandLeavesAnInstructionOfTheSameLength(FaultType type) {
        for (String code : new String[] {"4889ef", "8b4708", "458b2424", "0f8400010000", "83f80a", "488b04c8", "0fb60437", "890565200000", "4157", "7205"}) {
            for (String changed : outcomes(type, code)) {
                assertNotEquals(code, changed);
                byte[] bytes = Hex.bytes(changed);
                assertTrue(instruction.decode(bytes, 0, bytes.length), changed);
                assertEquals(Hex.bytes(code).length, instruction.length(), changed);
            }
        }
    }
}
