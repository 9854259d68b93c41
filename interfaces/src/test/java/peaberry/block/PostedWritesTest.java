package peaberry.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.abi.SystemTable;
import peaberry.block.BlockDevice.Outcome;

class PostedWritesTest {

    private static final int ONE = 1;
    private static final int OTHER = SystemTable.MAX_PROCESSES;

    private final PostedWrites posted = new PostedWrites();

    private void add(int client, int count) {
        for (int i = 0; i < count; i++) {
            posted.add(client);
        }
    }

    @Test
    void whatWasPostedIsCollectedOnce() {
        add(ONE, 3);
        assertEquals(Outcome.DONE, posted.collect(ONE, 3));
        assertEquals(Outcome.FORGOTTEN, posted.collect(ONE, 3));
        add(ONE, 1);
        assertEquals(Outcome.DONE, posted.collect(ONE, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, Integer.MAX_VALUE})
    void anotherNumberIsForgottenAndNothingIsLeft(int count) {
        add(ONE, 3);
        posted.fail(ONE, Outcome.DEVICE_ERROR);
        assertEquals(Outcome.FORGOTTEN, posted.collect(ONE, count));
        add(ONE, 3);
        assertEquals(Outcome.DONE, posted.collect(ONE, 3));
    }

    @Test
    void theFirstFailureIsToldOnceAndToNobodyElse() {
        add(ONE, 2);
        add(OTHER, 2);
        posted.fail(ONE, Outcome.DEVICE_ERROR);
        posted.fail(ONE, Outcome.NO_DEVICE);
        assertEquals(Outcome.DONE, posted.collect(OTHER, 2));
        assertEquals(Outcome.DEVICE_ERROR, posted.collect(ONE, 2));
        add(ONE, 2);
        assertEquals(Outcome.DONE, posted.collect(ONE, 2));
    }

    @Test
    void whatMayHaveHitAnybodyIsToldToEverybodyWhoPosted() {
        add(ONE, 2);
        add(OTHER, 1);
        posted.failAll(Outcome.FORGOTTEN);
        add(2, 1);
        assertEquals(Outcome.FORGOTTEN, posted.collect(ONE, 2));
        assertEquals(Outcome.FORGOTTEN, posted.collect(OTHER, 1));
        assertEquals(Outcome.DONE, posted.collect(2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {SystemTable.MAX_PROCESSES + 1, 65_535})
    void whoIsNoProcessHasNoAccount(int client) {
        add(client, 1);
        posted.fail(client, Outcome.DEVICE_ERROR);
        assertEquals(Outcome.FORGOTTEN, posted.collect(client, 1));
    }
}
