package peaberry.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import peaberry.abi.KernelError;

class SignatureTest {

    private static final int DONE = 0;
    private static final String KNOWN = "Paint mix number,RED/BLUE,@window,bytes,truth,number,number,number number,truth DONE,INVALID,SERVER_RESTARTED,UNREACHABLE,DRY";

    private static Signature signature(String known) {
        return Signature.of(known, 0x1234_5603, 2);
    }

    @Test
    void argumentsAreShownAsTheyWereDeclaredAndThoseThatWereNotKeptAreLeftOut() {
        assertEquals("Paint.mix(-7, BLUE, window, 12 bytes, true, 4, 5, ...)", signature(KNOWN).request(-7, 1, 12, 1, 4, 5));
    }

    @Test
    void aConstantThatThereIsNotIsANumber() {
        assertEquals("Paint.mix(0, 2, window, 0 bytes, false, 0, 0, ...)", signature(KNOWN).request(0, 2, 0, 0, 0, 0));
        assertEquals("Paint.mix(0, -1, window, 0 bytes, false, 0, 0, ...)", signature(KNOWN).request(0, -1, 0, 0, 0, 0));
    }

    @Test
    void anAnswerIsItsResultsOrItsOutcome() {
        assertEquals("8, true", signature(KNOWN).answer(DONE, 8, 1, 0, 0));
        assertEquals("DRY", signature(KNOWN).answer(4, 8, 1, 0, 0));
        assertEquals("outcome 5", signature(KNOWN).answer(5, 0, 0, 0, 0));
        assertEquals("DONE", signature("Paint dry - - DONE,INVALID,SERVER_RESTARTED,UNREACHABLE").answer(DONE, 0, 0, 0, 0));
    }

    @Test
    void aCallThatTheKernelEndedIsToldAsItsCallerHearsIt() {
        assertEquals("SERVER_RESTARTED", Signature.failure(KernelError.ABORTED.ordinal()));
        assertEquals("UNREACHABLE", Signature.failure(KernelError.TIMED_OUT.ordinal()));
    }

    @Test
    void aMethodThatNobodyKnowsHasNumbers() {
        Signature unknown = signature("");
        assertEquals("interface 123456, method 3(9, 8)", unknown.request(9, 8, 0, 0, 0, 0));
        assertEquals("outcome 0", unknown.answer(DONE, 1, 2, 0, 0));
    }
}
