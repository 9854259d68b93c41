package peaberry.integrity;

import peaberry.block.BlockDevice.Outcome;
import peaberry.entropy.EntropyClient;
import peaberry.runtime.Grants;

/**
 * Where the key comes from that checksums are made with. A system whose declaration gives the server an interface called {@code entropy} has one
 * that nobody knows, and no disk before there are random numbers. Any other has one that everybody can read, and says so by its declaration: it
 * finds a driver that fails, not one that was written to deceive this server.
 */
class KeySource {

    /** The declaration's name. */
    private static final String ENTROPY = "entropy";
    private static final int WORDS = 2;
    /** Digits of pi, as no number to suspect. */
    private static final long PUBLIC_KEY_0 = 0x243F_6A88_85A3_08D3L;
    private static final long PUBLIC_KEY_1 = 0x1319_8A2E_0370_7344L;

    private final EntropyClient entropy = new EntropyClient(ENTROPY);
    private long first = PUBLIC_KEY_0;
    private long second = PUBLIC_KEY_1;

    /** Draws a key. @return whether there is one now, in the words of a disk */
    Outcome draw() {
        if (Grants.find(ENTROPY).isNone()) {
            return Outcome.DONE;
        }
        return switch (entropy.read(WORDS * Long.BYTES)) {
            case DONE -> take();
            case NOT_READY -> Outcome.BUSY;
            default -> Outcome.NO_DEVICE;
        };
    }

    private Outcome take() {
        if (entropy.readResultCount() != WORDS * Long.BYTES) {
            return Outcome.NO_DEVICE;
        }
        first = word(0);
        second = word(Long.BYTES);
        return Outcome.DONE;
    }

    private long word(int from) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << Byte.SIZE | entropy.readResult()[from + i] & 0xFF;
        }
        return word;
    }

    /** First half of the key that was drawn. */
    long first() {
        return first;
    }

    /** Its second half. */
    long second() {
        return second;
    }
}
