package peaberry.tools;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.Utf8;

/** The names of users and groups, as {@code /etc/passwd} and {@code /etc/group} have them (POSIX.1, XBD 3): the name and the number are the first and the third of fields with colons between. */
final class Accounts {

    private static final String USERS = "/etc/passwd";
    private static final String GROUPS = "/etc/group";
    private static final int NUMBER = 2;

    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final String what;

    private Accounts(Call call, String file, String what) {
        this.what = what;
        FileStatus status = call.look(file);
        if (status == null || !status.readable()) {
            return;
        }
        try (Input input = call.open(file)) {
            for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                add(Utf8.decode(line).split(":"));
            }
        } catch (IOException failure) {
            call.complain(file, failure);
        }
    }

    static Accounts users(Call call) {
        return new Accounts(call, USERS, "user");
    }

    static Accounts groups(Call call) {
        return new Accounts(call, GROUPS, "group");
    }

    private void add(String[] fields) {
        if (fields.length > NUMBER && isNumber(fields[NUMBER])) {
            long number = Options.number(fields[NUMBER]);
            names.putIfAbsent(number, fields[0]);
            numbers.putIfAbsent(fields[0], number);
        }
    }

    private static boolean isNumber(String text) {
        boolean is = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            is &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return is;
    }

    /** The name of a number, or the number itself if it has none. */
    String name(long number) {
        return names.getOrDefault(number, Long.toString(number));
    }

    boolean hasName(long number) {
        return names.containsKey(number);
    }

    /** The number of a name, or one that is written as such. */
    long number(String name) {
        Long number = numbers.get(name);
        if (number == null && !isNumber(name)) {
            throw new UsageException("there is no " + what + " " + name);
        }
        return number == null ? Options.number(name) : number;
    }
}
