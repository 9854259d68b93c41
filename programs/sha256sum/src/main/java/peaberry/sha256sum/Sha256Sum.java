package peaberry.sha256sum;

import org.bouncycastle.crypto.digests.SHA256Digest;
import peaberry.posix.ToolMain;
import peaberry.tools.Digest;

/** The tool {@code sha256sum} as a program. */
public final class Sha256Sum {

    private Sha256Sum() {
    }

    /** Ends with the tool's status. @param decoded not used: bytes that are not UTF-8 are lost there */
    public static void main(String[] decoded) {
        System.exit(ToolMain.sha256sum(new Own()));
    }

    /** SHA-256 of Bouncy Castle. */
    private static final class Own implements Digest {

        private final SHA256Digest digest = new SHA256Digest();

        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            byte[] finished = new byte[digest.getDigestSize()];
            digest.doFinal(finished, 0);
            return finished;
        }
    }
}
