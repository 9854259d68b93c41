package peaberry.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All accounts, each a directory with its name: in it {@code account} ({@link Account}) and {@code password}, a directory with the file {@code hash} ({@link PasswordHash}), which a
 * person may be given to change her own. Beside them {@code .number} has the highest number that was ever given, so that nobody gets a number by which files of another one are known.
 *
 * <p>Whatever is changed is written beside what is there, and then takes its name: after a loss of power there is the one or the other.
 */
final class Accounts {

    private static final String ACCOUNT = "account";
    private static final String PASSWORD = "password";
    private static final String NUMBER = ".number";
    /** Behind the names of what is not complete yet, and of what is being removed. No account's name has a dot. */
    private static final String NEW = ".new";
    private static final String OLD = ".old";

    private final Folder folder;

    Accounts(Folder folder) {
        this.folder = folder;
    }

    /** The names of all, sorted. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : folder.list("")) {
            if (Account.isName(name)) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }

    /** @return null if there is none of that name @throws IOException also if it is damaged, which says how */
    Account find(String name) throws IOException {
        if (!Account.isName(name) || !folder.exists(name)) {
            return null;
        }
        try {
            return Account.parse(name, folder.read(name + "/" + ACCOUNT));
        } catch (IllegalArgumentException damage) {
            throw new IOException("the account of " + name + " cannot be read: " + damage.getMessage(), damage);
        }
    }

    /** What a person is given to change her password. */
    Password password(String name) {
        return new Password(folder, name + "/" + PASSWORD + "/");
    }

    /** Makes an account with the next number and a home of its name. @throws IOException also if there is one */
    Account add(String name, List<String> may, PasswordHash hash) throws IOException {
        if (folder.exists(name)) {
            throw new IOException(name + " has an account already");
        }
        int number = nextNumber();
        Account account = new Account(name, number, "/home/" + name, may);
        removeAll(name + NEW);
        folder.makeDirectory(name + NEW);
        folder.makeDirectory(name + NEW + "/" + PASSWORD);
        folder.write(name + NEW + "/" + ACCOUNT, account.text());
        new Password(folder, name + NEW + "/" + PASSWORD + "/").replace(hash);
        folder.write(NUMBER + NEW, number + "\n");
        folder.rename("", NUMBER + NEW, NUMBER);
        folder.rename("", name + NEW, name);
        return account;
    }

    private int nextNumber() throws IOException {
        int last = Account.FIRST_NUMBER - 1;
        try {
            last = folder.exists(NUMBER) ? Integer.parseInt(folder.read(NUMBER).strip()) : last;
        } catch (NumberFormatException damage) {
            throw new IOException("the last number that was given cannot be read", damage);
        }
        for (String name : names()) {
            last = Math.max(last, find(name).number());
        }
        return last + 1;
    }

    /** Replaces what is known of a person, who has an account. */
    void change(Account account) throws IOException {
        folder.write(account.name() + "/" + ACCOUNT + NEW, account.text());
        folder.rename(account.name(), ACCOUNT + NEW, ACCOUNT);
    }

    /** Removes an account. Her files stay, and her number is not given again. */
    void remove(String name) throws IOException {
        removeAll(name + OLD);
        folder.rename("", name, name + OLD);
        removeAll(name + OLD);
    }

    private void removeAll(String directory) throws IOException {
        if (!folder.exists(directory)) {
            return;
        }
        String password = directory + "/" + PASSWORD;
        if (folder.exists(password)) {
            for (String file : folder.list(password)) {
                folder.remove(password + "/" + file);
            }
        }
        for (String file : folder.list(directory)) {
            folder.remove(directory + "/" + file);
        }
        folder.remove(directory);
    }
}
