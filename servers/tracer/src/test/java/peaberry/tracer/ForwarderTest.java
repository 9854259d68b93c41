package peaberry.tracer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Message;
import peaberry.runtime.Text;
import peaberry.standin.KernelStandIn;
import peaberry.standin.StartTables;
import peaberry.system.Traces;
import peaberry.system.Tracing;

/** A client's requests come to the server as they are, and the server's answers to the client. */
class ForwarderTest {

    private static final int TABLE = 900;
    private static final int OBJECTS = 901;
    private static final int ROOT = 902;
    private static final int CLIENT = 12;
    private static final int TRACE = 7;
    private static final int WORDS = 9;

    private static final Tag REQUEST = Tag.of(0x1234_5601, WORDS).withCapabilities(1);
    private static final Tag ANSWER = Tag.of(0, WORDS).withCapabilities(2);

    private final Standing standing = new Standing();
    private final Ring ring = new Ring(1);
    private final Forwarder forwarder = new Forwarder(standing, ring);
    private final CapabilityServer tracer = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, "table", new TracingRequests(standing, ring), forwarder);
    private final Surroundings kernel = new Surroundings();

    private static final long TICKS = 1000;

    /** In ticks. */
    private long clock;

    /** Kernel, root, server and client. */
    private static final class Surroundings extends KernelStandIn {

        private Tag serversAnswer = ANSWER;
        private long badge;
        private boolean isSent;
        /** What the server got; null for nothing. */
        private Tag request;
        private long[] requestWords = {};
        /** What the client got; null for nothing. */
        private Tag answer;
        private long[] answerWords = {};
        /** How often what holds the caller was made. */
        private int made;

        @Override
        public void systemCall(long number, long capability, long reply, MessageRegisters message) {
            Tag tag = new Tag(message.tag);
            switch ((int) number & SystemCallNumber.MASK) {
                case SystemCallNumber.CALL -> message.tag = called((int) capability, tag).bits();
                case SystemCallNumber.SEND -> {
                    answer = tag;
                    answerWords = words();
                    message.tag = Tag.of(0, 0).bits();
                }
                case SystemCallNumber.RECEIVE -> receive(message);
                default -> throw new AssertionError("system call " + number);
            }
        }

        private Tag called(int capability, Tag tag) {
            if (capability == OBJECTS) {
                made++;
            }
            if (capability == TABLE || capability == OBJECTS) {
                return Tag.of(0, 0);
            }
            return capability == ROOT ? root(tag) : server(tag);
        }

        /** A trace is begun, or, by a request without words, ended. */
        private static Tag root(Tag tag) {
            if (tag.length() == 0) {
                for (int i = 0; i < WORDS; i++) {
                    Message.setWord(i, 0);
                }
                return Tag.of(Traces.Outcome.DONE.ordinal(), 0);
            }
            Message.setWords(TRACE, 4, 0x6B73_6964);
            return Tag.of(Traces.Outcome.DONE.ordinal(), 3).withCapabilities(1);
        }

        private Tag server(Tag tag) {
            request = tag;
            requestWords = words();
            for (int i = 0; i < WORDS; i++) {
                Message.setWord(i, -requestWords[i]);
            }
            return serversAnswer;
        }

        private void receive(MessageRegisters message) {
            if (!isSent) {
                throw new IllegalCallerException("nobody sends");
            }
            isSent = false;
            for (int i = 0; i < WORDS; i++) {
                Message.setWord(i, i + 100);
            }
            message.badge = badge;
            message.tag = REQUEST.bits();
        }

        private static long[] words() {
            long[] words = new long[WORDS];
            Arrays.setAll(words, Message::word);
            return words;
        }
    }

    @BeforeEach
    void begin() {
        SimulatedMachine machine = new SimulatedMachine(64 << 20, OutputStream.nullOutputStream(), () -> clock).install();
        machine.attach(kernel);
        machine.memory().storeLong(UserLayout.TICKS_PER_MICROSECOND, TICKS);
        StartTables tables = new StartTables(machine.memory());
        tables.grant("table", GrantKind.OWN_TABLE, TABLE);
        tables.grant("objects", GrantKind.MEMORY, OBJECTS);
        tables.grant("traces", GrantKind.CLIENT, ROOT);
        forwarder.open();
        standing.open();
        assertEquals(Traces.Outcome.DONE, standing.begin(new Text(24).append("files"), new Text(24).append("disk")));
        assertEquals(TRACE, standing.number());
        assertTrue(standing.serverName().is("disk"));
    }

    private void send(int trace) {
        kernel.badge = Badges.derived(CLIENT, Traces.FORWARDED, trace);
        kernel.isSent = true;
        assertThrows(IllegalCallerException.class, tracer::run);
    }

    private void assertHandedOn() {
        assertEquals(REQUEST, kernel.request);
        assertEquals(ANSWER, kernel.answer);
        for (int i = 0; i < WORDS; i++) {
            assertEquals(i + 100, kernel.requestWords[i]);
            assertEquals(-i - 100, kernel.answerWords[i]);
        }
        assertEquals(1, kernel.made);
    }

    @Test
    void requestAndAnswerAreHandedOnAndKept() {
        send(TRACE);
        assertHandedOn();
        assertEquals(REQUEST, ring.request());
        assertEquals(105, ring.requestWord(5));
        assertEquals(-103, ring.answerWord(3));
    }

    @Test
    void whatIsNotKeptIsHandedOnToo() {
        send(TRACE);
        kernel.request = null;
        kernel.answer = null;
        send(TRACE);
        assertHandedOn();
    }

    @Test
    void whatWasSentBeforeTheEndIsHandedOnAndNotKept() {
        standing.end();
        send(TRACE);
        assertHandedOn();
        assertTrue(ring.isEmpty());
    }

    @Test
    void aCallThatTheKernelEndsIsEndedByItForTheClientAndKept() {
        kernel.serversAnswer = Tag.failure(KernelError.ABORTED, 0);
        send(TRACE);
        assertNull(kernel.answer);
        assertEquals(2, kernel.made, "what held the caller was destroyed, and made anew");
        assertTrue(ring.answer().failed());
    }

    @Test
    void aRequestOfAnotherTraceComesToNoServer() {
        send(TRACE - 1);
        assertNull(kernel.request);
        assertNull(kernel.answer);
        assertEquals(2, kernel.made);
        assertTrue(ring.isEmpty());
    }

    @Test
    void nobodyWhoDoesNotReadKeepsTheTracerThere() {
        standing.endIfUnread(standing.began() + 1);
        assertTrue(standing.isOn());
        standing.endIfUnread(Long.MAX_VALUE);
        assertFalse(standing.isOn());
        assertTrue(standing.isBusy(), "something may have been sent before");
        standing.idle();
        assertFalse(standing.isBusy());
    }

    @Test
    void aServerThatDoesNotAnswerEndsTheTrace() {
        kernel.serversAnswer = Tag.failure(KernelError.TIMED_OUT, 0);
        send(TRACE);
        assertFalse(standing.isOn());
        assertNull(kernel.answer);
        assertEquals(2, kernel.made, "the client waits no more for the tracer");
        assertTrue(ring.answer().failed());
    }

    @Test
    void aRequestThatEndsAnUnreadTraceIsHandedOnFirst() {
        clock += 2 * Tracing.PATIENCE * TICKS;
        send(TRACE);
        assertHandedOn();
        assertFalse(standing.isOn());
    }

    @Test
    void answersThatTheServerRefusesAreAnswers() {
        kernel.serversAnswer = Tag.of(9, 0);
        send(TRACE);
        assertEquals(Tag.of(9, 0), kernel.answer);
        assertArrayEquals(new long[] {0, 0}, new long[] {ring.answerWord(0), ring.answerWord(1)});
    }
}
