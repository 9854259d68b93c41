package peaberry.processes;

import peaberry.process.ProgramTable;
import peaberry.processes.Child.State;

/** By which numbers all know the children, whoever started them: in ascending order, so that one that has ended lately is not taken for another, and after the last number from 1 again. */
final class ProgramNumbers {

    private final Child[] all;
    private int last;
    /** Whether there may be some that have a number already which comes next. */
    private boolean hasComeRound;

    ProgramNumbers(Child[] all) {
        this.all = all;
    }

    /** The next number that none has. There are more numbers than children. */
    int next() {
        do {
            hasComeRound |= last == ProgramTable.MOST;
            last = last % ProgramTable.MOST + 1;
        } while (hasComeRound && isTaken(last));
        return last;
    }

    private boolean isTaken(int number) {
        boolean isTaken = false;
        for (Child child : all) {
            isTaken |= child.state != State.NONE && child.program == number;
        }
        return isTaken;
    }

    /** The child that is alive with this number; null if there is none. */
    Child find(int number) {
        Child found = from(number);
        return found == null || found.program != number ? null : found;
    }

    /** The child that is alive with the least number from this one on; null if there is none. */
    Child from(int number) {
        Child next = null;
        for (Child child : all) {
            if (child.isAlive() && child.program >= number && (next == null || child.program < next.program)) {
                next = child;
            }
        }
        return next;
    }
}
