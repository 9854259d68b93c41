package peaberry.supervisor;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.runtime.Text;
import peaberry.runtime.Time;

/** A process that is watched over. */
final class Ward {

    private static final long NEVER = Long.MAX_VALUE;

    final int number;
    final History history;
    /** Its next fault was asked for. */
    boolean crashExpected;

    /** Ticks of the clock; {@link #NEVER} if it is not to be started. */
    private long startAt = NEVER;
    private long lastSign;
    private boolean running;

    Ward(int number) {
        this.number = number;
        history = new History(number);
    }

    Restart policy() {
        return Wards.SYSTEM.restart(number);
    }

    /** What it is declared to be given; valid until this is asked of another one. */
    GrantTable grants() {
        return Wards.SYSTEM.grants(number);
    }

    Text appendNameTo(Text text) {
        for (int i = 0; Wards.SYSTEM.nameChar(number, i) != 0; i++) {
            text.appendByte(Wards.SYSTEM.nameChar(number, i));
        }
        return text;
    }

    boolean isRunning() {
        return running;
    }

    void runs() {
        running = true;
        startAt = NEVER;
        lastSign = Time.ticks();
    }

    void ended() {
        running = false;
        startAt = NEVER;
    }

    void startAfter(long microseconds) {
        startAt = Time.ticks() + microseconds * Wards.ticksPerMicrosecond();
    }

    boolean isDue(long now) {
        return now >= startAt;
    }

    void showsLife() {
        lastSign = Time.ticks();
    }

    /** Whether it owes a sign of life. */
    boolean isSilent(long now) {
        return now >= silentAt();
    }

    /** When something has to be done about it, in ticks of the clock, if nothing else happens. */
    long next() {
        return Math.min(startAt, silentAt());
    }

    private long silentAt() {
        long within = running ? heartbeat() : 0;
        return within == 0 ? NEVER : lastSign + within * Wards.ticksPerMicrosecond();
    }

    /** Microseconds within which it has to give a sign of life; 0 if it need not. */
    long heartbeat() {
        GrantTable grants = grants();
        int row = grants.find(GrantKind.HEARTBEAT);
        return row == GrantTable.NO_ROW ? 0 : grants.first(row);
    }
}
