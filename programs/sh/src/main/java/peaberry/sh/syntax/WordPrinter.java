package peaberry.sh.syntax;

import java.util.List;

/** Writes words as text that reads back as the same words. */
final class WordPrinter {

    /** Where text stands, and which of its characters need a backslash there. */
    private enum Place {
        BARE(""), DOUBLE_QUOTES("$`\"\\"), BRACES_IN_QUOTES("$`\"\\}"), DOCUMENT("$`\\"), ARITHMETIC("$`\\");

        private final String special;

        Place(String special) {
            this.special = special;
        }
    }

    private final StringBuilder out = new StringBuilder();

    private WordPrinter() {}

    static String word(Word word) {
        return print(word.parts(), Place.BARE);
    }

    static boolean isLiteral(HereDocument document) {
        return document.body().parts().stream().allMatch(Part.Quoted.class::isInstance);
    }

    static String document(HereDocument document) {
        if (!isLiteral(document)) {
            return print(document.body().parts(), Place.DOCUMENT);
        }
        StringBuilder text = new StringBuilder();
        document.body().parts().forEach(part -> text.append(((Part.Quoted) part).text()));
        return text.toString();
    }

    private static String print(List<Part> parts, Place place) {
        WordPrinter printer = new WordPrinter();
        printer.parts(parts, place);
        return printer.out.toString();
    }

    private void parts(List<Part> parts, Place place) {
        boolean afterDollar = false;
        for (Part part : parts) {
            if (afterDollar && part instanceof Part.Substitution substitution) {
                backquotes(Printer.print(substitution.commands())); // as $$( would be something else
            } else {
                part(part, place);
            }
            afterDollar = place == Place.BARE && part instanceof Part.Literal literal && literal.text().endsWith("$");
        }
    }

    private void backquotes(String commands) {
        out.append('`').append(commands.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$")).append('`');
    }

    private void part(Part part, Place place) {
        switch (part) {
            case Part.Literal literal -> literal(literal.text(), place);
            case Part.Quoted quoted -> out.append(quoted.text().equals("'") ? "\\'" : "'" + quoted.text() + "'");
            case Part.DoubleQuoted quoted -> {
                out.append('"');
                parts(quoted.parts(), Place.DOUBLE_QUOTES);
                out.append('"');
            }
            case Part.Parameter parameter -> parameter(parameter, place);
            case Part.Substitution substitution -> {
                String commands = Printer.print(substitution.commands());
                out.append(commands.startsWith("(") ? "$( " : "$(").append(commands).append(')');
            }
            case Part.Arithmetic arithmetic -> {
                out.append("$((");
                parts(arithmetic.expression(), Place.ARITHMETIC);
                out.append("))");
            }
        }
    }

    private void literal(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            if (place.special.indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
    }

    private void parameter(Part.Parameter parameter, Place place) {
        Operator operator = parameter.operator();
        out.append("${");
        if (operator == Operator.LENGTH) {
            out.append('#').append(parameter.name());
        } else {
            out.append(parameter.name()).append(operator.symbol());
            boolean bare = place == Place.BARE || operator.hasPattern();
            parts(parameter.word().parts(), bare ? Place.BARE : Place.BRACES_IN_QUOTES);
        }
        out.append('}');
    }
}
