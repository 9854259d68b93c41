package peaberry.sh.run;

import peaberry.sh.system.Child;

/** Stands for a process that could not be started. */
record Ended(int status, int number) implements Child {

    /** Numbers that no process has. */
    private static int lastNumber = Integer.MAX_VALUE;

    Ended(int status) {
        this(status, lastNumber--);
    }

    @Override
    public int await() {
        return status;
    }

    @Override
    public boolean hasEnded() {
        return true;
    }
}
