package peaberry.interactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import peaberry.sh.help.Help;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.system.FileStatus;

/** What a shell can make of a word: commands, options of commands, variables, files. */
final class ShellCompleter implements Completer {

    private static final String HOME = "~/";
    private static final String SPECIAL = " \t\n\\\"'`$&|;<>()*?[]#!{}";
    private static final String SPECIAL_IN_QUOTES = "$`\"\\";

    private final Shell shell;
    private final Function<String, Help> help;

    /** @param help of a command; null if there is none */
    ShellCompleter(Shell shell, Function<String, Help> help) {
        this.shell = shell;
        this.help = help;
    }

    @Override
    public Completion complete(String line) {
        TypedWord word = TypedWord.of(line);
        if (word.isComment()) {
            return Completion.NOTHING;
        }
        if (word.name() >= 0) {
            return variables(line, word.name());
        }
        if (word.hasExpansion()) {
            return Completion.NOTHING;
        }
        if (word.isCommand() && word.text().indexOf('/') < 0) {
            return words(word, commands(word.text()));
        }
        Help known = help.apply(word.command());
        if (word.text().startsWith("-") && known != null) {
            return words(word, known.optionNames());
        }
        return files(word);
    }

    private Completion variables(String line, int start) {
        boolean isInBraces = line.charAt(start - 1) == '{';
        String begun = line.substring(start);
        List<String> names = shell.variables().values().keySet().stream().filter(name -> name.startsWith(begun)).toList();
        return new Completion(start, names, names, isInBraces ? "}" : "");
    }

    private static Completion words(TypedWord word, Iterable<String> candidates) {
        List<String> fitting = new ArrayList<>();
        for (String candidate : candidates) {
            if (candidate.startsWith(word.text())) {
                fitting.add(candidate);
            }
        }
        return quoted(word, fitting, fitting, " ");
    }

    private Iterable<String> commands(String begun) {
        TreeSet<String> names = new TreeSet<>(shell.builtins().keySet());
        names.addAll(shell.functions().keySet());
        for (String directory : Programs.directories(shell.get("PATH"))) {
            String path = shell.absolute(directory.isEmpty() ? "." : directory);
            for (String name : shell.system().list(path)) {
                if (name.startsWith(begun) && !names.contains(name)) {
                    FileStatus status = shell.system().look(path + "/" + name);
                    if (status != null && status.isProgram()) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private Completion files(TypedWord word) {
        String text = word.text();
        String home = shell.get("HOME");
        int slash = text.lastIndexOf('/') + 1;
        String typed = text.substring(0, slash);
        String directory = typed.startsWith(HOME) && home != null ? home + typed.substring(1) : typed;
        String begun = text.substring(slash);
        Map<String, String> found = new TreeMap<>();
        for (String name : shell.system().list(directory.isEmpty() ? shell.directory() : shell.absolute(directory))) {
            boolean isHidden = name.startsWith(".") && !begun.startsWith(".");
            if (!name.startsWith(begun) || isHidden) {
                continue;
            }
            FileStatus status = shell.system().look(shell.absolute(directory + name));
            boolean isDirectory = status != null && status.is(FileStatus.Kind.DIRECTORY);
            boolean fits = isDirectory || !word.command().equals("cd") && (!word.isCommand() || status != null && status.isProgram());
            if (fits) {
                found.put(typed + name + (isDirectory ? "/" : ""), name + (isDirectory ? "/" : ""));
            }
        }
        boolean isOneDirectory = found.size() == 1 && found.keySet().iterator().next().endsWith("/");
        return quoted(word, List.copyOf(found.keySet()), List.copyOf(found.values()), isOneDirectory ? "" : " ");
    }

    /** Candidates as they have to be written in place of the word. */
    private static Completion quoted(TypedWord word, List<String> candidates, List<String> shown, String blank) {
        char quote = word.quote();
        List<String> written = candidates.stream().map(candidate -> quote == 0 ? escaped(candidate, SPECIAL)
                : quote + (quote == '"' ? escaped(candidate, SPECIAL_IN_QUOTES) : candidate)).toList();
        return new Completion(word.start(), written, shown, quote == 0 || blank.isEmpty() ? blank : quote + blank);
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
