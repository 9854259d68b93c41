package peaberry.grantor;

import peaberry.abi.CapabilityType;
import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.grant.Sessions.Outcome;
import peaberry.grant.SessionsServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Slot;
import peaberry.runtime.Text;

/** What those say who let people log in. */
final class SessionRequests extends SessionsServer {

    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private final OpenSessions sessions;
    private final Powers powers;
    private final GrantLog log;
    private final GrantRequests grants;
    private final Text nothing = new Text(1);
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;

    SessionRequests(OpenSessions sessions, Powers powers, GrantLog log, GrantRequests grants) {
        this.sessions = sessions;
        this.powers = powers;
        this.log = log;
        this.grants = grants;
    }

    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        slot = OwnPages.takeSlots(1);
    }

    @Override
    protected Answer setFiles(Capability people, Capability file) {
        if (!Slot.holds(table, people.slot(), CapabilityType.ENDPOINT) || !Slot.holds(table, file.slot(), CapabilityType.ENDPOINT)) {
            return Answer.INVALID;
        }
        powers.setPeople(people);
        log.setFile(file);
        return answerSetFiles();
    }

    @Override
    protected Answer open(int number, Text person, Text may) {
        end(number);
        int session = sessions.open(client(), number, person, may);
        if (session == OpenSessions.NOBODY) {
            return refuse(Outcome.NO_ROOM);
        }
        table.delete(slot);
        Capability service = Grants.find(GrantKind.OWN_SERVICE, "service");
        if (table.mint(slot, table, service.slot(), SEND, Badges.derived(session, Grantor.GRANTS, sessions.epoch(session))) != KernelError.NONE) {
            sessions.close(session);
            return refuse(Outcome.NO_ROOM);
        }
        log.note(person, "logged in", nothing);
        return answerOpen(Capability.at(slot));
    }

    @Override
    protected Answer close(int number) {
        end(number);
        return answerClose();
    }

    private void end(int number) {
        int session = sessions.find(client(), number);
        if (session != OpenSessions.NOBODY) {
            grants.takeBackAll(session);
            log.note(sessions.person(session), "logged out", nothing);
            sessions.close(session);
        }
    }
}
