package peaberry.posix;

import java.io.IOException;
import peaberry.abi.GrantKind;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.sh.system.Pipe;
import peaberry.stream.ByteStreamClient;

/** The pipes that the process has made: each has a number until both of its ends are closed. */
final class Pipes {

    private final SpawnerClient spawner;
    private final int[] ends = new int[Spawner.PIPES];
    private final int[] slots = new int[Spawner.PIPES * PipeEnd.values().length];

    Pipes(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    Pipe make() throws IOException {
        for (int number = 0; number < Spawner.PIPES; number++) {
            if (ends[number] == 0) {
                Outcome outcome = spawner.makePipe(number);
                if (outcome != Outcome.DONE) {
                    throw new IOException("there is no room for a pipe: " + outcome);
                }
                ends[number] = PipeEnd.values().length;
                return new Pipe(new PipeChannel(this, number, PipeEnd.READ), new PipeChannel(this, number, PipeEnd.WRITE));
            }
        }
        throw new IOException("too many pipes");
    }

    /** The process has an end itself from now on. */
    ByteStreamClient open(int number, PipeEnd end) throws IOException {
        int at = number * PipeEnd.values().length + end.ordinal();
        if (slots[at] == 0) {
            slots[at] = OwnPages.takeSlots(1);
        }
        Capability place = Capability.at(slots[at]);
        CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot()).delete(place.slot());
        Outcome outcome = spawner.openPipe(number, end, place);
        if (outcome != Outcome.DONE) {
            throw new IOException("a pipe cannot be opened: " + outcome);
        }
        return new ByteStreamClient(place);
    }

    /** An end is closed. */
    void close(int number, PipeEnd end) {
        spawner.closePipe(number, end);
        ends[number]--;
        if (ends[number] == 0) {
            spawner.dropPipe(number);
        }
    }
}
