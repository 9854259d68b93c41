package peaberry.fullscreen.top;

import java.util.Comparator;

/** In which order tasks are shown. */
enum Order {
    /** Who used most of the processor lately. */
    PROCESSOR(Comparator.comparingLong(Activity.Row::lately).reversed()),
    /** Who uses most memory. */
    MEMORY(Comparator.comparingLong((Activity.Row row) -> row.task().bytes()).reversed()),
    /** Programs by their numbers, the last one first; then processes. */
    NUMBER(Comparator.comparingInt((Activity.Row row) -> row.task().number()).reversed());

    private final Comparator<Activity.Row> rows;

    Order(Comparator<Activity.Row> rows) {
        this.rows = rows;
    }

    Comparator<Activity.Row> rows() {
        return rows;
    }
}
