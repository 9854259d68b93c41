package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README and the pages in docs/ name is there, and what they say twice they say alike. */
class DocumentationTest {

    private static final Path HELP = Repository.HOME.resolve("launcher/help.txt");
    private static final Path README = Repository.HOME.resolve("README.md");
    private static final String ARCHITECTURE = "peaberry.kernel.arch.";

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    /** With a folder in it; an ellipsis stands for folders that do not matter. */
    private static final Pattern PATH = Pattern.compile("(?:[\\w.…-]+/)+[\\w.-]*");
    private static final Pattern TYPE = Pattern.compile("[A-Z]+[a-z]\\w*");
    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w.]*\\w");
    private static final Pattern NAME = Pattern.compile("@?([A-Za-z_][\\w.]*\\w)(?:\\(.*\\))?");
    private static final Pattern STATUS = Pattern.compile("(?m)^(?:\\| |  )(0[–-]99|\\d{3}) *(?:\\| )?(.*?)(?: \\|)?$");

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Repository.compile();
    }

    /** Each page with its text. */
    private static Map<Path, String> pages() {
        return Stream.concat(Stream.of(README), Repository.files("docs", ".md").stream())
                .collect(Collectors.toMap(page -> page, Repository::text, (one, other) -> one, TreeMap::new));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(CODE_BLOCK.matcher(text).replaceAll("")).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        pages().forEach((page, text) -> LINK.matcher(text).results().map(found -> found.group(1))
                .forEach(target -> assertTrue(Files.exists(page.resolveSibling(target)), page + ": " + target)));
    }

    @Test
    void everyPathThatIsNamedIsThere() {
        List<String> files = Repository.files("").stream().map(file -> Repository.HOME.relativize(file).toString()).toList();
        List<String> missing = new ArrayList<>();
        pages().forEach((page, text) -> quoted(text).stream()
                .filter(quote -> PATH.matcher(quote).matches() && !quote.startsWith("./") && !quote.startsWith("build/"))
                .filter(quote -> files.stream().noneMatch(file -> isPath(quote, file)))
                .forEach(quote -> missing.add(page.getFileName() + ": " + quote)));
        assertEquals(List.of(), missing);
    }

    private static boolean isPath(String quote, String file) {
        int gap = quote.indexOf('…');
        if (gap < 0) {
            return file.equals(quote) || file.startsWith(quote.endsWith("/") ? quote : quote + "/");
        }
        return file.startsWith(quote.substring(0, gap)) && file.contains(quote.substring(gap + 1));
    }

    /** A class is declared, and has the member; any other name is a module, a package or a word of the sources. */
    @Test
    void everyNameIsDeclared() throws IOException {
        Map<String, String> types = new TreeMap<>(); // with the text that declares them
        Set<String> words = new HashSet<>();
        Stream.concat(Repository.files("").stream(), generated()).filter(file -> Repository.isText(file) && !file.toString().endsWith(".md")).map(Repository::text).forEach(source -> {
            DECLARATION.matcher(source).results().forEach(type -> types.merge(type.group(1), source, String::concat));
            WORD.matcher(source).results().forEach(word -> addWithPackages(word.group(), words));
        });
        List<String> missing = new ArrayList<>();
        pages().forEach((page, text) -> quoted(text).stream().map(NAME::matcher).filter(Matcher::matches).map(name -> name.group(1))
                .filter(name -> !words.contains(name) || TYPE.matcher(name).matches()).filter(name -> !isMemberOrType(name, types))
                .forEach(name -> missing.add(page.getFileName() + ": " + name)));
        assertEquals(List.of(), missing);
    }

    /** What javac's annotation processor made. */
    private static Stream<Path> generated() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.HOME.resolve("build/generated"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static void addWithPackages(String name, Set<String> words) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            words.add(name.substring(0, end));
        }
    }

    private static boolean isMemberOrType(String name, Map<String, String> types) {
        String[] parts = name.replaceFirst("^([a-z]\\w*\\.)+(?=[A-Z])", "").split("\\.");
        String declaring = types.get(parts[0]);
        if (declaring == null) {
            return ClassLoader.getSystemClassLoader().getResource("java/lang/" + name + ".class") != null;
        }
        return parts.length == 1 || parts.length == 2 && Pattern.compile("\\b" + parts[1] + "\\b").matcher(declaring).find();
    }

    @Test
    void theTestsPageNamesEachSystemTest() {
        String page = Repository.text(Repository.HOME.resolve("docs/testing.md"));
        List<String> unnamed = Repository.files("tests", "Test.java").stream().map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(test -> !page.contains("`" + test + "`")).toList();
        assertEquals(List.of(), unnamed);
    }

    @Test
    void theBoundaryToTheMachineIsAsTheMapHasIt() throws Exception {
        String page = Repository.text(Repository.HOME.resolve("docs/architecture.md"));
        String block = CODE_BLOCK.matcher(page.substring(page.indexOf("## The boundary"))).results().findFirst().orElseThrow().group();
        Map<String, Set<String>> documented = new TreeMap<>();
        String code = block.replaceAll("//.*", "").replaceAll("/\\*.*?\\*/ ?", "").replaceAll("(?m)enum .*", "");
        for (MatchResult type : Pattern.compile("(?ms)^public (?:final class|interface) (\\w+) \\{(.*?)}$").matcher(code).results().toList()) {
            documented.put(type.group(1), methods(type.group(2)));
        }
        Map<String, Set<String>> real = new TreeMap<>();
        for (String type : PublicSignatures.of(Repository.classes("peaberry.kernel.arch")).keySet()) {
            String name = type.substring(type.lastIndexOf('/') + 1);
            if (!name.contains("$")) {
                real.put(name, Arrays.stream(Class.forName(ARCHITECTURE + name).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(DocumentationTest::describe).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        assertEquals(real.toString(), documented.toString());
    }

    private static Set<String> methods(String body) {
        Set<String> methods = new TreeSet<>();
        for (MatchResult method : Pattern.compile("(static )?(\\w+) (\\w+)\\(([^)]*)\\);").matcher(body).results().toList()) {
            String parameters = Arrays.stream(method.group(4).split(", ")).map(parameter -> parameter.split(" ")[0])
                    .collect(Collectors.joining(", "));
            methods.add((method.group(1) == null ? "" : "static ") + method.group(2) + " " + method.group(3) + "(" + parameters + ")");
        }
        return methods;
    }

    private static String describe(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", "));
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "") + method.getReturnType().getSimpleName() + " " + method.getName()
                + "(" + parameters + ")";
    }

    @Test
    void theExitStatusesAreTheLaunchers() throws Exception {
        Map<String, String> help = statuses(HELP);
        assertEquals(help, statuses(README));
        Set<String> numbers = new TreeSet<>(Set.of("0-99"));
        for (Field status : Class.forName("peaberry.launcher.ExitStatus").getDeclaredFields()) {
            status.setAccessible(true);
            if (!Modifier.isPrivate(status.getModifiers()) && status.getInt(null) > 99) {
                numbers.add(String.valueOf(status.getInt(null)));
            }
        }
        assertEquals(numbers, help.keySet());
        String map = Repository.text(Repository.HOME.resolve("docs/architecture.md"));
        help.keySet().forEach(number -> assertTrue(map.contains(number.replace('-', '–') + ": "), number));
    }

    /** What each status means, without the marks of Markdown. */
    private static Map<String, String> statuses(Path page) {
        Map<String, String> found = new TreeMap<>();
        STATUS.matcher(Repository.text(page)).results()
                .forEach(row -> found.put(row.group(1).replace('–', '-'), row.group(2).replace("`", "").strip()));
        assertFalse(found.isEmpty(), page.toString());
        return found;
    }

    @Test
    void theHelpHasTheLaunchersOptionsAndDefaults() throws Exception {
        String help = Repository.text(HELP);
        assertEquals(options("OF_RUN"), optionsIn(section(help, "Options of run:", "Options of image:") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_IMAGE"), optionsIn(section(help, "Options of image:", "Options of conformance") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_KERNEL_TESTS"), optionsIn(section(help, "Options of conformance", "Options of bench:") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_BENCH"), optionsIn(section(help, "Options of bench:", "Options of faults") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_FAULTS"), optionsIn(section(help, "Options of faults", "Options of powercut:") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_POWERCUT"), optionsIn(section(help, "Options of powercut:", "Options of debug:") + section(help, "Options of all:", "\n\n")));
        assertEquals(options("OF_DEBUG"), optionsIn(section(help, "Options of debug:", "\n\n")));
        assertEquals(options("OF_OTHERS"), optionsIn(section(help, "Options of all:", "\n\n")));
        Object defaults = option("DEFAULT");
        for (String name : List.of("machine", "runs")) {
            Method value = defaults.getClass().getDeclaredMethod(name);
            value.setAccessible(true);
            assertTrue(help.matches("(?s).*--" + name + " [^\\n]*\\(" + value.invoke(defaults) + "\\)\\n.*"), name);
        }
    }

    private static Set<String> optionsIn(String text) {
        return Pattern.compile("--[a-z-]+").matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String text, String begin, String end) {
        int start = text.indexOf(begin);
        return text.substring(start, text.indexOf(end, start));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> options(String set) throws ReflectiveOperationException {
        return new TreeSet<>((Set<String>) option(set));
    }

    private static Object option(String constant) throws ReflectiveOperationException {
        Field field = Class.forName("peaberry.launcher.Options").getDeclaredField(constant);
        field.setAccessible(true);
        return field.get(null);
    }
}
