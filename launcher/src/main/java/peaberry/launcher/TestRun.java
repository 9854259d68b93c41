package peaberry.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs every test by Maven, shows what matters of its talk, keeps all of it in {@code build/test.log}, and adds up. */
final class TestRun {

    private static final Pattern COUNTS =
            Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+)");
    private static final Pattern WORTH_SEEING =
            Pattern.compile("\\[ERROR].*|.*Tests run:.*|\\[INFO] (Building Peaberry|Running|BUILD|All coverage checks).*|\\[WARNING].*\\.java.*");

    private static final int FAILURES = 1;
    private static final int ERRORS = 2;

    /** In the order of {@link #COUNTS}. */
    private final int[] totals = new int[4];

    private TestRun() {}

    /** 0 if every test and every check passed, else 1. */
    static int run() throws IOException, InterruptedException {
        return new TestRun().runMaven() ? 0 : 1;
    }

    private boolean runMaven() throws IOException, InterruptedException {
        Path log = Home.BUILD.resolve("test.log");
        ProcessBuilder builder = new ProcessBuilder("mvn", "-B", "-ntp", "-Dstyle.color=never", "--fail-at-end", "-Dmaven.test.failure.ignore=true",
                "test"); // a module's failure keeps no other from its tests; the counts tell
        builder.directory(Home.FOLDER.toFile()).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // Maven's own libraries still use what the JDK warns about.
        builder.environment().merge("MAVEN_OPTS", "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow",
                (users, ours) -> ours + " " + users);
        Process maven = builder.start();
        try (BufferedReader talk = maven.inputReader(StandardCharsets.UTF_8);
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = talk.readLine(); line != null; line = talk.readLine()) {
                file.println(line);
                if (WORTH_SEEING.matcher(line).matches()) {
                    System.out.println(line);
                }
                count(line);
            }
        }
        boolean passed = maven.waitFor() == 0 && totals[FAILURES] + totals[ERRORS] == 0;
        System.out.printf("Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n", totals[0], totals[1], totals[2], totals[3]);
        printCoverage();
        System.out.println(passed ? "All passed." : "Not all passed; the whole log is " + log);
        return passed;
    }

    /** From the report's table: a heading, then a class in each row, with lines missed and lines covered. */
    private static void printCoverage() throws IOException {
        Path report = Home.FOLDER.resolve("kernel/target/site/jacoco/jacoco.csv");
        if (!Files.exists(report)) {
            return;
        }
        List<String> rows = Files.readAllLines(report);
        List<String> heading = List.of(rows.getFirst().split(","));
        long missed = 0;
        long covered = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] columns = row.split(",");
            missed += Long.parseLong(columns[heading.indexOf("LINE_MISSED")]);
            covered += Long.parseLong(columns[heading.indexOf("LINE_COVERED")]);
        }
        System.out.printf(Locale.ROOT, "Line coverage of the portable kernel: %.1f %%%n", 100.0 * covered / Math.max(1, missed + covered));
    }

    /** Adds up the modules' closing counts; the lines of single classes also name the class. */
    private void count(String line) {
        Matcher counts = COUNTS.matcher(line);
        if (counts.find() && counts.end() == line.length()) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += Integer.parseInt(counts.group(i + 1));
            }
        }
    }
}
