package peaberry.sh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Empty directories. */
final class Fresh {

    private Fresh() {}

    /** One that is always at the same place, as scripts may say where they are. */
    static Path directory(Path parent) throws IOException {
        Path directory = parent.resolve("here");
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> leavesFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path path : leavesFirst) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectory(directory);
    }
}
