package peaberry.hostfiles;

import peaberry.runtime.Region;
import peaberry.runtime.Text;
import peaberry.virtio.ProtocolViolation;

/**
 * Messages of 9P2000.L (the header linux/include/net/9p/9p.h and the protocol's description in diod's protocol.md): size, type and tag, then numbers in little-endian order, and texts with their length
 * before them. One is under way at a time. Of an answer nothing is believed: each part is read once, within the bytes that came, and an answer of another type is a {@link ProtocolViolation}.
 */
final class Messages {

    /** An answer that says why it did not work, by an error of Linux. */
    private static final int ERROR = 7;

    private static final int BODY = 7;
    /** The tag of the only message under way; and that of the first one of all. */
    private static final int ONLY = 1;
    static final int NO_TAG = 0xFFFF;

    private final Wire wire;
    private int type;
    private int tag;
    private int at;
    private int end;

    Messages(Wire wire) {
        this.wire = wire;
    }

    private Region memory() {
        return wire.memory();
    }

    /** Begins a request. */
    Messages begin(int newType) {
        return begin(newType, ONLY);
    }

    Messages begin(int newType, int newTag) {
        type = newType;
        tag = newTag;
        at = BODY;
        return this;
    }

    Messages putByte(int value) {
        memory().setByte(wire.request() + at, value);
        at++;
        return this;
    }

    Messages putShort(int value) {
        return putByte(value & 0xFF).putByte(value >>> Byte.SIZE & 0xFF);
    }

    Messages putInt(long value) {
        return putShort((int) value & 0xFFFF).putShort((int) (value >>> Short.SIZE) & 0xFFFF);
    }

    Messages putLong(long value) {
        return putInt(value).putInt(value >>> Integer.SIZE);
    }

    Messages putText(Text text) {
        return putText(text, 0, text.length());
    }

    /** A part of a text. */
    Messages putText(Text text, int from, int to) {
        putShort(to - from);
        for (int i = from; i < to; i++) {
            putByte(text.byteAt(i));
        }
        return this;
    }

    Messages putText(String text) {
        putShort(text.length());
        for (int i = 0; i < text.length(); i++) {
            putByte(text.charAt(i));
        }
        return this;
    }

    /** Where the next bytes of the request go, which somebody else puts there. */
    long place() {
        return wire.request() + at;
    }

    /** So many were put there. */
    Messages skip(int bytes) {
        at += bytes;
        return this;
    }

    /** Sends the request and reads the head of its answer. @return 0, or the error of Linux that it says */
    int send() {
        int bytes = at;
        at = 0;
        putInt(bytes).putByte(type).putShort(tag);
        int came = wire.exchange(bytes);
        at = 0;
        end = BODY;
        if (came < BODY || came > Wire.MAX_BYTES) {
            throw new ProtocolViolation("an answer without a head");
        }
        long size = takeInt();
        int answerType = takeByte();
        int answerTag = takeShort();
        if (size < BODY || size > came || answerTag != tag) {
            throw new ProtocolViolation("an answer to something else");
        }
        end = (int) size;
        if (answerType == ERROR) {
            int error = (int) takeInt();
            return error == 0 ? -1 : error;
        }
        if (answerType != type + 1) {
            throw new ProtocolViolation("an answer of another type");
        }
        return 0;
    }

    int takeByte() {
        if (at >= end) {
            throw new ProtocolViolation("an answer that is too short");
        }
        return memory().unsignedByte(wire.answer() + at++);
    }

    int takeShort() {
        int low = takeByte();
        return low | takeByte() << Byte.SIZE;
    }

    /** 0 to 2 to the 32nd, less one. */
    long takeInt() {
        long low = takeShort();
        return low | (long) takeShort() << Short.SIZE;
    }

    long takeLong() {
        long low = takeInt();
        return low | takeInt() << Integer.SIZE;
    }

    /** @param to is given the text, as much as it has room for */
    void takeText(Text to) {
        int length = takeShort();
        to.clear();
        for (int i = 0; i < length; i++) {
            to.appendByte(takeByte());
        }
    }

    /** Where in the memory the next bytes of the answer are, of which there are so many. */
    long takeBytes(int count) {
        if (count < 0 || count > end - at) {
            throw new ProtocolViolation("an answer that is too short");
        }
        long place = wire.answer() + at;
        at += count;
        return place;
    }

    void skipTaken(int count) {
        takeBytes(count);
    }

    /** Whether there is more. */
    boolean hasMore() {
        return at < end;
    }
}
