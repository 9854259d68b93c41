package peaberry.faults;

import peaberry.faults.Tally.Count;
import peaberry.faults.code.FaultType;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Injection;

/**
 * Injects one fault after another into a driver whose clients do not stop asking, looks at what comes of each, and has the driver made anew.
 *
 * <p>A fault waits in the code until the driver comes there; what it does not come to within some requests is taken back. Then so many
 * more are made that what the fault does is seen. Changed data counts as activated only if something came of it.
 */
final class Campaign {

    private static final int REQUESTS_TO_REACH = 4;
    private static final int REQUESTS_TO_SEE = 4;
    /** While the driver is made anew, with waits in between that grow. */
    private static final int REQUESTS_TO_RECOVER = 16;

    private final Plan plan = new Plan();
    private final Tally tally = new Tally();
    private final Times times = new Times();
    private final Bystanders bystanders = new Bystanders();
    private final Text line = new Text(160);
    private final Text sentence = new Text(80);
    private final Subject subject;
    private Round round = new Round();
    private long number;
    private long victims;

    Campaign(Subject subject) {
        this.subject = subject;
    }

    /** What came of it all. */
    Tally tally() {
        return tally;
    }

    /** How long it took. */
    Times times() {
        return times;
    }

    /** How often other processes failed. */
    long victims() {
        return victims;
    }

    /** Injects faults. @param clients of the driver @return whether the driver was there and its clients were served when it began */
    boolean run(Round clients, long faults, long seed) {
        round = clients;
        plan.start(seed);
        bystanders.watch(subject.number());
        if (!round.prepare()) {
            return false;
        }
        for (number = 1; number <= faults; number++) {
            if (!plan.next(subject.code(), subject.dataBytes())) {
                return false;
            }
            inject();
        }
        return true;
    }

    private void inject() {
        FaultType type = plan.type();
        subject.expectFailure();
        long failures = subject.failures();
        round.begin();
        if (!place(type)) {
            return;
        }
        tally.add(type, Count.INJECTED, 1);
        if (type != FaultType.DATA && !isReached()) {
            subject.removePlant();
            return;
        }
        boolean served = true;
        for (int i = 0; i < REQUESTS_TO_SEE; i++) {
            served = round.request();
        }
        judge(type, failures, served);
    }

    private boolean place(FaultType type) {
        return type == FaultType.DATA
                ? subject.change(plan.offset(), plan.bytes(), plan.count())
                : subject.plant((int) plan.offset(), plan.bytes(), plan.count());
    }

    private boolean isReached() {
        for (int i = 0; i < REQUESTS_TO_REACH; i++) {
            round.request();
            if (subject.hasReachedPlant()) {
                return true;
            }
        }
        return false;
    }

    /** Looks at what came of it, and ends it. What the supervisor does not notice the clients report. @param served whether the last requests were */
    private void judge(FaultType type, long failures, boolean served) {
        boolean detected = subject.failures() > failures;
        boolean recovered = detected && awaitRecovery(served);
        if (recovered) {
            measure(type);
        }
        boolean reported = !detected && round.suffers() && subject.report() && awaitRecovery(false);
        boolean alive = subject.restart() && round.settle();
        boolean effective = detected || round.suffers() || !alive;
        tally.add(type, Count.ACTIVATED, one(type != FaultType.DATA || effective));
        tally.add(type, Count.EFFECTIVE, one(effective));
        tally.add(type, Count.DETECTED, one(detected));
        tally.add(type, Count.RECOVERED, one(recovered && alive));
        tally.add(type, Count.REPORTED, one(reported && alive));
        tally.add(type, Count.SILENT, one(effective && !detected && !reported && alive));
        tally.add(type, Count.DEAD, one(!alive));
        countRequests(type);
        if (detected && !recovered || !alive) {
            tell(sentence.clear().append("the driver did not come back by itself"));
        }
        if (round.wrongBehind() > 0) {
            tell(sentence.clear().append("a wrong sector got through"));
        }
        if (bystanders.haveSuffered()) {
            victims++;
            tell(bystanders.describe(sentence.clear().append("another process failed: ")));
        }
    }

    private void countRequests(FaultType type) {
        tally.add(type, Count.REPEATED, round.repeated());
        tally.add(type, Count.FAILED, round.ended(Ending.FAILED));
        tally.add(type, Count.UNANSWERED, round.ended(Ending.UNANSWERED));
        tally.add(type, Count.LOST, round.lost());
        tally.add(type, Count.DOUBLED, round.doubled());
        tally.add(type, Count.WRONG, round.wrong());
        tally.add(type, Count.WRONG_BEHIND, round.wrongBehind());
    }

    private static int one(boolean happened) {
        return happened ? 1 : 0;
    }

    private boolean awaitRecovery(boolean served) {
        boolean well = served;
        for (int i = 0; i < REQUESTS_TO_RECOVER && !(well && subject.runs()); i++) {
            well = round.request();
            subject.failures();
        }
        return well && subject.runs();
    }

    private void measure(FaultType type) {
        boolean hung = subject.detection() == Injection.Detection.SIGN_OF_LIFE || subject.detection() == Injection.Detection.BUDGET;
        long served = round.servedAfter(subject.failedAt());
        if (served != Load.NEVER) {
            times.addRecovery(type, hung, (served - subject.failedAt()) / Time.ticksPerMicrosecond());
        }
        if (hung && type == FaultType.STUCK_LOOP) {
            times.addDetection((subject.failedAt() - subject.reachedAt()) / Time.ticksPerMicrosecond());
        }
    }

    /** Names a fault of which came what must not. */
    private void tell(Text what) {
        line.clear().append("fault ").decimal(number).append(" (").append(plan.type().text()).append(" at ").hex(plan.offset()).append("): ").append(what);
        Report.CONSOLE.printLine(line).flush();
    }
}
