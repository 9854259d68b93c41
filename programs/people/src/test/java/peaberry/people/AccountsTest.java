package peaberry.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final PasswordHash ONE = PasswordHash.ofNobody();
    private static final PasswordHash OTHER = PasswordHash.parse("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    /** What is done to accounts. */
    private interface Change {
        void of(Accounts accounts) throws IOException;
    }

    /** Everything that is known of everybody. */
    private static String all(Accounts accounts) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : accounts.names()) {
            all.append(accounts.find(name)).append(accounts.password(name).hash());
        }
        return all.toString();
    }

    @Test
    void accountsAreAddedChangedAndRemoved() throws IOException {
        MemoryFolder folder = new MemoryFolder();
        Accounts accounts = new Accounts(folder);
        assertEquals(List.of(), accounts.names());
        assertEquals(new Account("ann", 1000, "/home/ann", List.of("*")), accounts.add("ann", List.of("*"), ONE));
        assertEquals(1001, accounts.add("bob", List.of(), OTHER).number());
        assertEquals(List.of("ann", "bob"), accounts.names());
        assertEquals(OTHER.toString(), accounts.password("bob").hash().toString());
        assertThrows(IOException.class, () -> accounts.add("bob", List.of(), ONE));
        accounts.change(new Account("bob", 1001, "/home/bob", List.of("ping")));
        assertEquals(List.of("ping"), accounts.find("bob").may());
        accounts.password("bob").replace(ONE);
        assertEquals(ONE.toString(), accounts.password("bob").hash().toString());
        accounts.remove("bob");
        assertEquals(List.of("ann"), accounts.names());
        assertNull(accounts.find("bob"));
        assertNull(accounts.find("../ann"));
        assertEquals(1002, accounts.add("bob", List.of(), ONE).number(), "whose files would be another one's");
        assertTrue(folder.files.keySet().stream().noneMatch(path -> path.contains(".new") || path.contains(".old")), folder.files.toString());
    }

    @Test
    void aDamagedAccountIsToldOf() throws IOException {
        MemoryFolder folder = new MemoryFolder();
        Accounts accounts = new Accounts(folder);
        accounts.add("ann", List.of(), ONE);
        folder.write("ann/account", "number x\n");
        assertTrue(assertThrows(IOException.class, () -> accounts.find("ann")).getMessage().startsWith("the account of ann cannot be read: "));
        folder.write("ann/password/hash", "");
        assertThrows(IOException.class, () -> accounts.password("ann").hash());
    }

    /** Wherever the power fails, there is what was before or what was to be; and it can be done again. */
    @Test
    void aLossOfPowerLeavesOldOrNew() throws IOException {
        assertOldOrNew(accounts -> accounts.add("cid", List.of("ping"), OTHER));
        assertOldOrNew(accounts -> accounts.remove("bob"));
        assertOldOrNew(accounts -> accounts.change(new Account("bob", 1001, "/home/bob", List.of("ping"))));
        assertOldOrNew(accounts -> accounts.password("bob").replace(OTHER));
    }

    private static void assertOldOrNew(Change change) throws IOException {
        MemoryFolder before = new MemoryFolder();
        new Accounts(before).add("ann", List.of("*"), ONE);
        new Accounts(before).add("bob", List.of(), ONE);
        MemoryFolder after = before.copy();
        change.of(new Accounts(after));
        int failures = 0;
        boolean failed = true;
        while (failed) {
            MemoryFolder folder = before.copy();
            folder.failAfter(failures++);
            failed = fails(change, folder);
            Accounts accounts = new Accounts(folder.copy());
            String now = all(accounts);
            assertTrue(now.equals(all(new Accounts(before))) || now.equals(all(new Accounts(after))), now);
            if (now.equals(all(new Accounts(before)))) {
                change.of(accounts);
                assertEquals(all(new Accounts(after)).replace("1003", "1002"), all(accounts).replace("1003", "1002"));
            }
        }
        assertTrue(failures > 2);
    }

    private static boolean fails(Change change, MemoryFolder folder) {
        try {
            change.of(new Accounts(folder));
            return false;
        } catch (IOException power) {
            return true;
        }
    }
}
