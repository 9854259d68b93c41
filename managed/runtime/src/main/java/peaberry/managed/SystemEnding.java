package peaberry.managed;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** With the process ends the system, if it may: the machine is switched off, and its status is the process's. Else the process faults. */
final class SystemEnding implements Ending {

    private static final String SYSTEM = "system";
    private static final int BYTE = 0xFF;

    @Override
    public void end(int status) {
        new SystemControlClient(SYSTEM).shutdown(Math.min(status & BYTE, SystemControl.MAX_STATUS));
        abort();
    }

    @Import(name = "abort")
    @Unmanaged
    private static native void abort();
}
