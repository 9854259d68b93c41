package peaberry.faults;

/** Injects faults into a driver that a line on the console names, and switches the machine off. */
public final class Faults {

    private Faults() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        throw new IllegalStateException();
    }
}
