package peaberry.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final FaultLog log = new FaultLog();

    @Test
    void recordsAreKeptInOrder() {
        log.next().process = "a";
        log.next().process = "b";
        assertEquals(2, log.size());
        assertEquals("a", log.at(0).process);
        assertEquals("b", log.at(1).process);
        assertEquals(2, log.at(1).serial);
    }

    @Test
    void theOldestAreForgotten() {
        for (int i = 0; i < FaultLog.CAPACITY + 3; i++) {
            log.next();
        }
        assertEquals(FaultLog.CAPACITY, log.size());
        assertEquals(4, log.at(0).serial);
        assertEquals(FaultLog.CAPACITY + 3, log.at(FaultLog.CAPACITY - 1).serial);
    }

    @Test
    void aRecordStartsWithoutTextThoughItsPlaceWasUsed() {
        for (int i = 0; i < FaultLog.CAPACITY; i++) {
            log.next().text.append("old");
        }
        assertEquals(0, log.next().text.length());
    }
}
