package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import peaberry.standin.HostTool;

/**
 * Debian's kernel for virtual machines. Its package is downloaded and unpacked into {@code build/linux} and nowhere else: no right to install is needed, and
 * what the host itself boots stays as it is. The next time it is there.
 *
 * @param kernel  what a boot loader starts
 * @param modules the folder {@code lib/modules/VERSION}
 */
record LinuxPackage(Path kernel, Path modules) {

    static final Path FOLDER = Home.BUILD.resolve("linux");
    /** Has no files, but names the newest kernel's package. */
    private static final String NAME = "linux-image-cloud-amd64";
    private static final Path UNPACKED = FOLDER.resolve("unpacked");
    private static final String KERNEL = "vmlinuz-";
    private static final Pattern DEPENDS = Pattern.compile("Depends: (linux-image-[a-z0-9.+-]+)");
    private static final int NO_SUCH_PROGRAM = 127;

    /** Gets it, if it is not there. */
    static LinuxPackage get() throws Failure, IOException, InterruptedException {
        if (!Files.isDirectory(UNPACKED)) {
            download();
        }
        return in(UNPACKED);
    }

    /** The one that is unpacked in a folder. */
    static LinuxPackage in(Path folder) throws Failure, IOException {
        try (Stream<Path> files = Files.list(folder.resolve("boot"))) {
            Path kernel = files.filter(file -> file.getFileName().toString().startsWith(KERNEL)).findFirst()
                    .orElseThrow(() -> new Failure("there is no kernel in " + folder + ": remove that folder and try again"));
            return new LinuxPackage(kernel, folder.resolve("lib/modules").resolve(kernel.getFileName().toString().substring(KERNEL.length())));
        }
    }

    /** What {@code uname -r} says there. */
    String version() {
        return modules.getFileName().toString();
    }

    /** Interrupted, it leaves nothing that would be taken for the whole. */
    private static void download() throws Failure, IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path folder = Files.createTempDirectory(FOLDER, "download");
        Matcher depends = DEPENDS.matcher(run(folder, "apt-cache", "depends", NAME));
        if (!depends.find()) {
            throw new Failure("apt-cache does not say which kernel " + NAME + " stands for");
        }
        System.err.println("peaberry: downloading " + depends.group(1) + ", a Linux to compare with");
        run(folder, "apt-get", "download", depends.group(1));
        Path unfinished = folder.resolve("unpacked");
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(folder, "*.deb")) {
            for (Path file : packages) {
                run(folder, "dpkg-deb", "-x", file.toString(), unfinished.toString());
                Files.delete(file);
            }
        }
        Files.move(unfinished, UNPACKED);
        Files.delete(folder);
    }

    private static String run(Path folder, String... command) throws Failure, IOException, InterruptedException {
        ProcessBuilder builder = HostTool.of(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status == NO_SUCH_PROGRAM) {
            throw new Failure("there is no " + command[0] + ": the Linux to compare with is Debian's, and is got by Debian's tools");
        }
        if (status != 0) {
            throw new Failure("Debian's kernel could not be got: '" + String.join(" ", command) + "' said\n" + said.strip()
                    + "\nIs there a network, and does the system know Debian's packages (sudo apt-get update)?");
        }
        return said;
    }
}
