package peaberry.process;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.abi.ThreadState;
import peaberry.runtime.Text;

/** All programs that were started and have not ended, whoever started them: for whoever is to know of all, and may end any. */
@Interface(outcomes = ProgramTable.Outcome.class)
public interface ProgramTable {

    /** Programs are numbered 1 to this. */
    int MOST = 32_767;
    /** In place of the number of whoever started a program, if that is a process of the system's declaration. */
    int DECLARED = 0;

    /** The program with a number, or else the next one; {@link Outcome#NOT_FOUND} if there is none. */
    @Idempotent
    Program program(@Range(min = 1, max = MOST) int from);

    /** As {@link Spawner#signal}, of any program. */
    void signal(@Range(min = 1, max = MOST) int program, ProgramSignal signal, @Range(max = Spawner.MAX_STATUS) int status);

    /** The memory that programs, images and pipes are made from. */
    @Idempotent
    Room room();

    /**
     * @param number         by which all know it; another one may have it when this one has ended, after all others
     * @param starter        the number of the program that started it, or {@link #DECLARED}
     * @param stopped        somebody took its time away
     * @param processorTicks of processor time used
     * @param memoryBytes    of which objects were made, but for what it shares with others that run the same
     * @param name           the first of its arguments, as far as it has room here
     */
    record Program(@Range(min = 1, max = MOST) int number, @Range(max = MOST) int starter, boolean stopped, ThreadState state, long processorTicks,
            @Range(max = Long.MAX_VALUE) long memoryBytes, @Size(Spawner.MAX_NAME) Text name) {
    }

    /** Both in bytes. @param used of which objects were made */
    record Room(@Range(max = Long.MAX_VALUE) long total, @Range(max = Long.MAX_VALUE) long used) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no such program, or no further one. */
        NOT_FOUND
    }
}
