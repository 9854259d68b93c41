package peaberry.files;

import peaberry.abi.ProgramSlots;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;

/** The server's message loop. When nobody wants anything for a while, the disk becomes what it is when it is not in use. */
final class FilesServer extends CapabilityServer {

    private static final long QUIET = 500_000;

    private final Volume volume;
    private final FileRequests requests;

    FilesServer(Volume volume, int callers, String table, FileRequests requests) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, callers, table, requests);
        this.volume = volume;
        this.requests = requests;
    }

    @Override
    protected long patience() {
        return volume.isInUse() ? QUIET : 0;
    }

    @Override
    protected void idle() {
        requests.settle();
    }
}
