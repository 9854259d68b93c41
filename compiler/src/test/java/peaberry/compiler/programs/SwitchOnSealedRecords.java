package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A command decoder over sealed records, as servers have it. */
final class SwitchOnSealedRecords {

    private sealed interface Command permits Move, Say, Stop {
    }

    private record Move(int x, int y, boolean fast) implements Command {
    }

    private record Say(String text) implements Command {
    }

    private enum Stop implements Command { NOW, LATER }

    private static final Command[] SCRIPT = {
        new Move(3, -4, true), new Say("hi"), Stop.LATER, Stop.NOW, new Move(1, 1, false),
    };

    private static int cost(Command command) {
        return switch (command) {
            case Move move when move.fast() -> 2 * (Math.abs(move.x()) + Math.abs(move.y()));
            case Move move -> move.x() + move.y();
            case Say say -> say.text().length();
            case Stop stop -> stop.ordinal();
        };
    }

    static void run() {
        for (Command command : SCRIPT) {
            Out.println(cost(command));
        }
    }
}
