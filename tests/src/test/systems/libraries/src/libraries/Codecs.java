package libraries;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Soundex;

/** Apache Commons Codec. */
final class Codecs {

    private Codecs() {
    }

    static void run() {
        byte[] bytes = "Grüße, Peaberry".getBytes(StandardCharsets.UTF_8);
        System.out.println(Hex.encodeHexString(bytes) + " " + Base64.encodeBase64String(bytes) + " " + new Base32().encodeToString(bytes));
        System.out.println(new String(Base64.decodeBase64("SGFsbG8="), StandardCharsets.UTF_8));
        System.out.println(new Soundex().encode("Robert") + " " + new DoubleMetaphone().encode("Schmidt"));
    }
}
