package peaberry.supervisor;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.RegionKind;
import peaberry.abi.SystemTable;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Time;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** All processes that are watched over, as declared: all but root and the supervisor itself. */
final class Wards {

    /** What is declared. */
    static final SystemTable SYSTEM = new SystemTable();

    private static final Region DECLARATION = new Region();
    private static final SystemControlClient ROOT = new SystemControlClient("system");
    private static final Ward[] WARDS = new Ward[SystemTable.MAX_PROCESSES];

    private static long bootTicks;

    static {
        for (int i = 0; i < WARDS.length; i++) {
            WARDS[i] = new Ward(i + 1);
        }
    }

    private Wards() {
    }

    /**
     * Takes over: what runs goes on, and what does not is started, unless it has ended for good. Whoever failed, or was being made or destroyed when the
     * supervisor before this one failed, is destroyed first, and its device brought to rest; so is that of whom nothing is left, since nobody can tell
     * whether it was.
     */
    static void resume() {
        Regions.open(DECLARATION, "declaration", RegionKind.DECLARATION, 0);
        SYSTEM.open(DECLARATION);
        ROOT.uptime();
        bootTicks = Time.ticks() - ROOT.uptimeTicks();
        Log.write(Log.line().append(Log.size() == 0 ? "the system starts" : "the supervisor was made anew"));
        for (int number = 1; number <= count(); number++) {
            if (!isSupervisor(number)) {
                resume(at(number));
            }
        }
    }

    private static void resume(Ward ward) {
        switch (Recovery.lifeOf(ward)) {
            case LAUNCHED -> goOn(ward);
            case FAILED -> Recovery.found(ward, "had failed when the supervisor did");
            case MADE, STOPPED -> Recovery.finish(ward);
            case ABSENT -> Recovery.startIfWanted(ward);
        }
    }

    private static void goOn(Ward ward) {
        ward.runs();
        if (ward.history.isDue()) {
            Recovery.follow(ward);
        }
    }

    /** The PCI function that a process was given, or {@link FunctionSetup#NO_FUNCTION}. */
    static int functionOf(Ward ward) {
        return ROOT.driven(ward.number) == SystemControl.Outcome.DONE ? ROOT.drivenFunction() : FunctionSetup.NO_FUNCTION;
    }

    static boolean isSupervisor(int number) {
        return SYSTEM.grants(number).find(GrantKind.DECLARATION) != GrantTable.NO_ROW;
    }

    /** Numbers run from 1 to this. */
    static int count() {
        return SYSTEM.processes();
    }

    /** Whether there is such a process to watch over. */
    static boolean isNumber(int number) {
        return number >= 1 && number <= count() && !isSupervisor(number);
    }

    /** The process of that number, 1 to {@link #count}. */
    static Ward at(int number) {
        return WARDS[number - 1];
    }

    static long ticksSinceBoot() {
        return Time.ticks() - bootTicks;
    }

    static long microseconds() {
        return ticksSinceBoot() / Time.ticksPerMicrosecond();
    }

    /** Starts whoever is due, and ends whoever gives no sign of life. */
    static void attend() {
        for (int number = 1; number <= count(); number++) {
            Ward ward = at(number);
            if (ward.isDue(Time.ticks())) {
                Recovery.again(ward);
            } else if (ward.isSilent()) {
                Recovery.silent(ward);
            }
        }
    }

    /** Until {@link #attend} has something to do: microseconds, at least 1; 0 if it never has. */
    static long microsecondsToNext() {
        long next = Long.MAX_VALUE;
        for (int number = 1; number <= count(); number++) {
            next = Math.min(next, at(number).next());
        }
        return next == Long.MAX_VALUE ? 0 : 1 + Math.max(0, next - Time.ticks()) / Time.ticksPerMicrosecond();
    }
}
