package peaberry.session;

import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControlClient;

/** Has the program {@code login} make one attempt, and hears what comes of it. It has the folder of accounts, and no other files; what it is told is believed when it came to its end. */
final class LoginAttempt {

    /** What came of it. */
    enum Result {
        /** Somebody is who she says she is: {@link #person}. */
        ACCEPTED,
        /** Name or password was wrong: {@link #name}. */
        REFUSED,
        /** Nobody wants to log in. */
        ENDED,
        /** The program failed. */
        FAILED
    }

    private static final String LOGIN = "login";
    private static final String VERDICT = "verdict";
    private static final String PEOPLE = "people";
    private static final String ENTROPY = "entropy";
    private static final int PIPE = 0;
    /** By which it gives the folder of accounts. */
    private static final int GIFT = 1;
    /** log2 of the bytes that the program's heap is made from: 7 MiB are for the hash alone. */
    private static final int OBJECT_BITS = 24;
    private static final int MAX_SAID = 1024;
    private static final int FIELD = 1;
    /** The status if there is none. */
    private static final int FAILED = 1;

    final Person person = new Person();
    final Text name = new Text(64);

    private final SpawnerClient processes;
    private final TerminalControlClient terminal;
    private final Started program;
    private final Folders folders;
    private final ByteStreamClient verdict = new ByteStreamClient(Capability.NONE);
    private final Text said = new Text(MAX_SAID);
    private final Text kind = new Text(16);
    private final byte[] bytes = new byte[MAX_SAID];
    private CNode table = CNode.at(Capability.NONE.slot());
    private Capability end = Capability.NONE;

    LoginAttempt(SpawnerClient processes, TerminalControlClient terminal, Started program, Folders folders) {
        this.processes = processes;
        this.terminal = terminal;
        this.program = program;
        this.folders = folders;
    }

    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        end = Capability.at(OwnPages.takeSlots(1));
        verdict.connect(end);
    }

    Result run() {
        terminal.setMode(Mode.KEYS); // what is typed is shown by nobody but the program
        boolean hasPipe = processes.makePipe(PIPE) == Outcome.DONE;
        program.begin(LOGIN, program.environment(), OBJECT_BITS);
        if (folders.giveAccounts(GIFT, program.place())) {
            program.grantPlace(PEOPLE);
        }
        if (!Grants.find(ENTROPY).isNone()) {
            program.grant(ENTROPY, Grants.find(ENTROPY));
        }
        if (hasPipe) {
            program.grantPipe(VERDICT, PIPE, PipeEnd.WRITE);
        }
        program.start();
        processes.closePipe(PIPE, PipeEnd.WRITE);
        program.await();
        folders.takeBack(GIFT);
        hear();
        processes.dropPipe(PIPE);
        return judge();
    }

    /** Reads what the program said, to the end: it is no more, so that is there. */
    private void hear() {
        said.clear();
        table.delete(end.slot());
        boolean isMore = processes.openPipe(PIPE, PipeEnd.READ, end) == Outcome.DONE;
        while (isMore) {
            ByteStream.Outcome outcome = verdict.read(MAX_SAID, OwnBuffer.lend(MAX_SAID, Rights.WRITE), 0);
            OwnBuffer.takeBack();
            isMore = outcome == ByteStream.Outcome.DONE;
            int count = isMore ? verdict.readResult() : 0;
            OwnBuffer.get(bytes, 0, count);
            for (int i = 0; i < count; i++) {
                said.appendByte(bytes[i]);
            }
        }
    }

    private Result judge() {
        name.clear();
        if (said.isTruncated() || !Person.row(said, 0, kind)) {
            return Result.FAILED;
        }
        if (kind.is("refused") && Person.row(said, FIELD, name)) {
            return Result.REFUSED;
        }
        if (kind.is("ended")) {
            return Result.ENDED;
        }
        return kind.is("accepted") && program.isOver() && program.status(FAILED) == 0 && person.read(said) ? Result.ACCEPTED : Result.FAILED;
    }
}
