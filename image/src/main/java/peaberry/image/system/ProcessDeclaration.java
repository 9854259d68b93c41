package peaberry.image.system;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.abi.SystemTable.Restart;

/**
 * A process as it is declared. Times are in microseconds, memory in bytes.
 *
 * @param line         where its table begins
 * @param program      what it runs: {@code serial}, or the main class's name
 * @param argument     handed to the program's {@code main}
 * @param budget       processor time that it may use in each period; the same as the period if that is not limited
 * @param partition    in whose window it runs
 * @param memory       all that is made for it is made from this much
 * @param slots        places for capabilities that it has, at least; more than it is given if it makes some itself
 * @param objects      bytes beside its memory that it makes kernel objects from itself; 0 for none
 * @param heartbeat    it gives a sign of life at least this often; 0 if that is not asked of it
 * @param serves       the interfaces that others may be given, in the order of their numbers
 * @param deviceMemory physical addresses of blocks of devices' memory; a machine may have none there
 * @param maps         devices' memory that it sees
 * @param dma          bytes that it shares with its PCI function
 * @param unconfined   whether the function may work where no IOMMU confines it
 * @param reset        how the function is brought to rest
 * @param kept         memory that outlives it
 * @param follows      processes with which it is made anew
 * @param traces       processes before whose servers it may stand, to show their messages
 * @param lines        where each setting is
 */
public record ProcessDeclaration(String name, int line, String program, long argument, int priority, long budget, long period,
        String partition, long memory, int slots, long objects, Restart restart, long heartbeat, List<Service> serves, List<Use> uses,
        List<Ports> ports, List<Interrupt> interrupts, List<PciFunction> pci, List<DeviceMemory> deviceMemory, List<Mapping> maps,
        long dma, boolean unconfined, DeviceReset reset, List<Kept> kept, List<String> follows, List<String> traces, List<Holding> holds, Map<String, Integer> lines) {

    /** The same with another argument. */
    ProcessDeclaration withArgument(long other) {
        return new ProcessDeclaration(name, line, program, other, priority, budget, period, partition, memory, slots, objects, restart, heartbeat, serves, uses, ports, interrupts, pci,
                deviceMemory, maps, dma, unconfined, reset, kept, follows, traces, holds, lines);
    }

    /** The name under which a process finds the memory that it makes objects from. */
    public static final String OBJECTS = "objects";

    /** @param type the Java interface */
    public record Service(String name, String type, int line) {
    }

    /** @param name by which the program finds it, or the place among its files where it is mounted @param server the serving process @param service what that calls it */
    public record Use(String name, String server, String service, int line) {

        boolean isMount() {
            return name.startsWith("/");
        }
    }

    /** @param rights to read and write, or {@link Rights#READ} alone */
    public record Ports(String name, int first, int last, Rights rights, int line) {
    }

    public record Interrupt(String name, int number, int line) {
    }

    /** A function on the PCI bus, by who made it and what it is. @param index which of those that are alike, from 0 */
    public record PciFunction(String name, int vendor, int device, int index, int line) {
    }

    /** A range of physical addresses, in whole pages. */
    public record Mapping(String name, long first, long last, int line) {
    }

    public record Kept(String name, long bytes, int line) {
    }

    public record DeviceMemory(String name, long address, int line) {
    }

    /** An authority over kernel objects, for programs that make and steer them. */
    public record Holding(String name, GrantKind authority, int line) {
    }

    /** What its program is called in the boot archive: {@code block-cache} for {@code org.example.BlockCache}. */
    public String programName() {
        return programName(program);
    }

    /** The same of any program. */
    public static String programName(String program) {
        String simple = program.substring(program.lastIndexOf('.') + 1);
        return simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Where a setting is; the process's first line if it was left out. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }
}
