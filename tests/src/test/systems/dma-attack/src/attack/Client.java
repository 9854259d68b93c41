package attack;

import peaberry.abi.Outcome;
import peaberry.abi.Timeout;
import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Has a driver's device attack, and says what came of it. */
public final class Client {

    private static final AttackClient ATTACK = new AttackClient("attack");
    private static final WatchClient WATCH = new WatchClient("watch");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text LINE = new Text(300);

    /** How much memory the attacker has for DMA. */
    private static final long OWN = 8192;
    /** Who was not started does not answer. */
    private static final Timeout PATIENCE = Timeout.of(2_000_000);
    /** Where the kernel is loaded. */
    private static final long KERNEL = 0x10_0000;
    /** Behind the memory of any machine that this runs on. */
    private static final long NOWHERE = 0x7F_FFFF_F000L;

    /** More than a driver may fail within a second. */
    private static final int ENOUGH = 10;

    private static int faults;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        ATTACK.setPatience(PATIENCE);
        WATCH.setPatience(PATIENCE);
        if (ATTACK.where() == Outcome.DONE && WATCH.where() == Outcome.DONE) {
            attackBystander(WATCH.whereResult());
        } else {
            CONSOLE.printLine(LINE.clear().append("nobody answers")).flush();
            tellLog();
        }
        SYSTEM.shutdown(0);
    }

    /** Where nothing confines the device that is enough: what else it could write would end the system. */
    private static void attackBystander(long address) {
        SYSTEM.find(LINE.clear().append("attacker"));
        SYSTEM.driven(SYSTEM.findResult());
        boolean confined = SYSTEM.drivenConfined();
        CONSOLE.printLine(LINE.append(confined ? " is confined" : " is NOT confined")).flush();
        work();
        say("writes where the bystander has its memory", ATTACK.store(address));
        if (confined) {
            attackOthers();
        }
    }

    private static void attackOthers() {
        ATTACK.where();
        say("writes behind its own memory", ATTACK.store(ATTACK.whereResult() + OWN));
        work();
        say("writes to the kernel", ATTACK.store(KERNEL));
        say("reads the kernel", ATTACK.fetch(KERNEL));
        say("reads where there is nothing", ATTACK.fetch(NOWHERE));
        say("forges interrupts", ATTACK.forge());
        work();
        WATCH.interrupts();
        CONSOLE.printLine(LINE.clear().append(WATCH.interruptsResult() > 0 ? "the bystander was interrupted" : "the bystander was not interrupted")).flush();
        tellDeaths();
        goOn();
    }

    /** Until nobody is there any more to be told. */
    private static void goOn() {
        Outcome outcome = Outcome.DONE;
        for (int attacks = 0; attacks < ENOUGH && outcome != Outcome.UNREACHABLE; attacks++) {
            outcome = ATTACK.store(KERNEL);
        }
        say("goes on", outcome);
    }

    private static void work() {
        CONSOLE.printLine(LINE.clear().append("works: ").append(ATTACK.work() == Outcome.DONE && ATTACK.workResult() ? "right" : "WRONG")).flush();
    }

    private static void say(String what, Outcome outcome) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(outcome.name())).flush();
        tellFaults();
        if (WATCH.isUnchanged() != Outcome.DONE || !WATCH.isUnchangedResult()) {
            CONSOLE.printLine(LINE.clear().append("  the bystander's memory is CHANGED")).flush();
        }
    }

    private static void tellFaults() {
        while (SUPERVISION.fault(faults) == Supervision.Outcome.DONE) {
            CONSOLE.printLine(LINE.clear().append("  ").append(SUPERVISION.faultName()).append(": ").append(SUPERVISION.faultText())).flush();
            faults++;
        }
    }

    private static void tellLog() {
        for (int line = 0; SUPERVISION.log(line) == Supervision.Outcome.DONE; line++) {
            CONSOLE.printLine(LINE.clear().append(SUPERVISION.logText())).flush();
        }
    }

    private static void tellDeaths() {
        for (int number = 0; SYSTEM.process(number) == SystemControl.Outcome.DONE; number++) {
            if (SYSTEM.processRestarts() != 0 || SYSTEM.processStopped()) {
                CONSOLE.printLine(LINE.clear().append(SYSTEM.processName()).append(" was made anew ").decimal(SYSTEM.processRestarts()).append(" times")).flush();
            }
        }
    }
}
