package peaberry.kernel.explore;

/** The elements of an array as cells. */
final class ArrayAccess implements FieldAccess {

    private final int length;

    private ArrayAccess(int length) {
        this.length = length;
    }

    static FieldAccess of(Object array) {
        return switch (array) {
            case long[] numbers -> new ArrayAccess(numbers.length);
            case int[] numbers -> new ArrayAccess(numbers.length);
            case Object[] references -> new ArrayAccess(references.length);
            default -> throw new IllegalArgumentException("no cells for " + array.getClass().getSimpleName());
        };
    }

    @Override
    public int cells() {
        return length;
    }

    @Override
    public void save(Object object, long[] into, int at, Names names) {
        switch (object) {
            case long[] numbers -> System.arraycopy(numbers, 0, into, at, length);
            case int[] numbers -> {
                for (int i = 0; i < length; i++) {
                    into[at + i] = numbers[i];
                }
            }
            default -> {
                Object[] references = (Object[]) object;
                for (int i = 0; i < length; i++) {
                    into[at + i] = names.name(references[i]);
                }
            }
        }
    }

    @Override
    public void load(Object object, long[] from, int at, Names names) {
        switch (object) {
            case long[] numbers -> System.arraycopy(from, at, numbers, 0, length);
            case int[] numbers -> {
                for (int i = 0; i < length; i++) {
                    numbers[i] = (int) from[at + i];
                }
            }
            default -> {
                Object[] references = (Object[]) object;
                for (int i = 0; i < length; i++) {
                    references[i] = names.named((int) from[at + i]);
                }
            }
        }
    }
}
