package peaberry.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;

class HostTest {

    private static final MacAddress OWN_MAC = new MacAddress(0x5254_0012_3456L);
    private static final MacAddress OTHER_MAC = new MacAddress(0x5255_0A00_0202L);
    private static final Ipv4Address OWN = Ipv4Address.of(10, 0, 2, 15);
    private static final Ipv4Address OTHER = Ipv4Address.of(10, 0, 2, 2);
    private static final Ipv4Address THIRD = Ipv4Address.of(10, 0, 2, 3);
    /** What each frame takes to come. */
    private static final long STEP = 1000;

    private long now;
    private final Stopwatch watch = new Stopwatch() {
        private long start;

        @Override
        void start() {
            start = now;
        }

        @Override
        long microseconds() {
            return now - start;
        }
    };

    /** A network with one other station. */
    private final class FakeLink extends Link {

        final Deque<Packet> arriving = new ArrayDeque<>();
        final List<Packet> sent = new ArrayList<>();
        boolean otherIsThere = true;
        boolean flooded;

        @Override
        MacAddress address() {
            return OWN_MAC;
        }

        @Override
        void send(Packet packet) {
            Packet request = Frames.copy(packet);
            sent.add(request);
            Packet answer = new Packet();
            if (otherIsThere && Arp.isRequestFor(request, OTHER)) {
                Arp.writeReply(answer, request, OTHER_MAC, OTHER);
                arriving.add(answer);
            } else if (otherIsThere && Echo.isRequestFor(request, OTHER)) {
                Echo.writeReply(answer, request, OTHER_MAC, OTHER);
                arriving.add(answer);
            }
        }

        @Override
        boolean receive(Packet packet, long microseconds) {
            if (arriving.isEmpty() && !flooded) {
                now += microseconds;
                return false;
            }
            now += STEP;
            Packet next = arriving.isEmpty() ? Frames.packet("ffffffffffff5255") : arriving.remove();
            packet.clear(next.length());
            for (int i = 0; i < next.length(); i++) {
                packet.setByte(i, next.byteAt(i));
            }
            return true;
        }
    }

    private final FakeLink link = new FakeLink();
    private final Host host = new Host(link, watch);

    @BeforeEach
    void giveTheHostItsAddress() {
        host.setAddress(OWN);
    }

    @Test
    void aStationIsFound() {
        assertTrue(host.find(OTHER));
        assertEquals(OTHER_MAC, host.found());
    }

    @Test
    void anEchoTakesItsTime() {
        assertTrue(host.echo(OTHER));
        assertEquals(STEP, host.elapsed());
    }

    @Test
    void nobodyIsNotAwaitedForLong() {
        link.otherIsThere = false;
        assertFalse(host.find(OTHER));
        assertEquals(Host.PATIENCE, now);
        assertFalse(host.echo(OTHER));
        assertTrue(link.sent.stream().noneMatch(packet -> Echo.isRequestFor(packet, OTHER)));
    }

    @Test
    void aFloodOfOthersFramesDoesNotKeepItForEver() {
        link.otherIsThere = false;
        link.flooded = true;
        assertFalse(host.find(OTHER));
        assertEquals(Host.PATIENCE, now);
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNone() {
        host.echo(OTHER);
        Packet late = new Packet();
        Echo.writeReply(late, link.sent.getLast(), OTHER_MAC, OTHER);
        link.arriving.add(late);
        assertTrue(host.echo(OTHER));
        assertTrue(host.elapsed() >= STEP);
    }

    @Test
    void whoAsksMeanwhileIsAnswered() {
        Packet question = new Packet();
        Arp.writeRequest(question, OTHER_MAC, THIRD, OWN);
        link.arriving.add(question);
        Packet echo = new Packet();
        Echo.writeRequest(echo, OTHER_MAC, THIRD, OWN_MAC, OWN, 1, 2);
        link.arriving.add(echo);
        assertTrue(host.find(OTHER));
        assertTrue(Arp.isReplyFrom(link.sent.get(1), OWN));
        assertTrue(Echo.isReply(link.sent.get(2), THIRD, OWN, 1, 2));
        assertEquals(3, link.sent.size());
    }

    @Test
    void anEchoIsNotAnsweredByTheSequenceBefore() {
        host.echo(OTHER);
        host.echo(OTHER);
        Packet first = link.sent.get(1);
        Packet second = link.sent.get(3);
        assertEquals(first.int16(34 + 6) + 1, second.int16(34 + 6));
    }
}
