package peaberry.administration;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.SystemControl;
import peaberry.system.Tracing.Outcome;
import peaberry.system.TracingClient;
import peaberry.system.TracingNames;

/** {@code trace [-n COUNT] PROCESS SERVICE}: shows messages between a declared process and a server of it, until it is ended or has shown so many. */
final class Trace implements Command {

    private static final String COUNT = "-n";
    private static final int MOST_DIGITS = 9;
    /** Milliseconds between two looks. */
    private static final long PAUSE = 20;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        boolean isLimited = !operands.isEmpty() && operands.getFirst().startsWith(COUNT);
        List<String> names = operands;
        long left = Long.MAX_VALUE;
        if (isLimited) {
            boolean isApart = operands.getFirst().equals(COUNT);
            left = count(!isApart ? operands.getFirst().substring(COUNT.length()) : operands.size() > 1 ? operands.get(1) : "");
            names = operands.subList(isApart ? 2 : 1, operands.size());
        }
        if (names.size() < 2) {
            throw new RefusedException((names.isEmpty() ? "a process" : "the name under which " + names.getFirst() + " uses a service") + " is missing");
        }
        Services.atMost(names, 2);
        TracingClient tracing = Services.tracing();
        begin(tracing, names.getFirst(), names.get(1));
        show(tracing, names.getFirst() + " -> " + Services.string(tracing.beginServer()) + "  ", left, out);
        return 0;
    }

    private static long count(String text) throws RefusedException {
        boolean isCount = !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(each -> each >= '0' && each <= '9') && Long.parseLong(text) > 0;
        if (!isCount) {
            throw new RefusedException("behind " + COUNT + " is a number of messages, from 1 on");
        }
        return Long.parseLong(text);
    }

    private static void begin(TracingClient tracing, String process, String service) throws RefusedException {
        Outcome outcome = tracing.begin(text(process), text(service));
        String problem = switch (outcome) {
            case DONE -> "";
            case NO_PROCESS -> "there is no process " + process + "; try ps";
            case NOT_DECLARED -> "the system's declaration does not let " + process + " be traced";
            case NOT_USED -> process + " uses nothing by the name of " + service + "; try caps " + process;
            case OF_ROOT -> "it is root that serves " + service + ", and root cannot be traced";
            case BUSY -> "there is a trace already; one has to be over before the next";
            case INVALID, SERVER_RESTARTED, UNREACHABLE, NOTHING, OVER, FAILED -> "it could not be begun";
        };
        if (!problem.isEmpty()) {
            throw new RefusedException(problem);
        }
    }

    /** A name that is too long is that of no process and service. */
    private static Text text(String name) {
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= SystemControl.MAX_NAME;
        return new Text(SystemControl.MAX_NAME).append(fits ? name : "");
    }

    private static void show(TracingClient tracing, String way, long count, PrintStream out) throws RefusedException {
        int trace = tracing.beginTrace();
        long left = count;
        while (left > 0 && !out.checkError()) {
            Outcome outcome = tracing.next(trace);
            if (outcome == Outcome.DONE) {
                if (tracing.nextLost() > 0) {
                    out.println("(" + tracing.nextLost() + " messages came too fast to be kept)");
                }
                out.println(line(tracing, way));
                left--;
            } else if (outcome == Outcome.NOTHING) {
                pause();
            } else {
                throw new RefusedException(outcome == Outcome.OVER ? "the trace is over: nobody read it for too long, or the tracer was made anew" : "the trace is over: the tracer cannot be reached any more");
            }
        }
        tracing.end(trace);
    }

    private static String line(TracingClient exchange, String way) {
        Signature method = Signature.of(TracingNames.of(exchange.nextLabel()), exchange.nextLabel(), exchange.nextRequestWords());
        long[] request = {exchange.nextFirst(), exchange.nextSecond(), exchange.nextThird(), exchange.nextFourth(), exchange.nextFifth(), exchange.nextSixth()};
        long[] answer = {exchange.nextAnswerFirst(), exchange.nextAnswerSecond(), exchange.nextAnswerThird(), exchange.nextAnswerFourth()};
        String result = exchange.nextFailed() ? Signature.failure(exchange.nextAnswerLabel()) : method.answer(exchange.nextAnswerLabel(), answer);
        return milliseconds(exchange.nextTicks()) + " " + way + method.request(request) + " = " + result + "  " + milliseconds(exchange.nextTook()) + " ms";
    }

    private static String milliseconds(long ticks) {
        return Row.thousandths(ticks / Time.ticksPerMicrosecond());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted); // no other thread is there to interrupt this one
        }
    }
}
