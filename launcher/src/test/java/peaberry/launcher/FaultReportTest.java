package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultReportTest {

    private static final FaultOrder DISK = new FaultOrder("disk", 7, 3);
    private static final FaultOrder SERIAL = new FaultOrder("serial", 2, 4);

    private final FaultReport report = new FaultReport();

    private static List<String> said(int loops, int data, String... more) {
        return Stream.concat(Stream.of(
                "kind                     injected  activated  median.ms     p99.ms",
                "stuck loop            %11d%11d      1.000      2.000".formatted(loops, loops - 1),
                "data                  %11d%11d      0.000      0.000".formatted(data, 0),
                "all                   %11d%11d".formatted(loops + data, loops - 1),
                "FAULTS injected " + (loops + data),
                "FAULTS bystanders.failed 0"), Stream.of(more)).toList();
    }

    @Test
    void countsAreAddedUpByDriverAndByKind() {
        report.add(DISK, said(4, 3), 0);
        report.add(SERIAL, said(1, 1), 0);
        report.add(DISK, said(1_000, 2), 0);
        assertEquals("""
                | driver | injected | activated |
                |---|---|---|
                | `disk` | 1,009 | 1,002 |
                | `serial` | 2 | 0 |
                | all | 1,011 | 1,002 |

                | kind | injected | activated | recovery, median ms | 99th | longest |
                |---|---|---|---|---|---|
                | stuck loop | 1,005 | 1,002 | – | – | – |
                | data | 6 | 0 | – | – | – |
                """, report.markdown().substring(0, report.markdown().indexOf("\n| driver | crash")));
        assertTrue(report.markdown().endsWith("\n* bystanders.failed: 0\n"), report.markdown());
    }

    @Test
    void timesOfAllGuestsMakeThePercentiles() {
        report.add(DISK, said(4, 3, "TIMES 1000 60 crash.recovery", "TIMES 3000 39 crash.recovery", "TIMES 1000 1 data"), 0);
        report.add(SERIAL, said(4, 3, "TIMES 1000 99 crash.recovery", "TIMES 5500 1 crash.recovery"), 0);
        String markdown = report.markdown();
        assertTrue(markdown.contains("\n| `disk` | 1.00 | 3.00 | 3.00 | – | – | – | – | – | – |\n"), markdown);
        assertTrue(markdown.contains("\n| `serial` | 1.00 | 1.00 | 5.50 | – | – | – | – | – | – |\n"), markdown);
        assertTrue(markdown.contains("\n| all | 1.00 | 3.00 | 5.50 | – | – | – | – | – | – |\n"), markdown);
        assertTrue(markdown.contains("\n| data | 6 | 0 | 1.00 | 1.00 | 1.00 |\n"), markdown);
    }

    /** A driver of the console with a fault in it prints anything. */
    @Test
    void rubbishIsNotCounted() {
        report.add(SERIAL, said(4, 3, ")".repeat(80), "TIMES 1 2", "TIMES x 2 data", "FAULTS", "FAULTS console.lines.lost many", "fault", "kind of rubbish", "kind  a  b.ms  c.ms", "data                            1", "FAULTS bystanders.failed 1"), 0);
        assertTrue(report.markdown().endsWith("\n* bystanders.failed: 1\n"), report.markdown());
        assertTrue(report.markdown().contains("\n| all | 7 | 3 |\n"), report.markdown());
    }

    @Test
    void whatWasNotKeptIsNamed() {
        report.add(DISK, said(4, 3, "fault 5 (stuck loop at 0x10): another process failed: clock", "FAULTS console.lines.whole 17"), 0);
        report.addUnfinished(SERIAL, List.of());
        assertTrue(report.isKept());
        report.addUnfinished(new FaultOrder("serial", 2, 5), List.of("fault 1 (stuck loop at 0x10): a wrong sector got through"));
        assertFalse(report.isKept());
        assertTrue(report.markdown().endsWith("""

                * bystanders.failed: 0
                * console.lines.whole: 17
                * ended by the emulator and not counted, of serial: 2 guests, of the seeds 4, 5
                * disk, seed 3: fault 5 (stuck loop at 0x10): another process failed: clock
                * serial, seed 5: fault 1 (stuck loop at 0x10): a wrong sector got through
                """), report.markdown());
    }

    @Test
    void aGuestThatToldNothingKeptNothing() {
        report.add(DISK, said(4, 3), 0);
        assertTrue(report.isKept());
        report.add(SERIAL, List.of("STATUS 0"), 0);
        assertFalse(report.isKept());
        assertTrue(report.markdown().endsWith("* serial, seed 4: there is no report\n"), report.markdown());
    }

    @Test
    void aGuestThatEndedInAnotherWayKeptNothing() {
        report.add(DISK, said(4, 3), 1);
        assertTrue(report.isKept(), "all together decide");
        report.add(DISK, said(4, 3), ExitStatus.PANIC);
        assertFalse(report.isKept());
    }

    @Test
    void oneDeadDriverInAThousandIsBearable() {
        report.add(DISK, List.of("kind                     effective   dead  median.ms     p99.ms", "stuck loop             1000       1      1.000      1.000"), 1);
        assertTrue(report.isKept());
        report.add(DISK, List.of("stuck loop             999       1      1.000      1.000"), 1);
        assertFalse(report.isKept());
    }

    @Test
    void aProcessThatFailedForAnotherOnesFaultIsNot() {
        report.add(DISK, said(4, 3, "FAULTS bystanders.failed 1"), 1);
        assertFalse(report.isKept());
    }

    @Test
    void allDriversGetTheSameNumberOfFaults() {
        List<FaultOrder> orders = FaultCampaign.split(new FaultOrder(FaultOrder.ALL, 5_003, 8));
        long[] counts = FaultCampaign.DRIVERS.stream().mapToLong(driver -> orders.stream().filter(order -> order.driver().equals(driver)).mapToLong(FaultOrder::count).sum()).toArray();
        assertEquals(List.of(834L, 834L, 834L, 834L, 834L, 833L), LongStream.of(counts).boxed().toList());
        assertEquals(List.of(8L, 9L, 10L), orders.stream().filter(order -> order.driver().equals("disk")).map(FaultOrder::seed).toList());
    }

    @Test
    void fewFaultsAreNotLost() {
        assertEquals(List.of(new FaultOrder("disk", 1, 5), new FaultOrder("sata", 1, 5)), FaultCampaign.split(new FaultOrder(FaultOrder.ALL, 2, 5)));
    }
}
