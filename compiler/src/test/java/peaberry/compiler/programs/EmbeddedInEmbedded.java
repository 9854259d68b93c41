package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** Embedded objects may embed others, and classes inherit them. */
final class EmbeddedInEmbedded {

    private static final class Counter {
        private long count = 3;

        long increment() {
            return ++count;
        }
    }

    private static class Statistics {
        byte flag = 1;
        @Embedded
        final Counter sent = new Counter();
        @Embedded
        final Counter received = new Counter();
    }

    private static class Port {
        @Embedded
        final Statistics statistics = new Statistics();
        short number = 80;
    }

    private static final class SecurePort extends Port {
        @Embedded
        final Counter failures = new Counter();
    }

    private static final SecurePort PORT = new SecurePort();
    private static final Port PLAIN = new Port();

    static void run() {
        PORT.statistics.sent.increment();
        PORT.statistics.received.increment();
        PORT.statistics.received.increment();
        PORT.failures.increment();
        PLAIN.statistics.sent.increment();
        Out.println(PORT.statistics.sent.count);
        Out.println(PORT.statistics.received.count);
        Out.println(PORT.failures.count);
        Out.println(PLAIN.statistics.sent.count);
        Out.println(PLAIN.statistics.received.count);
        Out.println(PORT.number + PORT.statistics.flag);
    }
}
