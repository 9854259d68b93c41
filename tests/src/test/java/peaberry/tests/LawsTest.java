package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must stay true of the sources: sizes, trust, the direction of imports. */
class LawsTest {

    private static final int LONGEST_FILE = 800;
    private static final int LONGEST_KERNEL_FILE = 500;
    private static final int KERNEL_JAVA_LINES = 8_000;
    private static final int KERNEL_ASSEMBLY_LINES = 500;

    /** Folders that hold nothing but tests, or no code at all. */
    private static final Set<String> WITHOUT_CODE = Set.of("tests", "proofs", "managed/libraries");

    /** The table in docs/architecture.md: folder, module, and what it may import. */
    private static final Pattern MODULE = Pattern.compile("(?m)^\\| `([\\w/-]*\\w)` \\| `([\\w.]+)` \\| ([a-z, –]+) \\|");
    private static final Map<String, Path> FOLDERS = new TreeMap<>();
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>();

    static {
        MODULE.matcher(Repository.text(Repository.HOME.resolve("docs/architecture.md"))).results().forEach(row -> {
            FOLDERS.put(row.group(2), Path.of(row.group(1)));
            MAY_IMPORT.put(row.group(2), Stream.of(row.group(3).split(", ")).map(LawsTest::moduleCalled).collect(Collectors.toSet()));
        });
    }

    private static String moduleCalled(String shortName) {
        return shortName.equals("arch") ? "peaberry.kernel.arch" : "peaberry." + shortName;
    }

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Repository.compile();
    }

    @Test
    void noFileIsLong() {
        assertEquals(Map.of(), longerThan(LONGEST_FILE, ""));
    }

    @Test
    void noKernelFileIsLong() {
        assertEquals(Map.of(), longerThan(LONGEST_KERNEL_FILE, "kernel"));
    }

    private static Map<Path, Long> longerThan(int limit, String folder) {
        return Repository.files(folder).stream().filter(Repository::isText)
                .filter(file -> Repository.lines(file) > limit)
                .collect(Collectors.toMap(Repository.HOME::relativize, Repository::lines));
    }

    @Test
    void whatRunsInRingZeroIsSmall() {
        assertAtMost(KERNEL_JAVA_LINES, linesOfCode("kernel/src/main") + linesOfCode("kernel/arch/x86_64/src/main"));
    }

    /** Lines that are neither blank nor only comment. */
    private static long linesOfCode(String folder) {
        Pattern other = Pattern.compile("\\s*|\\s*(//|/\\*|\\*).*");
        return Repository.files(folder, ".java").stream().flatMap(file -> Repository.text(file).lines())
                .filter(line -> !other.matcher(line).matches()).count();
    }

    @Test
    void thereIsLittleAssembly() {
        long lines = total("kernel", ".S") + total("kernel", ".h");
        assertTrue(lines > 0, "the assembly was not found");
        assertAtMost(KERNEL_ASSEMBLY_LINES, lines);
    }

    private static long total(String folder, String ending) {
        return Repository.files(folder, ending).stream().mapToLong(Repository::lines).sum();
    }

    private static void assertAtMost(long limit, long lines) {
        assertTrue(lines <= limit, lines + " lines; the limit is " + limit);
    }

    @Test
    void serversDriversAndProgramsAreNotTrusted() {
        List<Path> trusted = List.of("servers", "drivers", "programs", "tests/conformance").stream()
                .flatMap(folder -> Repository.files(folder, ".java").stream())
                .filter(file -> Repository.text(file).contains("@Trusted")).toList();
        assertEquals(List.of(), trusted);
    }

    @Test
    void importsPointOneWay() throws IOException {
        for (Map.Entry<String, Set<String>> module : MAY_IMPORT.entrySet()) {
            Set<String> imports = new TreeSet<>(descriptor(module.getKey()).requires().stream()
                    .map(ModuleDescriptor.Requires::name).filter(name -> name.startsWith("peaberry.")).toList());
            imports.removeAll(module.getValue());
            assertEquals(Set.of(), imports, module.getKey() + " may not import these");
        }
    }

    @Test
    void everyModuleHasItsPlaceInTheMap() throws IOException {
        try (var built = Files.list(Repository.classes(""))) {
            assertEquals(MAY_IMPORT.keySet(), built.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()));
        }
        FOLDERS.forEach((module, folder) -> assertTrue(Repository.text(Repository.HOME.resolve(folder).resolve("src/main/java/module-info.java"))
                .contains("module " + module + " {"), module));
        List<String> inMaven = Pattern.compile("<module>(.*)</module>").matcher(Repository.text(Repository.HOME.resolve("pom.xml"))).results()
                .map(row -> row.group(1)).filter(folder -> !WITHOUT_CODE.contains(folder)).sorted().toList();
        assertEquals(FOLDERS.values().stream().map(Path::toString).sorted().toList(), inMaven);
    }

    private static ModuleDescriptor descriptor(String module) throws IOException {
        try (InputStream stream = Files.newInputStream(Repository.classes(module).resolve("module-info.class"))) {
            return ModuleDescriptor.read(stream);
        }
    }

    @Test
    void bothArchitecturesHaveTheSamePublicSignatures() throws IOException {
        Map<String, Set<String>> hosted = new TreeMap<>(PublicSignatures.of(Repository.classes("peaberry.kernel.arch")));
        Map<String, Set<String>> native64 = new TreeMap<>(PublicSignatures.of(Repository.classes("peaberry.kernel.arch.x86_64")));
        assertFalse(hosted.isEmpty());
        assertEquals(describe(hosted), describe(native64));
    }

    private static String describe(Map<String, Set<String>> signatures) {
        return signatures.entrySet().stream().map(type -> type.getKey() + "\n  " + String.join("\n  ", type.getValue()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void noFileNamesSomebodysFolders() {
        // Homes below /home are Peaberry's, too.
        Pattern personal = Pattern.compile("(?<!\\w)/(work|root|Users)/[a-z]");
        assertEquals(List.of(), filesWith(personal));
    }

    @Test
    void nothingIsLeftForLater() {
        assertEquals(List.of(), filesWith(Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b")));
    }

    private static List<Path> filesWith(Pattern pattern) {
        return Repository.files("").stream().filter(Repository::isText)
                .filter(file -> pattern.matcher(Repository.text(file)).find()).map(Repository.HOME::relativize).toList();
    }
}
