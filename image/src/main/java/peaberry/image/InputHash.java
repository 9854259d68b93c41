package peaberry.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import peaberry.compiler.Request;

/**
 * The SHA-256 of everything that goes into one part of the image: names and contents of its files, and the version of
 * the Java platform, whose classes a part may contain. Kept beside the part in {@code NAME.inputs}.
 */
final class InputHash {

    private final Path outcome;
    private final Path file;
    private final String value;

    private InputHash(Path outcome, Path file, String value) {
        this.outcome = outcome;
        this.file = file;
        this.value = value;
    }

    /** The hash of what goes into {@code request} now. @param compiler folder of the compiler's classes */
    static InputHash of(Request request, Path compiler) throws IOException {
        List<Path> inputs = new ArrayList<>(request.classPath());
        inputs.addAll(request.lowerings());
        // Whole folders, because of the headers that the files include.
        request.assembly().stream().map(Path::getParent).distinct().forEach(inputs::add);
        inputs.add(compiler);
        if (request.linkerScript() != null) {
            inputs.add(request.linkerScript());
        }
        return of(request.output().resolve(request.name() + ".elf"), request.name() + " " + request.target() + " " + request.mainClass(), inputs);
    }

    /** The hash of files, and of folders with all that is in them. @param outcome what is made of them @param how in which way */
    static InputHash of(Path outcome, String how, List<Path> inputs) throws IOException {
        MessageDigest digest = sha256();
        add(digest, Runtime.version() + " " + how);
        for (Path input : inputs) {
            add(digest, input);
        }
        String name = outcome.getFileName().toString().replaceAll("\\.elf$", "");
        return new InputHash(outcome, outcome.resolveSibling(name + ".inputs"), HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether the part was built from just these inputs. */
    boolean isCurrent() throws IOException {
        return Files.exists(outcome) && Files.exists(file) && Files.readString(file).equals(value);
    }

    /** Calls the part stale, whatever becomes of its compilation. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Calls the part current. */
    void record() throws IOException {
        Files.writeString(file, value);
    }

    private static void add(MessageDigest digest, Path input) throws IOException {
        try (Stream<Path> files = Files.walk(input)) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(path);
                add(digest, input.relativize(path) + " " + content.length);
                digest.update(content);
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
