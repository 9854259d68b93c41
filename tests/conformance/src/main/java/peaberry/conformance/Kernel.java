package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Invocations as plain numbers, right and wrong ones. The words of the answer are in {@link Message}. */
final class Kernel {

    private Kernel() {
    }

    /** Invokes with the words that are set, of which the message says it has {@code length}; again while that is interrupted. */
    static KernelError invoke(long slot, int label, int length) {
        long first = Message.word(0);
        KernelError error = once(slot, label, length);
        while (error == KernelError.INTERRUPTED) {
            Message.setWord(0, first);
            error = once(slot, label, length);
        }
        return error;
    }

    /** The same, but what is interrupted stays so. */
    static KernelError once(long slot, int label, int length) {
        return Message.errorOf(SystemCalls.call(Capability.at((int) slot), Tag.of(label, length)));
    }

    static KernelError call(int slot, Invocation operation) {
        return invoke(slot, operation.ordinal(), 0);
    }

    static KernelError call(int slot, Invocation operation, long a) {
        Message.setWord(0, a);
        return invoke(slot, operation.ordinal(), 1);
    }

    static KernelError call(int slot, Invocation operation, long a, long b) {
        Message.setWords(a, b, 0);
        return invoke(slot, operation.ordinal(), 2);
    }

    static KernelError call(int slot, Invocation operation, long a, long b, long c) {
        Message.setWords(a, b, c);
        return invoke(slot, operation.ordinal(), 3);
    }

    static KernelError call(int slot, Invocation operation, long a, long b, long c, long d) {
        Message.setWord(3, d);
        Message.setWords(a, b, c);
        return invoke(slot, operation.ordinal(), 4);
    }

    static KernelError call(int slot, Invocation operation, long a, long b, long c, long d, long e) {
        Message.setNextWords(d, e, 0);
        Message.setWords(a, b, c);
        return invoke(slot, operation.ordinal(), 5);
    }

    static KernelError call(int slot, Invocation operation, long a, long b, long c, long d, long e, long f) {
        Message.setNextWords(d, e, f);
        Message.setWords(a, b, c);
        return invoke(slot, operation.ordinal(), 6);
    }

    /** The operation with its words set to 0 and one of them missing. */
    static KernelError truncated(int slot, Invocation operation, int length) {
        Message.setWords(0, 0, 0);
        Message.setNextWords(0, 0, 0);
        return invoke(slot, operation.ordinal(), length - 1);
    }
}
