package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BadgesTest {

    @Test
    void aBadgeTellsTheClientAndTheInterface() {
        for (int client : new int[] {1, 2, 65_535}) {
            for (int index : new int[] {0, 1, 255}) {
                long badge = Badges.of(client, index);
                assertEquals(client, Badges.client(badge));
                assertEquals(index, Badges.interfaceIndex(badge));
                assertFalse(Badges.isFault(badge) || Badges.isSignal(badge));
            }
        }
    }

    @Test
    void noClientIsNumberedZero() {
        assertThrows(IllegalArgumentException.class, () -> Badges.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Badges.of(0x10000, 1));
    }

    @Test
    void whatDoesNotFitDoesNotReachWhatElseABadgeSays() {
        assertEquals(Badges.of(0xFFFF, 0xFF), Badges.of(-1, -1));
    }

    @Test
    void theBadgesOfFaultsAndSignalsAreApart() {
        long[] marks = {Badges.FAULT, Badges.SIGNAL};
        for (long mark : marks) {
            assertEquals(mark == Badges.FAULT, Badges.isFault(mark | 5));
            assertEquals(mark == Badges.SIGNAL, Badges.isSignal(mark | 5));
            assertEquals(5, Badges.client(mark | 5));
        }
    }
}
