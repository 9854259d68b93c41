package peaberry.compiler;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The compiler as a command. */
public final class Main {

    private static final String USAGE = "usage: --name NAME --target kernel|program|linux --class-path FOLDER:FOLDER"
        + " --main CLASS --lowerings FOLDER --assembly FILE --linker-script FILE --output FOLDER";

    private String name;
    private Target target;
    private List<Path> classPath = List.of();
    private String mainClass;
    private final List<Path> lowerings = new ArrayList<>();
    private final List<Path> assembly = new ArrayList<>();
    private Path linkerScript;
    private Path output;

    private Main() {
    }

    public static void main(String[] arguments) {
        try {
            Report report = Compiler.compile(new Main().parse(arguments));
            System.out.print(report.json());
        } catch (CompileException | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private Request parse(String[] arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            option(arguments[i], arguments[i + 1]);
        }
        if (name == null || target == null || mainClass == null || output == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Request(name, target, classPath, mainClass, lowerings, assembly, linkerScript, output);
    }

    private void option(String option, String value) {
        switch (option) {
            case "--name" -> name = value;
            case "--target" -> target = Stream.of(Target.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + value + "\n" + USAGE));
            case "--class-path" -> classPath = Stream.of(value.split(File.pathSeparator)).map(Path::of).toList();
            case "--main" -> mainClass = value;
            case "--lowerings" -> lowerings.add(Path.of(value));
            case "--assembly" -> assembly.add(Path.of(value));
            case "--linker-script" -> linkerScript = Path.of(value);
            case "--output" -> output = Path.of(value);
            default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
        }
    }
}
