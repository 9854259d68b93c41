package peaberry.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that put values into a message, and those that check them and take them out. */
final class Packing {

    private final SourceText text;

    Packing(SourceText text) {
        this.text = text;
    }

    /** A condition under which the parameters cannot be sent, empty if there is none: more bytes than may travel. */
    static String tooLong(Content content) {
        return content.variable().stream().map(value -> switch (value.kind()) {
            case Kind.Bytes bytes -> value.count() + " < 0 || " + value.count() + " > " + bytes.size();
            case Kind.Characters characters -> value.name() + ".length() > " + characters.size();
            default -> throw new IllegalStateException();
        }).collect(Collectors.joining(" || "));
    }

    /** Writes statements that put the values into the message. @return an expression: how many words these are */
    String pack(Content content) {
        int word = 0;
        for (Value value : content.words()) {
            text.add("Message.setWord(" + word + ", " + wordOf(value) + ");");
            word++;
        }
        boolean first = true;
        for (Value value : content.variable()) {
            String arguments = (first ? word : "at") + ", " + value.name() + (value.kind() instanceof Kind.Bytes ? ", " + value.count() : "");
            text.add((first ? "int at = " : "at = ") + "Message.setBytes(" + arguments + ");");
            first = false;
        }
        int index = 0;
        for (Value value : content.capabilities()) {
            text.add("Message.attach(" + index + ", " + text.name(Library.RUNTIME + "Capability") + ".at(" + value.name() + ".slot()));");
            index++;
        }
        return first ? String.valueOf(word) : "at";
    }

    private static String wordOf(Value value) {
        return switch (value.kind()) {
            case Kind.Bytes _ -> value.count();
            case Kind.Characters _ -> value.name() + ".length()";
            case Kind.Word word -> wordOf(value.name(), word);
            case Kind.Capability _ -> throw new IllegalStateException();
        };
    }

    private static String wordOf(String expression, Kind.Word kind) {
        return switch (kind) {
            case Kind.Number _ -> expression;
            case Kind.Truth _ -> expression + " ? 1 : 0";
            case Kind.Constant _ -> expression + ".ordinal()";
            case Kind.Wrapped wrapped -> wordOf(expression + "." + wrapped.component() + "()", wrapped.content());
        };
    }

    /**
     * Writes statements that check a message and leave with {@code refuse} if anything is not as declared. Afterwards each value of one
     * word is in a variable of its name, a long, and so are the counts of bytes.
     *
     * @param message the variable with its tag
     */
    void check(Content content, String message, String refuse) {
        List<Value> variable = content.variable();
        String length = message + ".length() " + (variable.isEmpty() ? "!= " : "< ") + content.fixedWords();
        guard(List.of(length, message + ".capabilities() != " + content.capabilities().size()), refuse);
        List<String> refused = new ArrayList<>();
        int word = 0;
        for (Value value : content.words()) {
            String name = value.kind().isVariable() ? value.count() : value.name();
            text.add("long " + name + " = Message.word(" + word + ");");
            String condition = refused(name, value.kind());
            if (!condition.isEmpty()) {
                refused.add(condition);
            }
            word++;
        }
        guard(refused, refuse);
        if (!variable.isEmpty()) {
            String words = variable.stream().map(value -> "Message.wordsFor((int) " + value.count() + ")").collect(Collectors.joining(" + "));
            guard(List.of(message + ".length() != " + content.fixedWords() + " + " + words), refuse);
        }
    }

    private void guard(List<String> conditions, String refuse) {
        if (conditions.isEmpty()) {
            return;
        }
        text.add("if (" + String.join("\n        || ", conditions) + ") {");
        text.add(refuse);
        text.add("}");
    }

    private String refused(String name, Kind kind) {
        return switch (kind) {
            case Kind.Bytes bytes -> outside(name, 0, bytes.size());
            case Kind.Characters characters -> outside(name, 0, characters.size());
            case Kind.Number number when number.type().equals("long") -> outsideOfLong(name, number);
            case Kind.Number number when isWhole(number) -> name + " != (" + number.type() + ") " + name;
            case Kind.Number number -> outside(name, number.min(), number.max());
            case Kind.Truth _ -> outside(name, 0, 1);
            case Kind.Constant constant -> outside(name, 0, constant.names().size() - 1L);
            case Kind.Wrapped wrapped -> refused(name, wrapped.content());
            case Kind.Capability _ -> "";
        };
    }

    private static boolean isWhole(Kind.Number number) {
        return switch (number.type()) {
            case "byte" -> number.min() == Byte.MIN_VALUE && number.max() == Byte.MAX_VALUE;
            case "short" -> number.min() == Short.MIN_VALUE && number.max() == Short.MAX_VALUE;
            case "char" -> number.min() == Character.MIN_VALUE && number.max() == Character.MAX_VALUE;
            default -> number.min() == Integer.MIN_VALUE && number.max() == Integer.MAX_VALUE;
        };
    }

    private static String outsideOfLong(String name, Kind.Number number) {
        List<String> conditions = new ArrayList<>();
        if (number.min() > Long.MIN_VALUE) {
            conditions.add(name + " < " + literal(number.min()));
        }
        if (number.max() < Long.MAX_VALUE) {
            conditions.add(name + " > " + literal(number.max()));
        }
        return String.join(" || ", conditions);
    }

    private static String outside(String name, long min, long max) {
        return name + " < " + literal(min) + " || " + name + " > " + literal(max);
    }

    static String literal(long number) {
        return number == (int) number ? String.valueOf(number) : number + "L";
    }

    /** The value that a checked word stands for. */
    String valueOf(Value value) {
        return valueOf(value.name(), (Kind.Word) value.kind());
    }

    private String valueOf(String name, Kind.Word kind) {
        return switch (kind) {
            case Kind.Number number -> number.type().equals("long") ? name : "(" + number.type() + ") " + name;
            case Kind.Truth _ -> name + " != 0";
            case Kind.Constant constant -> constantsOf(constant) + "[(int) " + name + "]";
            case Kind.Wrapped wrapped -> "new " + text.name(wrapped.type()) + "(" + valueOf(name, wrapped.content()) + ")";
        };
    }

    /** The name of the array with an enum's constants. */
    private String constantsOf(Kind.Constant constant) {
        return "ALL_" + text.name(constant.type()).replace('.', '_').replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** Writes the arrays with the constants of the enums that are taken out of messages. */
    void addConstants(List<Content> taken) {
        TreeSet<String> lines = new TreeSet<>();
        for (Content content : taken) {
            content.words().forEach(value -> addConstants(value.kind(), lines));
        }
        lines.forEach(text::add);
    }

    private void addConstants(Kind kind, TreeSet<String> lines) {
        if (kind instanceof Kind.Constant constant) {
            String type = text.name(constant.type());
            lines.add("private static final " + type + "[] " + constantsOf(constant) + " = " + type + ".values();");
        } else if (kind instanceof Kind.Wrapped wrapped) {
            addConstants(wrapped.content(), lines);
        }
    }

    /**
     * Writes statements that take bytes and texts out of a checked message.
     *
     * @param target how the field of a value is called
     */
    void unpack(Content content, Function<Value, String> target) {
        int left = content.variable().size();
        boolean first = true;
        for (Value value : content.variable()) {
            left--;
            String at = first ? String.valueOf(content.fixedWords()) : "at";
            text.add(value.kind() instanceof Kind.Bytes
                    ? "Message.bytes(" + at + ", " + target.apply(value) + ", (int) " + value.count() + ");"
                    : "Message.text(" + at + ", " + value.count() + ", " + target.apply(value) + ".clear());");
            if (left > 0) {
                text.add((first ? "int at = " + at + " + " : "at += ") + "Message.wordsFor((int) " + value.count() + ");");
            }
            first = false;
        }
    }

    /** How a parameter list declares the values. */
    String parameters(Content content) {
        return content.values().stream().map(value -> text.name(value.kind().type()) + " " + value.name()
                + (value.kind() instanceof Kind.Bytes ? ", int " + value.count() : "")).collect(Collectors.joining(", "));
    }

    /** The names of the values, to be handed on. */
    static String arguments(Content content) {
        return content.values().stream().map(value -> value.name() + (value.kind() instanceof Kind.Bytes ? ", " + value.count() : ""))
                .collect(Collectors.joining(", "));
    }
}
