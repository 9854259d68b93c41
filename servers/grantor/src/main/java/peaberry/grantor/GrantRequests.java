package peaberry.grantor;

import peaberry.grant.Administration;
import peaberry.grant.Administration.Outcome;
import peaberry.grant.AdministrationServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/** What those ask who are logged in. */
final class GrantRequests extends AdministrationServer {

    private final OpenSessions sessions;
    private final Powers powers;
    private final GrantLog log;
    private final Text name = new Text(Administration.MAX_NAME);

    GrantRequests(OpenSessions sessions, Powers powers, GrantLog log) {
        this.sessions = sessions;
        this.powers = powers;
        this.log = log;
    }

    /** Whoever has a capability of a session that is over is nobody. */
    @Override
    protected boolean isClient() {
        return sessions.isOpen(client(), epoch());
    }

    @Override
    protected Answer name(int wanted) {
        int left = wanted;
        for (int index = 0; index < powers.count(); index++) {
            if (powers.name(index, name) && left-- == 0) {
                return answerName(name, sessions.may(client(), name), sessions.has(client(), index));
            }
        }
        return refuse(Outcome.NOT_FOUND);
    }

    @Override
    protected Answer grant(Text wanted) {
        int index = powers.find(wanted);
        if (index == Powers.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (!sessions.may(client(), wanted)) {
            log.note(sessions.person(client()), "was refused", wanted);
            return refuse(Outcome.REFUSED);
        }
        if (!log.note(sessions.person(client()), "granted", wanted)) {
            return refuse(Outcome.NOT_LOGGED);
        }
        takeBack(client(), index);
        Capability made = powers.make(OpenSessions.row(client()), index);
        if (made.isNone()) {
            log.note(sessions.person(client()), "did not get", wanted);
            return refuse(Outcome.NOT_THERE);
        }
        sessions.setHas(client(), index, true);
        return answerGrant(made);
    }

    @Override
    protected Answer giveBack(Text unwanted) {
        int index = powers.find(unwanted);
        if (index == Powers.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (sessions.has(client(), index)) {
            takeBack(client(), index);
            log.note(sessions.person(client()), "gave back", unwanted);
        }
        return answerGiveBack();
    }

    private void takeBack(int session, int index) {
        if (sessions.has(session, index)) {
            powers.takeBack(OpenSessions.row(session), index);
            sessions.setHas(session, index, false);
        }
    }

    /** Takes back all that was granted in a session. */
    void takeBackAll(int session) {
        for (int index = 0; index < powers.count(); index++) {
            takeBack(session, index);
        }
    }
}
