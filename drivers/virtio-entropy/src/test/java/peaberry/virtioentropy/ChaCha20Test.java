package peaberry.virtioentropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ChaCha20Test {

    private final ChaCha20 cipher = new ChaCha20();
    private final int[] key = new int[ChaCha20.KEY_WORDS];

    private byte[] block() {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ChaCha20.BLOCK_WORDS; i++) {
            bytes.putInt(cipher.word(i));
        }
        return bytes.array();
    }

    /** RFC 8439, 2.3.2. */
    @Test
    void theExampleOfTheStandardComesOut() {
        for (int i = 0; i < key.length; i++) {
            key[i] = 0x0302_0100 + i * 0x0404_0404;
        }
        cipher.start(key);
        cipher.seek(1, 0x0900_0000, 0x4A00_0000, 0);
        cipher.next();
        assertEquals("10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4ed2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e",
                HexFormat.of().formatHex(block()));
    }

    @Test
    void blocksAreThoseOfTheJdksCipher() throws GeneralSecurityException {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            ByteBuffer keyBytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < key.length; i++) {
                key[i] = random.nextInt();
                keyBytes.putInt(key[i]);
            }
            Cipher reference = Cipher.getInstance("ChaCha20");
            reference.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyBytes.array(), "ChaCha20"), new ChaCha20ParameterSpec(new byte[12], 0));
            byte[] expected = reference.doFinal(new byte[128]);
            cipher.start(key);
            ByteBuffer blocks = ByteBuffer.allocate(128);
            cipher.next();
            blocks.put(block());
            cipher.next();
            blocks.put(block());
            assertArrayEquals(expected, blocks.array());
        }
    }

    @Test
    void nothingIsLeftOfWhatIsErased() {
        key[0] = 1;
        cipher.start(key);
        cipher.next();
        cipher.erase();
        assertArrayEquals(new byte[64], block());
    }
}
