package peaberry.root;

import peaberry.system.SystemControl;
import peaberry.runtime.Text;

/** One entry of the fault log. */
final class FaultRecord {

    private static final Text NOBODY = new Text(0);

    /** Its name. */
    Text process = NOBODY;
    long serial;
    /** Since boot. */
    long ticks;
    long instructionPointer;
    /** How often the process had been restarted by then, this time included. */
    long restarts;
    /** What happened. */
    final Text text = new Text(SystemControl.MAX_TEXT - 3);
    /** Where; empty if the process did not fail by itself. */
    final Text place = new Text(SystemControl.MAX_TEXT - 3);
}
