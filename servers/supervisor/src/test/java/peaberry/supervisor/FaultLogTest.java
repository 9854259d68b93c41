package peaberry.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;
import peaberry.standin.Texts;
import peaberry.system.Supervision;
import peaberry.system.SystemControl;

class FaultLogTest {

    private static final Ward FIRST = Wards.at(1);
    private static final Ward SECOND = Wards.at(2);

    private KeptMemory machine = new KeptMemory();

    @Test
    void recordsAreKeptInOrder() {
        machine.ticks = 5;
        FaultLog.next(FIRST).setText(text("a"));
        machine.ticks = 6;
        FaultLog.next(SECOND).setText(text("b"));
        assertEquals(List.of("#1 at 5: 1 a", "#2 at 6: 2 b"), all());
    }

    @Test
    void theOldestAreForgotten() {
        fill(FaultLog.CAPACITY + 3);
        assertEquals(FaultLog.CAPACITY, FaultLog.size());
        assertEquals(4, FaultLog.at(0).serial());
        assertEquals(FaultLog.CAPACITY + 3, FaultLog.at(FaultLog.CAPACITY - 1).serial());
    }

    @Test
    void aRecordStartsEmptyThoughItWasUsedBefore() {
        for (int i = 0; i < FaultLog.CAPACITY; i++) {
            fillIn(FaultLog.next(FIRST));
        }
        FaultRecord record = FaultLog.next(SECOND);
        assertEquals("", textOf(record));
        assertEquals(0, record.appendPlaceTo(new Text(10), " at ").length());
        assertEquals(List.of(0L, 0L, 0, 0), List.of(record.address(), record.outage(), record.frames(), record.messages()));
        assertFalse(record.hasRegisters());
    }

    @Test
    void evidenceIsReadAsItWasTaken() {
        FaultRecord record = FaultLog.next(FIRST);
        fillIn(record);
        assertTrue(record.hasRegisters());
        assertEquals(170, record.register(FaultRecord.REGISTERS - 1));
        assertEquals(List.of(Supervision.MAX_FRAMES, 1_000L, 1_000L + Supervision.MAX_FRAMES - 1),
                List.of(record.frames(), record.frame(0), record.frame(Supervision.MAX_FRAMES - 1)));
        assertEquals(List.of(Supervision.MAX_MESSAGES, 0L, 0L, 3L, 30L), List.of(record.messages(), record.messageBadge(0), record.messageTag(0),
                record.messageBadge(Supervision.MAX_MESSAGES - 1), record.messageTag(Supervision.MAX_MESSAGES - 1)));
    }

    @Test
    void whatIsTooLongIsCut() {
        FaultRecord record = FaultLog.next(FIRST);
        record.setText(text("x".repeat(SystemControl.MAX_TEXT)));
        assertTrue(textOf(record).length() <= SystemControl.MAX_TEXT);
        assertTrue(textOf(record).matches("x{180,}"));
    }

    /** At whichever write it is, one record at most is in part what it should be, and the next supervisor reads all of them. */
    @Test
    void aSupervisorThatFailsInTheMidstSpoilsOneRecordAtMost() {
        fill(FaultLog.CAPACITY + 1);
        List<String> before = all();
        int writes = 0;
        while (!machine.survives(writes, () -> fillIn(FaultLog.next(SECOND)))) {
            Kept.open();
            List<String> after = all();
            assertEquals(before.size(), after.size());
            boolean counted = FaultLog.at(0).serial() == 3;
            assertEquals(before.subList(1, before.size()), counted ? after.subList(0, after.size() - 1) : after.subList(1, after.size()));
            for (int i = 0; i < FaultLog.size(); i++) {
                assertTrue(FaultLog.at(i).frames() <= Supervision.MAX_FRAMES && FaultLog.at(i).messages() <= Supervision.MAX_MESSAGES);
            }
            machine = new KeptMemory();
            fill(FaultLog.CAPACITY + 1);
            writes++;
        }
        assertTrue(writes > FaultRecord.REGISTERS, writes + " writes");
        assertEquals("#" + (FaultLog.CAPACITY + 2) + " at 0: 2 all", all().getLast());
    }

    private static void fillIn(FaultRecord record) {
        for (int i = 0; i < FaultRecord.REGISTERS; i++) {
            record.setRegister(i, 10L * i);
        }
        long caller = 1_000;
        while (record.addFrame(caller)) {
            caller++;
        }
        for (int i = 0; i < Supervision.MAX_MESSAGES; i++) {
            record.addMessage(i, 10L * i);
        }
        record.setText(text("all"));
        record.setOutage(9);
    }

    private static void fill(int records) {
        for (int i = 0; i < records; i++) {
            FaultLog.next(FIRST).setText(text("old"));
        }
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < FaultLog.size(); i++) {
            FaultRecord record = FaultLog.at(i);
            all.add("#" + record.serial() + " at " + record.ticks() + ": " + record.process() + " " + textOf(record));
        }
        return all;
    }

    private static String textOf(FaultRecord record) {
        return Texts.string(record.appendTextTo(new Text(SystemControl.MAX_TEXT)));
    }

    private static Text text(String content) {
        return new Text(SystemControl.MAX_TEXT).append(content);
    }
}
