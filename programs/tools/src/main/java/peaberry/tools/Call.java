package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/** One run of a tool: what it was given, and what it says. */
final class Call {

    /** The operand that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private final OperatingSystem system;
    private final String name;
    private final List<String> arguments;
    private final List<String> environment;
    private final String directory;
    private final Channel in;
    private final Channel standardOutput;
    private final Output out;
    private final Channel err;
    private boolean hasFailed;
    private Input answers;

    Call(OperatingSystem system, String name, List<String> arguments, List<String> environment, String directory, Channel in, Channel out, Channel err) {
        this.system = system;
        this.name = name;
        this.arguments = arguments;
        this.environment = environment;
        this.directory = directory;
        this.in = in;
        standardOutput = out;
        this.out = new Output(out);
        this.err = err;
    }

    /** What is done with each file. */
    interface Use {

        void of(Input input) throws IOException;
    }

    OperatingSystem system() {
        return system;
    }

    /** How the tool is called. */
    String name() {
        return name;
    }

    List<String> arguments() {
        return arguments;
    }

    List<String> environment() {
        return environment;
    }

    String directory() {
        return directory;
    }

    Channel in() {
        return in;
    }

    Output out() {
        return out;
    }

    /** Where {@link #out} goes. */
    Channel standardOutput() {
        return standardOutput;
    }

    Channel err() {
        return err;
    }

    /** The absolute path of a file that an operand names. */
    String path(String file) {
        if (file.startsWith("/")) {
            return file;
        }
        return directory.endsWith("/") ? directory + file : directory + "/" + file;
    }

    /** Answers null if there is nothing that can be looked at. */
    FileStatus look(String file) {
        return file.isEmpty() ? null : system.look(path(file));
    }

    /** As {@link #look}, but of a link itself. */
    FileStatus lookAtLink(String file) {
        return file.isEmpty() ? null : system.lookAtLink(path(file));
    }

    FileChanges changes() {
        return system.changes();
    }

    /** The names in a directory, in order. */
    List<String> list(String directory) throws IOException {
        List<String> names = new ArrayList<>(system.entries(path(directory)));
        names.sort((one, other) -> Bytes.compare(Utf8.encode(one), Utf8.encode(other)));
        return names;
    }

    /** Asks something, and answers whether a line of standard input agrees. */
    boolean agrees(String question) throws IOException {
        out.flush();
        byte[] text = Utf8.encode(name + ": " + question + "? ");
        err.write(text, 0, text.length);
        answers = answers == null ? new Input(STANDARD_INPUT, in, out, false) : answers;
        byte[] line = answers.readLine();
        return line != null && line.length > 0 && (line[0] == 'y' || line[0] == 'Y');
    }

    /** Opens a file for reading, or standard input. */
    Input open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new Input(STANDARD_INPUT, in, out, false);
        }
        if (file.isEmpty()) {
            throw new IOException("no such file or directory");
        }
        return new Input(file, system.open(path(file), OpenMode.READ), out, true);
    }

    /** Uses one file after the other, or standard input if there are none; of those that cannot be read it complains. */
    void each(List<String> files, Use use) {
        for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            try (Input input = open(file)) {
                use.of(input);
            } catch (IOException failure) {
                complain(file, failure);
            }
        }
    }

    void complain(String file, IOException failure) {
        complain(file + ": " + failure.getMessage());
    }

    /** Something did not work that need not be told. */
    void fail() {
        hasFailed = true;
    }

    /** What was written so far comes first. */
    void complain(String message) {
        fail();
        out.flush();
        say(message);
    }

    /** Writes a line with the tool's name to standard error. */
    void say(String message) {
        byte[] line = Utf8.encode(name + ": " + message + "\n");
        try {
            err.write(line, 0, line.length);
        } catch (IOException nobody) {
            hasFailed = true; // There is no way left to say anything.
        }
    }

    /** Whether there was anything to complain of. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** 0, or 1 if there was anything to complain of. */
    int status() {
        return hasFailed ? 1 : 0;
    }
}
