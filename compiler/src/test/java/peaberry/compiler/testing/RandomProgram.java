package peaberry.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A well-typed program made from a seed: a small class hierarchy, static state of every kind, and methods that call
 * only earlier ones. It always ends, since loops and calls use up a counter, and prints its whole state at the end.
 * Some programs contain operations that may fault.
 */
public final class RandomProgram {

    /** A method that expressions may call; parameters and result are of these kinds. */
    record Callee(String name, Kind result, List<Kind> parameters) {
    }

    private static final int MOST_METHODS = 3;
    private static final int MOST_PARAMETERS = 3;
    /** Of a thousand operations that could fault in a program that may, how many are left unguarded. */
    private static final int RISK = 60;

    private final long seed;
    private final Random random;
    private final Scope scope;
    private final Expressions expressions;
    private final Statements statements;
    private final SourceText text = new SourceText();

    private RandomProgram(long seed) {
        this.seed = seed;
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L + 1);
        scope = new Scope();
        int riskPerThousand = random.nextBoolean() ? RISK : 0;
        expressions = new Expressions(random, scope, riskPerThousand);
        statements = new Statements(random, scope, expressions, text);
    }

    /** The simple name of the program of a seed. */
    public static String name(long seed) {
        return "Random" + seed;
    }

    /** The Java source of the program of a seed, 0 or more. */
    public static String source(long seed) {
        return new RandomProgram(seed).write();
    }

    private String write() {
        text.line("package " + Folders.PROGRAMS + ";");
        text.line("import peaberry.compiler.testing.Out;");
        text.line("import peaberry.compiler.testing.Digest;");
        text.line("import peaberry.machine.Embedded;");
        text.line("import peaberry.machine.Unboxed;");
        text.open("final class " + name(seed));
        statics();
        classes();
        objects();
        for (int i = random.nextInt(MOST_METHODS); i >= 0; i--) {
            method("m" + i);
        }
        run();
        text.close();
        return text.toString();
    }

    private void statics() {
        text.line("static int fuel = 3000;");
        for (Kind kind : Kind.PRIMITIVES) {
            int count = kind == Kind.INT || kind == Kind.LONG ? 3 : 1;
            for (int i = 0; i < count; i++) {
                String name = kind.letter() + "s" + i;
                text.line("static " + kind.java() + " " + name + " = " + expressions.constant(kind) + ";");
                scope.addGlobal(kind, name);
            }
            StringBuilder elements = new StringBuilder(expressions.constant(kind));
            for (int i = 1; i < Expressions.ARRAY_LENGTH; i++) {
                elements.append(", ").append(expressions.constant(kind));
            }
            text.line("static final " + kind.java() + "[] " + kind.letter() + "a = {" + elements + "};");
        }
        text.line("static final int[][] rows = {ia, {1, -2, 3, 0, 5, 6, 7, " + random.nextInt() + "}};");
        text.open("@Unboxed record Distance(long meters)");
        text.line("Distance plus(int more) { return new Distance(meters + more); }");
        text.close();
        text.line("static Distance us0 = new Distance(" + expressions.constant(Kind.LONG) + ");");
        text.line("static final Distance[] ua = {us0, new Distance(1), new Distance(-1), us0};");
        text.line("static final String[] words = {\"\", \"Aa\", \"BB\", \"gr\\u00FCn \\u4F60\"};");
    }

    /** A base class, two subclasses, and an interface that the base and a class apart implement. */
    private void classes() {
        text.open("static final class Inner");
        text.line("short s = " + expressions.constant(Kind.SHORT) + ";");
        text.line("long l = " + expressions.constant(Kind.LONG) + ";");
        text.close();
        text.line("interface Function { long apply(long a, int b); }");
        text.open("interface Measured");
        text.line("long measure(int a);");
        text.open("default int measureTwice(int a)");
        text.line("return (int) (measure(a) + measure(a + 1));");
        text.close();
        text.close();
        for (String name : List.of("Base", "Left", "Right")) {
            boolean base = name.equals("Base");
            text.open("static class " + name + (base ? " implements Measured" : " extends Base"));
            for (Kind kind : List.of(Kind.INT, Kind.LONG, Kind.BYTE, Kind.SHORT, Kind.CHAR, Kind.BOOLEAN)) {
                if (base || random.nextInt(3) == 0) {
                    String field = kind.letter() + name;
                    text.line(kind.java() + " " + field + " = " + expressions.constant(kind) + ";");
                    scope.addField(name, kind, field);
                }
            }
            if (base) {
                text.line("@Embedded final Inner inner = new Inner();");
                scope.addField(name, Kind.SHORT, "inner.s");
                scope.addField(name, Kind.LONG, "inner.l");
                text.line("Base next;");
            }
            scope.enter("this");
            if (base || random.nextBoolean()) {
                leafMethod("int virtual(int a, long b)", Kind.INT);
            }
            if (base || random.nextBoolean()) {
                leafMethod("public long measure(int a)", Kind.LONG);
            }
            scope.leave();
            text.close();
        }
        text.open("static final class Apart implements Measured");
        text.line("int count;");
        text.open("public long measure(int a)");
        text.line("count += a;");
        text.line("return " + random.nextInt(9) + "L * count;");
        text.close();
        text.close();
    }

    /** A method of an object: its own fields, parameters and statics, no calls. */
    private void leafMethod(String signature, Kind result) {
        text.open(signature);
        scope.enter("");
        scope.addLocal(Kind.INT, "a");
        if (signature.contains("long b")) {
            scope.addLocal(Kind.LONG, "b");
        }
        statements.simple();
        text.line("return " + expressions.of(result, 2) + ";");
        scope.leave();
        text.close();
    }

    private void objects() {
        scope.enter("");
        scope.addLocal(Kind.LONG, "a");
        scope.addLocal(Kind.INT, "b");
        text.line("static final Function[] functions = {(a, b) -> " + expressions.of(Kind.LONG, 2)
            + ", (a, b) -> " + expressions.of(Kind.LONG, 2) + "};");
        scope.leave();
        boolean missing = expressions.risky();
        text.line("static final Base[] objects = {new Base(), new Left(), new Right(), "
            + (missing ? "null" : "new Left()") + "};");
        text.line("static final Measured[] measured = {objects[0], new Apart(), objects[2], new Apart()};");
        text.line("static Object any = objects[" + random.nextInt(4) + "];");
        text.line("static Base rs0 = objects[" + random.nextInt(3) + "];");
        text.open("static");
        text.line("objects[0].next = objects[1];");
        text.line("objects[1].next = objects[" + random.nextInt(3) + "];");
        text.line(missing ? "" : "objects[2].next = rs0;");
        text.line(missing ? "" : "objects[3].next = rs0;");
        text.close();
        scope.objectsExist();
    }

    private void method(String name) {
        Kind result = Kind.PRIMITIVES.get(random.nextInt(Kind.PRIMITIVES.size()));
        List<Kind> parameters = new ArrayList<>();
        StringBuilder declared = new StringBuilder();
        scope.enter("");
        for (int i = random.nextInt(MOST_PARAMETERS + 1); i > 0; i--) {
            Kind kind = Kind.PRIMITIVES.get(random.nextInt(Kind.PRIMITIVES.size()));
            String parameter = "p" + parameters.size();
            declared.append(parameters.isEmpty() ? "" : ", ").append(kind.java()).append(' ').append(parameter);
            parameters.add(kind);
            scope.addLocal(kind, parameter);
        }
        text.open("static " + result.java() + " " + name + "(" + declared + ")");
        text.open("if (--fuel < 0)");
        text.line("return " + expressions.constant(result) + ";");
        text.close();
        statements.block(1 + random.nextInt(4), 2, result);
        text.line("return " + expressions.of(result, 2) + ";");
        text.close();
        scope.leave();
        scope.addCallee(new Callee(name, result, List.copyOf(parameters)));
    }

    private void run() {
        text.open("static void run()");
        scope.enter("");
        statements.block(3 + random.nextInt(3), 2, null);
        scope.leave();
        text.line("Out.println(us0.meters());");
        for (Kind kind : Kind.PRIMITIVES) {
            for (String name : scope.globals(kind)) {
                text.line("Out.println(" + name + ");");
            }
            text.line("Out.println(Digest.of(" + kind.letter() + "a));");
        }
        text.open("for (Base each : objects)");
        text.open("if (each != null)");
        String state = "0L";
        for (Scope.Field field : scope.fields("Base")) {
            String value = "each." + field.name();
            state = "(" + state + ") * 31 + " + (field.kind() == Kind.BOOLEAN ? "(" + value + " ? 1 : 0)" : value);
        }
        text.line("Out.println(" + state + ");");
        text.close();
        text.close();
        text.close();
    }
}
