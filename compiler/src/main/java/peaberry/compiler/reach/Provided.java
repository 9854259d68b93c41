package peaberry.compiler.reach;

import java.util.Map;
import peaberry.compiler.classes.JavaMethod;

/** Methods whose calls the compiler replaces by instructions of its own. */
public enum Provided {
    NOTHING, STRING_LENGTH, STRING_IS_EMPTY, STRING_CHAR_AT, REQUIRE_NON_NULL, ARRAY_COPY,
    COUNT_ONES, LEADING_ZEROS, TRAILING_ZEROS, REVERSE_BYTES, PLACE_CREATE, PLACE_AT, PLACE_IS_AT, PLACE_SIZE;

    private static final String PLACEMENT = "peaberry/machine/Placement.";

    private static final Map<String, Provided> METHODS = Map.ofEntries(
        Map.entry("java/lang/Object.<init>()V", NOTHING),
        Map.entry("java/lang/Record.<init>()V", NOTHING),
        Map.entry("java/lang/String.length()I", STRING_LENGTH),
        Map.entry("java/lang/String.isEmpty()Z", STRING_IS_EMPTY),
        Map.entry("java/lang/String.charAt(I)C", STRING_CHAR_AT),
        Map.entry("java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;", REQUIRE_NON_NULL),
        Map.entry("java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
            REQUIRE_NON_NULL),
        Map.entry("java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V", ARRAY_COPY),
        Map.entry("java/lang/Integer.bitCount(I)I", COUNT_ONES),
        Map.entry("java/lang/Long.bitCount(J)I", COUNT_ONES),
        Map.entry("java/lang/Integer.numberOfLeadingZeros(I)I", LEADING_ZEROS),
        Map.entry("java/lang/Long.numberOfLeadingZeros(J)I", LEADING_ZEROS),
        Map.entry("java/lang/Integer.numberOfTrailingZeros(I)I", TRAILING_ZEROS),
        Map.entry("java/lang/Long.numberOfTrailingZeros(J)I", TRAILING_ZEROS),
        Map.entry("java/lang/Integer.reverseBytes(I)I", REVERSE_BYTES),
        Map.entry("java/lang/Long.reverseBytes(J)J", REVERSE_BYTES));

    /** What stands for {@code method}, or null if it is translated or refused as any other. */
    public static Provided of(JavaMethod method) {
        String name = method.owner().name() + "." + method.signature();
        if (name.startsWith(PLACEMENT)) {
            return switch (method.name()) {
                case "create" -> PLACE_CREATE;
                case "at" -> PLACE_AT;
                case "isAt" -> PLACE_IS_AT;
                case "sizeOf" -> PLACE_SIZE;
                default -> null;
            };
        }
        return METHODS.get(name);
    }
}
