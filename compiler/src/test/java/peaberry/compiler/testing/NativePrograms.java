package peaberry.compiler.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.abi.JavaTrap;
import peaberry.compiler.CompileException;
import peaberry.compiler.Compiler;
import peaberry.compiler.Request;
import peaberry.compiler.Target;

/** Test programs compiled into one Linux executable, each of which runs in a process of its own. */
public final class NativePrograms {

    /** What linux.S writes when compiled code faults. */
    private static final Pattern FAULT = Pattern.compile("\n!fault ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)\n$");
    private static final int FAULT_STATUS = 97;
    private static final int SIGSEGV = 11;
    private static final long PAGE = 4096;

    private final List<String> programs;
    private final Path executable;
    private final LineTableFile lines;

    private NativePrograms(List<String> programs, Path executable, LineTableFile lines) {
        this.programs = programs;
        this.executable = executable;
        this.lines = lines;
    }

    /**
     * Compiles programs into one executable.
     *
     * @param programs class names
     * @param classes  folders of their class files
     * @param output   folder that takes the executable and what belongs to it
     */
    public static NativePrograms compile(List<String> programs, List<Path> classes, Path output)
        throws IOException, CompileException {
        Path dispatcher = output.resolve("dispatcher");
        Dispatcher.write(programs, dispatcher);
        List<Path> classPath = new ArrayList<>(classes);
        classPath.add(dispatcher);
        classPath.add(Folders.machineClasses());
        Compiler.compile(new Request("programs", Target.LINUX, classPath, Dispatcher.NAME, Folders.lowerings(),
            List.of(Folders.linuxAssembly()), null, output));
        return new NativePrograms(programs, output.resolve("programs.elf"),
            new LineTableFile(output.resolve("programs.lines")));
    }

    /** Runs one of the programs. */
    public Outcome run(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(executable.toString(), Integer.toString(programs.indexOf(program)))
            .redirectErrorStream(true).start();
        String output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        int status = process.waitFor();
        if (status == 0) {
            return new Outcome(output, Outcome.NORMAL);
        }
        Matcher fault = FAULT.matcher(output);
        if (status != FAULT_STATUS || !fault.find()) {
            return new Outcome(output, "process ended with status " + status);
        }
        return new Outcome(output.substring(0, fault.start()), describe(hexadecimal(fault, 1), hexadecimal(fault, 2),
            hexadecimal(fault, 3), hexadecimal(fault, 4)));
    }

    private String describe(long signal, long instruction, long address, long site) {
        String kind;
        if (site != 0) {
            kind = JavaTrap.of((int) (site - JavaTrap.FIRST_SITE) & 15).name();
        } else if (signal == SIGSEGV && address >= 0 && address < PAGE) {
            kind = JavaTrap.NULL_POINTER.name();
        } else {
            kind = "signal " + signal + " for address 0x" + Long.toHexString(address);
        }
        LineTableFile.Row row = lines.find(instruction);
        return row == null ? kind + " at 0x" + Long.toHexString(instruction)
            : Outcome.fault(kind, row.method(), row.line());
    }

    private static long hexadecimal(Matcher fault, int group) {
        return Long.parseUnsignedLong(fault.group(group), 16);
    }
}
