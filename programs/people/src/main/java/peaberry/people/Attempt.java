package peaberry.people;

import java.io.IOException;
import java.util.List;
import peaberry.people.Dialogue.NoAnswer;

/** One attempt to log in; or, as long as there is no account, the making of the first one. */
final class Attempt {

    private final Accounts accounts;
    private final Dialogue dialogue;
    private final Salts salts;

    Attempt(Accounts accounts, Dialogue dialogue, Salts salts) {
        this.accounts = accounts;
        this.dialogue = dialogue;
        this.salts = salts;
    }

    /** @throws IOException if it cannot be done, which says why */
    Verdict run() throws IOException {
        for (;;) {
            try {
                return accounts.names().isEmpty() ? first() : other();
            } catch (NoAnswer again) {
                if (again.isEnd()) {
                    return new Verdict.Ended();
                }
            }
        }
    }

    /** Salt comes first: without it there is nothing to ask for. */
    private Verdict first() throws IOException, NoAnswer {
        byte[] salt = salts.next();
        dialogue.say("There is no account yet. Whoever makes the first one may be granted all administration.");
        String name = dialogue.ask("name: ");
        while (!Account.isName(name)) {
            dialogue.say("a name is a letter from a to z, and at most 30 of these, digits and -");
            name = dialogue.ask("name: ");
        }
        try (Secret password = dialogue.askNewPassword()) {
            PasswordHash hash = PasswordHash.of(password, salt);
            if (!accounts.names().isEmpty()) {
                dialogue.say("Somebody made the first account meanwhile, at another console.");
                return other();
            }
            return new Verdict.Accepted(accounts.add(name, List.of(Account.ALL), hash));
        }
    }

    private Verdict other() throws IOException, NoAnswer {
        String name = "";
        while (name.isEmpty()) {
            name = dialogue.ask("login: ");
        }
        try (Secret password = dialogue.askSecret("password: ")) {
            return judge(name, password);
        } catch (NoAnswer none) {
            if (none.isEnd()) {
                return other();
            }
            throw none;
        }
    }

    /** A name that nobody has takes as long, and looks the same. */
    private Verdict judge(String name, Secret password) throws IOException {
        Account account = accounts.find(name);
        PasswordHash hash = account == null ? PasswordHash.ofNobody() : accounts.password(name).hash();
        boolean isRight = hash.isOf(password);
        return isRight && account != null ? new Verdict.Accepted(account) : new Verdict.Refused(Account.isName(name) ? name : "");
    }
}
