package peaberry.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.Text;

/** A directory that the process was given under a name. */
final class GivenFolder implements Folder {

    private static final int DIRECTORY = 1;
    private static final int FILE = 2;
    /** Of files and directories that are made: nobody's but the system's. */
    private static final int FILE_PERMISSIONS = 0600;
    private static final int DIRECTORY_PERMISSIONS = 0700;

    private final FileSystemClient files;

    /** @param name under which it was granted */
    GivenFolder(String name) throws IOException {
        if (Grants.find(name).isNone()) {
            throw new IOException("the capability " + name + " was not given");
        }
        files = new FileSystemClient(name);
    }

    private static Text text(String string) {
        return new Text(Math.max(1, string.length())).append(string);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void check(Outcome outcome, String path) throws IOException {
        if (outcome != Outcome.DONE) {
            throw new IOException((path.isEmpty() ? "the folder of accounts" : path) + ": " + switch (outcome) {
                case NOT_FOUND -> "it is not there";
                case NO_SPACE -> "no room left";
                case READ_ONLY -> "it can only be read";
                case NOT_OPEN -> "it was taken back";
                default -> "the file server says " + outcome;
            });
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        List<String> names = new ArrayList<>();
        check(files.open(FileSystem.ROOT, text(path), DIRECTORY), path);
        for (long position = 0; files.list(DIRECTORY, position) == Outcome.DONE; position = files.listNext()) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < files.listName().length(); i++) {
                name.append((char) (files.listName().byteAt(i) & 0xFF));
            }
            names.add(name.toString());
        }
        files.close(DIRECTORY);
        return names;
    }

    @Override
    public boolean exists(String path) throws IOException {
        Outcome outcome = files.look(FileSystem.ROOT, text(path), false);
        if (outcome != Outcome.NOT_FOUND) {
            check(outcome, path);
        }
        return outcome == Outcome.DONE;
    }

    @Override
    public String read(String path) throws IOException {
        check(files.look(FileSystem.ROOT, text(path), false), path);
        if (files.lookType() != NodeType.FILE || files.lookSize() > MAX_BYTES) {
            throw new IOException(path + ": it is no small file");
        }
        check(files.open(FileSystem.ROOT, text(path), FILE), path);
        Outcome outcome = files.read(FILE, 0, MAX_BYTES, OwnBuffer.lend(MAX_BYTES, Rights.WRITE), 0);
        OwnBuffer.takeBack();
        files.close(FILE);
        check(outcome, path);
        byte[] bytes = new byte[files.readResult()];
        OwnBuffer.get(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void write(String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        check(files.open(FileSystem.ROOT, text(parent(path)), DIRECTORY), path);
        Outcome made = files.create(DIRECTORY, text(name(path)), false);
        files.close(DIRECTORY);
        if (made != Outcome.EXISTS) {
            check(made, path);
        }
        check(files.open(FileSystem.ROOT, text(path), FILE), path);
        check(files.setPermissions(FILE, FILE_PERMISSIONS), path);
        check(files.resize(FILE, 0), path);
        OwnBuffer.put(bytes, 0, bytes.length);
        Outcome outcome = files.write(FILE, 0, bytes.length, OwnBuffer.lend(bytes.length, Rights.READ), 0);
        OwnBuffer.takeBack();
        check(outcome, path);
        check(files.syncFile(FILE), path);
        files.close(FILE);
    }

    @Override
    public void makeDirectory(String path) throws IOException {
        check(files.open(FileSystem.ROOT, text(parent(path)), DIRECTORY), path);
        Outcome made = files.create(DIRECTORY, text(name(path)), true);
        files.close(DIRECTORY);
        check(made, path);
        check(files.open(FileSystem.ROOT, text(path), DIRECTORY), path);
        check(files.setPermissions(DIRECTORY, DIRECTORY_PERMISSIONS), path);
        files.close(DIRECTORY);
    }

    @Override
    public void remove(String path) throws IOException {
        check(files.look(FileSystem.ROOT, text(path), false), path);
        boolean isDirectory = files.lookType() == NodeType.DIRECTORY;
        check(files.open(FileSystem.ROOT, text(parent(path)), DIRECTORY), path);
        Outcome outcome = files.remove(DIRECTORY, text(name(path)), isDirectory);
        files.close(DIRECTORY);
        check(outcome, path);
    }

    @Override
    public void rename(String directory, String name, String newName) throws IOException {
        check(files.open(FileSystem.ROOT, text(directory), DIRECTORY), directory);
        check(files.rename(DIRECTORY, text(name), DIRECTORY, text(newName)), name);
        check(files.syncFile(DIRECTORY), name);
        files.close(DIRECTORY);
    }
}
