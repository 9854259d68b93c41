package peaberry.compiler.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the code at one place of a random program can name. */
final class Scope {

    /** A field of instances of {@code owner}. */
    record Field(String owner, Kind kind, String name) {
    }

    private record Variable(Kind kind, String name, boolean assignable) {
    }

    private final List<Variable> globals = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<RandomProgram.Callee> callees = new ArrayList<>();
    private final Deque<List<Variable>> locals = new ArrayDeque<>();
    private boolean objects;
    private int nextLocal;

    void addGlobal(Kind kind, String name) {
        globals.add(new Variable(kind, name, true));
    }

    void addField(String owner, Kind kind, String name) {
        fields.add(new Field(owner, kind, name));
    }

    void addCallee(RandomProgram.Callee callee) {
        callees.add(callee);
    }

    void addLocal(Kind kind, String name) {
        locals.peek().add(new Variable(kind, name, true));
    }

    /** A loop's counter is read but never written, so that the loop ends. */
    void addCounter(String name) {
        locals.peek().add(new Variable(Kind.INT, name, false));
    }

    String freshName(String prefix) {
        return prefix + nextLocal++;
    }

    /** @param receiver {@code "this"} where the fields of {@code Base} can be named without an object */
    void enter(String receiver) {
        List<Variable> variables = new ArrayList<>();
        if (receiver.equals("this")) {
            for (Field field : fields("Base")) {
                variables.add(new Variable(field.kind(), field.name(), true));
            }
        }
        locals.push(variables);
    }

    void leave() {
        locals.pop();
    }

    /** From now on {@code objects}, {@code measured}, {@code any} and {@code rs0} are declared. */
    void objectsExist() {
        objects = true;
    }

    boolean hasObjects() {
        return objects;
    }

    List<String> globals(Kind kind) {
        return globals.stream().filter(variable -> variable.kind() == kind).map(Variable::name).toList();
    }

    List<Field> fields(String owner) {
        return fields.stream().filter(field -> field.owner().equals(owner)).toList();
    }

    List<RandomProgram.Callee> callees() {
        return callees;
    }

    List<String> readable(Kind kind) {
        return variables(kind, false);
    }

    List<String> assignable(Kind kind) {
        return variables(kind, true);
    }

    private List<String> variables(Kind kind, boolean written) {
        List<String> names = new ArrayList<>(globals(kind));
        for (List<Variable> block : locals) {
            for (Variable variable : block) {
                if (variable.kind() == kind && (variable.assignable() || !written)) {
                    names.add(variable.name());
                }
            }
        }
        return names;
    }
}
