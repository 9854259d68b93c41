package peaberry.sh.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaberry.sh.expand.Expander;
import peaberry.sh.expand.ExpansionException;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Names;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.SyntaxException;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/**
 * A shell's state: all that a command can see and change. A subshell that runs while its parent waits is a
 * {@link #subshell copy} of it in the same process; one that runs beside its parent is made from a {@link Snapshot}.
 */
public final class Shell {

    /** Nanoseconds: as seldom is asked whether Ctrl-C was typed. */
    private static final long BETWEEN_LOOKS = 10_000_000;

    /** The shell that waits for this one, a subshell in the same process; {@code null} if there is none. */
    private final Shell parent;
    private final OperatingSystem system;
    private final Map<String, Builtin> builtins;
    private final Variables variables;
    private final Map<String, Command> functions;
    private final Set<Option> options = EnumSet.noneOf(Option.class);
    private final Traps traps;
    private final Jobs jobs = new Jobs();
    private final Descriptors descriptors;
    private final ShellContext context = new ShellContext(this);
    private final Expander expander = new Expander(context);
    private final Interpreter interpreter = new Interpreter(this);
    private final OptionParsing optionParsing = new OptionParsing();

    private boolean converses;
    private long lastLook;
    private String name;
    private List<String> positional = List.of();
    private String directory;
    private Progress progress;

    /** A new one with nothing set and nothing open. */
    public Shell(OperatingSystem system, Map<String, Builtin> builtins, String name, String directory) {
        parent = null;
        this.system = system;
        this.builtins = builtins;
        this.name = name;
        this.directory = directory;
        variables = new Variables();
        functions = new HashMap<>();
        traps = new Traps();
        descriptors = new Descriptors();
        progress = new Progress(system.processNumber());
    }

    private Shell(Shell parent) {
        this.parent = parent;
        system = parent.system;
        builtins = parent.builtins;
        name = parent.name;
        directory = parent.directory;
        positional = parent.positional;
        variables = parent.variables.copy();
        functions = new HashMap<>(parent.functions);
        options.addAll(parent.options);
        traps = parent.traps.copy();
        descriptors = parent.descriptors.copy();
        progress = parent.progress.copy();
        optionParsing.continueAs(parent.optionParsing);
    }

    /** A copy that a subshell changes in this one's place. Whoever makes it has it run to its end. */
    Shell subshell() {
        return new Shell(this);
    }

    /** Somebody types its commands. */
    void beginConversation() {
        converses = true;
    }

    /** Whether what it starts in front of the terminal can be stopped there, and go on later. */
    public boolean controlsJobs() {
        return converses && has(Option.MONITOR);
    }

    /** Heeds that somebody has typed Ctrl-C, now and then: whatever is being done comes by here. */
    void heedInterrupt() {
        long now = System.nanoTime();
        if (now - lastLook > BETWEEN_LOOKS) {
            lastLook = now;
            heedInterruptNow();
        }
    }

    /** Heeds it at once. */
    void heedInterruptNow() {
        if (system.takeInterrupt()) {
            giveUp();
        }
    }

    /** Somebody has typed Ctrl-C: the action of a trap runs after the command, whose status is the answer; without one all is given up. */
    public int giveUp() {
        system.takeInterrupt(); // that is it
        if (!traps.actions().containsKey(Signals.INTERRUPT)) {
            throw new Jump.Interrupt();
        }
        traps.raise(Signals.INTERRUPT);
        return Signals.STATUS_INTERRUPTED;
    }

    /** A subshell in the same process ends because of an interrupt: whoever waits for it has a trap, or gives up as well. */
    void leaveInterrupted(Jump.Interrupt interrupt) {
        if (parent == null) {
            return;
        }
        if (!parent.traps.actions().containsKey(Signals.INTERRUPT)) {
            throw interrupt;
        }
        parent.traps.raise(Signals.INTERRUPT);
    }

    public OperatingSystem system() {
        return system;
    }

    public Map<String, Builtin> builtins() {
        return builtins;
    }

    public Variables variables() {
        return variables;
    }

    /** Bodies by names. */
    public Map<String, Command> functions() {
        return functions;
    }

    public Traps traps() {
        return traps;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Expander expander() {
        return expander;
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    public OptionParsing optionParsing() {
        return optionParsing;
    }

    Descriptors descriptors() {
        return descriptors;
    }

    Progress progress() {
        return progress;
    }

    void continueAs(Progress other) {
        progress = other;
    }

    /** {@code $0}. */
    public String name() {
        return name;
    }

    public void setName(String other) {
        name = other;
    }

    public void setPositional(List<String> others) {
        positional = List.copyOf(others);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    public void set(Option option, boolean on) {
        if (on) {
            options.add(option);
        } else {
            options.remove(option);
        }
    }

    /** {@code $?}. */
    public int status() {
        return progress.status;
    }

    int setStatus(int status) {
        progress.status = status;
        return status;
    }

    /** The status that {@code exit} and {@code return} have where none is given: in a trap the one before it. */
    public int statusToLeaveWith() {
        return progress.statusBeforeTrap >= 0 ? progress.statusBeforeTrap : progress.status;
    }

    /** Sends a signal to the process of that number; the shell's own is the one that {@code $$} names, also in a subshell. */
    public void signal(int process, int signal) throws IOException {
        if (process != system.processNumber()) {
            system.signal(process, signal);
        } else if (parent != null) {
            parent.signal(process, signal);
        } else if (signal > 0) {
            traps.raise(signal);
        }
    }

    /** In how many loops the command is. */
    public int loops() {
        return progress.loops;
    }

    public boolean isInFunction() {
        return progress.functions > 0;
    }

    /** The shell's own number, also in a subshell. */
    public int processNumber() {
        return progress.processNumber;
    }

    public String directory() {
        return directory;
    }

    public void setDirectory(String absolute) {
        directory = absolute;
    }

    /** A path that the system understands. */
    public String absolute(String path) {
        if (path.startsWith("/")) {
            return path;
        }
        return directory.endsWith("/") ? directory + path : directory + "/" + path;
    }

    /** Puts a channel at a descriptor, as it is at the beginning. */
    public void open(int descriptor, Channel channel) {
        descriptors.set(descriptor, channel);
    }

    /** What is open at a descriptor. */
    public Channel channel(int descriptor) throws IOException {
        Channel channel = descriptors.get(descriptor);
        if (channel == null) {
            throw new IOException(descriptor + ": this descriptor is not open");
        }
        return channel;
    }

    /** A text with its parameters, substitutions and arithmetic expanded; as it is if that is not possible. */
    public String expandText(String text) {
        try {
            return expander.document(Parser.document(text));
        } catch (SyntaxException | ExpansionException | ShellError wrong) {
            return text;
        }
    }

    /** Writes to standard output. */
    public void print(String text) {
        try {
            write(1, text);
        } catch (IOException e) {
            throw new BuiltinException(1, "write error: " + e.getMessage());
        }
    }

    void write(int descriptor, String text) throws IOException {
        byte[] bytes = Utf8.encode(text);
        try {
            channel(descriptor).write(bytes, 0, bytes.length);
        } catch (BrokenPipeException e) {
            throw new Jump.Exit(Signals.IN_STATUS + Signals.number("PIPE"));
        }
    }

    /** Writes to standard error, if there is one. */
    public void show(String text) {
        try {
            write(2, text);
        } catch (IOException e) {
            // there is nobody to be shown it
        }
    }

    /** Says on standard error what is wrong and where. */
    public void complain(String message) {
        complain(progress.line, message);
    }

    void complain(int line, String message) {
        show(name + ": " + line + ": " + message + "\n");
    }

    /** A parameter's value, {@code null} if it is not set. */
    public String get(String parameter) {
        return context.get(parameter);
    }

    /** Sets a variable, which is exported if the option says so. */
    public void set(String variable, String value) {
        if (!Names.isName(variable)) {
            throw new ShellError(variable + ": bad variable name");
        }
        variables.set(variable, value);
        if (has(Option.ALL_EXPORT)) {
            variables.export(variable);
        }
        if (variable.equals(OptionParsing.INDEX)) {
            optionParsing.restart();
        }
    }

    public List<String> positional() {
        return positional;
    }

    /** {@code $-}. */
    String optionLetters() {
        StringBuilder letters = new StringBuilder();
        options.forEach(option -> letters.append(option.letter()));
        return letters.toString();
    }

    /** What programs find in their environment. */
    List<String> environment() {
        List<String> rows = new ArrayList<>();
        variables.exported().forEach((variable, value) -> rows.add(variable + "=" + value));
        return rows;
    }
}
