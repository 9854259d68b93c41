package peaberry.faults;

import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.SystemControl;

/** What the first line on the console asks for: {@code DRIVER FAULTS SEED}. */
final class Order {

    private static final int MAX_LINE = 80;
    private static final int RADIX = 10;

    private final Text driver = new Text(SystemControl.MAX_NAME);
    private final Text line = new Text(MAX_LINE);
    private long faults;
    private long seed;
    private int position;

    /** Waits for the line. @return whether it is such a one */
    boolean read(Terminal console) {
        line.clear();
        for (int key = console.read(); key != '\r' && key != '\n'; key = console.read()) {
            line.appendByte(key);
        }
        return parse(line);
    }

    /** @return whether the line names a driver and two numbers that are not 0 */
    boolean parse(Text text) {
        position = 0;
        driver.clear();
        while (position < text.length() && text.byteAt(position) != ' ') {
            driver.appendByte(text.byteAt(position++));
        }
        faults = number(text);
        seed = number(text);
        return driver.length() > 0 && faults > 0 && seed > 0 && position == text.length();
    }

    /** The name of the driver's process. */
    Text driver() {
        return driver;
    }

    /** How many faults to inject. */
    long faults() {
        return faults;
    }

    /** What the plan follows from. */
    long seed() {
        return seed;
    }

    /** A space and a number in decimal digits; 0 if it is not there or too large. */
    private long number(Text text) {
        long value = 0;
        if (position == text.length() || text.byteAt(position) != ' ') {
            return 0;
        }
        position++;
        while (position < text.length() && text.byteAt(position) >= '0' && text.byteAt(position) <= '9') {
            int digit = text.byteAt(position++) - '0';
            if (value > (Long.MAX_VALUE - digit) / RADIX) {
                return 0;
            }
            value = value * RADIX + digit;
        }
        return value;
    }
}
