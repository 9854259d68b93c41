package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.runtime.Text;

/** What the running case has found out. The first thing that is not as it must be counts; the case goes on to its end. */
final class Check {

    private static final Text FINDING = new Text(300);

    private static boolean failed;
    private static boolean applicable;

    private Check() {
    }

    /** A new case begins. */
    static void begin() {
        failed = false;
        applicable = true;
        FINDING.clear();
    }

    /** Whether nothing was wrong so far. */
    static boolean passed() {
        return !failed;
    }

    /** Whether this machine has what the case needs. */
    static boolean isApplicable() {
        return applicable;
    }

    /** What was wrong, or missing. */
    static Text finding() {
        return FINDING;
    }

    /** This machine lacks what the case needs. */
    static void notApplicable(String why) {
        if (!failed && applicable) {
            applicable = false;
            FINDING.append(why);
        }
    }

    static void that(boolean condition, String what) {
        if (!condition && fail(what)) {
            FINDING.append(" is not so");
        }
    }

    static void equal(long expected, long got, String what) {
        if (expected != got && fail(what)) {
            FINDING.append(": expected ").decimal(expected).append(", got ").decimal(got);
        }
    }

    static void error(KernelError expected, KernelError got, String what) {
        if (expected != got && fail(what)) {
            FINDING.append(": expected ").append(expected.name()).append(", got ").append(got.name());
        }
    }

    /** What an actor is doing. */
    static void state(ThreadState expected, Actor actor, String what) {
        ThreadState got = actor.state();
        if (expected != got && fail(what)) {
            FINDING.append(": expected ").append(expected.name()).append(", got ").append(got.name());
        }
    }

    /** The operation worked. */
    static void done(KernelError got, String what) {
        error(KernelError.NONE, got, what);
    }

    /** Records the first failure. @return whether this is it */
    private static boolean fail(String what) {
        if (failed) {
            return false;
        }
        failed = true;
        FINDING.clear().append(what);
        return true;
    }
}
