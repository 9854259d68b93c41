package peaberry.tty;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControl.Outcome;
import peaberry.stream.TerminalControlServer;

/** What the one decides whose terminal it is. */
final class ControlRequests extends TerminalControlServer {

    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private final TypeAhead ahead;
    private final Gifts gifts;
    private final StreamRequests streams;
    private final Foreground foreground;
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;

    ControlRequests(TypeAhead ahead, Gifts gifts, StreamRequests streams, Foreground foreground) {
        this.ahead = ahead;
        this.gifts = gifts;
        this.streams = streams;
        this.foreground = foreground;
    }

    /** @param table the program's own @param slot an empty one */
    void open(CNode table, int slot) {
        this.table = table;
        this.slot = slot;
    }

    @Override
    protected Answer setMode(Mode mode) {
        streams.setControlMode(mode);
        return answerSetMode();
    }

    @Override
    protected Answer give(int number) {
        end(number);
        int client = gifts.give(client(), number);
        if (client == Gifts.NOBODY) {
            return refuse(Outcome.NO_ROOM);
        }
        table.delete(slot);
        Capability service = Grants.find(GrantKind.OWN_SERVICE, "service");
        return table.mint(slot, table, service.slot(), SEND, Badges.derived(client, Tty.STREAMS, gifts.epoch(client))) == KernelError.NONE
                ? answerGive(Capability.at(slot)) : refuse(Outcome.NO_ROOM);
    }

    @Override
    protected Answer takeBack(int number) {
        end(number);
        return answerTakeBack();
    }

    @Override
    protected Answer setReader(int number) {
        streams.setReaders(client(), 1L << number);
        return answerSetReader();
    }

    @Override
    protected Answer setReaders(long numbers) {
        streams.setReaders(client(), numbers);
        return answerSetReaders();
    }

    @Override
    protected Answer takeInterrupt() {
        return answerTakeInterrupt(streams.takeInterrupt());
    }

    @Override
    protected Answer view() {
        return answerView(ahead.rows(), ahead.columns(), streams.isAtLineStart());
    }

    private void end(int number) {
        int client = gifts.find(client(), number);
        if (client != Gifts.NOBODY) {
            streams.end(client);
            gifts.takeBack(client);
        }
    }

    @Override
    protected Answer setForeground(Capability group) {
        streams.forgetInterrupt();
        return foreground.set(group) ? answerSetForeground() : Answer.INVALID;
    }

    @Override
    protected Answer clearForeground() {
        foreground.clear();
        return answerClearForeground();
    }
}
