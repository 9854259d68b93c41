package peaberry.launcher;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import peaberry.compiler.Effort;

/**
 * What {@code ./peaberry java} was asked for: {@code [options] MAIN-CLASS [ARGUMENT...]}, as of {@code java}.
 *
 * @param classPath folders and jars with the program's class files and all that they use
 * @param work      folder for what is made on the way
 * @param output    where only the executable is written to, or null if the program is to run
 * @param effort    that is made for it to be fast
 * @param timeout   when to give up, or null for never
 */
record JavaCommand(List<Path> classPath, Path work, Path output, Effort effort, Duration timeout, String mainClass, List<String> arguments) {

    /** Reads the arguments that follow the command's name. @throws Failure which says what is wrong with the first bad one */
    static JavaCommand parse(List<String> arguments) throws Failure {
        List<Path> classPath = List.of();
        Path work = null;
        Path output = null;
        Effort effort = Effort.FULL;
        Duration timeout = null;
        int at = 0;
        for (; at < arguments.size() && arguments.get(at).startsWith("-"); at++) {
            String option = arguments.get(at);
            switch (option) {
                case "--class-path", "-cp" -> classPath = paths(value(arguments, ++at, "folders and jars"));
                case "--work" -> work = path(value(arguments, ++at, "a folder"));
                case "--output" -> output = path(value(arguments, ++at, "a file"));
                case "--timeout" -> timeout = seconds(value(arguments, ++at, "whole seconds"));
                case "--quick" -> effort = Effort.LITTLE;
                case "--yes" -> { }
                default -> throw new Failure("'java' has no option '" + option + "'; ./peaberry --help lists them");
            }
        }
        if (classPath.isEmpty()) {
            throw new Failure("'java' needs --class-path, the folders and jars with the program's class files");
        }
        if (at == arguments.size()) {
            throw new Failure("'java' needs the name of the program's main class");
        }
        String mainClass = arguments.get(at);
        return new JavaCommand(classPath, work == null ? Home.BUILD.resolve("programs").resolve(mainClass) : work, output, effort, timeout, mainClass,
                List.copyOf(arguments.subList(at + 1, arguments.size())));
    }

    private static String value(List<String> arguments, int at, String meaning) throws Failure {
        if (at == arguments.size()) {
            throw new Failure(arguments.get(at - 1) + " needs " + meaning);
        }
        return arguments.get(at);
    }

    private static List<Path> paths(String list) {
        return Stream.of(list.split(File.pathSeparator)).filter(each -> !each.isEmpty()).map(JavaCommand::path).toList();
    }

    private static Path path(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static Duration seconds(String number) throws Failure {
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new Failure("--timeout needs whole seconds, not '" + number + "'");
        }
        return Duration.ofSeconds(Integer.parseInt(number));
    }
}
