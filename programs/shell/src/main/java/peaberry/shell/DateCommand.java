package peaberry.shell;

import peaberry.clock.ClockClient;
import peaberry.runtime.Text;

/** {@code date}: what the machine's clock shows, in the form of ISO 8601 with a space, without a time zone. */
final class DateCommand {

    private static final ClockClient CLOCK = new ClockClient("clock");

    private DateCommand() {
    }

    static void run(Line line) {
        switch (CLOCK.read()) {
            case DONE -> Session.CONSOLE.printLine(appendTime(Session.text()));
            case NO_TIME -> Session.CONSOLE.print("date: the machine has no clock that runs and knows the time\n");
            default -> Session.CONSOLE.print("date: no process tells the shell the time\n");
        }
    }

    private static Text appendTime(Text text) {
        text.decimal(CLOCK.readYear(), 4).append("-").decimal(CLOCK.readMonth(), 2).append("-").decimal(CLOCK.readDay(), 2);
        return text.append(" ").decimal(CLOCK.readHour(), 2).append(":").decimal(CLOCK.readMinute(), 2).append(":").decimal(CLOCK.readSecond(), 2);
    }
}
