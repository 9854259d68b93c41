package peaberry.people;

import java.util.List;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;

/** {@code login}, {@code passwd} and {@code people} as one program, which is the one that it is called. */
public final class Main {

    private static final int STATUS_NAMELESS = 127;

    private Main() {
    }

    /** Ends with the command's status. */
    public static void main(String[] arguments) {
        System.exit(switch (name()) {
            case "login" -> Login.run();
            case "passwd" -> Passwd.run(List.of(arguments));
            case "people" -> People.run(List.of(arguments));
            default -> STATUS_NAMELESS;
        });
    }

    /** What it is called, without the path. */
    private static String name() {
        Text called = new Text(Arguments.longest());
        StringBuilder name = new StringBuilder();
        if (Arguments.get(0, called)) {
            for (int i = 0; i < called.length(); i++) {
                name.append((char) called.byteAt(i));
            }
        }
        return name.substring(name.lastIndexOf("/") + 1);
    }
}
