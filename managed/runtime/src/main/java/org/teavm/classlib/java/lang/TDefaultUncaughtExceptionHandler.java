package org.teavm.classlib.java.lang;

/** In place of TeaVM's class of this name: says of an exception that nobody caught in which thread that was, as the JVM does. */
public class TDefaultUncaughtExceptionHandler implements TThread.UncaughtExceptionHandler {

    @Override
    public void uncaughtException(TThread thread, Throwable uncaught) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        uncaught.printStackTrace();
    }
}
