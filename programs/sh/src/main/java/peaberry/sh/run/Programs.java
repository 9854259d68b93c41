package peaberry.sh.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.NotAProgramException;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.Utf8;

/** Finds programs and starts them. */
public final class Programs {

    private static final int NOT_FOUND = 127;
    private static final int CANNOT_BE_STARTED = 126;

    private final Shell shell;

    public Programs(Shell shell) {
        this.shell = shell;
    }

    /** The path of a program's file, as {@code PATH} leads to it; {@code null} if there is none that can be started. */
    public String find(String name) {
        if (name.indexOf('/') >= 0) {
            FileStatus status = shell.system().look(shell.absolute(name));
            return status != null && status.isProgram() ? name : null;
        }
        for (String directory : directories(shell.get("PATH"))) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            FileStatus status = shell.system().look(shell.absolute(path));
            if (status != null && status.isProgram()) {
                return path;
            }
        }
        return null;
    }

    /** A script for {@code .}, which need not be executable; {@code null} if there is none. */
    public String findScript(String name) {
        if (name.indexOf('/') >= 0) {
            return name;
        }
        for (String directory : directories(shell.get("PATH"))) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            FileStatus status = shell.system().look(shell.absolute(path));
            if (status != null && status.is(FileStatus.Kind.REGULAR) && status.readable()) {
                return path;
            }
        }
        return null;
    }

    /** What stands between the colons. */
    public static List<String> directories(String path) {
        List<String> directories = new ArrayList<>();
        int start = 0;
        while (path != null && start <= path.length()) {
            int end = path.indexOf(':', start);
            directories.add(path.substring(start, end < 0 ? path.length() : end));
            start = end < 0 ? path.length() + 1 : end + 1;
        }
        return directories;
    }

    /** Starts a program with what the shell exports and has open. One that cannot be started has ended already. */
    Child start(List<String> fields, Feeds feeds) {
        String name = fields.getFirst();
        String path = name.isEmpty() ? null : find(name);
        if (path == null) {
            boolean isThere = name.indexOf('/') >= 0 && shell.system().look(shell.absolute(name)) != null;
            shell.complain(name + (isThere ? ": cannot be started" : ": not found"));
            return new Ended(isThere ? CANNOT_BE_STARTED : NOT_FOUND);
        }
        String file = shell.absolute(path);
        try {
            try {
                return shell.system().start(feeds.group(), file, fields, shell.environment(), shell.directory(), feeds.channels(shell.descriptors()));
            } catch (NotAProgramException e) {
                return startScript(file, path, fields.subList(1, fields.size()), feeds);
            }
        } catch (IOException e) {
            shell.complain(name + ": " + e.getMessage());
            return new Ended(CANNOT_BE_STARTED);
        }
    }

    /** A script that does not say what reads it is for a shell that knows nothing but its environment. */
    private Child startScript(String file, String name, List<String> arguments, Feeds feeds) throws IOException {
        Shell reader = new Shell(shell.system(), shell.builtins(), name, shell.directory());
        shell.variables().exported().forEach((variable, value) -> {
            reader.variables().set(variable, value);
            reader.variables().export(variable);
        });
        reader.variables().set("IFS", " \t\n");
        reader.setPositional(arguments);
        return shell.system().startSubshell(feeds.group(), Snapshot.write(reader), read(file), shell.directory(), feeds.channels(shell.descriptors()));
    }

    /** A whole file as text; the path is absolute. */
    public String read(String path) throws IOException {
        Channel channel = shell.system().open(path, OpenMode.READ);
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int read = channel.read(buffer, 0, buffer.length); read >= 0; read = channel.read(buffer, 0, buffer.length)) {
                text.write(buffer, 0, read);
            }
            return Utf8.decode(text.toByteArray());
        } finally {
            channel.close();
        }
    }
}
