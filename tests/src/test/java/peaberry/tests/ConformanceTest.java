package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import peaberry.conformance.Registry;

/**
 * The kernel's conformance cases, run in the guest on each machine: every case that is registered says one line. The guest's clock counts
 * its instructions, so that the cases about time come to the same however busy the host is.
 */
class ConformanceTest {

    private static final Pattern LINE = Pattern.compile("^(ok|FAILED|not applicable) (\\w+\\.\\w+)(?:: (.*))?$", Pattern.MULTILINE);

    /** The IOMMU must come before what it confines. The device reaches addresses of 32 bits. */
    private static final List<String> CONFINED = List.of("intel-iommu,intremap=on", "edu,dma_mask=0xffffffff");

    @Test
    void noTwoCasesHaveOneName() {
        List<String> names = Registry.names().toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @TestFactory
    Stream<DynamicNode> everyCasePassesInTheGuest() throws IOException, InterruptedException {
        List<DynamicNode> machines = new ArrayList<>();
        machines.add(dynamicContainer("Q35, whose devices are confined", run(Machine.Q35, CONFINED)));
        machines.add(dynamicContainer("Q35, without the fast path", run(Machine.Q35, CONFINED, "--general-path")));
        machines.add(dynamicContainer("MICROVM", run(Machine.MICROVM, List.of())));
        return machines.stream();
    }

    private static Stream<DynamicTest> run(Machine machine, List<String> devices, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("conformance", "--yes"));
        arguments.addAll(machine.options());
        arguments.addAll(List.of(options));
        devices.forEach(device -> arguments.addAll(List.of("--qemu-arg", "-device", "--qemu-arg", device)));
        try (ConsoleSession session = ConsoleSession.command(arguments.toArray(String[]::new))) {
            String output = session.output().replace("\r", "");
            Map<String, String> verdicts = verdicts(output);
            Stream<DynamicTest> cases = Registry.names().map(name -> dynamicTest(name,
                    () -> assertTrue(verdicts.getOrDefault(name, "missing").matches("ok|not applicable.*"), verdicts.getOrDefault(name, output))));
            int status = session.status();
            DynamicTest end = dynamicTest("the suite comes to its end", () -> assertEquals(0, status, output));
            return Stream.concat(cases, Stream.of(end));
        }
    }

    /** Each line's verdict and what it found, by the name of the case. */
    private static Map<String, String> verdicts(String output) {
        Map<String, String> verdicts = new HashMap<>();
        Matcher line = LINE.matcher(output);
        while (line.find()) {
            verdicts.put(line.group(2), line.group(1) + (line.group(3) == null ? "" : ": " + line.group(3)));
        }
        return verdicts;
    }
}
