package peaberry.fullscreen.top;

/**
 * A process of the declaration, or a program that was started, at some moment.
 *
 * @param number of a program, by which all know it; 0 of a process, which is known by its name
 * @param state  in a word or two
 * @param bytes  of memory that it uses
 * @param ticks  of processor time that it used since it was started
 */
public record Task(int number, String name, String state, long bytes, long ticks) {

    boolean isProgram() {
        return number != 0;
    }

    /** Whether it is the same at another moment. */
    boolean isSameAs(Task other) {
        return number == other.number && (isProgram() || name.equals(other.name));
    }
}
