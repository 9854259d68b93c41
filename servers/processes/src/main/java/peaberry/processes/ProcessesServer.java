package peaberry.processes;

import peaberry.abi.FaultKind;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.PatientServer;

/** The server's message loop: requests of clients, and what the kernel says of their children. */
final class ProcessesServer extends PatientServer {

    /** Each client may wait for a process, and each end of a pipe for the other one, and one more ask. */
    static final int CALLERS = Numbers.CLIENTS + Pipes.MOST_HOLDERS + 1;

    private final SpawnRequests requests;

    ProcessesServer(SpawnRequests requests, TableRequests table, StreamRequests streams, GroupRequests groups) {
        super(Capability.at(ProgramSlots.SERVICE), CALLERS, Own.TABLE, requests, table, streams, groups);
        this.requests = requests;
    }

    @Override
    protected Answer fault(long badge, Tag message) {
        return requests.fault(Badges.client(badge), FaultKind.of(message.label()), Message.word(0), Message.word(1));
    }
}
