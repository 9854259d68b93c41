package peaberry.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {

    private static final long KEY_0 = 0x0706_0504_0302_0100L;
    private static final long KEY_1 = 0x0F0E_0D0C_0B0A_0908L;

    /** The reference implementation's vectors for messages of the bytes 0, 1, 2 and so on. */
    @ParameterizedTest
    @CsvSource({"0, 726fdb47dd0e0e31", "1, 93f5f5799a932462", "2, 3f2acc7f57c29bdb", "7, b78dbfaf3a8d83bd"})
    void theHashIsThatOfTheReference(int words, String expected) {
        SipHash hash = new SipHash();
        hash.setKey(KEY_0, KEY_1);
        for (int repeated = 0; repeated < 2; repeated++) {
            hash.begin();
            for (int word = 0; word < words; word++) {
                hash.add(KEY_0 + word * 0x0808_0808_0808_0808L);
            }
            assertEquals(Long.parseUnsignedLong(expected, 16), hash.end());
        }
    }
}
