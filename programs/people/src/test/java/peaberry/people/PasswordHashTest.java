package peaberry.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private static Secret secret(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] repeated(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 9106, 5.3. */
    @Test
    void theLibraryComputesWhatTheSpecificationSays() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(32).withIterations(3)
                .withParallelism(4).withSalt(repeated(2, 16)).withSecret(repeated(3, 8)).withAdditional(repeated(4, 12)).build());
        byte[] tag = new byte[32];
        generator.generateBytes(repeated(1, 32), tag);
        assertEquals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", HexFormat.of().formatHex(tag));
    }

    /** Of the reference implementation's tests. */
    @Test
    void aHashOfAnotherImplementationIsUnderstood() {
        PasswordHash hash = PasswordHash.parse("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertTrue(hash.isOf(secret("password")));
        assertFalse(hash.isOf(secret("passwore")));
        assertFalse(hash.isOf(secret("")));
    }

    @Test
    void aHashIsWrittenWithItsParametersAndReadAgain() {
        PasswordHash hash = PasswordHash.of(secret("correct horse"), repeated(7, PasswordHash.SALT_BYTES));
        assertTrue(hash.toString().startsWith("$argon2id$v=19$m=7168,t=5,p=1$BwcHBwcHBwcHBwcHBwcHBw$"), hash.toString());
        PasswordHash again = PasswordHash.parse(hash.toString());
        assertEquals(hash.toString(), again.toString());
        assertTrue(again.isOf(secret("correct horse")));
        assertFalse(again.isOf(secret("correct hors")));
        assertNotEquals(hash.toString(), PasswordHash.of(secret("correct horse"), repeated(8, PasswordHash.SALT_BYTES)).toString());
    }

    @Test
    void nobodysHashIsOfTheSameWork() {
        assertTrue(PasswordHash.ofNobody().toString().startsWith("$argon2id$v=19$m=7168,t=5,p=1$"));
        assertFalse(PasswordHash.ofNobody().isOf(secret("")));
    }

    @Test
    void whatIsNoHashIsRefused() {
        String right = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        for (String wrong : new String[] {"", "x", right + "x$", right.replace("argon2id", "argon2i"), right.replace("v=19", "v=16"), right.replace("m=256", "m=999999999"),
            right.replace("m=256", "m=7"), right.replace("t=2", "t=0"), right.replace("t=2", "t=2000"), right.replace("p=1", "p=0"), right.replace("p=1", "p=33"),
            right.replace("m=256,", ""), right.replace("c29tZXNhbHQ", ""), right.replace("c29tZXNhbHQ", "c29t"), right.replace("c29tZXNhbHQ", "c29tZXNhbHQ="),
            right.replace("t=2", "t=+2"), right.replace("m=256", "m=0256"), right.replace("/4", "/5"), right + "\n", right.replace("nf65", "nf6%")}) {
            assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(wrong), wrong);
        }
    }

    /** Whatever a file says, it is a hash that is written just so, or refused. */
    @Test
    void garbageIsRefused() {
        Random random = new Random(9106);
        String right = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            char[] text = right.toCharArray();
            for (int change = random.nextInt(4); change >= 0; change--) {
                text[random.nextInt(text.length)] = (char) (random.nextBoolean() ? right.charAt(random.nextInt(right.length())) : random.nextInt(256));
            }
            try {
                assertEquals(new String(text), PasswordHash.parse(new String(text)).toString());
                accepted++;
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
        assertTrue(accepted > 0);
    }

    @Test
    void aSecretIsOverwritten() {
        byte[] bytes = "grüße".getBytes(StandardCharsets.UTF_8);
        try (Secret secret = new Secret(bytes)) {
            assertEquals(5, secret.characters());
        }
        assertEquals("00".repeat(7), HexFormat.of().formatHex(bytes));
    }
}
