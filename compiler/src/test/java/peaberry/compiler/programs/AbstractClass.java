package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A template method calls what subclasses define. */
final class AbstractClass {

    private abstract static class Parser {
        private int position;

        final int parse(String text) {
            int result = 0;
            for (position = 0; position < text.length(); position++) {
                result = combine(result, text.charAt(position));
            }
            return result;
        }

        abstract int combine(int result, char next);

        protected int position() {
            return position;
        }
    }

    private static final class Decimal extends Parser {
        @Override
        int combine(int result, char next) {
            return result * 10 + next - '0';
        }
    }

    private static final class Weighted extends Parser {
        @Override
        int combine(int result, char next) {
            return result + next * position();
        }
    }

    private static final Parser[] PARSERS = {new Decimal(), new Weighted()};

    static void run() {
        for (Parser parser : PARSERS) {
            Out.println(parser.parse("90817"));
        }
    }
}
