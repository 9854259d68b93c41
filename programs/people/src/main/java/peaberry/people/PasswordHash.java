package peaberry.people;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: its hash by Argon2id (RFC 9106), with which and by what it was made. As text it is the PHC string format's
 * {@code $argon2id$v=19$m=7168,t=5,p=1$SALT$HASH}, salt and hash in Base64 without padding.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes  of it
 */
record PasswordHash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

    /** What OWASP's Password Storage Cheat Sheet recommends for the smallest memory: m=7168 (7 MiB), t=5, p=1. */
    private static final int MEMORY = 7168;
    private static final int PASSES = 5;
    private static final int LANES = 1;
    /** Bytes: RFC 9106, 4, has both as a sufficient choice. */
    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** The most that is computed, since a file may say anything: a program has little more memory. */
    private static final int MAX_MEMORY = 8192;
    private static final int MAX_PASSES = 64;
    private static final int MAX_LANES = 16;
    /** KiB for each lane, at least (RFC 9106, 3.1). */
    private static final int LANE_MEMORY = 8;
    private static final int MIN_SALT_BYTES = 8;
    private static final int MIN_HASH_BYTES = 16;
    private static final int MAX_BYTES = 64;

    private static final String TYPE = "argon2id";
    private static final String VERSION = "v=19";
    private static final int FIELDS = 6;

    PasswordHash {
        if (memory > MAX_MEMORY || lanes < 1 || lanes > MAX_LANES || memory < LANE_MEMORY * lanes || passes < 1 || passes > MAX_PASSES
                || salt.length < MIN_SALT_BYTES || salt.length > MAX_BYTES || hash.length < MIN_HASH_BYTES || hash.length > MAX_BYTES) {
            throw new IllegalArgumentException("a hash of a password is beyond what is computed here");
        }
    }

    /** Of a new password. @param salt {@link #SALT_BYTES} that nobody can guess and that no other hash has */
    static PasswordHash of(Secret password, byte[] salt) {
        return new PasswordHash(MEMORY, PASSES, LANES, salt, compute(MEMORY, PASSES, LANES, salt, HASH_BYTES, password));
    }

    /** One that takes as long as any other to be compared with, and belongs to no password that anybody knows. */
    static PasswordHash ofNobody() {
        return new PasswordHash(MEMORY, PASSES, LANES, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /** @throws IllegalArgumentException if the text is none */
    static PasswordHash parse(String text) {
        String[] fields = text.split("\\$", -1);
        if (fields.length != FIELDS || !fields[0].isEmpty() || !fields[1].equals(TYPE) || !fields[2].equals(VERSION)) {
            throw new IllegalArgumentException("a hash of a password is not of the form $argon2id$v=19$m=M,t=T,p=P$SALT$HASH");
        }
        String[] numbers = fields[3].split(",", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("a hash of a password needs m, t and p");
        }
        Base64.Decoder decoder = Base64.getDecoder();
        PasswordHash parsed = new PasswordHash(number("m=", numbers[0]), number("t=", numbers[1]), number("p=", numbers[2]), decoder.decode(fields[4]), decoder.decode(fields[5]));
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("a hash of a password is not written as it is to be");
        }
        return parsed;
    }

    private static int number(String name, String text) {
        if (!text.startsWith(name)) {
            throw new IllegalArgumentException("a hash of a password has " + text + " in place of " + name);
        }
        return Integer.parseInt(text.substring(name.length()));
    }

    /** Whether it is this password's. It takes the same time whether or not it is. */
    boolean isOf(Secret password) {
        byte[] computed = compute(memory, passes, lanes, salt, hash.length, password);
        int difference = 0;
        for (int i = 0; i < hash.length; i++) {
            difference |= computed[i] ^ hash[i];
        }
        Arrays.fill(computed, (byte) 0);
        return difference == 0;
    }

    private static byte[] compute(int memory, int passes, int lanes, byte[] salt, int bytes, Secret password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password.bytes(), hash);
        return hash;
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$" + TYPE + "$" + VERSION + "$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }
}
