package org.teavm.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import peaberry.managed.Failures;

/**
 * In place of TeaVM's class of this name: how exceptions are thrown, and what their traces have. As there, but a trace begins where the exception was made,
 * not in its constructors, and has no more than {@link #MOST_FRAMES} places; and somebody catches everything ({@code peaberry.managed.Start}).
 *
 * <p>What is {@code @Unmanaged} has no place on the shadow stack: the collector does not see what it refers to. So exceptions are made elsewhere.
 */
@StaticInit
public final class ExceptionHandling {

    private static final int MOST_FRAMES = 1024;

    private static Throwable thrownException;

    private ExceptionHandling() {
    }

    @Unmanaged
    public static native CallSite findCallSiteById(int id, Address frame);

    @Unmanaged
    public static native boolean isJumpSupported();

    @Unmanaged
    public static native void jumpToFrame(Address frame, int id);

    @Unmanaged
    public static native void abort();

    /** The collector wants the stack printed before memory is used up; the error has it. */
    @Unmanaged
    public static void printStack() {
        // Nothing.
    }

    @Export(name = "teavm_catchException")
    @Unmanaged
    public static Throwable catchException() {
        Throwable exception = thrownException;
        thrownException = null;
        return exception;
    }

    @Unmanaged
    public static Throwable peekException() {
        return thrownException;
    }

    @Unmanaged
    public static void throwException(Throwable exception) {
        thrownException = exception;
        RuntimeObject object = Address.ofObject(exception).toStructure();
        RuntimeClass type = RuntimeClass.getClass(object);
        for (Address frame = ShadowStack.getStackTop(); frame != null; frame = ShadowStack.getNextStackFrame(frame)) {
            int id = ShadowStack.getCallSiteId(frame);
            if (id >= 0) {
                for (ExceptionHandler handler = findCallSiteById(id, frame).firstHandler; handler != null; handler = handler.next) {
                    if (handler.exceptionClass == null || handler.exceptionClass.isSupertypeOf.apply(handler.exceptionClass, type)) {
                        jumpToFrame(frame, handler.id);
                    }
                }
            }
        }
        abort();
    }

    @Unmanaged
    public static void throwClassCastException() {
        Failures.throwClassCast();
    }

    @Unmanaged
    @Export(name = "teavm_throwNullPointerException")
    public static void throwNullPointerException() {
        Failures.throwNullPointer();
    }

    @Unmanaged
    @Export(name = "teavm_throwArrayIndexOutOfBoundsException")
    public static void throwArrayIndexOutOfBoundsException() {
        Failures.throwIndexOutOfBounds();
    }

    public static StackTraceElement[] fillStackTrace() {
        Address top = ShadowStack.getStackTop();
        StackTraceElement[] trace = new StackTraceElement[walk(top, null)];
        walk(top, trace);
        return trace;
    }

    /** Goes through the places of the stack that a trace has. @param trace takes them, unless it is null @return how many they are */
    private static int walk(Address top, StackTraceElement[] trace) {
        int count = 0;
        boolean inside = true;
        for (Address frame = top; frame != null; frame = ShadowStack.getNextStackFrame(frame)) {
            int id = ShadowStack.getCallSiteId(frame);
            CallSiteLocation location = id >= 0 ? findCallSiteById(id, frame).location : null;
            for (; location != null && count < MOST_FRAMES; location = location.next) {
                inside = inside && isMaking(location.method);
                if (!inside && isBelow(location.method)) {
                    return count;
                }
                if (!inside && isShown(location.method)) {
                    if (trace != null) {
                        trace[count] = element(location);
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private static StackTraceElement element(CallSiteLocation location) {
        MethodLocation method = location.method;
        String file = method.fileName == null ? null : method.fileName.value;
        return new StackTraceElement(method.className.value, method.methodName.value,
                file == null ? null : file.substring(file.lastIndexOf('/') + 1), location.lineNumber);
    }

    /** Whether a method only makes an exception. */
    private static boolean isMaking(MethodLocation method) {
        if (!isKnown(method)) {
            return true;
        }
        String type = method.className.value;
        String name = method.methodName.value;
        return type.equals("org.teavm.runtime.ExceptionHandling") || type.equals("peaberry.managed.Checks") || type.equals("peaberry.managed.Failures") || name.equals("fillInStackTrace")
                || name.equals("<init>") && (type.endsWith("Exception") || type.endsWith("Error") || type.endsWith("Throwable"));
    }

    /** Whether a method is of those that call the program's. */
    private static boolean isBelow(MethodLocation method) {
        return isKnown(method) && (method.className.value.equals("peaberry.managed.Start") || method.methodName.value.equals("runThread"));
    }

    /** What TeaVM makes of a lambda is a class, which is not shown. */
    private static boolean isShown(MethodLocation method) {
        return isKnown(method) && !method.className.value.contains("$lambda$");
    }

    private static boolean isKnown(MethodLocation method) {
        return method != null && method.className != null && method.methodName != null;
    }
}
