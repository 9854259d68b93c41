package peaberry.kernel.arch;

import peaberry.abi.Register;
import peaberry.abi.Tag;
import peaberry.machine.Inline;
import peaberry.machine.MessageRegisters;
import peaberry.machine.Trusted;

/**
 * A thread's registers. On this machine most of a thread's state is a Java thread, which comes into being when the
 * context is resumed for the first time after {@link #start} and ends when it is started again or its memory zeroed.
 * As on the PC, one register is the capability on the way in and the badge on the way out.
 */
@Trusted
public final class UserContext {

    private static final int WORDS = 6;

    private final long[] words = new long[WORDS];
    private long capabilityOrBadge;
    private long reply;
    private long tag;
    private long startPointer;
    private long stackPointer;
    private long argument;
    private ProgramThread thread;

    /** A thread that was never started. */
    public UserContext() {
        // Every field is as it should be.
    }

    /** The invoked capability's slot in the system call just made. */
    public long capability() {
        return capabilityOrBadge;
    }

    /** The reply capability's slot in the system call just made. */
    public long reply() {
        return reply;
    }

    /** The message's tag. */
    public long tag() {
        return tag;
    }

    /** A word of the message. @param index 0 to 5; any other is 0 */
    public long word(int index) {
        return index >= 0 && index < WORDS ? words[index] : 0;
    }

    public void setTag(long value) {
        tag = value;
    }

    public void setBadge(long value) {
        capabilityOrBadge = value;
    }

    /** Sets a word of the message. @param index 0 to 5; any other does nothing */
    public void setWord(int index, long value) {
        if (index >= 0 && index < WORDS) {
            words[index] = value;
        }
    }

    /** Copies the first {@code min(count, 6)} words of a message. */
    private void copyWords(UserContext from, int count) {
        System.arraycopy(from.words, 0, words, 0, Math.max(0, Math.min(count, WORDS)));
    }

    /** Receives the tag, the badge, and the words that travel in registers. */
    @Inline
    public void take(UserContext from, Tag tag, long badge) {
        setTag(tag.bits());
        setBadge(badge);
        if (tag.length() != 0) {
            copyWords(from, tag.length());
        }
    }

    /** Makes the thread start over at {@code instructionPointer}. */
    public void start(long instructionPointer, long stackPointer, long argument) {
        end();
        startPointer = instructionPointer;
        this.stackPointer = stackPointer;
        this.argument = argument;
        capabilityOrBadge = argument;
    }

    /** Makes a thread that was stopped go on elsewhere. A Java thread cannot: it starts over there. */
    public void goOnAt(long instructionPointer) {
        start(instructionPointer, stackPointer, argument);
    }

    /** The address that stands for the line where the thread is, or failed. */
    public long instructionPointer() {
        long address = thread == null ? 0 : thread.instructionPointer();
        return address == 0 ? startPointer : address;
    }

    /** The stack pointer with which the thread started: what lies on its stack is the Java thread's own. */
    public long stackPointer() {
        return stackPointer;
    }

    /** What is known of a thread that stands still: any other register is 0. */
    public long register(Register register) {
        return switch (register) {
            case INSTRUCTION_POINTER -> instructionPointer();
            case RSP -> stackPointer;
            default -> 0;
        };
    }

    /** Sets the instruction pointer, as {@link #goOnAt} does. Nothing happens to any other register. */
    public void setRegister(Register register, long value) {
        if (register == Register.INSTRUCTION_POINTER) {
            goOnAt(value);
        }
    }

    void enter(long capability, long replySlot, MessageRegisters message) {
        capabilityOrBadge = capability;
        reply = replySlot;
        tag = message.tag;
        words[0] = message.word0;
        words[1] = message.word1;
        words[2] = message.word2;
        words[3] = message.word3;
        words[4] = message.word4;
        words[5] = message.word5;
    }

    void leave(MessageRegisters message) {
        message.badge = capabilityOrBadge;
        message.tag = tag;
        message.word0 = words[0];
        message.word1 = words[1];
        message.word2 = words[2];
        message.word3 = words[3];
        message.word4 = words[4];
        message.word5 = words[5];
    }

    /** The Java thread that plays this one's part, made if there is none. */
    ProgramThread thread(HostedProcessor processor, long root) {
        if (thread == null) {
            thread = processor.startThread(startPointer, argument, root);
        }
        return thread;
    }

    /** Ends the Java thread. */
    void end() {
        if (thread != null) {
            thread.destroy();
            thread = null;
        }
    }
}
