package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControlClient;

/** {@code drivers}: who drives a PCI function, and whether that can reach memory that is not its own. */
final class Drivers implements Command {

    private static final int FUNCTION = 12;
    private static final int DEVICE_MASK = 0x1F;
    private static final int FUNCTION_MASK = 7;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        SystemControlClient machine = Services.machine();
        int drivers = 0;
        for (int number = 0; machine.process(number) == Outcome.DONE; number++) {
            if (machine.driven(number) == Outcome.DONE) {
                out.println(row(machine));
                drivers++;
            }
        }
        if (drivers == 0) {
            out.println("no process drives a PCI device");
        }
        return 0;
    }

    private static Row row(SystemControlClient machine) {
        int function = machine.drivenFunction();
        return new Row().left(Services.string(machine.processName()), FUNCTION)
                .append(" PCI " + (function >>> 8) + ":" + (function >>> 3 & DEVICE_MASK) + "." + (function & FUNCTION_MASK))
                .append(machine.drivenConfined() ? "  confined by the IOMMU" : "  NOT confined: its device can reach all memory");
    }
}
