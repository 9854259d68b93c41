package peaberry.virtioblock;

import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/** Who waits for a job of the device, and where what it reads is to go. */
final class Job {

    private final int number;
    private Caller caller = new Caller(0);
    private Window window = Window.at(0);
    private long offset;
    private int bytes;
    private boolean underWay;

    /** @param number at the device */
    Job(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** A job that reads nothing begins. */
    void begin(Caller who) {
        begin(who, Window.at(0), 0, 0);
    }

    /** A job begins that reads. @param to where it goes, from {@code at} on */
    void begin(Caller who, Window to, long at, int count) {
        caller = who;
        window = to;
        offset = at;
        bytes = count;
        underWay = true;
    }

    Window window() {
        return window;
    }

    long offset() {
        return offset;
    }

    /** How many bytes it reads. */
    int bytes() {
        return bytes;
    }

    /** It is over. @return who is to be answered */
    Caller end() {
        underWay = false;
        return caller;
    }
}
