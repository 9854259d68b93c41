package peaberry.sh.builtins;

import java.util.HashMap;
import java.util.Map;
import peaberry.sh.run.Builtin;

/** All builtins by their names. */
public final class Builtins {

    private Builtins() {}

    public static Map<String, Builtin> all() {
        Map<String, Builtin> all = new HashMap<>();
        all.put(":", (shell, arguments) -> 0);
        all.put("true", (shell, arguments) -> 0);
        all.put("false", (shell, arguments) -> 1);
        all.put("break", ControlBuiltins::breakLoops);
        all.put("continue", ControlBuiltins::continueLoop);
        all.put("return", ControlBuiltins::returnFromFunction);
        all.put("exit", ControlBuiltins::exit);
        all.put("eval", ControlBuiltins::eval);
        all.put(".", ControlBuiltins::dot);
        all.put("exec", ControlBuiltins::exec);
        all.put("export", VariableBuiltins::export);
        all.put("readonly", VariableBuiltins::readOnly);
        all.put("local", VariableBuiltins::local);
        all.put("unset", VariableBuiltins::unset);
        all.put("shift", VariableBuiltins::shift);
        all.put("set", SetBuiltin::run);
        all.put("getopts", GetoptsBuiltin::run);
        all.put("read", ReadBuiltin::run);
        all.put("cd", DirectoryBuiltins::cd);
        all.put("pwd", DirectoryBuiltins::pwd);
        all.put("echo", EchoBuiltin::run);
        all.put("printf", (shell, arguments) -> new PrintfBuiltin(shell).run(arguments));
        all.put("test", (shell, arguments) -> new TestBuiltin(shell, arguments).run());
        all.put("[", TestBuiltin::bracket);
        all.put("trap", TrapBuiltin::run);
        all.put("wait", JobBuiltins::await);
        all.put("jobs", JobBuiltins::jobs);
        all.put("fg", JobBuiltins::foreground);
        all.put("bg", JobBuiltins::background);
        all.put("kill", JobBuiltins::kill);
        all.put("times", JobBuiltins::times);
        all.put("command", CommandBuiltins::command);
        all.put("type", CommandBuiltins::type);
        return all;
    }
}
