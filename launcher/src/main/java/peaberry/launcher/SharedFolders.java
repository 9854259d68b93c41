package peaberry.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders that QEMU shares with a sandbox by virtio 9P. QEMU shares folders only: so of a file a folder is made that has a second name of it and nothing else; where the host's file system does not allow
 * that, a copy, which is written back in the end if the program may change it.
 */
final class SharedFolders implements AutoCloseable {

    /** The name of a file in a folder that was made for it, as the driver knows it. */
    private static final String FILE = "file";

    private final Path temporary;
    private final List<SharedPath> shares;
    private final List<Path> folders = new ArrayList<>();
    /** Copies of what the program may change, and where they belong. */
    private final Map<Path, Path> copies = new LinkedHashMap<>();

    /** @param temporary a folder of its own, which is removed in the end */
    SharedFolders(Path temporary, List<SharedPath> shares) throws IOException {
        this.temporary = temporary;
        this.shares = shares;
        for (SharedPath share : shares) {
            folders.add(share.isFile() ? folderOf(share) : share.path().toRealPath());
        }
    }

    private Path folderOf(SharedPath share) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("share" + folders.size()));
        Path real = share.path().toRealPath();
        Path second = folder.resolve(FILE);
        try {
            Files.createLink(second, real);
        } catch (IOException | UnsupportedOperationException impossible) {
            Files.copy(real, second, StandardCopyOption.COPY_ATTRIBUTES);
            if (share.isWritable()) {
                copies.put(second, real);
            }
        }
        return folder;
    }

    /** QEMU's arguments: what may only be read is shared so by QEMU, too. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String path = folders.get(i).toString().replace(",", ",,");
            arguments.addAll(List.of("-fsdev", "local,id=share" + i + ",path=" + path + ",security_model=none,multidevs=remap" + (shares.get(i).isWritable() ? "" : ",readonly=on"),
                    "-device", "virtio-9p-pci,fsdev=share" + i + ",mount_tag=share" + i + ",disable-legacy=on,iommu_platform=on"));
        }
        return arguments;
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<Path, Path> copy : copies.entrySet()) {
            Files.write(copy.getValue(), Files.readAllBytes(copy.getKey()));
        }
        Files.walkFileTree(temporary, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
