package peaberry.tools;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as the Java platform has it. */
final class PlatformDigest implements Digest {

    private final MessageDigest digest;

    PlatformDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] finish() {
        return digest.digest();
    }
}
