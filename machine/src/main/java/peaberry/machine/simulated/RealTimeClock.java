package peaberry.machine.simulated;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A PC's clock, an MC146818 (Motorola data sheet, "Address map" and "Registers") with a register for the century: it shows universal time in
 * decimal digits and 24 hours. It cannot be set, raises no interrupt, and changes in no time, so that nobody ever sees an update in progress.
 */
final class RealTimeClock implements PortDevice {

    // Registers by index.
    private static final int SECOND = 0x00;
    private static final int MINUTE = 0x02;
    private static final int HOUR = 0x04;
    private static final int DAY = 0x07;
    private static final int MONTH = 0x08;
    private static final int YEAR = 0x09;
    private static final int A = 0x0A;
    private static final int B = 0x0B;
    private static final int D = 0x0D;
    private static final int CENTURY = 0x32;

    // Ports by offset.
    private static final int INDEX = 0;

    /** Bit 7 of the index port holds back non-maskable interrupts, of which this machine has none. */
    private static final int INDEX_MASK = 0x7F;
    private static final int A_RUNS_AT_32768_HZ = 0b010 << 4;
    private static final int B_24_HOURS = 1 << 1;
    private static final int D_VALID = 1 << 7;
    /** The index port cannot be read. */
    private static final int NOTHING = 0xFF;

    private final InstantSource time;
    private int index;

    RealTimeClock(InstantSource time) {
        this.time = time;
    }

    @Override
    public synchronized int read(int offset, int widthBits) {
        if (offset == INDEX) {
            return NOTHING;
        }
        LocalDateTime now = LocalDateTime.ofInstant(time.instant(), ZoneOffset.UTC);
        return switch (index) {
            case SECOND -> digits(now.getSecond());
            case MINUTE -> digits(now.getMinute());
            case HOUR -> digits(now.getHour());
            case DAY -> digits(now.getDayOfMonth());
            case MONTH -> digits(now.getMonthValue());
            case YEAR -> digits(now.getYear() % 100);
            case CENTURY -> digits(now.getYear() / 100);
            case A -> A_RUNS_AT_32768_HZ;
            case B -> B_24_HOURS;
            case D -> D_VALID;
            default -> 0;
        };
    }

    @Override
    public synchronized void write(int offset, int widthBits, int value) {
        if (offset == INDEX) {
            index = value & INDEX_MASK;
        }
    }

    private static int digits(int number) {
        return number / 10 << 4 | number % 10;
    }
}
