package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;

class OutcomeTest {

    @ParameterizedTest
    @EnumSource
    void anOutcomeComesBackAsItWasSent(Outcome outcome) {
        assertEquals(outcome, Outcome.of(outcome.tag(3)));
        assertEquals(3, outcome.tag(3).length());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLabelThatIsNoneIsInvalid(int label) {
        assertEquals(Outcome.INVALID, Outcome.of(Tag.of(label, 0)));
    }

    @Test
    void whatTheKernelRefusedIsAborted() {
        assertEquals(Outcome.ABORTED, Outcome.of(Tag.failure(KernelError.NONE, 0)));
        assertEquals(Outcome.ABORTED, Outcome.of(Tag.failure(KernelError.ABORTED, 0)));
    }

    @Test
    void theBadgesOfFaultsSignalsAndOperatorsAreApart() {
        long[] marks = {Badges.FAULT, Badges.SIGNAL, Badges.OPERATOR};
        for (long mark : marks) {
            assertEquals(mark == Badges.FAULT, Badges.isFault(mark | 5));
            assertEquals(mark == Badges.SIGNAL, Badges.isSignal(mark | 5));
            assertEquals(mark == Badges.OPERATOR, Badges.isOperator(mark | 5));
            assertEquals(5, Badges.client(mark | 5));
        }
    }
}
