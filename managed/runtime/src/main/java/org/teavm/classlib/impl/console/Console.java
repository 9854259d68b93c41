package org.teavm.classlib.impl.console;

import peaberry.managed.StandardStreams;

/** In place of TeaVM's own: what {@code System.out} and {@code System.err} print to. */
public final class Console {

    private Console() {
    }

    public static void writeStderr(byte[] data, int off, int len) {
        StandardStreams.CHOSEN.write(true, data, off, len);
    }

    public static void writeStdout(byte[] data, int off, int len) {
        StandardStreams.CHOSEN.write(false, data, off, len);
    }
}
