package peaberry.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Runs the project's program in a machine of its own. Standard streams are Maven's; a status other than 0 fails the build. */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends PeaberryMojo {

    /** What {@code ./peaberry} ends with when the time is up. */
    private static final int LATE = 124;

    /** The program's arguments, with blanks between them; one with blanks in quotes. */
    @Parameter(property = "peaberry.args", defaultValue = "")
    private String args;

    /** Seconds after which the run fails; 0 for never. */
    @Parameter(property = "peaberry.timeout", defaultValue = "0")
    private int timeout;

    /** Whether the program is made to be fast, rather than to be made fast. */
    @Parameter(property = "peaberry.optimize", defaultValue = "false")
    private boolean optimize;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> options = new ArrayList<>();
        if (timeout != 0) {
            options.addAll(List.of("--timeout", String.valueOf(timeout)));
        }
        if (!optimize) {
            options.add("--quick");
        }
        int status = java(options, arguments());
        if (status == LATE && timeout != 0) {
            throw new MojoFailureException("the program did not end within " + timeout + " seconds");
        }
        if (status != 0) {
            throw new MojoFailureException("the program ended with status " + status);
        }
    }

    private List<String> arguments() throws MojoExecutionException {
        try {
            return args == null ? List.of() : CommandLine.split(args);
        } catch (IllegalArgumentException bad) {
            throw new MojoExecutionException("peaberry.args: " + bad.getMessage(), bad);
        }
    }
}
