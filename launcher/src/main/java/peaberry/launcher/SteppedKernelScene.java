package peaberry.launcher;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.StepRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same kernel on a JVM, under a debugger: a key stops it in a system call, and it goes on line by line. */
final class SteppedKernelScene implements DemoScene {

    private static final String MAIN = "peaberry.image.HostedMain";
    private static final String KERNEL = "peaberry.kernel.SystemCalls";
    private static final String METHOD = "call";
    private static final int STEPS = 8;
    private static final int FRAMES = 8;

    @Override
    public String title() {
        return "The kernel under a Java debugger";
    }

    @Override
    public void play(DemoStage stage) throws Failure, IOException, InterruptedException {
        stage.say("The same class files run on a JVM. A breakpoint in the kernel is a breakpoint in your IDE.");
        VirtualMachine machine = launch();
        try {
            machine.eventQueue().remove().resume(); // the event of its start, at which it stands
            awaitPrompt(machine.process().getInputStream(), stage);
            machine.eventRequestManager().createBreakpointRequest(entry(machine)).enable();
            stage.say("Somebody types a key. The shell, the driver, whoever is next, calls the kernel:");
            machine.process().getOutputStream().write('x');
            machine.process().getOutputStream().flush();
            step(machine, stage);
        } catch (AbsentInformationException | IncompatibleThreadStateException e) {
            throw new Failure("the debugger cannot look at the kernel: " + e, e);
        } finally {
            machine.process().destroyForcibly();
        }
    }

    private static VirtualMachine launch() throws Failure, IOException {
        String classPath;
        try (Stream<Path> modules = Files.list(Home.CLASSES)) {
            classPath = modules.filter(module -> !module.endsWith("peaberry.kernel.arch.x86_64")).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("main").setValue(MAIN);
        arguments.get("options").setValue("-cp \"" + classPath + "\"");
        try {
            return connector.launch(arguments);
        } catch (IllegalConnectorArgumentsException | VMStartException e) {
            throw new Failure("the debugger cannot start the system: " + e.getMessage(), e);
        }
    }

    private static void awaitPrompt(InputStream output, DemoStage stage) throws Failure, IOException {
        StringBuilder said = new StringBuilder();
        while (said.indexOf(NativeImage.PROMPT) < 0) {
            int next = output.read();
            if (next < 0) {
                throw new Failure("the system ended before its prompt");
            }
            said.append((char) next);
        }
        stage.show(said.toString().strip() + "\n");
    }

    private static Location entry(VirtualMachine machine) throws AbsentInformationException {
        return machine.classesByName(KERNEL).getFirst().methodsByName(METHOD).getFirst().allLineLocations().getFirst();
    }

    /** At the breakpoint shows who called, then goes on a few lines. */
    private static void step(VirtualMachine machine, DemoStage stage) throws IOException, InterruptedException, IncompatibleThreadStateException, AbsentInformationException {
        int steps = 0;
        while (steps < STEPS) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof BreakpointEvent stop) {
                    showStack(stop.thread(), stage);
                    machine.eventRequestManager().deleteEventRequest(stop.request());
                    StepRequest next = machine.eventRequestManager().createStepRequest(stop.thread(), StepRequest.STEP_LINE, StepRequest.STEP_INTO);
                    next.addClassFilter("peaberry.kernel.*");
                    next.enable();
                    stage.say("Step by step:");
                    showLine(stop, stage);
                } else if (event instanceof StepEvent stop) {
                    showLine(stop, stage);
                    steps++;
                }
            }
            events.resume();
        }
    }

    private static void showStack(ThreadReference thread, DemoStage stage) throws IncompatibleThreadStateException {
        List<StackFrame> frames = thread.frames();
        for (StackFrame frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
            Location at = frame.location();
            stage.show("    at " + at.declaringType().name() + "." + at.method().name() + ":" + at.lineNumber() + "\n");
        }
    }

    private static void showLine(LocatableEvent stop, DemoStage stage) throws IOException, AbsentInformationException {
        Location at = stop.location();
        Path source = Home.FOLDER.resolve("kernel/src/main/java").resolve(at.sourcePath());
        String text = Files.exists(source) ? Files.readAllLines(source, StandardCharsets.UTF_8).get(at.lineNumber() - 1).strip() : "";
        stage.show("    " + at.sourceName() + ":" + at.lineNumber() + "  " + text + "\n");
    }
}
