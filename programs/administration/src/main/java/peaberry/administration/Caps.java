package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;

/** {@code caps PROCESS}: what a declared process may do, which is what it holds. Like capabilities in a row are shown as one. */
final class Caps implements Command {

    private static final int TYPE = 11;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        SystemControlClient machine = Services.machine();
        int number = Services.process(machine, Services.operand(operands, "a process"));
        out.println("slot       kind              rights         for");
        String pending = "";
        int first = 0;
        int last = 0;
        int from = 0;
        while (machine.capability(number, from) == Outcome.DONE) {
            int slot = machine.capabilitySlot();
            String latest = HeldCapability.describe(machine);
            if (slot != last + 1 || !latest.equals(pending)) {
                print(first, last, pending, out);
                first = slot;
                pending = latest;
            }
            last = slot;
            from = slot + 1;
        }
        print(first, last, pending, out);
        return 0;
    }

    private static void print(int first, int last, String text, PrintStream out) {
        if (!text.isEmpty()) {
            out.println(new Row().left(last > first ? first + "-" + last : String.valueOf(first), TYPE).append(text));
        }
    }
}
