package peaberry.people;

import java.util.Arrays;

/** What somebody typed and nobody else is to see, as UTF-8: it is overwritten when it is closed. */
final class Secret implements AutoCloseable {

    private final byte[] bytes;

    /** @param bytes which are its own from now on */
    Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not to be kept. */
    byte[] bytes() {
        return bytes;
    }

    /** How many characters it has: bytes of UTF-8 that begin one. */
    int characters() {
        int characters = 0;
        for (byte each : bytes) {
            characters += (each & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters;
    }

    boolean sameAs(Secret other) {
        return Arrays.equals(bytes, other.bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
