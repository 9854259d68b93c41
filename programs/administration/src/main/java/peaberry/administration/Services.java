package peaberry.administration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import peaberry.ethernet.PingClient;
import peaberry.process.ProgramTableClient;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;
import peaberry.system.TracingClient;

/** What a command has been granted, each under its name. Who was not granted one is told its name. */
final class Services {

    static final String PROGRAMS = "programs";

    private Services() {
    }

    /** Who runs, with what, and for how long: {@code machine}. */
    static SystemControlClient machine() throws RefusedException {
        return new SystemControlClient(granted("machine"));
    }

    /** Failures, and to have processes made anew: {@code supervision}. */
    static SupervisionClient supervision() throws RefusedException {
        return new SupervisionClient(granted("supervision"));
    }

    /** The programs that were started: {@code programs}. */
    static ProgramTableClient programs() throws RefusedException {
        return new ProgramTableClient(granted(PROGRAMS));
    }

    /** Messages between processes: {@code tracing}. */
    static TracingClient tracing() throws RefusedException {
        return new TracingClient(granted("tracing"));
    }

    /** The network's stations: {@code ping}. */
    static PingClient ping() throws RefusedException {
        return new PingClient(granted("ping"));
    }

    static boolean isGranted(String name) {
        return !Grants.find(name).isNone();
    }

    private static String granted(String name) throws RefusedException {
        if (!isGranted(name)) {
            throw new RefusedException("this takes '" + name + "', which was not granted; try: grant " + name);
        }
        return name;
    }

    /** The number of a declared process. */
    static int process(SystemControlClient machine, String name) throws RefusedException {
        if (name.getBytes(StandardCharsets.UTF_8).length > SystemControl.MAX_NAME
                || machine.find(new Text(SystemControl.MAX_NAME).append(name)) != SystemControl.Outcome.DONE) {
            throw new RefusedException("there is no process " + name + "; try ps");
        }
        return machine.findResult();
    }

    /** The only operand. @param what it is, as {@code a process} */
    static String operand(List<String> operands, String what) throws RefusedException {
        if (operands.isEmpty()) {
            throw new RefusedException(what + " is missing");
        }
        atMost(operands, 1);
        return operands.getFirst();
    }

    static void atMost(List<String> operands, int count) throws RefusedException {
        if (operands.size() > count) {
            throw new RefusedException("too many operands: " + operands.get(count));
        }
    }

    static String string(Text text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
