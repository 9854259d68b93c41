package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch over an enum, as statement and as exhaustive expression. */
final class EnumSwitch {

    private enum Season { SPRING, SUMMER, AUTUMN, WINTER }

    private static final Season[] ALL = Season.values();

    private static int temperature(Season season) {
        return switch (season) {
            case SUMMER -> 25;
            case WINTER -> -5;
            case SPRING, AUTUMN -> 12;
        };
    }

    static void run() {
        for (Season season : ALL) {
            Out.println(temperature(season));
            switch (season) {
                case AUTUMN:
                    Out.println("rain");
                    break;
                default:
                    Out.println(season.name());
            }
        }
    }
}
