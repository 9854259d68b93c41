package peaberry.compiler.code;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Collects the text of one LLVM function: allocas first, then blocks, the cold ones last. */
final class FunctionWriter {

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder cold = new StringBuilder();
    private final TreeMap<String, String> allocas = new TreeMap<>();
    private final IntFunction<String> location;
    private StringBuilder out = body;
    private String here = "";
    private int names;

    /** @param location the debug location of a source line, as it is appended to instructions */
    FunctionWriter(IntFunction<String> location) {
        this.location = location;
    }

    void line(int line) {
        here = location.apply(line);
    }

    void emit(String instruction) {
        out.append("  ").append(instruction).append(here).append('\n');
    }

    /** Emits an instruction with a result. */
    String value(String instruction) {
        String name = "%v" + names++;
        emit(name + " = " + instruction);
        return name;
    }

    String newLabel() {
        return "x" + names++;
    }

    void label(String label) {
        out.append(label).append(":\n");
    }

    /** A variable in memory, which LLVM turns into values. */
    String variable(String name, String type) {
        String variable = "%" + name + "." + type;
        allocas.put(variable, type);
        return variable;
    }

    /** Writes a block that is hardly ever reached. */
    void inColdBlock(String label, Runnable writer) {
        out = cold;
        label(label);
        writer.run();
        out = body;
    }

    /** The function's blocks. @param prologue instructions after the allocas */
    String finish(List<String> prologue, String firstBlock) {
        List<String> text = new ArrayList<>();
        text.add("entry:\n");
        allocas.forEach((name, type) -> text.add("  " + name + " = alloca " + type + "\n"));
        prologue.forEach(line -> text.add("  " + line + "\n"));
        text.add("  br label %" + firstBlock + here + "\n");
        return String.join("", text) + body + cold;
    }
}
