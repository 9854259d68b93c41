package peaberry.runtime;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.standin.KernelStandIn;

/**
 * In place of the kernel: hands a client's call to a server in the same program and brings the answer back. Of a message only that arrives
 * which the tag counts; all other words are rubbish on either side. Capabilities arrive where the receiver named empty slots.
 */
public final class Loopback extends KernelStandIn {

    /** The server's first slot for capabilities that come. */
    public static final int FIRST_ARRIVAL = 100;
    private static final int REPLIES = 4;
    private static final int FIRST_REPLY = 2;
    private static final int SERVERS_TABLE = 20;
    private static final int MEMORY = 1 << 20;
    private static final long BUFFER = 4096;
    private static final int CLIENT = 7;

    /** Thrown where the server would wait for the next request. */
    private static final class Idle extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Sent(Tag tag, long[] words, long badge) {
    }

    private final Server server;
    private final Random random;
    /** Carries out what the server kept for later. */
    private final Runnable later;
    private final Set<Long> serversSlots = new HashSet<>();
    private final Set<Long> clientsSlots = new HashSet<>();
    /** What the capabilities of requests are, by their place in the message. */
    private final CapabilityType[] brought = new CapabilityType[Tag.MAX_CAPABILITIES];
    private long[] serversPlaces = new long[Tag.MAX_CAPABILITIES];
    private Sent pending;
    private Sent answer;
    private Sent requested;
    private Sent hostile;
    private int crashes;
    private boolean crashAfterwards;
    private boolean lost;
    private int calls;

    private Loopback(Dispatcher dispatcher, long seed, Runnable later) {
        this.later = later;
        random = new Random(seed);
        Arrays.fill(brought, CapabilityType.WINDOW);
        server = new CapabilityServer(Capability.at(1), FIRST_REPLY, REPLIES, CNode.at(SERVERS_TABLE), FIRST_ARRIVAL, dispatcher);
    }

    /** Installs a machine in which whatever is called is this server. @param later answers callers whom the server kept */
    public static Loopback to(Dispatcher dispatcher, long seed, Runnable later) {
        Loopback loopback = new Loopback(dispatcher, seed, later);
        new SimulatedMachine(MEMORY).install().attach(loopback);
        return loopback;
    }

    /** The server dies of the next {@code count} calls, before or after it did what was asked. */
    public void crash(int count, boolean afterwards) {
        crashes = count;
        crashAfterwards = afterwards;
    }

    /** The next call is answered with this in the server's place. */
    public void answer(Tag tag, long[] words) {
        hostile = new Sent(tag, words, 0);
    }

    /** From now on, what the server wants to send with an answer is gone before it does. */
    public void loseWhatIsSent() {
        lost = true;
    }

    /** From now on, the capability at that place of every request is of this type. At first all are windows. */
    public void bring(int place, CapabilityType type) {
        brought[place] = type;
    }

    /** How many calls came. */
    public int calls() {
        return calls;
    }

    /** The tag of the last call. */
    public Tag requested() {
        return requested.tag;
    }

    /** A copy of its words. */
    public long[] requestedWords() {
        return requested.words.clone();
    }

    /** How many capabilities the server holds that came with requests. */
    public int heldByServer() {
        return serversSlots.size();
    }

    /** Whether the client got a capability there. */
    public boolean clientHolds(int slot) {
        return clientsSlots.contains((long) slot);
    }

    /** The client's slots are empty. */
    public void forgetClients() {
        clientsSlots.clear();
    }

    /** A message as nobody's client would send it. @return the tag of the answer */
    public Tag send(long badge, Tag tag, long[] words) {
        return carry(new Sent(tag, words, badge)).tag;
    }

    @Override
    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        Sent sent = new Sent(new Tag(message.tag), words(), 0);
        switch ((int) number) {
            case SystemCallNumber.CALL -> {
                Tag tag = capability == SERVERS_TABLE ? invoked(sent) : called(sent);
                message.tag = tag.bits();
            }
            case SystemCallNumber.SEND -> message.tag = answered(sent).bits();
            case SystemCallNumber.REPLY_RECEIVE -> {
                Tag refused = answered(sent);
                if (refused.failed()) {
                    message.tag = refused.bits();
                } else {
                    receive(message);
                }
            }
            case SystemCallNumber.RECEIVE -> receive(message);
            default -> throw new IllegalStateException("system call " + number);
        }
    }

    /** Takes an answer, or refuses it as the kernel does if there is not what it is to carry: the caller waits on. */
    private Tag answered(Sent sent) {
        if (lost && sent.tag.capabilities() > 0) {
            return Tag.failure(KernelError.FAILED_LOOKUP, 0);
        }
        answer = sent;
        return Tag.of(0, 0);
    }

    /** Does with the server's table what it says. The answer to an inspection overwrites what it answers, and no more can be relied on. */
    private Tag invoked(Sent invocation) {
        long slot = invocation.words[0];
        if (invocation.tag.label() == Invocation.CNODE_DELETE.ordinal()) {
            serversSlots.remove(slot);
        } else if (invocation.tag.label() == Invocation.CNODE_INSPECT.ordinal()) {
            CapabilityType type = serversSlots.contains(slot) ? brought[(int) (slot - FIRST_ARRIVAL) % Tag.MAX_CAPABILITIES] : CapabilityType.NULL;
            for (int i = 0; i < Tag.MAX_LENGTH; i++) {
                Message.setWord(i, i == 0 ? type.ordinal() : random.nextLong());
            }
        } else {
            throw new IllegalStateException("an invocation that nobody expects");
        }
        return Tag.of(0, 0);
    }

    /** Brings the message that waits to the server, which is none when it waits itself. */
    private void receive(MessageRegisters message) {
        serversPlaces = places();
        if (pending == null) {
            throw new Idle();
        }
        message.tag = arrive(pending, serversPlaces, serversSlots).bits();
        message.badge = pending.badge;
        pending = null;
    }

    private Tag called(Sent request) {
        calls++;
        requested = request;
        long[] clientsPlaces = places();
        boolean crashed = crashes > 0;
        if (crashed) {
            crashes--;
        }
        Sent answered = hostile != null ? hostile
                : crashed && !crashAfterwards ? null
                : carry(new Sent(request.tag, request.words, Badges.of(CLIENT, 0)));
        hostile = null;
        return crashed
                ? arrive(new Sent(Tag.failure(KernelError.ABORTED, 0), new long[0], 0), clientsPlaces, clientsSlots)
                : arrive(answered, clientsPlaces, clientsSlots);
    }

    /** Lets the server deal with a request. */
    private Sent carry(Sent request) {
        pending = request;
        answer = null;
        setPlaces(serversPlaces);
        try {
            server.run();
        } catch (Idle idle) {
            // It has done what there was to do.
        }
        if (answer == null) {
            later.run();
        }
        if (answer == null) {
            throw new IllegalStateException("nobody was answered");
        }
        return answer;
    }

    private Tag arrive(Sent message, long[] places, Set<Long> slots) {
        int length = Math.min(message.tag.length(), Tag.MAX_LENGTH);
        for (int i = 0; i < Tag.MAX_LENGTH; i++) {
            Message.setWord(i, i < length ? message.words[i] : random.nextLong());
        }
        int taken = 0;
        while (taken < Math.min(message.tag.capabilities(), Tag.MAX_CAPABILITIES) && places[taken] != 0 && slots.add(places[taken])) {
            taken++;
        }
        setPlaces(places);
        return message.tag.failed() ? message.tag : message.tag.withCapabilities(taken);
    }

    private static long[] words() {
        long[] words = new long[Tag.MAX_LENGTH];
        Arrays.setAll(words, Message::word);
        return words;
    }

    private static long[] places() {
        long[] places = new long[Tag.MAX_CAPABILITIES];
        Arrays.setAll(places, i -> MessageBuffer.load(Tag.RECEIVED_CAPABILITIES + i));
        return places;
    }

    private static void setPlaces(long[] places) {
        for (int i = 0; i < places.length; i++) {
            MessageBuffer.store(Tag.RECEIVED_CAPABILITIES + i, places[i]);
        }
    }

    @Override
    public long translate(long virtual, boolean write) {
        if (!isIn(virtual, UserLayout.MESSAGE_BUFFER, 8L * Tag.BUFFER_WORDS) && !isIn(virtual, UserLayout.START_PAGE, UserLayout.PAGE)
                && !isIn(virtual, UserLayout.RECENT_MESSAGES, (1L + UserLayout.MAX_RECENT_MESSAGES) * UserLayout.RECENT_MESSAGE_BYTES)) {
            throw new IllegalStateException("no memory at " + virtual);
        }
        return BUFFER + virtual - UserLayout.MESSAGE_BUFFER;
    }

    private static boolean isIn(long address, long first, long bytes) {
        return address >= first && address < first + bytes;
    }
}
