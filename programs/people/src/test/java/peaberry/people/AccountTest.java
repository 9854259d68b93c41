package peaberry.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final String ANN = "number 1000\nhome /home/ann\nmay supervision system/power\n";

    @Test
    void anAccountIsRowsOfText() {
        Account ann = Account.parse("ann", "# made at first boot\n\n" + ANN);
        assertEquals(new Account("ann", 1000, "/home/ann", List.of("supervision", "system/power")), ann);
        assertEquals(ANN, ann.text());
        assertEquals("number 1001\nhome /home/bob\nmay\n", new Account("bob", 1001, "/home/bob", List.of()).text());
        assertEquals(List.of(Account.ALL), Account.parse("ann", ANN.replace("supervision", "*").replace(" system/power", "")).may());
    }

    @Test
    void namesAreShortAndPlain() {
        for (String name : List.of("a", "ann", "a-1", "x".repeat(31))) {
            assertTrue(Account.isName(name), name);
        }
        for (String name : List.of("", "Ann", "1a", "-a", "a b", "a.b", "a/b", "..", "ä", "a\n", "x".repeat(32))) {
            assertFalse(Account.isName(name), name);
        }
    }

    @Test
    void whatIsNoAccountIsRefused() {
        for (String wrong : List.of("", "number 1000\n", ANN + "number 1001\n", ANN + "may\n", ANN + "home /x\n", ANN + "shell sh\n", ANN.replace("1000", "999"), ANN.replace("1000", "0"),
                ANN.replace("1000", "-1"), ANN.replace("1000", "99999999999"), ANN.replace("1000", "x"), ANN.replace("/home/ann", "home"), ANN.replace("/home/ann", "/home/../etc"),
                ANN.replace("/home/ann", "/"), ANN.replace("/home/ann", "/a b"), ANN.replace("supervision", "Super"), ANN.replace("supervision", "x".repeat(25)))) {
            assertThrows(IllegalArgumentException.class, () -> Account.parse("ann", wrong), wrong);
        }
    }

    @Test
    void garbageIsRefusedOrReadAgain() {
        Random random = new Random(1000);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            char[] text = ANN.toCharArray();
            for (int change = random.nextInt(3); change >= 0; change--) {
                text[random.nextInt(text.length)] = (char) (random.nextBoolean() ? ANN.charAt(random.nextInt(ANN.length())) : random.nextInt(256));
            }
            try {
                Account account = Account.parse("ann", new String(text));
                assertEquals(account, Account.parse("ann", account.text()));
                accepted++;
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
        assertTrue(accepted > 100, "accepted " + accepted);
    }
}
