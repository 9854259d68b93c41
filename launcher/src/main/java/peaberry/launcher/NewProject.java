package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** {@code ./peaberry new}: a Maven project whose program runs on Peaberry, and the Maven plugin that it needs. */
final class NewProject {

    private static final Path TEMPLATE = Home.FOLDER.resolve("managed/template");
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_NAME = 40;

    private final Path folder;
    private final String name;
    private final String packageName;

    private NewProject(Path folder) throws Failure {
        this.folder = folder;
        name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        packageName = name.replace("-", "");
        if (!name.matches(NAME) || name.length() > LONGEST_NAME) {
            throw new Failure("new: '" + name + "' is no name for a project; it needs small letters, digits and single hyphens, a letter first, and has " + LONGEST_NAME + " characters at most");
        }
        if (SourceVersion.isKeyword(packageName) || packageName.equals("java") || packageName.equals("javax")) {
            throw new Failure("new: '" + name + "' is no name for a project, since its package cannot be called " + packageName);
        }
        if (Files.exists(folder)) {
            throw new Failure("new: " + folder + " is there already");
        }
        if (!Files.isDirectory(folder.getParent()) || !Files.isWritable(folder.getParent())) {
            throw new Failure("new: " + folder.getParent() + " is no folder in which one can be made");
        }
    }

    /** @param arguments the folder that is to be made, whose name is the project's */
    static int make(List<String> arguments) throws Failure, IOException, InterruptedException {
        List<String> names = arguments.stream().filter(each -> !each.equals("--yes")).toList();
        if (names.size() != 1 || names.getFirst().startsWith("-")) {
            throw new Failure("'new' needs the name of the folder that is to be made, and nothing else");
        }
        NewProject project = new NewProject(Path.of(names.getFirst()).toAbsolutePath().normalize());
        MavenPlugin.install();
        project.write();
        System.out.println("The project is in " + project.folder + "; to run it:\n\n  cd " + names.getFirst() + " && mvn peaberry:run\n");
        return 0;
    }

    private void write() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve(file.getValue());
            Files.createDirectories(path.getParent());
            Files.writeString(path, filledIn(Files.readString(TEMPLATE.resolve(file.getKey()))));
        }
    }

    /** Where each file of the template goes. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put("gitignore", ".gitignore");
        files.put("Main.java", "src/main/java/" + packageName + "/Main.java");
        files.put("Words.java", "src/main/java/" + packageName + "/Words.java");
        files.put("WordsTest.java", "src/test/java/" + packageName + "/WordsTest.java");
        return files;
    }

    private String filledIn(String text) {
        String home = Home.FOLDER.toString().replace("&", "&amp;").replace("<", "&lt;");
        return text.replace("@name@", name).replace("@package@", packageName).replace("@home@", home);
    }
}
