package peaberry.processes;

import peaberry.process.ProcessGroupServer;
import peaberry.process.Spawner;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;

/** What those do who were given the control of a group of processes. Who speaks is known by a number that is made of the client's and the group's. */
final class GroupRequests extends ProcessGroupServer {

    /** The interface's place among those that the server serves. */
    private static final int GROUPS = 3;

    private final Children children;
    private final SpawnRequests requests;

    GroupRequests(Children children, SpawnRequests requests) {
        this.children = children;
        this.requests = requests;
    }

    /** The badge of who may control a group of a client's. @param epoch the client's */
    static long badge(int client, int group, int epoch) {
        return Badges.derived(1 + client * Spawner.GROUPS + group, GROUPS, epoch);
    }

    private int owner() {
        return (client() - 1) / Spawner.GROUPS;
    }

    private int group() {
        return (client() - 1) % Spawner.GROUPS;
    }

    /** Whoever was given the control by a client that is no more, or has begun anew, controls nothing. */
    @Override
    protected boolean isClient() {
        return owner() < Numbers.CLIENTS && children.groupEpoch(owner()) == epoch()
                && (owner() < Numbers.FIRST_CHILD || children.isCurrent(owner(), epoch()));
    }

    @Override
    protected Answer interrupt() {
        requests.interrupt(owner(), group());
        return answerInterrupt();
    }

    @Override
    protected Answer stop() {
        requests.stop(owner(), group());
        return answerStop();
    }

    @Override
    protected Answer resume() {
        requests.resume(owner(), group());
        return answerResume();
    }
}
