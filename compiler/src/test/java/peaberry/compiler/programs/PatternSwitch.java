package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch over classes, null and a default. */
final class PatternSwitch {

    private sealed interface Shape permits Circle, Square, Other {
    }

    private record Circle(int radius) implements Shape {
    }

    private record Square(int side) implements Shape {
    }

    private record Other() implements Shape {
    }

    private static final Shape[] SHAPES = {new Circle(3), new Square(4), new Other(), null};

    static void run() {
        for (Shape shape : SHAPES) {
            switch (shape) {
                case Circle circle -> Out.println(3 * circle.radius() * circle.radius());
                case Square square -> Out.println(square.side() * square.side());
                case null -> Out.println("no shape");
                default -> Out.println("other");
            }
        }
    }
}
