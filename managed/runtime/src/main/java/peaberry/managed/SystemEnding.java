package peaberry.managed;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import peaberry.runtime.Grants;
import peaberry.runtime.Program;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** With the process ends the system, if it may switch the machine off, whose status is the process's. Else whoever hears of the process's faults is told. */
final class SystemEnding implements Ending {

    private static final String SYSTEM = "system";
    private static final int BYTE = 0xFF;

    @Override
    public void end(int status) {
        if (!Grants.find(SYSTEM).isNone()) {
            new SystemControlClient(SYSTEM).shutdown(Math.min(status & BYTE, SystemControl.MAX_STATUS));
        }
        Program.exit(status);
    }
}
