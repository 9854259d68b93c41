package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage is answered by one sentence on standard error and status 125, help by help. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "frobnicate              | there is no command 'frobnicate'",
        "run --frobnicate        | 'run' has no option '--frobnicate'",
        "run serial              | 'run' has no option 'serial'",
        "run --memory            | --memory needs a size such as 4M or 1G",
        "run --memory 4          | --memory needs a size such as 4M or 1G, not '4'",
        "run --memory=0M         | --memory needs a size such as 4M or 1G, not '0M'",
        "run --machine vax       | --machine needs q35, pc or microvm, not 'vax'",
        "run --timeout soon      | --timeout needs whole seconds, not 'soon'",
        "run --timeout=-1        | --timeout needs whole seconds, not '-1'",
        "run --icount=7          | --icount takes no value",
        "run --jvm --machine pc  | --machine is for QEMU and means nothing with --jvm",
        "run --jvm --icount      | --icount is for QEMU and means nothing with --jvm",
        "run --jvm --qemu-arg -S | --qemu-arg is for QEMU and means nothing with --jvm",
        "run --jvm --net         | --net is for QEMU and means nothing with --jvm",
        "run --disk nowhere/nothing.img | --disk needs a file, or the name of one that can be made, not 'nowhere/nothing.img'",
        "run --net --machine microvm | --disk and --net are PCI devices, and a machine of the type microvm has no such",
        "debug --jvm             | 'debug' has no option '--jvm'",
        "bench --memory 1G       | 'bench' has no option '--memory'",
        "bench --vs-linux=often  | --vs-linux takes no value",
        "conformance --jvm       | 'conformance' has no option '--jvm'",
        "faults --faults many    | --faults needs a number of at most nine digits, not 'many'",
        "faults --jvm            | 'faults' has no option '--jvm'",
        "powercut --images none  | --images needs a number of at most seven digits, not 'none'",
        "powercut --disk x.img   | 'powercut' has no option '--disk'",
        "test --icount           | 'test' has no option '--icount'",
    })
    void badUsageIsExplained(String arguments, String sentence) throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command(arguments.split(" "))) {
            session.hangUp();
            assertEquals(125, session.status());
            assertEquals("", session.output());
            String errors = session.errors();
            assertTrue(errors.contains("peaberry: " + sentence), errors);
        }
    }

    @Test
    void helpGoesToStandardOutput() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("--help")) {
            assertEquals(0, session.status());
            assertEquals(Repository.text(Repository.HOME.resolve("launcher/help.txt")), session.output());
        }
    }

    @Test
    void helpNamesEveryCommandAndOption() {
        String help = Repository.text(Repository.HOME.resolve("launcher/help.txt"));
        for (String word : new String[] {"run", "test", "debug", "bench", "conformance", "fuzz", "faults", "powercut", "--images", "--vs-linux", "--driver", "--faults", "--seed", "--jvm", "--memory", "--machine", "--disk", "--net", "--icount", "--timeout",
            "--qemu-arg", "--measure", "--general-path", "--yes", "Ctrl-]", "100", "101", "124", "125"}) {
            assertTrue(help.contains(word), word);
        }
    }

    @Test
    void aCommandIsRequired() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command()) {
            assertEquals(125, session.status());
            assertEquals("", session.output());
        }
    }
}
