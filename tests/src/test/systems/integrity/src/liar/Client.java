package liar;

import liar.Mischief.Deed;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.console.Terminal;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Reads and writes through the integrity server while the driver behind it does wrong, and says what came of it. */
public final class Client {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    /** The driver, past the server. */
    private static final BlockDeviceClient DRIVER = new BlockDeviceClient("driver");
    private static final MischiefClient MISCHIEF = new MischiefClient("mischief");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text LINE = new Text(100);
    private static final long SECTOR = 8;
    /** The sectors from {@link #SECTOR} on. */
    private static final int COUNT = 4;
    /** More than the failures for which a process is given up. */
    private static final int REPORTS = 8;
    private static final int WORDS = COUNT * BlockDevice.SECTOR_BYTES / Long.BYTES;

    private static long version;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        tell("without a key", DISK.size());
        tell("size", DISK.size());
        CONSOLE.printLine(LINE.clear().append("sectors: ").decimal(DISK.sizeResult()));
        writeAndRead("honest", Deed.NONE, Deed.NONE);
        writeAndRead("altered when read", Deed.NONE, Deed.ALTER);
        writeAndRead("altered when written", Deed.ALTER, Deed.NONE);
        writeAndRead("not read", Deed.NONE, Deed.LOSE);
        writeAndRead("not written", Deed.LOSE, Deed.NONE);
        writeAndRead("read elsewhere", Deed.NONE, Deed.MISPLACE);
        writeAndRead("written elsewhere", Deed.MISPLACE, Deed.NONE);
        writeAndRead("driver dies before it writes", Deed.DIE_BEFORE, Deed.NONE);
        writeAndRead("driver dies when it has written", Deed.DIE_AFTER, Deed.NONE);
        writeAndRead("driver dies when it has read", Deed.NONE, Deed.DIE_AFTER);
        writeAndRead("server killed before", Deed.KILL_BEFORE, Deed.KILL_BEFORE);
        writeAndRead("server killed afterwards", Deed.KILL_AFTER, Deed.KILL_AFTER);
        writePastTheServer();
        keepWindows();
        tellReports();
        tellDeaths("disk");
        tellDeaths("integrity");
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    private static void writeAndRead(String what, Deed writing, Deed reading) {
        fill();
        MISCHIEF.next(writing);
        Outcome written = DISK.write(SECTOR, COUNT, Caching.WRITE_BACK, BUFFER.readable(), 0);
        MISCHIEF.next(reading);
        tell(what, written, read());
    }

    /** What is changed behind the server's back is found by a server that was made anew since it was written. */
    private static void writePastTheServer() {
        MISCHIEF.next(Deed.KILL_BEFORE);
        read();
        fill();
        tell("written past the server", DRIVER.write(SECTOR, 1, Caching.WRITE_BACK, BUFFER.readable(), 0), read());
    }

    private static void keepWindows() {
        MISCHIEF.next(Deed.KEEP_WINDOW);
        DRIVER.read(SECTOR, COUNT, 0, BUFFER.writable(), 0);
        tellWindow("without the server");
        MISCHIEF.next(Deed.KEEP_WINDOW);
        DISK.read(SECTOR + COUNT, 1, 0, BUFFER.writable(), 0);
        tellWindow("behind the server");
    }

    /** The server reports a driver that breaks the rules; who reports without end does not have it given up, and not everybody can. */
    private static void tellReports() {
        writeAndRead("driver breaks the rules", Deed.NONE, Deed.BREAK_RULES);
        tellLastFault();
        int number = find("disk");
        int reports = 0;
        while (reports < REPORTS && SUPERVISION.report(number) == Supervision.Outcome.DONE) {
            reports++;
        }
        CONSOLE.printLine(LINE.clear().append("further reports: ").decimal(reports));
        tellLastFault();
        writeAndRead("reported", Deed.NONE, Deed.NONE);
        tellReport("numbers");
        tellReport("client");
        tellReport("supervisor");
        tellReport("serial");
    }

    private static void tellReport(String process) {
        CONSOLE.print("report of ").print(process).print(": ").print(SUPERVISION.report(find(process)).name()).print("\n");
    }

    private static void tellLastFault() {
        int index = 0;
        while (SUPERVISION.fault(index + 1) == Supervision.Outcome.DONE) {
            index++;
        }
        SUPERVISION.fault(index);
        CONSOLE.printLine(LINE.clear().append(SUPERVISION.faultName()).append(" ").append(SUPERVISION.faultText()));
    }

    private static int find(String process) {
        SYSTEM.find(LINE.clear().append(process));
        return SYSTEM.findResult();
    }

    private static void tellWindow(String where) {
        MISCHIEF.reachesBuffer();
        CONSOLE.print(where).print(MISCHIEF.reachesBufferResult() ? ": the window stays open\n" : ": the window is closed\n");
    }

    private static void tellDeaths(String process) {
        SYSTEM.process(find(process));
        CONSOLE.printLine(LINE.append(" was made anew ").decimal(SYSTEM.processRestarts()).append(" times"));
    }

    /** Another thing than ever before. */
    private static void fill() {
        version++;
        for (int i = 0; i < WORDS; i++) {
            BUFFER.memory().setInt64((long) i * Long.BYTES, version << Integer.SIZE | i);
        }
    }

    private static Outcome read() {
        for (int i = 0; i < WORDS; i++) {
            BUFFER.memory().setInt64((long) i * Long.BYTES, 0);
        }
        return DISK.read(SECTOR, COUNT, 0, BUFFER.writable(), 0);
    }

    private static boolean isNewest() {
        for (int i = 0; i < WORDS; i++) {
            if (BUFFER.memory().int64((long) i * Long.BYTES) != (version << Integer.SIZE | i)) {
                return false;
            }
        }
        return true;
    }

    private static void tell(String what, Outcome outcome) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(outcome.name()));
    }

    private static void tell(String what, Outcome written, Outcome read) {
        LINE.clear().append(what).append(": written ").append(written.name()).append(", read ").append(read.name());
        CONSOLE.printLine(read == Outcome.DONE ? LINE.append(isNewest() ? ", right" : ", WRONG") : LINE);
    }
}
