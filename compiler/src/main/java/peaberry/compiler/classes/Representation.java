package peaberry.compiler.classes;

import java.lang.constant.ClassDesc;

/**
 * How native code holds values of a Java type: in LLVM registers (Java's stack and locals), and in memory (fields and
 * array elements). An unboxed record is held as its component.
 *
 * @param type      the Java type
 * @param primitive the primitive type that is held, or null for a reference
 */
public record Representation(ClassDesc type, ClassDesc primitive) {

    /** Whether this is a record that is held as its component. */
    public boolean unboxed() {
        return primitive != null && !type.isPrimitive();
    }

    /** Whether this is the address of an object. */
    public boolean reference() {
        return primitive == null;
    }

    public boolean isVoid() {
        return primitive != null && letter() == 'V';
    }

    /** Whether values are floating-point numbers, which the native profile does not have. */
    public boolean floating() {
        return primitive != null && (letter() == 'F' || letter() == 'D');
    }

    /** The LLVM type of a value in a register. */
    public String register() {
        if (reference()) {
            return "ptr";
        }
        return switch (letter()) {
            case 'J' -> "i64";
            case 'V' -> "void";
            default -> "i32";
        };
    }

    /** The LLVM type of a value in memory. */
    public String memory() {
        if (reference()) {
            return "ptr";
        }
        return switch (letter()) {
            case 'Z', 'B' -> "i8";
            case 'C', 'S' -> "i16";
            case 'J', 'D' -> "i64";
            default -> "i32";
        };
    }

    /** Bytes in memory; also the alignment. */
    public int bytes() {
        return switch (memory()) {
            case "i8" -> 1;
            case "i16" -> 2;
            case "i32" -> 4;
            default -> 8;
        };
    }

    /** How a value narrower than a register is widened when it is loaded. */
    public String extension() {
        return letter() == 'Z' || letter() == 'C' ? "zext" : "sext";
    }

    /** The descriptor's letter of the primitive that is held; {@code L} for a reference. */
    public char letter() {
        return primitive == null ? 'L' : primitive.descriptorString().charAt(0);
    }
}
