package peaberry.process;

import peaberry.abi.Interface;

/** What a terminal does to the programs in front of it: the right to that alone, over the processes of one group, and all that these started. */
@Interface
public interface ProcessGroup {

    /** Ends them, with {@link Spawner#STATUS_INTERRUPTED}. */
    void interrupt();

    /** Takes their time away, whatever they do or wait for. What one does for another's call is done on that one's time. */
    void stop();

    /** Gives it back to those that were stopped. */
    void resume();
}
