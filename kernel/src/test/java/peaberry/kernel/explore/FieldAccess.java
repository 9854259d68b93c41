package peaberry.kernel.explore;

/**
 * Copies the mutable fields that one class declares from an object into a row of cells and back. {@link FieldAccessWriter}
 * makes an implementation for each class, so that a field costs one load and one store and no field can be forgotten.
 */
public interface FieldAccess {

    /** How many cells there are: one for each field. */
    int cells();

    /** Writes the fields of {@code object} to {@code into}, from {@code at} on. */
    void save(Object object, long[] into, int at, Names names);

    /** Sets the fields of {@code object} from what {@link #save} wrote. */
    void load(Object object, long[] from, int at, Names names);

    /** What references become in a cell. */
    interface Names {

        /** The number of an object, 0 for null. */
        int name(Object object);

        /** The object with a number. */
        Object named(int name);

        /** The cell of a moment: how far it is from now. */
        long fromNow(long time);

        /** The moment that a cell stands for. */
        long moment(long cell);
    }

    /** The cell of an enum constant, which its own class numbers: 0 for null. */
    static long ordinal(Enum<?> constant) {
        return constant == null ? 0 : constant.ordinal() + 1;
    }
}
