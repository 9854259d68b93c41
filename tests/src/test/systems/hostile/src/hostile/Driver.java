package hostile;

import hostile.Deeds.Forgery;
import hostile.Deeds.Lie;
import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.runtime.Answer;
import peaberry.runtime.CNode;
import peaberry.runtime.Caller;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.Server;
import peaberry.runtime.SystemCalls;

/** A driver that does as it is told, which is nothing good. */
public final class Driver extends DeedsServer {

    private static final FalseClock CLOCK = new FalseClock();
    private static final Server SERVER =
            new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, new Driver(), CLOCK);
    private static final Timeout PATIENCE = Timeout.of(1_000);
    private static final long OTHER_BADGE = 0x1_0001;

    private Driver() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        Raving.open();
        SERVER.run();
    }

    @Override
    protected Answer lie(Lie lie) {
        CLOCK.lie = lie;
        return answerLie();
    }

    @Override
    protected Answer die() {
        throw new IllegalStateException("as it was told");
    }

    @Override
    protected Answer hang() {
        for (;;) {
            SystemCalls.nothing();
        }
    }

    @Override
    protected Answer answerOldCallers() {
        Caller present = keep();
        for (int reply = 0; reply < ProgramSlots.MAX_REPLIES; reply++) {
            if (reply != present.number()) {
                FalseClock.answer(reply);
            }
        }
        answerAnswerOldCallers(present);
        return Answer.NONE;
    }

    @Override
    protected Answer forge(Forgery forgery) {
        CNode table = table();
        int free = Grants.firstFreeSlot();
        table.delete(free);
        if (forgery == Forgery.CLOCK_BADGE) {
            return answerForge(table.mint(free, table, Grants.find("clock").slot(), Rights.ALL, OTHER_BADGE));
        }
        KernelError error = table.mint(free, table, ProgramSlots.SERVICE, Rights.ALL, OTHER_BADGE);
        return answerForge(error == KernelError.NONE ? Message.errorOf(SystemCalls.call(Capability.at(free), Tag.of(0, 0), PATIENCE)) : error);
    }

    @Override
    protected Answer hoard() {
        Hoarder.hoard(table());
        return answerHoard(Hoarder.frames, Hoarder.error, Hoarder.slots, Hoarder.slotError);
    }

    @Override
    protected Answer rave(long seed, int calls) {
        Raving.rave(seed, calls);
        return answerRave();
    }

    @Override
    protected Answer raved() {
        return answerRaved(Raving.made());
    }

    private static CNode table() {
        return CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
    }
}
