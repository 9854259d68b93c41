package peaberry.sh.syntax;

/** What a parameter expansion does with its parameter. */
public enum Operator {
    VALUE(""),
    LENGTH("#"),
    DEFAULT("-"),
    DEFAULT_IF_EMPTY(":-"),
    ASSIGN("="),
    ASSIGN_IF_EMPTY(":="),
    FAIL("?"),
    FAIL_IF_EMPTY(":?"),
    ALTERNATIVE("+"),
    ALTERNATIVE_UNLESS_EMPTY(":+"),
    CUT_PREFIX("#"),
    CUT_LONGEST_PREFIX("##"),
    CUT_SUFFIX("%"),
    CUT_LONGEST_SUFFIX("%%");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written, before the parameter for {@link #LENGTH} and else behind it. */
    public String symbol() {
        return symbol;
    }

    /** Whether an empty parameter counts as one that is not set. */
    public boolean emptyIsUnset() {
        return symbol.startsWith(":");
    }

    /** Whether its word is a pattern. */
    public boolean hasPattern() {
        return ordinal() >= CUT_PREFIX.ordinal();
    }

    /** The one that is written so behind a parameter, {@code null} if none is. */
    static Operator behind(String symbol) {
        for (Operator operator : values()) {
            if (operator != LENGTH && operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }
}
