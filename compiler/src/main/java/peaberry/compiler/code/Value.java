package peaberry.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.Representation;

/**
 * What an entry of Java's stack or a local variable holds, while a method is translated. Two entries that hold the same
 * instance hold the same value.
 */
final class Value {

    static final Representation INT = new Representation(ConstantDescs.CD_int, ConstantDescs.CD_int);
    static final Representation LONG = new Representation(ConstantDescs.CD_long, ConstantDescs.CD_long);
    static final Representation OBJECT = new Representation(ConstantDescs.CD_Object, null);
    static final Value NULL = new Value(Use.PLAIN, OBJECT, "null", false, false, -1);

    /** What may be done with a value. */
    enum Use {
        PLAIN,
        /** A class literal, which only {@code Placement} takes. */
        CLASS_LITERAL,
        /** An exception, which exists only to be thrown. */
        THROWABLE,
        /** An unboxed record before its constructor was called. */
        UNBOXED_NEW
    }

    private final Use use;
    private final Representation representation;
    private final String text;
    private final boolean nonNull;
    private final boolean exact;
    private final int length;
    private int[] switchTable;
    private String comparedLeft;
    private String comparedRight;

    private Value(Use use, Representation representation, String text, boolean nonNull, boolean exact, int length) {
        this.use = use;
        this.representation = representation;
        this.text = text;
        this.nonNull = nonNull;
        this.exact = exact;
        this.length = length;
    }

    /** @param text the LLVM operand, or null for a local whose value is in memory */
    static Value of(Representation representation, String text) {
        return new Value(Use.PLAIN, representation, text, false, false, -1);
    }

    static Value integer(String text) {
        return of(INT, text);
    }

    static Value wide(String text) {
        return of(LONG, text);
    }

    /** A switch's table, an array that holds these numbers and never changes. */
    static Value switchTable(ClassDesc type, String text, int[] table) {
        Value value = exact(type, text, table.length);
        value.switchTable = table;
        return value;
    }

    /** The element of a switch's table at an index that it has: the switch goes by the index instead. */
    static Value chosenBy(String index, int[] table) {
        Value value = integer(index);
        value.switchTable = table;
        return value;
    }

    /** The difference's sign, as {@code lcmp} makes it, of two numbers that a branch can compare directly. */
    static Value comparison(String text, String left, String right) {
        Value value = of(INT, text);
        value.comparedLeft = left;
        value.comparedRight = right;
        return value;
    }

    static Value nonNull(ClassDesc type, String text) {
        return new Value(Use.PLAIN, new Representation(type, null), text, true, false, -1);
    }

    /** An object of exactly that class. @param length of an array, or -1 */
    static Value exact(ClassDesc type, String text, int length) {
        return new Value(Use.PLAIN, new Representation(type, null), text, true, true, length);
    }

    static Value special(Use use, JavaClass type) {
        return new Value(use, new Representation(type.type(), null), null, true, true, -1);
    }

    Use use() {
        return use;
    }

    Representation representation() {
        return representation;
    }

    ClassDesc type() {
        return representation.type();
    }

    String register() {
        return representation.register();
    }

    String text() {
        return text;
    }

    /** The operand with its LLVM type. */
    String typed() {
        return register() + " " + text;
    }

    boolean isNull() {
        return this == NULL;
    }

    boolean nonNull() {
        return nonNull;
    }

    /** Whether the object's class is {@link #type()} and not below it. */
    boolean exact() {
        return exact;
    }

    /** The array's length if it is known, else -1. */
    int length() {
        return length;
    }

    /** The numbers in a switch's table, of the table and of what {@link #chosenBy} makes; else null. */
    int[] switchTable() {
        return switchTable;
    }

    String comparedLeft() {
        return comparedLeft;
    }

    String comparedRight() {
        return comparedRight;
    }

    boolean reference() {
        return representation.reference();
    }

    /** Entries of Java's stack as the specification counts them. */
    int words() {
        return representation.equals(LONG) ? 2 : 1;
    }

    /** The same value known to be of a narrower type. */
    Value as(ClassDesc type) {
        return exact ? this : new Value(use, new Representation(type, null), text, nonNull, false, length);
    }
}
