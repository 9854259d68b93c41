package peaberry.session;

import peaberry.runtime.Text;

/** Whose session it is: what {@code login} says of somebody whom it let in. */
final class Person {

    private static final int MAX_NAME = 31;
    private static final int MAX_HOME = 200;
    private static final int MAX_MAY = 440;
    private static final int DECIMAL = 10;
    private static final int LAST_NUMBER = 0xFFFF;
    /** Of a row that is not there. */
    private static final int NONE = -1;

    final Text name = new Text(MAX_NAME);
    final Text home = new Text(MAX_HOME);
    /** The names of what may be granted. */
    final Text may = new Text(MAX_MAY);
    /** By which files know whose they are; also the group's. */
    int number;

    private final Text digits = new Text(DECIMAL);

    /** Makes it the one who uses the system without logging in. */
    void setDeveloper() {
        name.clear().append("developer");
        home.clear().append("/");
        may.clear().append("*");
        number = 0;
    }

    boolean isDeveloper() {
        return number == 0;
    }

    /** Reads the rows behind the first one of what {@code login} said. @return whether they are all there, and as they are to be */
    boolean read(Text said) {
        return row(said, 1, name) && row(said, 2, digits) && row(said, 3, home) && row(said, 4, may) && readNumber() && home.length() > 1 && home.byteAt(0) == '/' && name.length() > 0;
    }

    private boolean readNumber() {
        number = 0;
        boolean isNumber = digits.length() > 0;
        for (int i = 0; isNumber && i < digits.length(); i++) {
            int digit = digits.byteAt(i) - '0';
            isNumber = digit >= 0 && digit < DECIMAL;
            number = number * DECIMAL + digit;
            isNumber &= number <= LAST_NUMBER;
        }
        return isNumber && number > 0;
    }

    /** Copies a row, without what ends it. @return whether it is there, whole, and not too long */
    static boolean row(Text said, int number, Text to) {
        int start = 0;
        for (int row = 0; row < number && start != NONE; row++) {
            start = behindRow(said, start);
        }
        int next = start == NONE ? NONE : behindRow(said, start);
        to.clear();
        if (next != NONE) {
            to.append(said, start, next - 1);
        }
        return next != NONE && !to.isTruncated();
    }

    private static int behindRow(Text said, int from) {
        for (int at = from; at < said.length(); at++) {
            if (said.byteAt(at) == '\n') {
                return at + 1;
            }
        }
        return NONE;
    }
}
