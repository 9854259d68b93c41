package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What docs/ide.md promises: the system under a Java debugger stops in the kernel when somebody types. Some IDEs put all on the
 * class path; others put the modules that the main class needs on the module path.
 */
class IdeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TYPED = "echo hello\n";
    private static final String MAIN = "peaberry.image.HostedMain";
    private static final String SYSTEM_CALLS = "kernel/src/main/java/peaberry/kernel/SystemCalls.java";

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Repository.compile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLASS", "MODULE", "BOTH"})
    void aBreakpointInTheKernelIsHitByTyping(String path) throws Exception {
        VirtualMachine machine = launch(path);
        try {
            Screen screen = Screen.of(machine.process().getInputStream());
            Screen.of(machine.process().getErrorStream());
            machine.eventQueue().remove().resume(); // the event of its start, at which it stands
            screen.expect(ConsoleSession.PROMPT, PATIENCE);
            assertStopsInTheKernel(machine, () -> {
                OutputStream keyboard = machine.process().getOutputStream();
                keyboard.write(TYPED.getBytes(StandardCharsets.US_ASCII));
                keyboard.flush();
            });
        } finally {
            machine.process().destroyForcibly();
        }
    }

    @Test
    void aDebuggerCanJoinTheLauncher() throws Exception {
        String page = Repository.text(Repository.HOME.resolve("docs/ide.md"));
        Matcher command = Pattern.compile("(?m)^(JAVA_TOOL_OPTIONS=\\S+),address=\\d+ (.*)").matcher(page);
        assertTrue(command.find());
        String anyPort = "env " + command.group(1) + " " + command.group(2);
        try (ConsoleSession session = ConsoleSession.of(List.of(anyPort.split(" ")))) {
            String start = session.expect(ConsoleSession.PROMPT);
            Matcher port = Pattern.compile("address: (\\d+)\\s").matcher(start);
            assertTrue(port.find(), start);
            AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                    .filter(candidate -> candidate.transport().name().equals("dt_socket")).findFirst().orElseThrow();
            Map<String, Connector.Argument> arguments = connector.defaultArguments();
            arguments.get("hostname").setValue("localhost");
            arguments.get("port").setValue(port.group(1));
            VirtualMachine machine = connector.attach(arguments);
            assertStopsInTheKernel(machine, () -> session.type(TYPED));
            machine.dispose();
        }
    }

    /** Starts the system with this test's class path, as an IDE does, halted. */
    private static VirtualMachine launch(String path) throws Exception {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> ofImage = List.of("peaberry.image", "peaberry.abi", "peaberry.machine", "peaberry.compiler");
        String needed = ofImage.stream().map(module -> Repository.classes(module).toString()).collect(Collectors.joining(File.pathSeparator));
        String rest;
        try (Stream<Path> built = Files.list(Repository.classes(""))) {
            rest = built.filter(module -> !ofImage.contains(module.getFileName().toString()) && !module.endsWith("peaberry.kernel.arch.x86_64"))
                    .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        boolean modules = !path.equals("CLASS");
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("main").setValue(modules ? "-m peaberry.image/" + MAIN : MAIN);
        arguments.get("options").setValue(switch (path) {
            case "CLASS" -> "-cp \"" + all + "\"";
            case "MODULE" -> "-p \"" + needed + File.pathSeparator + rest + "\"";
            default -> "-p \"" + needed + "\" -cp \"" + rest + "\"";
        });
        return connector.launch(arguments);
    }

    /** Types while a breakpoint is set where docs/ide.md says, and looks for what it says. */
    private static void assertStopsInTheKernel(VirtualMachine machine, Executable typing) throws Exception {
        machine.eventRequestManager().createBreakpointRequest(kernelEntry(machine)).enable();
        try {
            typing.execute();
        } catch (Throwable failure) {
            throw new AssertionError("typing", failure);
        }
        List<String> stack = stackAtBreakpointCalledFrom(machine, "peaberry.shell.");
        assertEquals("peaberry.kernel.SystemCalls", stack.getFirst());
        assertEquals(1, stack.stream().filter("peaberry.machine.SystemCall"::equals).count(), stack.toString());
    }

    private static Location kernelEntry(VirtualMachine machine) throws AbsentInformationException {
        List<ReferenceType> kernels = machine.classesByName("peaberry.kernel.SystemCalls");
        assertEquals(1, kernels.size());
        return kernels.getFirst().locationsOfLine(SourceLine.of(SYSTEM_CALLS, "if (!FastPath.call(processor)) {")).getFirst();
    }

    /** Goes on until the breakpoint is hit by a thread whose stack has a class of that package; the stack's classes, innermost first. */
    private static List<String> stackAtBreakpointCalledFrom(VirtualMachine machine, String packagePrefix) throws Exception {
        while (true) {
            EventSet events = machine.eventQueue().remove(PATIENCE.toMillis());
            assertNotNull(events, "the breakpoint was not hit");
            for (Event event : events) {
                if (event instanceof BreakpointEvent stop) {
                    assertNotNull(stop.thread().frame(0).thisObject().referenceType().fieldByName("processor"));
                    List<String> stack = stop.thread().frames().stream().map(frame -> frame.location().declaringType().name()).toList();
                    if (stack.stream().anyMatch(type -> type.startsWith(packagePrefix))) {
                        return stack;
                    }
                }
            }
            events.resume();
        }
    }
}
