package peaberry.sh.help;

import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a command: to who asks for help, and to who completes options.
 *
 * @param usage after the name: what may stand there
 * @param summary one line, without a stop
 * @param options in order
 * @param examples in order, at least one
 */
public record Help(String name, Group group, String usage, String summary, List<Option> options, List<Example> examples) {

    /** What commands have in common. */
    public enum Group {
        SHELL("The shell"), FLOW("The flow of scripts"), VARIABLES("Variables"), JOBS("Jobs and signals"), FILES("Files and directories"), TEXT("Text"), SYSTEM("The system");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param names as they are written, with commas between them; a value behind a blank or an equals sign */
    public record Option(String names, String meaning) {
    }

    /** @param command as it is typed */
    public record Example(String command, String meaning) {
    }

    /** A command's, to which options and examples are added. */
    public static Help of(String name, Group group, String usage, String summary) {
        return new Help(name, group, usage, summary, List.of(), List.of());
    }

    public Help option(String names, String meaning) {
        return new Help(name, group, usage, summary, with(options, new Option(names, meaning)), examples);
    }

    public Help example(String command, String meaning) {
        return new Help(name, group, usage, summary, options, with(examples, new Example(command, meaning)));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }

    /** The names of options as they are typed, without values, in order. */
    public List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            int start = 0;
            while (start < option.names.length()) {
                int comma = option.names.indexOf(", ", start);
                int end = comma < 0 ? option.names.length() : comma;
                names.add(typed(option.names.substring(start, end)));
                start = end + 2;
            }
        }
        names.sort(null);
        return names;
    }

    private static String typed(String written) {
        int equals = written.indexOf('=');
        int blank = written.indexOf(' ');
        return equals >= 0 ? written.substring(0, equals + 1) : written.substring(0, blank < 0 ? written.length() : blank);
    }

    /** All of it, in rows. */
    public String text() {
        StringBuilder text = new StringBuilder("usage: " + name + (usage.isEmpty() ? "" : " " + usage) + "\n" + name + " " + summary + ".\n");
        if (!options.isEmpty()) {
            text.append("\noptions:\n");
            int width = options.stream().mapToInt(option -> option.names.length()).max().orElse(0);
            options.forEach(option -> text.append("  ").append(padded(option.names, width)).append("  ").append(option.meaning).append('\n'));
        }
        text.append("\nexamples:\n");
        int width = examples.stream().mapToInt(example -> example.command.length()).max().orElse(0);
        examples.forEach(example -> text.append("  ").append(padded(example.command, width)).append("  ").append(example.meaning).append('\n'));
        return text.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
