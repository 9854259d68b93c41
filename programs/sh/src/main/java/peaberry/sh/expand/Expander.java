package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.syntax.Part;
import peaberry.sh.syntax.Word;

/** Makes of words what commands get: expands them from left to right, splits fields, finds pathnames, removes quotes. */
public final class Expander {

    private final ExpansionContext context;
    private final Pathnames pathnames;
    private final ParameterExpander parameters;

    public Expander(ExpansionContext context) {
        this.context = context;
        pathnames = new Pathnames(context);
        parameters = new ParameterExpander(context, this);
    }

    /** All the fields of a command's words. */
    public List<String> fields(List<Word> words) {
        List<String> expanded = new ArrayList<>();
        for (Word word : words) {
            Fields fields = new Fields(context, Fields.Splitting.INTO_FIELDS);
            expand(word, Tilde.Where.AT_START, Fields.Origin.SOURCE, fields);
            for (Fields.Field field : fields.finish()) {
                List<String> paths = context.expandsPathnames() && Pattern.isNeededFor(field.pattern())
                        ? pathnames.matching(field.pattern()) : List.of();
                expanded.addAll(paths.isEmpty() ? List.of(field.text()) : paths);
            }
        }
        return expanded;
    }

    /** A word as one text. */
    public String text(Word word) {
        return unsplit(word, Tilde.Where.AT_START).text();
    }

    /** The value of an assignment. */
    public String assigned(Word word) {
        return unsplit(word, Tilde.Where.AFTER_COLONS).text();
    }

    /** A word as a pattern, in which what was quoted is plain. */
    public String pattern(Word word) {
        return unsplit(word, Tilde.Where.AT_START).pattern();
    }

    private Fields.Field unsplit(Word word, Tilde.Where tildes) {
        Fields fields = new Fields(context, Fields.Splitting.NONE);
        expand(word, tildes, Fields.Origin.SOURCE, fields);
        return fields.whole();
    }

    /** The text of a here-document. */
    public String document(Word body) {
        return quoted(body.parts());
    }

    /** Parts as if they stood in double quotes. */
    private String quoted(List<Part> parts) {
        Fields fields = new Fields(context, Fields.Splitting.NONE);
        parts.forEach(part -> expand(part, Fields.Origin.QUOTED, fields));
        return fields.whole().text();
    }

    void expand(Word word, Tilde.Where tildes, Fields.Origin origin, Fields fields) {
        List<Part> parts = origin == Fields.Origin.QUOTED ? word.parts() : Tilde.expand(word.parts(), tildes, context.get("HOME"));
        parts.forEach(part -> expand(part, origin, fields));
    }

    private void expand(Part part, Fields.Origin origin, Fields fields) {
        boolean inQuotes = origin == Fields.Origin.QUOTED;
        Fields.Origin expansion = inQuotes ? Fields.Origin.QUOTED : Fields.Origin.EXPANSION;
        switch (part) {
            case Part.Literal literal -> fields.add(literal.text(), origin);
            case Part.Quoted quoted -> fields.add(quoted.text(), Fields.Origin.QUOTED);
            case Part.DoubleQuoted quoted -> {
                if (quoted.parts().isEmpty()) {
                    fields.add("", Fields.Origin.QUOTED);
                }
                quoted.parts().forEach(inner -> expand(inner, Fields.Origin.QUOTED, fields));
            }
            case Part.Parameter parameter -> parameters.expand(parameter, expansion, fields);
            case Part.Substitution substitution -> fields.add(context.output(substitution.commands()), expansion);
            case Part.Arithmetic arithmetic -> {
                long value = new Arithmetic(quoted(arithmetic.expression()), context).evaluate();
                fields.add(Long.toString(value), expansion);
            }
        }
    }
}
