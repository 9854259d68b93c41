package peaberry.supervisor;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.runtime.Text;
import peaberry.runtime.Time;

/** A process that is watched over. */
final class Ward {

    private static final long NEVER = Long.MAX_VALUE;
    /** How many looks in vain make silence; a process gives a sign of life twice in its time. */
    private static final int LOOKS = 4;
    /** This part of its time is left for looking itself, so that silence is found within that time. */
    private static final int SPARE = 32;

    final int number;
    final History history;
    /** Its next fault was asked for. */
    boolean crashExpected;

    /** Ticks of the clock; {@link #NEVER} if it is not to be started. */
    private long startAt = NEVER;
    /** How often it was looked for a sign of life, in vain, and when it will be next. */
    private int looks;
    private long lookAt = NEVER;
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

    /** Whether it is declared to be a client of that process. */
    boolean uses(int server) {
        GrantTable grants = grants();
        for (int row = 0; row < grants.rows(); row++) {
            if (grants.kind(row) == GrantKind.CLIENT && grants.first(row) == server) {
                return true;
            }
        }
        return false;
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
        showsLife();
    }

    void ended() {
        running = false;
        startAt = NEVER;
        lookAt = NEVER;
    }

    void startAfter(long microseconds) {
        startAt = Time.ticks() + microseconds * Time.ticksPerMicrosecond();
    }

    boolean isDue(long now) {
        return now >= startAt;
    }

    void showsLife() {
        looks = 0;
        lookAt = lookLater();
    }

    /**
     * Looks whether it has given a sign of life, if it is time for a look. Several looks, apart from each other, decide: when the whole machine stood
     * still for a while, as a guest does on a busy host, that is one look, and no process's fault.
     *
     * @return whether it has given none for as long as it may
     */
    boolean isSilent() {
        if (Time.ticks() < lookAt) {
            return false;
        }
        looks++;
        lookAt = lookLater();
        return looks >= LOOKS;
    }

    /** When something has to be done about it, in ticks of the clock, if nothing else happens. */
    long next() {
        return Math.min(startAt, lookAt);
    }

    private long lookLater() {
        long within = running ? heartbeat() : 0;
        return within == 0 ? NEVER : Time.ticks() + (within - within / SPARE) * Time.ticksPerMicrosecond() / LOOKS;
    }

    /** Microseconds within which it has to give a sign of life; 0 if it need not. */
    long heartbeat() {
        GrantTable grants = grants();
        int row = grants.find(GrantKind.HEARTBEAT);
        return row == GrantTable.NO_ROW ? 0 : grants.first(row);
    }
}
