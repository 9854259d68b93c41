package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/ide.md promises: {@code HostedMain} under a Java debugger stops in the kernel when somebody types. */
class IdeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ENTER_KEY = "echo hello\n";

    @Test
    void aBreakpointInTheKernelIsHitByTyping() throws Exception {
        VirtualMachine machine = launch("peaberry.image.HostedMain");
        try {
            Screen screen = Screen.of(machine.process().getInputStream());
            Screen.of(machine.process().getErrorStream());
            machine.eventQueue().remove().resume(); // the event of its start, at which it stands
            screen.expect(ConsoleSession.PROMPT, PATIENCE);

            Location entry = kernelEntry(machine);
            machine.eventRequestManager().createBreakpointRequest(entry).enable();
            OutputStream keyboard = machine.process().getOutputStream();
            keyboard.write(ENTER_KEY.getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();

            List<String> stack = stackAtBreakpointCalledFrom(machine, "peaberry.shell.");
            assertEquals("peaberry.kernel.SystemCalls", stack.getFirst());
            assertEquals(1, stack.stream().filter("peaberry.machine.SystemCall"::equals).count(), stack.toString());
        } finally {
            machine.process().destroyForcibly();
        }
    }

    /** Starts the class with this test's class path, as an IDE does, halted. */
    private static VirtualMachine launch(String mainClass) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        arguments.get("main").setValue(mainClass);
        arguments.get("options").setValue("-cp \"" + classPath + "\"");
        return connector.launch(arguments);
    }

    private static Location kernelEntry(VirtualMachine machine) {
        List<ReferenceType> kernels = machine.classesByName("peaberry.kernel.SystemCalls");
        assertEquals(1, kernels.size());
        return kernels.getFirst().methodsByName("systemCall").getFirst().location();
    }

    /** Goes on until the breakpoint is hit by a thread whose stack has a class of that package; the stack's classes, innermost first. */
    private static List<String> stackAtBreakpointCalledFrom(VirtualMachine machine, String packagePrefix) throws Exception {
        while (true) {
            EventSet events = machine.eventQueue().remove(PATIENCE.toMillis());
            assertNotNull(events, "the breakpoint was not hit");
            for (Event event : events) {
                if (event instanceof BreakpointEvent stop) {
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
