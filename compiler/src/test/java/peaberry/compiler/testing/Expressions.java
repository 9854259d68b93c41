package peaberry.compiler.testing;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Random expressions of a wanted type. */
final class Expressions {

    /** A power of two: all arrays of random programs are this long. */
    static final int ARRAY_LENGTH = 8;

    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "&", "|", "^");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> LOGICAL = List.of("&&", "||", "&", "|", "^", "==", "!=");
    private static final List<String> INT_HELPERS =
        List.of("bitCount", "numberOfLeadingZeros", "numberOfTrailingZeros", "signum");
    private static final long[] CORNERS = {
        0, 1, -1, 2, 7, 31, 32, 63, 64, 127, 128, -128, 255, 32767, -32768, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE,
        Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32,
    };

    private final Random random;
    private final Scope scope;
    private final int riskPerThousand;

    /** @param riskPerThousand how many of a thousand operations that could fault are left unguarded */
    Expressions(Random random, Scope scope, int riskPerThousand) {
        this.random = random;
        this.scope = scope;
        this.riskPerThousand = riskPerThousand;
    }

    /** Whether this program may fault at all. */
    boolean risky() {
        return riskPerThousand > 0;
    }

    String constant(Kind kind) {
        long value = random.nextInt(3) == 0 ? random.nextLong() >> random.nextInt(64)
            : CORNERS[random.nextInt(CORNERS.length)];
        return switch (kind) {
            case LONG -> value == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
            case INT -> Integer.toString((int) value);
            case BYTE -> "(byte) " + (byte) value;
            case SHORT -> "(short) " + (short) value;
            case CHAR -> "(char) " + (int) (char) value;
            case BOOLEAN -> Boolean.toString((value & 1) != 0);
        };
    }

    /** An expression of exactly this type, at most {@code depth} operators deep. */
    String of(Kind kind, int depth) {
        if (depth <= 0 || random.nextInt(6) == 0) {
            return leaf(kind);
        }
        if (random.nextInt(8) == 0) {
            return "(" + of(Kind.BOOLEAN, depth - 1) + " ? " + of(kind, depth - 1) + " : " + of(kind, depth - 1) + ")";
        }
        if (random.nextInt(6) == 0 && !scope.callees().isEmpty()) {
            return call(kind, depth - 1);
        }
        return switch (kind) {
            case INT -> intOperation(depth - 1);
            case LONG -> longOperation(depth - 1);
            case BOOLEAN -> booleanOperation(depth - 1);
            default -> "(" + kind.java() + ") (" + of(random.nextBoolean() ? Kind.INT : Kind.LONG, depth - 1) + ")";
        };
    }

    /** An index of an array of random programs, mostly inside it. */
    String index(int depth) {
        String value = of(Kind.INT, depth);
        if (atRisk()) {
            return random.nextBoolean() ? value + " & 15" : "(byte) (" + value + ")";
        }
        return value + " & " + (ARRAY_LENGTH - 1);
    }

    /** A reference to a {@code Base}, null only in risky programs. */
    String object(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "rs0";
            case 1 -> risky() && !atRisk() ? "rs0" : "rs0.next";
            default -> "objects[" + of(Kind.INT, depth) + " & " + (risky() && !atRisk() ? 1 : 3) + "]";
        };
    }

    private boolean atRisk() {
        return random.nextInt(1000) < riskPerThousand;
    }

    private String leaf(Kind kind) {
        List<String> variables = scope.readable(kind);
        return switch (random.nextInt(6)) {
            case 0 -> constant(kind);
            case 1 -> kind.letter() + "a[" + index(0) + "]";
            case 2 -> scope.hasObjects() ? object(0) + "." + pick(scope.fields("Base").stream()
                .filter(field -> field.kind() == kind).map(Scope.Field::name).toList()) : constant(kind);
            default -> pick(variables);
        };
    }

    private String intOperation(int depth) {
        return switch (random.nextInt(14)) {
            case 0 -> "(" + of(Kind.INT, depth) + " " + divider() + " " + divisor(Kind.INT, depth) + ")";
            case 1, 2 -> "(" + of(Kind.INT, depth) + " " + pick(SHIFTS) + " "
                + of(random.nextBoolean() ? Kind.INT : Kind.LONG, depth) + ")";
            case 3 -> "(-" + parenthesised(Kind.INT, depth) + ")";
            case 4 -> "(~" + parenthesised(Kind.INT, depth) + ")";
            case 5 -> "(int) " + parenthesised(Kind.LONG, depth);
            case 6 -> "Integer." + pick(INT_HELPERS) + "(" + of(Kind.INT, depth) + ")";
            case 7 -> "Math." + pick(List.of("min", "max")) + "(" + of(Kind.INT, depth) + ", "
                + of(Kind.INT, depth) + ")";
            case 8 -> "(" + of(narrow(), depth) + " " + pick(ARITHMETIC) + " " + of(narrow(), depth) + ")";
            case 9 -> scope.hasObjects() ? objectOperation(depth) : of(Kind.INT, depth);
            case 10 -> "rows[" + of(Kind.INT, depth) + " & 1][" + index(depth - 1) + "]";
            default -> "(" + of(Kind.INT, depth) + " " + pick(ARITHMETIC) + " " + of(Kind.INT, depth) + ")";
        };
    }

    private String objectOperation(int depth) {
        return switch (random.nextInt(8)) {
            case 6, 7 -> patternSwitch(depth);
            case 0 -> "measured[" + of(Kind.INT, depth) + " & 3].measureTwice(" + of(Kind.INT, depth) + ")";
            case 1 -> "words[" + of(Kind.INT, depth) + " & 3].length()";
            case 2 -> "(int) words[3].charAt(" + (atRisk() ? index(depth) : of(Kind.INT, depth) + " & 3") + ")";
            case 3 -> atRisk() ? "((Left) any).virtual(" + of(Kind.INT, depth) + ", 5L)"
                : "(any instanceof Left left ? left.virtual(1, 2L) : " + of(Kind.INT, depth) + ")";
            default -> object(depth) + ".virtual(" + of(Kind.INT, depth) + ", " + of(Kind.LONG, depth) + ")";
        };
    }

    /** A switch over the class of an object, with a guard. */
    private String patternSwitch(int depth) {
        String left = scope.freshName("left");
        String right = scope.freshName("right");
        return "switch (" + (random.nextBoolean() ? "any" : object(depth - 1)) + ") { case Left " + left + " when "
            + left + ".zBase -> " + of(Kind.INT, depth - 1)
            + "; case Right " + right + " -> " + right + ".iBase; default -> " + of(Kind.INT, depth - 1) + "; }";
    }

    private String longOperation(int depth) {
        return switch (random.nextInt(13)) {
            case 11 -> scope.hasObjects() ? "functions[" + of(Kind.INT, depth) + " & 1].apply("
                + of(Kind.LONG, depth) + ", " + of(Kind.INT, depth) + ")" : of(Kind.LONG, depth);
            case 12 -> (random.nextBoolean() ? "us0" : "ua[" + of(Kind.INT, depth) + " & 3]") + ".plus("
                + of(Kind.INT, depth) + ").meters()";
            case 0 -> "(" + of(Kind.LONG, depth) + " " + divider() + " " + divisor(Kind.LONG, depth) + ")";
            case 1, 2 -> "(" + of(Kind.LONG, depth) + " " + pick(SHIFTS) + " "
                + of(random.nextBoolean() ? Kind.INT : Kind.LONG, depth) + ")";
            case 3 -> "(-" + parenthesised(Kind.LONG, depth) + ")";
            case 4 -> "(~" + parenthesised(Kind.LONG, depth) + ")";
            case 5 -> "(long) " + parenthesised(Kind.INT, depth);
            case 6 -> scope.hasObjects()
                ? "measured[" + of(Kind.INT, depth) + " & 3].measure(" + of(Kind.INT, depth) + ")"
                : of(Kind.LONG, depth);
            case 7 -> "(" + of(Kind.LONG, depth) + " " + pick(ARITHMETIC) + " " + of(Kind.INT, depth) + ")";
            default -> "(" + of(Kind.LONG, depth) + " " + pick(ARITHMETIC) + " " + of(Kind.LONG, depth) + ")";
        };
    }

    private String booleanOperation(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "(!" + parenthesised(Kind.BOOLEAN, depth) + ")";
            case 1, 2 -> "(" + of(Kind.BOOLEAN, depth) + " " + pick(LOGICAL) + " " + of(Kind.BOOLEAN, depth) + ")";
            case 3 -> scope.hasObjects() ? "(" + object(depth) + " instanceof " + pick(List.of("Left", "Right")) + ")"
                : of(Kind.BOOLEAN, depth);
            case 4 -> scope.hasObjects() ? "(" + object(depth) + " == " + object(depth) + ")" : of(Kind.BOOLEAN, depth);
            case 5 -> "words[" + of(Kind.INT, depth) + " & 3].equals(words[" + random.nextInt(4) + "])";
            default -> {
                Kind kind = random.nextBoolean() ? Kind.LONG : random.nextBoolean() ? Kind.INT : narrow();
                yield "(" + of(kind, depth) + " " + pick(COMPARISONS) + " " + of(kind, depth) + ")";
            }
        };
    }

    private String call(Kind kind, int depth) {
        RandomProgram.Callee callee = scope.callees().get(random.nextInt(scope.callees().size()));
        StringJoiner arguments = new StringJoiner(", ", callee.name() + "(", ")");
        for (Kind parameter : callee.parameters()) {
            arguments.add(of(parameter, Math.min(depth, 1)));
        }
        return convert(arguments.toString(), callee.result(), kind);
    }

    private String convert(String value, Kind from, Kind to) {
        if (from == to) {
            return value;
        }
        if (from == Kind.BOOLEAN) {
            return "(" + value + " ? " + constant(to) + " : " + constant(to) + ")";
        }
        return to == Kind.BOOLEAN ? "(" + value + " > 0)" : "(" + to.java() + ") " + value;
    }

    private String divider() {
        return random.nextBoolean() ? "/" : "%";
    }

    private String divisor(Kind kind, int depth) {
        return atRisk() ? "(" + of(kind, depth) + " & 1)"
            : "(" + of(kind, depth) + " | " + (1 << random.nextInt(4)) + ")";
    }

    private String parenthesised(Kind kind, int depth) {
        return "(" + of(kind, depth) + ")";
    }

    private Kind narrow() {
        return List.of(Kind.BYTE, Kind.SHORT, Kind.CHAR).get(random.nextInt(3));
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
