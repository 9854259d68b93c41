package peaberry.people;

import java.io.IOException;
import java.util.Arrays;
import peaberry.abi.Timeout;
import peaberry.entropy.Entropy;
import peaberry.entropy.EntropyClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SystemCalls;

/** Salts of the service that gives random numbers, and of nothing weaker. */
final class EntropySalts implements Salts {

    private static final String NAME = "entropy";
    /** Microseconds. Whoever drives no device may never answer; one that only needs time says so. */
    private static final Timeout PATIENCE = Timeout.of(5_000_000);

    private final EntropyClient entropy = new EntropyClient(NAME);

    @Override
    public byte[] next() throws IOException {
        if (Grants.find(NAME).isNone()) {
            throw without();
        }
        entropy.setPatience(PATIENCE);
        Entropy.Outcome outcome = entropy.read(PasswordHash.SALT_BYTES);
        while (outcome == Entropy.Outcome.NOT_READY) {
            SystemCalls.yieldProcessor();
            outcome = entropy.read(PasswordHash.SALT_BYTES);
        }
        if (outcome != Entropy.Outcome.DONE || entropy.readResultCount() != PasswordHash.SALT_BYTES) {
            throw without();
        }
        return Arrays.copyOf(entropy.readResult(), PasswordHash.SALT_BYTES);
    }

    private static IOException without() {
        return new IOException("there is no source of random numbers, without which no password can be kept");
    }
}
