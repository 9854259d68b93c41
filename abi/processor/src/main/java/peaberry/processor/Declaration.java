package peaberry.processor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An interface as it was declared.
 *
 * @param module        its module's name; empty if it is in none
 * @param packageName   empty if it is in none
 * @param documentation its comment, or null
 * @param outcomes      the enum of its outcomes, and their names
 */
record Declaration(String module, String packageName, String name, boolean isPublic, String documentation, Kind.Constant outcomes,
        List<Method> methods) {

    /** Low bits of a label: the method's number. */
    static final int METHOD_BITS = 8;

    Declaration {
        methods = List.copyOf(methods);
    }

    String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /**
     * The label of a request, as Java writes it. Its high bits stand for all that both sides must agree on, so that a request by another declaration
     * has a label that is none of this one.
     */
    String label(Method method) {
        CRC32 identity = new CRC32();
        identity.update(identity().getBytes(StandardCharsets.UTF_8));
        int label = (int) identity.getValue() << METHOD_BITS | method.number();
        return String.format("0x%04X_%04X", label >>> 16, label & 0xFFFF);
    }

    private String identity() {
        return qualifiedName() + outcomes.identity() + methods.stream().map(Method::identity).toList();
    }
}
