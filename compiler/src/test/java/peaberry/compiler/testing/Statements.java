package peaberry.compiler.testing;

import java.util.List;
import java.util.Random;

/** Random statements, written where the program's text is. */
final class Statements {

    private static final List<String> COMPOUND = List.of("+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");
    private static final int SMALL_DEPTH = 2;
    private static final int LARGE_DEPTH = 3;

    private final Random random;
    private final Scope scope;
    private final Expressions expressions;
    private final SourceText text;
    private int loops;

    Statements(Random random, Scope scope, Expressions expressions, SourceText text) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.text = text;
    }

    /**
     * Statements with variables of their own.
     *
     * @param depth  how deep control flow may nest
     * @param result what a return statement gives; null for none
     */
    void block(int count, int depth, Kind result) {
        scope.enter("");
        for (int i = 0; i < count; i++) {
            statement(depth, result);
        }
        scope.leave();
    }

    /** An assignment. */
    void simple() {
        Kind kind = anyKind();
        String target = target(kind);
        if (kind == Kind.BOOLEAN) {
            text.line(target + " " + expressions.pick(List.of("=", "&=", "|=", "^=")) + " " + expression(kind) + ";");
        } else {
            switch (random.nextInt(4)) {
                case 0 -> text.line(target + expressions.pick(List.of("++", "--")) + ";");
                case 1 -> text.line(target + " " + expressions.pick(COMPOUND) + " "
                    + expression(random.nextBoolean() ? Kind.INT : Kind.LONG) + ";");
                default -> text.line(target + " = " + expression(kind) + ";");
            }
        }
    }

    private void statement(int depth, Kind result) {
        int choice = random.nextInt(depth > 0 ? 16 : 8);
        switch (choice) {
            case 0, 1, 2 -> simple();
            case 3, 4 -> declaration();
            case 5 -> text.line("Out.println(" + expression(anyKind()) + ");");
            case 6 -> reference();
            case 7 -> leaving(result);
            case 8, 9, 10 -> conditional(depth - 1, result);
            case 11, 12 -> counted(depth - 1, result);
            case 13 -> whileLoop(depth - 1, result);
            case 14 -> choice(depth - 1, result);
            default -> guarded(depth - 1, result);
        }
    }

    private void declaration() {
        Kind kind = anyKind();
        String name = scope.freshName("v");
        text.line(kind.java() + " " + name + " = " + expression(kind) + ";");
        scope.addLocal(kind, name);
    }

    private void reference() {
        switch (random.nextInt(6)) {
            case 3 -> text.line("us0 = new Distance(" + expression(Kind.LONG) + ").plus(" + expression(Kind.INT)
                + ");");
            case 4 -> text.line("ua[" + expression(Kind.INT) + " & 3] = us0;");
            case 5 -> copy();
            case 0 -> text.line("rs0 = " + (expressions.risky() ? "objects[" + expression(Kind.INT) + " & 1]"
                : expressions.object(1)) + ";");
            case 1 -> text.line("any = " + expressions.object(1) + ";");
            default -> text.line("Out.println(words[" + expression(Kind.INT) + " & 3]);");
        }
    }

    private void copy() {
        String array = anyKind().letter() + "a";
        int length = expressions.risky() ? random.nextInt(8) : random.nextInt(6);
        text.line("System.arraycopy(" + array + ", " + expression(Kind.INT) + " & 3, " + array + ", "
            + expression(Kind.INT) + " & 3, " + length + ");");
    }

    /** A jump out of a loop or method, always conditional so that what follows can be reached. */
    private void leaving(Kind result) {
        text.open("if (" + expression(Kind.BOOLEAN) + ")");
        if (loops > 0 && random.nextBoolean()) {
            text.line(random.nextBoolean() ? "break;" : "continue;");
        } else {
            text.line(result == null ? "return;" : "return " + expression(result) + ";");
        }
        text.close();
    }

    private void conditional(int depth, Kind result) {
        text.open("if (" + expression(Kind.BOOLEAN) + ")");
        block(1 + random.nextInt(2), depth, result);
        text.close();
        if (random.nextBoolean()) {
            text.open("else");
            block(1 + random.nextInt(2), depth, result);
            text.close();
        }
    }

    private void counted(int depth, Kind result) {
        String counter = scope.freshName("i");
        String limit = Integer.toString(1 + random.nextInt(Expressions.ARRAY_LENGTH));
        text.open(random.nextBoolean()
            ? "for (int " + counter + " = 0; " + counter + " < " + limit + " && --fuel >= 0; " + counter + "++)"
            : "for (int " + counter + " = " + limit + "; --" + counter + " >= 0 && --fuel >= 0; )");
        scope.enter("");
        scope.addCounter(counter);
        loops++;
        block(1 + random.nextInt(3), depth, result);
        loops--;
        scope.leave();
        text.close();
    }

    private void whileLoop(int depth, Kind result) {
        boolean atLeastOnce = random.nextBoolean();
        String condition = "while (--fuel >= 0 && " + expression(Kind.BOOLEAN) + ")";
        text.open(atLeastOnce ? "do" : condition);
        loops++;
        block(1 + random.nextInt(3), depth, result);
        loops--;
        text.close();
        if (atLeastOnce) {
            text.line(condition + ";");
        }
    }

    private void choice(int depth, Kind result) {
        if (random.nextInt(4) == 0) {
            words(depth, result);
            return;
        }
        boolean sparse = random.nextBoolean();
        text.open(sparse ? "switch (" + expression(Kind.INT) + ")"
            : "switch (" + expression(Kind.INT) + " & 7)");
        int cases = 2 + random.nextInt(3);
        for (int i = 0; i < cases; i++) {
            int label = sparse ? (i - 1) * (1 + random.nextInt(100_000)) + i : 2 * i + random.nextInt(2);
            boolean first = i == 0;
            text.open("case " + (sparse && first ? Integer.MIN_VALUE : sparse ? i * 100_003 - 1 : label) + ":");
            block(1, depth, result);
            text.close();
            if (random.nextInt(3) > 0 && loops == 0 || random.nextBoolean()) {
                text.line("break;");
            }
        }
        text.open("default:");
        block(1, depth, result);
        text.close();
        text.close();
    }

    private void words(int depth, Kind result) {
        text.open("switch (words[" + expression(Kind.INT) + " & 3])");
        for (String label : List.of("case \"Aa\"", "case \"BB\"", "default")) {
            text.open(label + " ->");
            block(1, depth, result);
            text.close();
        }
        text.close();
    }

    /** A block with a finally block, which runs however the block is left but by a fault. */
    private void guarded(int depth, Kind result) {
        text.open("try");
        block(1 + random.nextInt(2), depth, result);
        text.close();
        text.open("finally");
        text.line("is0 = is0 * 3 + 1;");
        text.close();
    }

    private String target(Kind kind) {
        if (random.nextInt(3) == 0) {
            return kind.letter() + "a[" + expressions.index(1) + "]";
        }
        if (scope.hasObjects() && random.nextInt(4) == 0) {
            return expressions.object(1) + "." + expressions.pick(scope.fields("Base").stream()
                .filter(field -> field.kind() == kind).map(Scope.Field::name).toList());
        }
        return expressions.pick(scope.assignable(kind));
    }

    private String expression(Kind kind) {
        return expressions.of(kind, random.nextInt(5) == 0 ? LARGE_DEPTH : random.nextInt(SMALL_DEPTH + 1));
    }

    private Kind anyKind() {
        return Kind.PRIMITIVES.get(random.nextInt(Kind.PRIMITIVES.size()));
    }
}
