package peaberry.supervisor;

import peaberry.runtime.Time;
import peaberry.system.Injection;
import peaberry.system.ProcessControl.Outcome;

/**
 * A change of a process's code that is made when the process comes to it. Until then the instruction there is one that only the kernel may run: it
 * traps, and the supervisor, whom faults are told, puts the changed code there and lets the process go on.
 */
final class Plant {

    /** HLT: one byte, and a fault at its own address (Intel SDM, volume 2A, "HLT"). */
    private static final byte TRAP = (byte) 0xF4;
    private static final int NOBODY = 0;

    private static final byte[] CHANGE = new byte[Injection.MAX_CHANGE];
    private static final byte[] FIRST = new byte[1];
    private static int length;
    private static int process = NOBODY;
    private static long address;
    private static boolean reached;
    private static long reachedAt;

    private Plant() {
    }

    /** Plants a change, in place of one that was not reached. @return whether the process has code there */
    static boolean set(int number, long place, byte[] bytes, int count) {
        remove();
        if (count == 0 || Recovery.ROOT.read(number, place, 1) != Outcome.DONE || Recovery.ROOT.readResultCount() != 1) {
            return false;
        }
        byte original = Recovery.ROOT.readResult()[0];
        FIRST[0] = TRAP;
        if (Recovery.ROOT.write(number, place, FIRST, 1) != Outcome.DONE) {
            return false;
        }
        FIRST[0] = original;
        for (int i = 0; i < count; i++) {
            CHANGE[i] = bytes[i];
        }
        length = count;
        process = number;
        address = place;
        reached = false;
        return true;
    }

    /** Takes back a change that was not reached. */
    static void remove() {
        if (process != NOBODY) {
            Recovery.ROOT.write(process, address, FIRST, 1);
            process = NOBODY;
        }
    }

    /** A process that is destroyed takes its plant with it. */
    static void forget(int number) {
        if (process == number) {
            process = NOBODY;
        }
    }

    /** Deals with a fault that the plant made. @return whether it did, and the process goes on */
    static boolean isReached(int number, long place) {
        if (number != process || place != address) {
            return false;
        }
        process = NOBODY;
        reached = true;
        reachedAt = Time.ticks();
        return write(number) && Recovery.ROOT.resume(number) == Outcome.DONE;
    }

    /** A change may reach into the next page. */
    private static boolean write(int number) {
        for (int i = 0; i < length; i++) {
            FIRST[0] = CHANGE[i];
            if (Recovery.ROOT.write(number, address + i, FIRST, 1) != Outcome.DONE) {
                return false;
            }
        }
        return true;
    }

    static boolean wasReached() {
        return reached;
    }

    /** Ticks of the clock. */
    static long reachedAt() {
        return reachedAt;
    }
}
