package peaberry.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import peaberry.process.ProgramTable;
import peaberry.processes.Child.State;

class ProgramNumbersTest {

    private final Child first = new Child(0, null);
    private final Child second = new Child(1, null);
    private final ProgramNumbers numbers = new ProgramNumbers(new Child[] {first, second});

    private void begin(Child child) {
        child.program = numbers.next();
        child.state = State.STARTED;
    }

    @Test
    void aNumberComesOnlyWhenAllOthersHaveBeen() {
        for (int number = 1; number <= ProgramTable.MOST; number++) {
            assertEquals(number, numbers.next());
        }
        assertEquals(1, numbers.next());
    }

    @Test
    void aNumberIsTakenUntilItsProgramIsForgotten() {
        begin(first);
        begin(second);
        second.state = State.ENDED;
        for (int number = 3; number <= ProgramTable.MOST; number++) {
            numbers.next();
        }
        assertEquals(3, numbers.next());
        second.state = State.NONE;
        for (int number = 4; number <= ProgramTable.MOST; number++) {
            numbers.next();
        }
        assertEquals(2, numbers.next());
    }

    @Test
    void whatIsAliveIsFoundInTheOrderOfNumbers() {
        begin(second);
        begin(first);
        assertSame(second, numbers.from(1));
        assertSame(first, numbers.from(2));
        assertNull(numbers.from(3));
        assertSame(first, numbers.find(2));
        assertNull(numbers.find(3));
        second.state = State.ENDED;
        assertSame(first, numbers.from(1));
        assertNull(numbers.find(1));
    }
}
