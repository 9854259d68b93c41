package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;

/** Invokes a kernel object: the operation's ordinal is the label, its parameters are the words. */
final class Invoke {

    private Invoke() {
    }

    static KernelError with(Capability object, Invocation operation) {
        return words(object, operation, 0);
    }

    static KernelError with(Capability object, Invocation operation, long a) {
        Message.setWord(0, a);
        return words(object, operation, 1);
    }

    static KernelError with(Capability object, Invocation operation, long a, long b) {
        Message.setWords(a, b, 0);
        return words(object, operation, 2);
    }

    static KernelError with(Capability object, Invocation operation, long a, long b, long c) {
        Message.setWords(a, b, c);
        return words(object, operation, 3);
    }

    static KernelError with(Capability object, Invocation operation, long a, long b, long c, long d) {
        Message.setWord(3, d);
        Message.setWords(a, b, c);
        return words(object, operation, 4);
    }

    static KernelError with(Capability object, Invocation operation, long a, long b, long c, long d, long e) {
        Message.setNextWords(d, e, 0);
        Message.setWords(a, b, c);
        return words(object, operation, 5);
    }

    static KernelError with(Capability object, Invocation operation, long a, long b, long c, long d, long e, long f) {
        Message.setNextWords(d, e, f);
        Message.setWords(a, b, c);
        return words(object, operation, 6);
    }

    /**
     * The kernel lets interrupts through in the midst of a long operation: it goes on when it is called again. Only a copy through
     * a window does not know what it has done, so that {@link WindowCopy} asks for the rest.
     */
    private static KernelError words(Capability object, Invocation operation, int length) {
        long first = Message.word(0);
        KernelError error;
        do {
            Message.setWord(0, first);
            error = Message.errorOf(call(object, Tag.of(operation.ordinal(), length)));
        } while (error == KernelError.INTERRUPTED && operation != Invocation.WINDOW_READ && operation != Invocation.WINDOW_WRITE);
        return error;
    }

    /** No operation of two to four parameters answers more than four words. */
    private static Tag call(Capability object, Tag request) {
        return request.length() >= 2 && request.length() <= 4 ? SystemCalls.callWithFourWords(object, request) : SystemCalls.call(object, request);
    }
}
