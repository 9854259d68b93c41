package copying;

import peaberry.driver.DriverControlClient;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** A driver that dies and comes back. */
final class Victim {

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final int MAX_NAME = 16;

    private final Text name;
    private final DriverControlClient control;
    private long before;

    /** @param name of the process, and of its control in the declaration */
    Victim(String name) {
        this.name = new Text(MAX_NAME).append(name);
        control = new DriverControlClient(name);
    }

    /** Has it destroyed, whatever it does; it is made anew at once. */
    void kill() {
        SUPERVISION.kill(number());
    }

    /** Has it fail, which is no reason to give it up. */
    void crash() {
        SUPERVISION.expectCrash(number());
        control.crash();
    }

    /** Counts from now on. */
    void count() {
        before = restarts();
    }

    /** How often it was made anew since. */
    long counted() {
        return restarts() - before;
    }

    private static long restarts(int number) {
        SYSTEM.process(number);
        return SYSTEM.processRestarts();
    }

    private long restarts() {
        return restarts(number());
    }

    private int number() {
        SYSTEM.find(name);
        return SYSTEM.findResult();
    }
}
