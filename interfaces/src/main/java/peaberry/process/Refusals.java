package peaberry.process;

import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.Text;
import peaberry.stream.ByteStreamClient;

/**
 * What a program was refused for want of a grant, told to whoever started it, if he wants to know: by the stream under {@link #NAME}, as lines, each the need that would have allowed it.
 * What the kernel and servers refuse they refuse without this; it is the program that tells, and a hostile one may keep silent or lie.
 */
public final class Refusals {

    /** Under which the stream is given. */
    public static final String NAME = "refusals";
    /** First words of needs: of a file or directory to be read or changed, of a service, of the right to start programs. */
    public static final String READ = "read:";
    public static final String WRITE = "write:";
    public static final String SERVICE = "service:";
    public static final String PROGRAMS = "programs";
    /** The most lines that a program tells, so that a pipe has room for them and nobody waits. */
    public static final int MOST = 24;
    /** Bytes of the longest line. */
    public static final int MAX_LINE = FileSystem.MAX_PATH + 16;

    private static final ByteStreamClient STREAM = new ByteStreamClient(NAME);
    private static final Text LINE = new Text(MAX_LINE);
    private static final Text LAST = new Text(MAX_LINE);
    private static final byte[] BYTES = new byte[MAX_LINE];
    private static int told;

    private Refusals() {
    }

    /** Tells of a service that was not given, or of {@link #PROGRAMS}. @param kind one of those above @param name what is behind it; may be empty */
    public static void tell(String kind, String name) {
        LINE.clear().append(kind).append(name);
        tell();
    }

    /** Tells of a file. @param path from {@code /} on; without that it is as if it had it */
    public static void tell(String kind, Text path) {
        LINE.clear().append(kind);
        if (path.length() == 0 || path.byteAt(0) != '/') {
            LINE.append("/");
        }
        LINE.append(path);
        tell();
    }

    /** What was told last is not told again. */
    private static void tell() {
        if (told == MOST || LINE.sameAs(LAST) || Grants.find(NAME).isNone()) {
            return;
        }
        told++;
        LAST.clear().append(LINE);
        int count = 0;
        for (; count < LINE.length() && count < MAX_LINE - 1; count++) {
            BYTES[count] = LINE.byteAt(count) == '\n' ? (byte) '?' : LINE.byteAt(count);
        }
        BYTES[count++] = '\n';
        OwnBuffer.put(BYTES, 0, count);
        STREAM.write(count, OwnBuffer.lend(count, Rights.READ), 0);
        OwnBuffer.takeBack();
    }
}
