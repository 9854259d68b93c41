package peaberry.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;

class FaultLogTest {

    private final FaultLog log = new FaultLog();

    @Test
    void recordsAreKeptInOrder() {
        Text first = new Text(1).append("a");
        Text second = new Text(1).append("b");
        log.next().process = first;
        log.next().process = second;
        assertEquals(2, log.size());
        assertSame(first, log.at(0).process);
        assertSame(second, log.at(1).process);
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
    void aRecordStartsEmptyThoughItWasUsedBefore() {
        for (int i = 0; i < FaultLog.CAPACITY; i++) {
            FaultRecord record = log.next();
            record.text.append("old");
            record.place.append("here");
            record.instructionPointer = 7;
        }
        FaultRecord record = log.next();
        assertEquals(0, record.text.length());
        assertEquals(0, record.place.length());
        assertEquals(0, record.instructionPointer);
    }
}
