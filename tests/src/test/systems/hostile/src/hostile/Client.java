package hostile;

import hostile.Deeds.Forgery;
import hostile.Deeds.Lie;
import peaberry.abi.Outcome;
import peaberry.abi.Timeout;
import peaberry.clock.Clock;
import peaberry.clock.ClockClient;
import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Has a driver do its worst, and says what the driver's client saw, what the supervisor wrote down, and whether anybody else was harmed. */
public final class Client {

    private static final DeedsClient DEEDS = new DeedsClient("deeds");
    private static final ClockClient LIES = new ClockClient("lies");
    private static final ClockClient CLOCK = new ClockClient("clock");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text NAME = new Text(SystemControl.MAX_NAME).append("hostile");
    private static final Text LINE = new Text(300);
    private static final Lie[] ALL = Lie.values();

    private static final Timeout PATIENCE = Timeout.of(200_000);
    private static final int RAVINGS = 40;
    private static final int CALLS = 2_000;
    private static final long SEED = 0x5EED_CAFE;

    private static int number;
    private static long faults;
    private static boolean isRaving;
    private static int ravingFaults;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        SYSTEM.find(NAME);
        number = SYSTEM.findResult();
        DEEDS.setPatience(PATIENCE);
        LIES.setPatience(PATIENCE);
        lies();
        renew();
        say("dies with a caller", expected() ? DEEDS.die() : Outcome.INVALID);
        say("answers it in its next life", DEEDS.answerOldCallers());
        clockIsRight();
        say("hangs", expected() ? DEEDS.hang() : Outcome.INVALID);
        forge("another badge", Forgery.CLOCK_BADGE);
        forge("its own endpoint", Forgery.OWN_ENDPOINT);
        renew();
        hoard();
        renew();
        hoard();
        rave();
        tellDeaths();
        SYSTEM.shutdown(0);
    }

    /** In each case the next answer is the right one, to the right question. */
    private static void lies() {
        for (Lie lie : ALL) {
            DEEDS.lie(lie);
            CONSOLE.print("lie ").print(lie.name()).print(": ").print(LIES.read().name()).print("\n");
            DEEDS.lie(Lie.NONE);
            clockIsRight();
            lookAround();
        }
    }

    /** Whether two answers that follow each other are those that the driver gave, each to its question. */
    private static void clockIsRight() {
        boolean first = LIES.read() == Clock.Outcome.DONE;
        int year = LIES.readYear();
        if (!first || LIES.read() != Clock.Outcome.DONE || LIES.readYear() != year + 1) {
            CONSOLE.printLine(LINE.clear().append("  an answer went ASTRAY"));
        }
    }

    private static void forge(String name, Forgery forgery) {
        Outcome outcome = DEEDS.forge(forgery);
        CONSOLE.printLine(LINE.clear().append("forges ").append(name).append(": ").append(outcome.name()).append(", ").append(DEEDS.forgeResult().name()));
        lookAround();
    }

    private static void hoard() {
        Outcome outcome = DEEDS.hoard();
        LINE.clear().append("hoards: ").append(outcome.name()).append(", ").decimal(DEEDS.hoardFrames()).append(" frames, ").append(DEEDS.hoardError().name());
        CONSOLE.printLine(LINE.append("; ").decimal(DEEDS.hoardSlots()).append(" slots, ").append(DEEDS.hoardSlotError().name()));
        lookAround();
    }

    private static void rave() {
        LINE.clear().append("raves: ").decimal(RAVINGS).append(" times, ").decimal(CALLS).append(" system calls each, seed ").hex(SEED);
        CONSOLE.printLine(LINE);
        isRaving = true;
        for (int raving = 0; raving < RAVINGS; raving++) {
            expected();
            DEEDS.rave(SEED + raving, CALLS);
            renew();
            lookAround();
        }
        DEEDS.raved();
        CONSOLE.printLine(LINE.clear().append("made ").decimal(DEEDS.ravedResult()).append(" of them and failed ").decimal(ravingFaults).append(" times"));
    }

    /** Whatever became of it, it begins anew. */
    private static void renew() {
        SUPERVISION.restart(number);
    }

    private static boolean expected() {
        return SUPERVISION.expectCrash(number) == Supervision.Outcome.DONE;
    }

    private static void say(String what, Outcome outcome) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(outcome.name()));
        lookAround();
    }

    /** What the supervisor wrote down since the last look, but for what was asked of it; and whether the others work. */
    private static void lookAround() {
        for (int index = 0; SUPERVISION.fault(index) == Supervision.Outcome.DONE; index++) {
            if (SUPERVISION.faultSerial() > faults) {
                faults = SUPERVISION.faultSerial();
                noteFault();
            }
        }
        if (CLOCK.read() != Clock.Outcome.DONE) {
            CONSOLE.printLine(LINE.clear().append("  the clock does NOT work"));
        }
        CONSOLE.flush();
    }

    /** How it fails while it raves is its own business. */
    private static void noteFault() {
        if (isRaving && SUPERVISION.faultName().sameAs(NAME)) {
            ravingFaults++;
        } else {
            tellFault();
        }
    }

    private static void tellFault() {
        LINE.clear().append("  ").append(SUPERVISION.faultName()).append(": ").append(SUPERVISION.faultText());
        if (SUPERVISION.faultPlace().length() > 0) {
            LINE.append(" at ").append(SUPERVISION.faultPlace());
        }
        CONSOLE.printLine(LINE);
    }

    private static void tellDeaths() {
        for (int each = 0; SYSTEM.process(each) == SystemControl.Outcome.DONE; each++) {
            if (SYSTEM.processRestarts() != 0 || SYSTEM.processStopped()) {
                LINE.clear().append(SYSTEM.processName()).append(SYSTEM.processStopped() ? " is STOPPED" : " was made anew");
                CONSOLE.printLine(LINE);
            }
        }
        CONSOLE.flush();
    }
}
