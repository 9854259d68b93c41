package peaberry.sh.expand;

import java.util.List;
import peaberry.sh.syntax.Names;
import peaberry.sh.syntax.Operator;
import peaberry.sh.syntax.Part;

/** Expands {@code ${parameter}} in all its forms. */
final class ParameterExpander {

    private final ExpansionContext context;
    private final Expander expander;

    ParameterExpander(ExpansionContext context, Expander expander) {
        this.context = context;
        this.expander = expander;
    }

    void expand(Part.Parameter parameter, Fields.Origin origin, Fields fields) {
        String name = parameter.name();
        Operator operator = parameter.operator();
        switch (operator) {
            case VALUE -> {
                demandSet(name);
                value(name, origin, fields);
            }
            case LENGTH -> {
                demandSet(name);
                fields.add(Integer.toString(length(name)), origin);
            }
            case DEFAULT, DEFAULT_IF_EMPTY -> {
                if (isMissing(name, operator)) {
                    word(parameter, origin, fields);
                } else {
                    value(name, origin, fields);
                }
            }
            case ALTERNATIVE, ALTERNATIVE_UNLESS_EMPTY -> {
                if (isMissing(name, operator)) {
                    fields.add("", origin);
                } else {
                    word(parameter, origin, fields);
                }
            }
            case ASSIGN, ASSIGN_IF_EMPTY -> {
                if (isMissing(name, operator)) {
                    assign(parameter, origin);
                }
                value(name, origin, fields);
            }
            case FAIL, FAIL_IF_EMPTY -> {
                if (isMissing(name, operator)) {
                    fail(parameter, origin);
                }
                value(name, origin, fields);
            }
            case CUT_PREFIX, CUT_LONGEST_PREFIX, CUT_SUFFIX, CUT_LONGEST_SUFFIX -> {
                demandSet(name);
                cut(parameter, origin, fields);
            }
        }
    }

    private static boolean isAll(String name) {
        return name.equals("@") || name.equals("*");
    }

    private boolean isMissing(String name, Operator operator) {
        if (isAll(name)) {
            List<String> all = context.positional();
            return all.isEmpty() || operator.emptyIsUnset() && all.size() == 1 && all.getFirst().isEmpty();
        }
        String value = context.get(name);
        return value == null || operator.emptyIsUnset() && value.isEmpty();
    }

    private void demandSet(String name) {
        if (context.unsetIsError() && !isAll(name) && context.get(name) == null) {
            throw new ExpansionException(name + ": parameter not set");
        }
    }

    private void value(String name, Fields.Origin origin, Fields fields) {
        if (isAll(name)) {
            all(name, context.positional(), origin, fields);
            return;
        }
        String value = context.get(name);
        fields.add(value == null ? "" : value, origin);
    }

    /** All positions: each a field, but for {@code "$*"}, which is one. */
    private void all(String name, List<String> values, Fields.Origin origin, Fields fields) {
        if (name.equals("*") && (origin == Fields.Origin.QUOTED || !fields.splits())) {
            String separators = Fields.separators(context);
            fields.add(String.join(separators.isEmpty() ? "" : separators.substring(0, 1), values), origin);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                fields.separate();
            }
            fields.add(values.get(i), origin);
        }
    }

    private int length(String name) {
        if (isAll(name)) {
            return context.positional().size();
        }
        String value = context.get(name);
        return value == null ? 0 : value.codePointCount(0, value.length());
    }

    private void word(Part.Parameter parameter, Fields.Origin origin, Fields fields) {
        if (parameter.word().parts().isEmpty()) {
            fields.add("", origin);
        }
        expander.expand(parameter.word(), Tilde.Where.AT_START, origin, fields);
    }

    private String wordAsText(Part.Parameter parameter, Fields.Origin origin) {
        Fields text = new Fields(context, Fields.Splitting.NONE);
        word(parameter, origin, text);
        return text.whole().text();
    }

    private void assign(Part.Parameter parameter, Fields.Origin origin) {
        if (!Names.isName(parameter.name())) {
            throw new ExpansionException(parameter.name() + ": bad variable name");
        }
        context.set(parameter.name(), wordAsText(parameter, origin));
    }

    private void fail(Part.Parameter parameter, Fields.Origin origin) {
        String message = wordAsText(parameter, origin);
        String usual = parameter.operator().emptyIsUnset() ? "parameter not set or null" : "parameter not set";
        throw new ExpansionException(parameter.name() + ": " + (message.isEmpty() ? usual : message));
    }

    private void cut(Part.Parameter parameter, Fields.Origin origin, Fields fields) {
        if (isAll(parameter.name())) {
            Pattern pattern = new Pattern(expander.pattern(parameter.word()));
            List<String> values = context.positional().stream().map(value -> cut(value, pattern, parameter.operator())).toList();
            all(parameter.name(), values, origin, fields);
            return;
        }
        String value = context.get(parameter.name());
        Pattern pattern = new Pattern(expander.pattern(parameter.word()));
        fields.add(value == null ? "" : cut(value, pattern, parameter.operator()), origin);
    }

    private static String cut(String value, Pattern pattern, Operator operator) {
        int at = switch (operator) {
            case CUT_PREFIX -> pattern.prefix(value, Pattern.Match.SHORTEST);
            case CUT_LONGEST_PREFIX -> pattern.prefix(value, Pattern.Match.LONGEST);
            case CUT_SUFFIX -> pattern.suffix(value, Pattern.Match.SHORTEST);
            default -> pattern.suffix(value, Pattern.Match.LONGEST);
        };
        boolean prefix = operator == Operator.CUT_PREFIX || operator == Operator.CUT_LONGEST_PREFIX;
        if (at < 0) {
            return value;
        }
        return prefix ? value.substring(at) : value.substring(0, at);
    }
}
