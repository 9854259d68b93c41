package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.Register;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;

class UserContextTest {

    private static final int WORDS = 6;
    private static final int GENERAL_REGISTERS = 16;

    private final UserContext context = new UserContext();

    @Test
    void wordsAreInTheRegistersOfTheSystemCallConvention() {
        for (int i = 0; i < WORDS; i++) {
            context.setWord(i, 100 + i);
        }

        assertEquals(100, context.rdx);
        assertEquals(101, context.r10);
        assertEquals(102, context.r8);
        assertEquals(103, context.r9);
        assertEquals(104, context.rbx);
        assertEquals(105, context.r12);
        assertEquals(103, context.word(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 120})
    void exactlyTheFirstWordsAreTaken(int count) {
        UserContext sender = new UserContext();
        for (int i = 0; i < WORDS; i++) {
            sender.setWord(i, 100 + i);
            context.setWord(i, i);
        }

        Tag tag = Tag.of(77, count);

        context.take(sender, tag, 9);

        assertEquals(tag.bits(), context.tag());
        assertEquals(9, context.capability());
        for (int i = 0; i < WORDS; i++) {
            assertEquals(i < count ? 100 + i : i, context.word(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, UserLayout.LIMIT, 0x8000_0000_0000L, 0xFFFF_FFFF_8020_0000L})
    void anInstructionPointerThatIsNoProgramsBecomesOneThatFaults(long pointer) {
        context.start(pointer, 0, 0);

        assertEquals(0, context.instructionPointer());
    }

    @ParameterizedTest
    @CsvSource({"0x00007FFFFFFFFFFF, true", "0x0000800000000000, false", "0xFFFF7FFFFFFFFFFF, false", "0xFFFF800000000000, true"})
    void aFaultAtAnAddressThatIsNoneIsMovedToOneThatFaultsAgain(String address, boolean kept) throws ReflectiveOperationException {
        long before = Long.parseUnsignedLong(address.substring(2), 16);
        ResumePoint point = new ResumePoint();
        set(point, "rip", before);

        point.settle();

        assertEquals(kept ? before : 0, point.instructionPointer());
    }

    @Test
    void aThreadThatStartsOverHasNoPrivilegeLeft() throws ReflectiveOperationException {
        ResumePoint point = new ResumePoint();
        set(point, "rflags", -1);

        point.start(0x40_0000);

        assertEquals(0x202, point.flags());
        assertEquals(0x40_0000, point.instructionPointer());
    }

    /** As the assembly does. */
    private static void set(ResumePoint point, String name, long value) throws ReflectiveOperationException {
        Field field = ResumePoint.class.getDeclaredField(name);
        field.setAccessible(true);
        field.setLong(point, value);
    }

    @Test
    void registersHaveTheProcessorsNumbers() {
        context.start(0x40_0000, 0, 0);
        for (int number = 0; number < GENERAL_REGISTERS; number++) {
            context.setRegister(Register.of(number), 100 + number);
        }

        assertEquals(100, context.rax);
        assertEquals(101, context.rcx);
        assertEquals(102, context.rdx);
        assertEquals(103, context.rbx);
        assertEquals(104, context.rsp);
        assertEquals(105, context.rbp);
        assertEquals(106, context.rsi);
        assertEquals(107, context.rdi);
        assertEquals(108, context.r8);
        assertEquals(115, context.r15);
        for (int number = 0; number < GENERAL_REGISTERS; number++) {
            assertEquals(100 + number, context.register(Register.of(number)));
        }
        assertEquals(0x40_0000, context.register(Register.INSTRUCTION_POINTER));
        assertEquals(0x202, context.register(Register.FLAGS));
    }

    @Test
    void flagsAreNotWritten() {
        context.setRegister(Register.FLAGS, -1);

        assertEquals(0x202, context.flags());
    }

    @Test
    void anInstructionPointerIsWrittenOnlyIfItIsAPrograms() {
        context.setRegister(Register.INSTRUCTION_POINTER, UserLayout.LIMIT - 1);
        assertEquals(UserLayout.LIMIT - 1, context.instructionPointer());
        context.setRegister(Register.INSTRUCTION_POINTER, UserLayout.LIMIT);
        assertEquals(0, context.instructionPointer());
    }

    @ParameterizedTest
    @EnumSource(names = {"RAX", "RCX", "R11", "R14", "R15"})
    void whatASystemCallLosesCountsOnceItIsWritten(Register register) {
        afterASystemCall();

        context.setRegister(register, 77);

        assertEquals(1, context.whole);
        assertEquals(77, context.register(register));
    }

    @Test
    void whatASystemCallLosesIsReadAsItsReturnLeavesIt() {
        afterASystemCall();

        assertEquals(0, context.register(Register.RAX));
        assertEquals(0x40_0000, context.register(Register.RCX));
        assertEquals(0x202, context.register(Register.R11));
        assertEquals(0, context.register(Register.R14));
        assertEquals(0, context.register(Register.R15));
        assertEquals(6, context.register(Register.RDI));
    }

    /** As the assembly leaves the context: the registers that are lost still hold what an earlier trap saved. */
    private void afterASystemCall() {
        context.start(0x40_0000, 0, 0);
        context.whole = 0;
        context.rax = 1;
        context.rcx = 2;
        context.r11 = 3;
        context.r14 = 4;
        context.r15 = 5;
        context.rdi = 6;
    }

    @Test
    void aThreadThatStartsOverKeepsNothingOfItsFormerRegisters() {
        context.rax = 1;
        context.r15 = 2;

        context.start(0x40_0000, 0x3F_8000, 7);

        assertEquals(0x40_0000, context.instructionPointer());
        assertEquals(0x3F_8000, context.stackPointer());
        assertEquals(7, context.rdi);
        assertEquals(0, context.rax);
        assertEquals(0, context.r15);
        assertEquals(0x202, context.flags());
        assertEquals(1, context.whole);
    }
}
