package peaberry.standin;

import java.util.Arrays;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.VirtualMemory;
import peaberry.runtime.Message;
import peaberry.runtime.Server;

/** In place of the kernel, where a server runs and in the same program who calls it. How its messages come and where its answers go is the test's affair. */
public abstract class ServerStandIn extends KernelStandIn {

    private final long endpoint;

    /** Thrown where the server would wait for the next message. */
    private static final class Idle extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param endpoint where clients call; all else that is called are objects of the kernel's */
    protected ServerStandIn(long endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public final void systemCall(long number, long capability, long reply, MessageRegisters message) {
        Tag tag = new Tag(message.tag);
        switch ((int) number & SystemCallNumber.MASK) {
            case SystemCallNumber.CALL -> message.tag = (capability == endpoint ? called(tag) : invoked(capability, tag)).bits();
            case SystemCallNumber.SEND -> answer(capability, tag, message);
            case SystemCallNumber.REPLY_RECEIVE -> {
                answer(reply, tag, message);
                receiveOrIdle(reply, message);
            }
            case SystemCallNumber.RECEIVE -> receiveOrIdle(reply, message);
            default -> throw new IllegalStateException("system call " + number);
        }
    }

    private void receiveOrIdle(long reply, MessageRegisters message) {
        if (!hasMessages()) {
            throw new Idle();
        }
        receive(reply, message);
    }

    private void answer(long reply, Tag tag, MessageRegisters message) {
        answered(reply, tag);
        message.tag = Tag.of(0, 0).bits();
    }

    /** Lets the server deal with what came. */
    protected static void runUntilIdle(Server server) {
        try {
            server.run();
        } catch (Idle idle) {
            // It has done what there was to do.
        }
    }

    /** A client calls. @return the tag of what it is told */
    protected abstract Tag called(Tag tag);

    /** An object of the kernel's is called. @return the tag of what it answers */
    protected abstract Tag invoked(long capability, Tag tag);

    /** Whether there is something that the server was not brought yet. */
    protected abstract boolean hasMessages();

    /** Brings the server the next message. */
    protected abstract void receive(long reply, MessageRegisters message);

    /** The server answers. */
    protected abstract void answered(long reply, Tag tag);

    /** A copy of a message's words, as many as there can be. */
    protected static long[] words() {
        long[] words = new long[Tag.MAX_LENGTH];
        Arrays.setAll(words, Message::word);
        return words;
    }

    protected static void setWords(long[] words) {
        for (int i = 0; i < words.length; i++) {
            Message.setWord(i, words[i]);
        }
    }

    /** A word of the message buffer. */
    protected static long bufferWord(int index) {
        return VirtualMemory.loadLong(UserLayout.MESSAGE_BUFFER + (long) Long.BYTES * index);
    }
}
