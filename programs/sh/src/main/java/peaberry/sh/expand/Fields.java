package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a word expands to, and splits it where it has to be split. Beside its text each field has a pattern:
 * the same, but with what was quoted protected.
 */
final class Fields {

    /** Where text comes from decides what may happen to it. */
    enum Origin {
        /** The word itself, without quotes: it may be a pattern. */
        SOURCE,
        /** An expansion without quotes: it is split, and may be a pattern. */
        EXPANSION,
        /** Within quotes. */
        QUOTED
    }

    /** What becomes of separators. */
    enum Splitting { INTO_FIELDS, NONE }

    /** One field. */
    record Field(String text, String pattern) {}

    private final ExpansionContext context;
    private final Splitting splitting;
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    /** Whether there is a field, be it empty. */
    private boolean begun;
    /** Whether blank separators ended a field, so that one other separator still belongs to them. */
    private boolean afterBlank;

    Fields(ExpansionContext context, Splitting splitting) {
        this.context = context;
        this.splitting = splitting;
    }

    boolean splits() {
        return splitting == Splitting.INTO_FIELDS;
    }

    void add(String added, Origin origin) {
        switch (origin) {
            case QUOTED -> {
                begin();
                text.append(added);
                pattern.append(Pattern.quote(added));
            }
            case SOURCE -> addUnsplit(added);
            case EXPANSION -> addSplit(added);
        }
    }

    private void begin() {
        begun = true;
        afterBlank = false;
    }

    private void addUnsplit(String added) {
        if (!added.isEmpty()) {
            begin();
            text.append(added);
            pattern.append(added);
        }
    }

    private void addSplit(String added) {
        String separators = splitting == Splitting.NONE ? "" : separators(context);
        int start = 0;
        for (int i = 0; i < added.length(); i++) {
            char character = added.charAt(i);
            if (separators.indexOf(character) < 0) {
                continue;
            }
            addUnsplit(added.substring(start, i));
            start = i + 1;
            separate(isBlank(character));
        }
        addUnsplit(added.substring(start));
    }

    private void separate(boolean blank) {
        if (begun) {
            endField();
            afterBlank = blank;
        } else if (!blank) {
            if (!afterBlank) {
                endField(); // an empty one between two separators
            }
            afterBlank = false;
        }
    }

    static String separators(ExpansionContext context) {
        String separators = context.get("IFS");
        return separators == null ? " \t\n" : separators;
    }

    static boolean isBlank(char separator) {
        return separator == ' ' || separator == '\t' || separator == '\n';
    }

    /**
     * Ends a field if there is one: what follows is another one. It is as if the first separator stood there, but that
     * no empty field comes of it. Where nothing is split a space stands between them.
     */
    void separate() {
        if (splitting == Splitting.NONE) {
            text.append(' ');
            pattern.append(' ');
            return;
        }
        if (begun) {
            endField();
        }
        String separators = separators(context);
        afterBlank = !separators.isEmpty() && isBlank(separators.charAt(0));
    }

    private void endField() {
        fields.add(new Field(text.toString(), pattern.toString()));
        text.setLength(0);
        pattern.setLength(0);
        begun = false;
    }

    List<Field> finish() {
        if (begun) {
            endField();
        }
        return fields;
    }

    /** All of it, where nothing is split. */
    Field whole() {
        return new Field(text.toString(), pattern.toString());
    }
}
