package peaberry.runtime;

import java.util.Arrays;
import java.util.Random;
import peaberry.abi.KernelError;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.SimulatedProcessor;

/**
 * In place of the kernel: hands a client's call to a server in the same program and brings the answer back. Of a message only that arrives
 * which the tag counts; all other words are rubbish on either side.
 */
public final class Loopback implements SimulatedProcessor {

    private static final int MEMORY = 1 << 20;
    private static final long BUFFER = 4096;

    private final Server server;
    private final long badge;
    private final Random random;
    /** Carries out what the server kept for later. */
    private final Runnable later;
    private int crashes;
    private boolean crashAfterwards;
    private Tag hostile;
    private long[] hostileWords;
    private int calls;
    private Tag requested = Tag.of(0, 0);
    private final long[] requestedWords = new long[Tag.MAX_LENGTH];
    private Tag sent;
    private final long[] words = new long[Tag.MAX_LENGTH];

    private Loopback(Dispatcher dispatcher, long seed, Runnable later) {
        this.later = later;
        random = new Random(seed);
        server = new CapabilityServer(Capability.at(1), 2, 4, CNode.at(20), 100, dispatcher);
        server.attach();
        badge = Badges.of(7, 0);
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
    public void answer(Tag tag, long[] newWords) {
        hostile = tag;
        hostileWords = newWords;
    }

    /** How many calls came. */
    public int calls() {
        return calls;
    }

    /** The tag of the last call. */
    public Tag requested() {
        return requested;
    }

    /** A copy of its words. */
    public long[] requestedWords() {
        return requestedWords.clone();
    }

    /** A message as nobody's client would send it. @return the tag of the answer */
    public Tag send(long newBadge, Tag tag, long[] newWords) {
        for (int i = 0; i < newWords.length; i++) {
            Message.setWord(i, newWords[i]);
        }
        return carried(newBadge, tag);
    }

    @Override
    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        if (number == SystemCallNumber.SEND) {
            sent = new Tag(message.tag);
            keepWords();
        } else {
            message.tag = called(new Tag(message.tag)).bits();
        }
    }

    private Tag called(Tag request) {
        calls++;
        requested = request;
        Arrays.setAll(requestedWords, Message::word);
        Tag answer;
        if (hostile != null) {
            answer = hostile;
            hostile = null;
            for (int i = 0; i < hostileWords.length; i++) {
                Message.setWord(i, hostileWords[i]);
            }
            return answer;
        }
        if (crashes > 0 && !crashAfterwards) {
            crashes--;
            return crashed();
        }
        answer = carried(badge, request);
        if (crashes > 0) {
            crashes--;
            return crashed();
        }
        return answer;
    }

    private Tag crashed() {
        spoil(0);
        return Tag.failure(KernelError.ABORTED, 0);
    }

    private Tag carried(long from, Tag tag) {
        spoil(tag.length());
        sent = null;
        Answer answer = server.deal(from, tag);
        if (!answer.isNone()) {
            spoil(answer.tag().length());
            return answer.tag();
        }
        later.run();
        if (sent == null) {
            throw new IllegalStateException("nobody was answered");
        }
        for (int i = 0; i < words.length; i++) {
            Message.setWord(i, words[i]);
        }
        spoil(sent.length());
        return sent;
    }

    private void keepWords() {
        Arrays.setAll(words, Message::word);
    }

    /** Words from there on do not travel. */
    private void spoil(int from) {
        for (int i = Math.min(from, Tag.MAX_LENGTH); i < Tag.MAX_LENGTH; i++) {
            Message.setWord(i, random.nextLong());
        }
    }

    @Override
    public long translate(long virtual, boolean write) {
        if (virtual < UserLayout.MESSAGE_BUFFER || virtual >= UserLayout.MESSAGE_BUFFER + 8L * Tag.BUFFER_WORDS) {
            throw new IllegalStateException("no memory at " + virtual);
        }
        return BUFFER + virtual - UserLayout.MESSAGE_BUFFER;
    }

    @Override
    public void runPrograms() {
        throw new IllegalStateException();
    }

    @Override
    public void forgotten(Object placed) {
        // Nothing is placed.
    }

    @Override
    public void stopped() {
        // It is never on.
    }

    @Override
    public void awaitEnd() {
        // There is none.
    }
}
