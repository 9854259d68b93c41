package people;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Prints what RFC 9106, 5.3, and FIPS 180-4's example of "abc" come to on this machine. */
public final class Vectors {

    private Vectors() {
    }

    private static byte[] repeated(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static void print(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        System.out.println(text);
    }

    public static void main(String[] arguments) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(32).withIterations(3)
                .withParallelism(4).withSalt(repeated(2, 16)).withSecret(repeated(3, 8)).withAdditional(repeated(4, 12)).build());
        byte[] tag = new byte[32];
        generator.generateBytes(repeated(1, 32), tag);
        print(tag);
        SHA256Digest digest = new SHA256Digest();
        digest.update(new byte[] {'a', 'b', 'c'}, 0, 3);
        digest.doFinal(tag, 0);
        print(tag);
    }
}
