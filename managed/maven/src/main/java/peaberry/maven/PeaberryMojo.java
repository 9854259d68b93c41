package peaberry.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the project's program, and the checkout of Peaberry whose command does the work. */
abstract class PeaberryMojo extends AbstractMojo {

    private static final String HOME_PROPERTY = "peaberry.home";
    private static final String HOME_VARIABLE = "PEABERRY_HOME";
    /** What {@code ./peaberry} ends with if the program did not run, which it has said why. */
    private static final int NOT_RUN = 125;

    /** The class with the program's {@code main}. */
    @Parameter(property = "peaberry.mainClass", required = true)
    private String mainClass;

    /** The folder of Peaberry, with its command {@code peaberry}. The environment's {@code PEABERRY_HOME} comes before what the project says. */
    @Parameter(property = HOME_PROPERTY)
    private String home;

    @Parameter(defaultValue = "${session.userProperties}", readonly = true, required = true)
    private Properties userProperties;

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File target;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File folder;

    /** {@code ./peaberry java} for the project's program. @param options further ones @param arguments of the program @return its status */
    final int java(List<String> options, List<String> arguments) throws MojoExecutionException {
        List<String> command = new ArrayList<>(List.of(command().toString(), "java", "--class-path", String.join(File.pathSeparator, existing()),
                "--work", target.toPath().resolve("peaberry").toString()));
        command.addAll(options);
        command.add(mainClass);
        command.addAll(arguments);
        int status = run(command);
        if (status == NOT_RUN) {
            throw new MojoExecutionException("the program was not run; Peaberry says above why");
        }
        return status;
    }

    private int run(List<String> command) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(command).directory(folder).inheritIO().start();
            Thread killer = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(killer);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(killer);
            return status;
        } catch (IOException failure) {
            throw new MojoExecutionException(command.get(0) + " cannot be started: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", interrupted);
        }
    }

    /** Without the folder of classes of a project that has none yet. */
    private List<String> existing() {
        return classPath.stream().filter(each -> Files.exists(Path.of(each))).toList();
    }

    /** Its folder is what the user says in this build, else what the environment says, else what the project says. */
    private Path command() throws MojoExecutionException {
        String chosen = Stream.of(userProperties.getProperty(HOME_PROPERTY), System.getenv(HOME_VARIABLE), home)
                .filter(each -> each != null && !each.isEmpty()).findFirst().orElse(null);
        if (chosen == null) {
            throw new MojoExecutionException("where is Peaberry? The property peaberry.home or the environment's " + HOME_VARIABLE + " has to name its folder");
        }
        Path command = Path.of(chosen).resolve("peaberry");
        if (!Files.isExecutable(command)) {
            throw new MojoExecutionException("there is no Peaberry in " + chosen + ": say -Dpeaberry.home=FOLDER, or change the property in pom.xml");
        }
        return command;
    }
}
