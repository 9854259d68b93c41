package peaberry.tracer;

import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Traces;
import peaberry.system.Tracing.Outcome;
import peaberry.system.TracingServer;

/** What those ask who want to see messages. */
final class TracingRequests extends TracingServer {

    private final Standing standing;
    private final Ring ring;

    TracingRequests(Standing standing, Ring ring) {
        this.standing = standing;
        this.ring = ring;
    }

    @Override
    protected Answer begin(Text client, Text service) {
        standing.endIfUnread(Time.ticks());
        if (standing.isOn()) {
            return refuse(Outcome.BUSY);
        }
        Traces.Outcome outcome = standing.begin(client, service);
        ring.clear();
        return outcome == Traces.Outcome.DONE ? answerBegin(standing.number(), standing.serverName()) : refuse(reason(outcome));
    }

    private static Outcome reason(Traces.Outcome outcome) {
        return switch (outcome) {
            case NOT_FOUND -> Outcome.NO_PROCESS;
            case NOT_DECLARED -> Outcome.NOT_DECLARED;
            case NOT_USED -> Outcome.NOT_USED;
            case OF_ROOT -> Outcome.OF_ROOT;
            case BUSY -> Outcome.BUSY;
            case DONE, INVALID, SERVER_RESTARTED, UNREACHABLE, FAILED -> Outcome.FAILED;
        };
    }

    @Override
    protected Answer next(int trace) {
        if (trace != standing.number()) {
            return refuse(Outcome.OVER);
        }
        standing.read();
        if (ring.isEmpty()) {
            return refuse(standing.isOn() ? Outcome.NOTHING : Outcome.OVER);
        }
        Answer answer = first();
        ring.remove();
        return answer;
    }

    private Answer first() {
        Tag request = ring.request();
        Tag answer = ring.answer();
        return answerNext(ring.lostBefore(), ring.at(), ring.took(), request.label(), request.length(), ring.requestWord(0), ring.requestWord(1), ring.requestWord(2), ring.requestWord(3),
                ring.requestWord(4), ring.requestWord(5), answer.failed(), answer.label(), answer.length(), ring.answerWord(0), ring.answerWord(1), ring.answerWord(2), ring.answerWord(3));
    }

    @Override
    protected Answer end(int trace) {
        if (trace != standing.number() || !standing.isOn()) {
            return refuse(Outcome.OVER);
        }
        standing.end();
        return answerEnd();
    }
}
