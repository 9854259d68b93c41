package peaberry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;

class PersonTest {

    private static final String ANN = "accepted\nann\n1000\n/home/ann\nping machine\n";

    private final Person person = new Person();

    private boolean reads(String said) {
        Text text = new Text(2048);
        for (int i = 0; i < said.length(); i++) {
            text.appendByte(said.charAt(i));
        }
        return person.read(text);
    }

    @Test
    void rowsSayWhoItIs() {
        assertTrue(reads(ANN));
        assertTrue(person.name.is("ann") && person.home.is("/home/ann") && person.may.is("ping machine"));
        assertEquals(1000, person.number);
        assertTrue(reads("accepted\nbob\n1001\n/home/bob\n\n"));
        assertEquals(0, person.may.length());
    }

    @Test
    void whatIsNotWholeIsNobody() {
        for (int end = 0; end < ANN.length(); end++) {
            assertFalse(reads(ANN.substring(0, end)), ANN.substring(0, end));
        }
        for (String wrong : new String[] {ANN.replace("1000", ""), ANN.replace("1000", "0"), ANN.replace("1000", "10x"), ANN.replace("1000", "99999999999999"), ANN.replace("/home", "home"),
            ANN.replace("\nann", "\n"), ANN.replace("\nann", "\n" + "a".repeat(32)), ANN.replace("/ann", "/" + "a".repeat(200))}) {
            assertFalse(reads(wrong), wrong);
        }
    }

    @Test
    void garbageIsNobodyOrSomebodyWhole() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            char[] said = ANN.toCharArray();
            for (int change = random.nextInt(6); change >= 0; change--) {
                said[random.nextInt(said.length)] = (char) random.nextInt(256);
            }
            if (reads(new String(said))) {
                assertTrue(person.number > 0 && person.name.length() > 0 && person.home.byteAt(0) == '/');
            }
        }
    }
}
