package peaberry.people;

import java.io.IOException;
import java.util.List;
import peaberry.people.Dialogue.NoAnswer;

/**
 * {@code people}: who has an account. {@code people} lists them, {@code people add NAME} makes one, {@code people remove NAME} removes one, {@code people may NAME [GRANT ...]} says what somebody may
 * be granted. It has the folder of accounts as {@code people}, if that was granted.
 */
final class People {

    private static final String USAGE = "usage: people [add name | remove name | may name [grant ...] | password name]";

    private People() {
    }

    /** @return the exit status */
    static int run(List<String> arguments) {
        return Command.run("people", dialogue -> run(arguments, new Accounts(new GivenFolder(Names.PEOPLE)), dialogue, new EntropySalts()));
    }

    static void run(List<String> arguments, Accounts accounts, Dialogue dialogue, Salts salts) throws IOException, NoAnswer {
        String action = arguments.isEmpty() ? "" : arguments.getFirst();
        boolean takesName = arguments.size() == 2;
        if (arguments.isEmpty()) {
            list(accounts, dialogue);
        } else if (action.equals("add") && takesName) {
            add(arguments.get(1), accounts, dialogue, salts);
        } else if (action.equals("remove") && takesName) {
            accounts.remove(existing(arguments.get(1), accounts).name());
        } else if (action.equals("password") && takesName) {
            setPassword(existing(arguments.get(1), accounts), accounts, dialogue, salts);
        } else if (action.equals("may") && arguments.size() >= 2) {
            allow(existing(arguments.get(1), accounts), arguments.subList(2, arguments.size()), accounts);
        } else {
            throw new IOException(USAGE);
        }
    }

    private static Account existing(String name, Accounts accounts) throws IOException {
        Account account = accounts.find(name);
        if (account == null) {
            throw new IOException(name + ": nobody has an account of that name");
        }
        return account;
    }

    private static void list(Accounts accounts, Dialogue dialogue) throws IOException {
        for (String name : accounts.names()) {
            Account account = accounts.find(name);
            dialogue.say(name + " " + account.number() + " " + account.home() + " " + String.join(" ", account.may()));
        }
    }

    private static void add(String name, Accounts accounts, Dialogue dialogue, Salts salts) throws IOException, NoAnswer {
        if (!Account.isName(name)) {
            throw new IOException(name + ": a name is a letter from a to z, and at most 30 of these, digits and -");
        }
        if (accounts.find(name) != null) {
            throw new IOException(name + ": somebody has that name");
        }
        byte[] salt = salts.next();
        try (Secret password = dialogue.askNewPassword()) {
            accounts.add(name, List.of(), PasswordHash.of(password, salt));
        }
    }

    private static void setPassword(Account account, Accounts accounts, Dialogue dialogue, Salts salts) throws IOException, NoAnswer {
        byte[] salt = salts.next();
        try (Secret password = dialogue.askNewPassword()) {
            accounts.password(account.name()).replace(PasswordHash.of(password, salt));
        }
    }

    private static void allow(Account account, List<String> may, Accounts accounts) throws IOException {
        try {
            accounts.change(new Account(account.name(), account.number(), account.home(), may));
        } catch (IllegalArgumentException wrong) {
            throw new IOException(String.join(" ", may) + ": " + wrong.getMessage(), wrong);
        }
    }
}
