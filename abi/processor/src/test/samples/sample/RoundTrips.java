package sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import peaberry.abi.CapabilityType;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.Loopback;
import peaberry.runtime.Ports;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import sample.EveryKind.Colour;
import sample.EveryKind.Outcome;
import sample.EveryKind.Sector;

/** Sends random values of every kind and wants them back. */
public final class RoundTrips {

    private final Random random;
    private final Mirror mirror = new Mirror();
    private final EveryKindClient client = new EveryKindClient(Capability.at(1));
    private final Loopback loopback;

    private RoundTrips(long seed) {
        random = new Random(seed);
        loopback = Loopback.to(mirror, seed, mirror::answerLater);
    }

    public static void values(long seed) {
        RoundTrips trips = new RoundTrips(seed);
        for (int i = 0; i < 500; i++) {
            trips.numbers();
            trips.bounded();
            trips.named();
            trips.records();
            trips.bytes();
            trips.letters();
            trips.capabilities();
            trips.outcomes();
        }
    }

    /** What restarts of the server come to. */
    public static void restarts(long seed) {
        for (boolean afterwards : new boolean[] {false, true}) {
            RoundTrips trips = new RoundTrips(seed);
            trips.loopback.crash(3, afterwards);
            trips.letters();
            assertEquals(4, trips.loopback.calls(), "three that were not answered, and the one that was");
            trips.loopback.crash(1, afterwards);
            assertEquals(Outcome.SERVER_RESTARTED, trips.client.nothing());
            assertEquals(Outcome.DONE, trips.client.nothing());
            assertEquals(6, trips.loopback.calls(), "what must not be done twice is asked once");
        }
    }

    /** A server that ends calls without end, dead or not, is asked once and 16 times more; the next call starts from nothing. */
    public static void endlessRestarts(long seed) {
        RoundTrips trips = new RoundTrips(seed);
        trips.loopback.crash(Integer.MAX_VALUE, false);
        assertEquals(Outcome.SERVER_RESTARTED, trips.client.later(1));
        assertEquals(17, trips.loopback.calls(), "calls");
        trips.loopback.crash(16, false);
        trips.letters();
        assertEquals(2 * 17, trips.loopback.calls(), "calls");
        assertEquals(17L + 16, trips.client.interruptions(), "calls that were ended");
    }

    /** An answer whose capability is gone becomes one that says so, at once and for a caller who was kept; the server goes on. */
    public static void losses(long seed) {
        RoundTrips trips = new RoundTrips(seed);
        trips.loopback.loseWhatIsSent();
        assertEquals(Outcome.INVALID, trips.client.window(Window.at(5), 1, Capability.at(6), Capability.at(7)));
        assertEquals(Outcome.DONE, trips.client.nothing());
        assertEquals(Outcome.DONE, trips.client.holdBack(Window.at(5)));
        assertEquals(0, trips.loopback.heldByServer());
    }

    /** A capability is of the type that the declaration names, or the server's code does not see it. All else arrives as if nobody had looked. */
    public static void capabilityTypes(long seed) {
        RoundTrips trips = new RoundTrips(seed);
        for (CapabilityType any : CapabilityType.values()) {
            trips.bring(any, CapabilityType.FRAME, CapabilityType.IO_PORT);
            assertEquals(Outcome.DONE, trips.described());
            trips.requireRefused(any, any == CapabilityType.FRAME ? CapabilityType.WINDOW : any, CapabilityType.IO_PORT);
            trips.requireRefused(any, CapabilityType.FRAME, any == CapabilityType.IO_PORT ? CapabilityType.WINDOW : any);
        }
        assertEquals(Outcome.DONE, trips.client.nothing());
        assertEquals(0, trips.loopback.heldByServer(), "what was refused is not kept");
    }

    private void requireRefused(CapabilityType any, CapabilityType frame, CapabilityType ports) {
        int before = mirror.reached();
        bring(any, frame, ports);
        assertEquals(Outcome.INVALID, described());
        assertEquals(before, mirror.reached());
    }

    private void bring(CapabilityType... types) {
        for (int i = 0; i < types.length; i++) {
            loopback.bring(i, types[i]);
        }
    }

    private Outcome described() {
        byte[] before = anyBytes(8);
        long number = random.nextLong();
        Outcome outcome = client.described(before, before.length, Capability.at(5), Frame.at(6), number, Ports.at(7));
        if (outcome == Outcome.DONE) {
            assertArrayEquals(before, Arrays.copyOf(client.describedResult(), client.describedResultCount()));
            assertEquals(number, mirror.number());
        }
        return outcome;
    }

    /** More than may travel is not sent. */
    public static void tooMuch(long seed) {
        RoundTrips trips = new RoundTrips(seed);
        assertEquals(Outcome.INVALID, trips.client.reverse(new byte[101], 101));
        assertEquals(Outcome.INVALID, trips.client.reverse(new byte[1], -1));
        assertEquals(Outcome.INVALID, trips.client.letters(new Text(21).append("123456789012345678901"), 0, new byte[0], 0, new Text(1)));
        assertEquals(0, trips.loopback.calls());
        assertEquals(Outcome.INVALID, trips.client.bounded(10, 0, (byte) 1));
        assertEquals(0, trips.mirror.reached(), "the server's code does not see it");
    }

    private void numbers() {
        byte a = (byte) random.nextInt();
        short b = (short) random.nextInt();
        char c = (char) random.nextInt();
        int d = random.nextInt();
        long e = random.nextLong();
        boolean f = random.nextBoolean();
        assertEquals(Outcome.DONE, client.numbers(a, b, c, d, e, f));
        assertEquals(a, client.numbersA());
        assertEquals(b, client.numbersB());
        assertEquals(c, client.numbersC());
        assertEquals(d, client.numbersD());
        assertEquals(e, client.numbersE());
        assertEquals(f, client.numbersF());
    }

    private void bounded() {
        int small = random.nextInt(-3, 10);
        long large = random.nextLong(0, (1L << 40) + 1);
        byte tiny = (byte) random.nextInt(1, 3);
        assertEquals(Outcome.DONE, client.bounded(small, large, tiny));
        assertEquals(small, client.boundedSmall());
        assertEquals(large, client.boundedLarge());
        assertEquals(tiny, client.boundedTiny());
    }

    private void named() {
        Colour colour = anyColour();
        assertEquals(Outcome.DONE, client.colour(colour));
        assertEquals(colour, client.colourResult());
        Sector sector = new Sector(random.nextLong(0, 1001));
        assertEquals(Outcome.DONE, client.sector(sector));
        assertEquals(sector, client.sectorResult());
    }

    private void records() {
        int leftX = random.nextInt(11);
        int rightX = random.nextInt(11);
        Colour left = anyColour();
        Colour right = anyColour();
        assertEquals(Outcome.DONE, client.swap(leftX, left, rightX, right));
        assertEquals(rightX, client.swapLeftX());
        assertEquals(right, client.swapLeftColour());
        assertEquals(leftX, client.swapRightX());
        assertEquals(left, client.swapRightColour());
    }

    private void bytes() {
        byte[] data = anyBytes(100);
        assertEquals(Outcome.DONE, client.reverse(data, data.length));
        assertEquals(data.length, client.reverseResultCount());
        for (int i = 0; i < data.length; i++) {
            assertEquals(data[data.length - 1 - i], client.reverseResult()[i]);
        }
    }

    private void letters() {
        Text first = anyText(20);
        Text third = anyText(300);
        byte[] second = anyBytes(13);
        int number = random.nextInt();
        assertEquals(Outcome.DONE, client.letters(first, number, second, second.length, third));
        assertTrue(first.sameAs(client.lettersFirst()));
        assertEquals(number, client.lettersNumber());
        assertArrayEquals(second, Arrays.copyOf(client.lettersSecond(), client.lettersSecondCount()));
        assertTrue(third.sameAs(client.lettersThird()));
    }

    private void capabilities() {
        Capability place = Capability.at(random.nextInt(1, 1000));
        loopback.forgetClients();
        assertEquals(Outcome.DONE, client.window(Window.at(5), random.nextInt(), Capability.at(6), place));
        assertEquals(place.slot(), client.windowResult().slot());
        assertTrue(loopback.clientHolds(place.slot()));
        assertEquals(Outcome.INVALID, client.window(Window.at(5), 0, Capability.at(6), place), "the place is taken");
        assertEquals(Outcome.DONE, client.holdBack(Window.at(5)));
        assertTrue(client.holdBackResult() >= Loopback.FIRST_ARRIVAL);
        assertEquals(Outcome.DONE, client.nothing());
        assertEquals(0, loopback.heldByServer(), "what was brought goes when its caller was answered");
    }

    private void outcomes() {
        long number = random.nextLong();
        assertEquals(Outcome.DONE, client.later(number));
        assertEquals(number, client.laterResult());
        assertEquals(Outcome.DONE, client.nothing());
        assertEquals(Outcome.ODD, client.refusedIfOdd(random.nextInt() | 1));
        assertEquals(Outcome.DONE, client.refusedIfOdd(random.nextInt(256) & ~1));
        assertEquals(Outcome.INVALID, client.refusedIfOdd(256), "an answer out of its bounds is none");
    }

    private Colour anyColour() {
        return Colour.values()[random.nextInt(Colour.values().length)];
    }

    private byte[] anyBytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Text anyText(int most) {
        Text text = new Text(most);
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.appendByte(random.nextInt());
        }
        return text;
    }
}
