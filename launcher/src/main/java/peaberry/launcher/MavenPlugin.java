package peaberry.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Peaberry's plugin for Maven, which no registry has: it is built and put into the user's local repository, whichever Maven takes for that. */
final class MavenPlugin {

    private static final Path FOLDER = Home.FOLDER.resolve("managed/maven");
    private static final Path LOG = Home.BUILD.resolve("maven-plugin.log");

    private MavenPlugin() {}

    /** Installs it as it is now. @throws Failure with Maven's words, if that does not work */
    static void install() throws Failure, IOException, InterruptedException {
        System.err.println("peaberry: installing the Maven plugin");
        try (FileChannel lock = FileChannel.open(Home.BUILD.resolve("maven-plugin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // closing the channel lets the next one in
            ProcessBuilder maven = new ProcessBuilder(List.of("mvn", "-q", "-B", "-f", FOLDER.resolve("pom.xml").toString(), "install"));
            maven.redirectErrorStream(true).redirectOutput(LOG.toFile());
            maven.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            if (maven.start().waitFor() != 0) {
                throw new Failure("Maven could not install the plugin:\n" + Files.readString(LOG).strip());
            }
        }
    }
}
