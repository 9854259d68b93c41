package peaberry.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the executable of the project's program. */
@Mojo(name = "image", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ImageMojo extends PeaberryMojo {

    /** Where it is written. */
    @Parameter(property = "peaberry.output", defaultValue = "${project.build.directory}/${project.artifactId}.elf")
    private File output;

    @Override
    public void execute() throws MojoExecutionException {
        java(List.of("--output", output.toString()), List.of());
        getLog().info("The executable is " + output);
    }
}
