package peaberry.administration;

/** A line of a table, column by column. */
final class Row {

    private static final int THOUSAND = 1000;

    private final StringBuilder text = new StringBuilder();

    /** To the left of a column, which ends before the next one begins. @param end where that is */
    Row left(String value, int end) {
        text.append(value);
        return to(end);
    }

    /** To the right of a column. @param end where it ends */
    Row right(String value, int end) {
        return to(end - value.length()).append(value);
    }

    Row append(String value) {
        text.append(value);
        return this;
    }

    private Row to(int end) {
        while (text.length() < end) {
            text.append(' ');
        }
        return this;
    }

    /** A number of thousandths as a decimal fraction. */
    static String thousandths(long value) {
        String fraction = String.valueOf(THOUSAND + value % THOUSAND).substring(1);
        return value / THOUSAND + "." + fraction;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
