package peaberry.root;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.system.SystemControl;
import peaberry.system.Traces.Outcome;
import peaberry.system.TracesServer;

/** What root does for who stands between a process and its server. */
final class TraceRequests extends TracesServer {

    private static final int ROOT = 0;

    private final Text name = new Text(SystemControl.MAX_NAME);

    @Override
    protected Answer begin(Text client, Text service) {
        int traced = Processes.find(client);
        if (traced == ROOT) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (!mayStandBefore(client(), traced)) {
            return refuse(Outcome.NOT_DECLARED);
        }
        if (Trace.isOn()) {
            return refuse(Outcome.BUSY);
        }
        GrantTable grants = Processes.at(traced).grants();
        int row = find(grants, service);
        if (row == GrantTable.NO_ROW) {
            return refuse(Outcome.NOT_USED);
        }
        int server = (int) grants.first(row);
        if (server == ROOT) {
            return refuse(Outcome.OF_ROOT);
        }
        if (Trace.begin(client(), traced, grants.slot(row), server, (int) grants.second(row)) != KernelError.NONE) {
            Trace.end();
            return refuse(Outcome.FAILED);
        }
        return answerBegin(Trace.number(), Trace.original(), name.clear().append(Processes.at(server).name));
    }

    private static boolean mayStandBefore(int between, int client) {
        GrantTable grants = Processes.at(between).grants();
        for (int row = 0; row < grants.rows(); row++) {
            if (grants.kind(row) == GrantKind.TRACED && grants.first(row) == client) {
                return true;
            }
        }
        return false;
    }

    private int find(GrantTable grants, Text service) {
        for (int row = 0; row < grants.rows(); row++) {
            if (grants.kind(row) == GrantKind.CLIENT && Purposes.appendName(grants, row, name.clear()).sameAs(service)) {
                return row;
            }
        }
        return GrantTable.NO_ROW;
    }

    @Override
    protected Answer end() {
        Trace.endOf(client());
        return answerEnd();
    }
}
