package peaberry.sh.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The variables, and those that come back when a function or a command ends. */
public final class Variables {

    /** A variable never changes; another one takes its place. */
    private record Variable(String value, boolean isExported, boolean isReadOnly) {

        static final Variable UNSET = new Variable(null, false, false);

        Variable withValue(String other) {
            return new Variable(other, isExported, isReadOnly);
        }
    }

    private final Map<String, Variable> all;
    /** What was there before; {@link Variable#UNSET} for nothing. */
    private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();

    Variables() {
        all = new HashMap<>();
    }

    private Variables(Map<String, Variable> all) {
        this.all = new HashMap<>(all);
    }

    /** The same, for a subshell. What is local in the parent is local for as long as the subshell lasts. */
    Variables copy() {
        Variables copy = new Variables(all);
        scopes.descendingIterator().forEachRemaining(scope -> copy.scopes.push(new HashMap<>(scope)));
        return copy;
    }

    private Variable find(String name) {
        return all.getOrDefault(name, Variable.UNSET);
    }

    private void put(String name, Variable variable) {
        if (variable.equals(Variable.UNSET)) {
            all.remove(name);
        } else {
            all.put(name, variable);
        }
    }

    /** {@code null} if it is not set. */
    public String get(String name) {
        return find(name).value;
    }

    public boolean isReadOnly(String name) {
        return find(name).isReadOnly;
    }

    public void set(String name, String value) {
        if (find(name).isReadOnly) {
            throw new ShellError(name + ": is read only");
        }
        put(name, find(name).withValue(value));
    }

    public void unset(String name) {
        if (find(name).isReadOnly) {
            throw new ShellError(name + ": is read only");
        }
        all.remove(name);
    }

    /** Whatever is set to it later goes to programs. */
    public void export(String name) {
        Variable variable = find(name);
        put(name, new Variable(variable.value, true, variable.isReadOnly));
    }

    public void makeReadOnly(String name) {
        Variable variable = find(name);
        put(name, new Variable(variable.value, variable.isExported, true));
    }

    /** From now on changes of {@link #makeLocal local} variables are undone by {@link #closeScope}. */
    void openScope() {
        scopes.push(new HashMap<>());
    }

    void closeScope() {
        scopes.pop().forEach(this::put);
    }

    /** Its value comes back when the innermost scope is closed. */
    public void makeLocal(String name) {
        scopes.peek().putIfAbsent(name, find(name));
    }

    /** Names and values of those that are set, in order. */
    public Map<String, String> values() {
        return select(variable -> true);
    }

    /** Those that programs get. */
    public Map<String, String> exported() {
        return select(Variable::isExported);
    }

    public Map<String, String> readOnly() {
        return select(Variable::isReadOnly);
    }

    private Map<String, String> select(Predicate<Variable> wanted) {
        Map<String, String> selected = new TreeMap<>();
        all.forEach((name, variable) -> {
            if (variable.value != null && wanted.test(variable)) {
                selected.put(name, variable.value);
            }
        });
        return selected;
    }

    /** Commands that make the variables what they are. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        new TreeMap<>(all).forEach((name, variable) -> {
            if (variable.value != null) {
                commands.add(name + "=" + Quoting.quote(variable.value));
            }
            if (variable.isExported) {
                commands.add("export " + name);
            }
            if (variable.isReadOnly) {
                commands.add("readonly " + name);
            }
        });
        return commands;
    }
}
