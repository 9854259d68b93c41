package peaberry.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.List;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.reach.Layouts;

/**
 * Java's run-time checks. A failed one is an undefined instruction with a number of its own; a null reference is found
 * by reading the object's header, which faults.
 */
final class Checks {

    private final Translation at;
    private final FunctionWriter out;

    Checks(Translation at) {
        this.at = at;
        out = at.out();
    }

    /** Ends the block by a trap. */
    void trap(Trap trap) {
        int site = at.program().newSite(trap);
        out.emit("call void asm sideeffect \"ud1l " + site + "(%eax), %eax\", \"\"() #1");
        out.emit("unreachable");
    }

    /** Goes on only if the i1 {@code condition} holds. */
    void require(String condition, Trap trap) {
        if (condition.equals("true")) {
            return;
        }
        String passed = out.newLabel();
        String failed = out.newLabel();
        out.emit("br i1 " + condition + ", label %" + passed + ", label %" + failed + at.program().debug().likely());
        out.inColdBlock(failed, () -> trap(trap));
        out.label(passed);
    }

    boolean isNonNull(Value value) {
        return value.nonNull() || at.facts().isNonNull(value.text());
    }

    /** Faults if the reference is null. */
    void nonNull(Value value) {
        if (!isNonNull(value)) {
            out.value("load volatile i32, ptr " + value.text());
            at.facts().setNonNull(value.text());
        }
    }

    /** Faults if the reference is null, by a read at {@code offset}, which is in page 0 then, that later reads can make use of. */
    void nonNull(Value value, Representation held, int offset) {
        if (!isNonNull(value)) {
            String read = out.value("load " + held.memory() + ", ptr " + address(value, offset));
            out.emit("call void asm sideeffect \"\", \"r\"(" + held.memory() + " " + read + ") memory(inaccessiblemem: readwrite) nounwind");
            at.facts().setNonNull(value.text());
        }
    }

    /** The address {@code offset} bytes into an object. */
    String address(Value object, long offset) {
        return out.value("getelementptr i8, ptr " + object.text() + ", i64 " + offset);
    }

    /** Loads from memory, widened to a register. */
    String load(Representation held, String address, boolean isVolatile) {
        String loaded = out.value("load " + (isVolatile ? "volatile " : "") + held.memory() + ", ptr " + address);
        return held.memory().equals(held.register()) ? loaded
            : out.value(held.extension() + " " + held.memory() + " " + loaded + " to " + held.register());
    }

    /** Stores to memory, narrowed from a register. */
    void store(Representation held, String value, String address, boolean isVolatile) {
        String narrow = held.memory().equals(held.register()) ? value
            : out.value("trunc " + held.register() + " " + value + " to " + held.memory());
        out.emit("store " + (isVolatile ? "volatile " : "") + held.memory() + " " + narrow + ", ptr " + address);
    }

    /** The length of an array or string, after a null check. */
    String length(Value array) {
        if (array.length() >= 0) {
            return Integer.toString(array.length());
        }
        String known = at.facts().length(array.text());
        if (known != null) {
            return known;
        }
        String address = address(array, Layouts.LENGTH);
        String length = out.value("load " + (isNonNull(array) ? "" : "volatile ") + "i32, ptr " + address);
        at.facts().setLength(array.text(), length);
        return length;
    }

    /** The class id in an object's header. */
    String classId(Value object) {
        String id = out.value("load " + (isNonNull(object) ? "" : "volatile ") + "i32, ptr " + object.text());
        at.facts().setNonNull(object.text());
        return id;
    }

    /** As an i1 operand: whether an object, which is not null, is of type {@code to}. */
    String isInstance(Value object, ClassDesc to) {
        List<ClassDesc> possible = object.exact() ? List.of(object.type())
            : at.program().numbers().below(object.type());
        List<ClassDesc> wanted = possible.stream().filter(type -> at.world().assignable(type, to)).toList();
        if (wanted.isEmpty()) {
            return "false";
        }
        return wanted.size() == possible.size() ? "true" : isOneOf(object, wanted);
    }

    /**
     * What {@code instanceof} answers. An array of unboxed records is an {@code Object[]} in Java only: asking for that
     * is a failed cast, not a different answer.
     */
    String isInstanceOf(Value object, ClassDesc to) {
        List<ClassDesc> unanswerable = at.program().numbers().below(object.type()).stream()
            .filter(type -> at.world().unboxedAsObjects(type, to)).toList();
        if (!unanswerable.isEmpty()) {
            String is = isOneOf(object, unanswerable);
            require(out.value("xor i1 " + is + ", true"), Trap.CLASS_CAST);
        }
        return isInstance(object, to);
    }

    /** @param wanted not empty, by ascending id */
    private String isOneOf(Value object, List<ClassDesc> wanted) {
        String id = out.value("load i32, ptr " + object.text());
        String result = null;
        int i = 0;
        while (i < wanted.size()) {
            int low = at.program().numbers().id(wanted.get(i));
            int high = low;
            while (++i < wanted.size() && at.program().numbers().id(wanted.get(i)) == high + 1) {
                high++;
            }
            String inRange = inRange(id, low, high);
            result = result == null ? inRange : out.value("or i1 " + result + ", " + inRange);
        }
        return result;
    }

    private String inRange(String id, int low, int high) {
        if (low == high) {
            return out.value("icmp eq i32 " + id + ", " + low);
        }
        String distance = out.value("sub i32 " + id + ", " + low);
        return out.value("icmp ule i32 " + distance + ", " + (high - low));
    }
}
