package peaberry.sh.builtins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.system.FileStatus;

/** The current directory. */
final class DirectoryBuiltins {

    private DirectoryBuiltins() {}

    static int cd(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "LP");
        boolean physical = Arguments.last(arguments.subList(0, options), "LP") == 'P';
        List<String> operands = arguments.subList(options, arguments.size());
        String wanted = operands.isEmpty() ? shell.get("HOME") : operands.getFirst();
        boolean back = wanted != null && wanted.equals("-");
        wanted = back ? shell.get("OLDPWD") : wanted;
        if (wanted == null) {
            throw new BuiltinException(back ? "OLDPWD is not set" : "HOME is not set");
        }
        String found = operands.isEmpty() || back ? wanted : alongPath(shell, wanted);
        String target = absolute(shell, found, physical);
        FileStatus status = shell.system().look(target);
        if (status == null || !status.is(FileStatus.Kind.DIRECTORY) || !status.executable()) {
            throw new BuiltinException("can't cd to " + wanted);
        }
        String before = shell.directory();
        shell.setDirectory(target);
        shell.set("OLDPWD", before);
        shell.set("PWD", target);
        if (back || !found.equals(wanted)) {
            shell.print(target + "\n");
        }
        return 0;
    }

    /** Where {@code CDPATH} finds a name that says nothing else. */
    private static String alongPath(Shell shell, String wanted) {
        String first = wanted.indexOf('/') < 0 ? wanted : wanted.substring(0, wanted.indexOf('/'));
        if (first.isEmpty() || first.equals(".") || first.equals("..")) {
            return wanted;
        }
        for (String directory : Programs.directories(shell.get("CDPATH"))) {
            String candidate = directory.isEmpty() ? wanted : directory + "/" + wanted;
            FileStatus status = shell.system().look(shell.absolute(candidate));
            if (status != null && status.is(FileStatus.Kind.DIRECTORY)) {
                return candidate;
            }
        }
        return wanted;
    }

    private static String absolute(Shell shell, String path, boolean physical) {
        try {
            return physical ? shell.system().realPath(shell.absolute(path)) : withoutDots(shell.absolute(path));
        } catch (IOException e) {
            throw new BuiltinException("can't cd to " + path);
        }
    }

    private static String withoutDots(String path) {
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            String name = path.substring(start, end < 0 ? path.length() : end);
            start = end < 0 ? path.length() : end + 1;
            switch (name) {
                case "", "." -> { }
                case ".." -> {
                    if (!names.isEmpty()) {
                        names.removeLast();
                    }
                }
                default -> names.add(name);
            }
        }
        return "/" + String.join("/", names);
    }

    static int pwd(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "LP");
        boolean physical = Arguments.last(arguments.subList(0, options), "LP") == 'P';
        shell.print(absolute(shell, shell.directory(), physical) + "\n");
        return 0;
    }
}
