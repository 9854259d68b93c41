package peaberry.image.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.image.SystemSource;

class ExplanationTest {

    @TempDir
    private Path folder;

    @Test
    void theOrdinarySystemIsExplained() throws IOException, DeclarationException {
        SystemDeclaration system = SystemDeclaration.read(SystemSource.repository().resolve("image/system/system.toml"), program -> true);
        String explanation = Explanation.of(system);
        for (ProcessDeclaration process : system.processes()) {
            assertTrue(explanation.matches("(?s).*\n" + process.name() + " +" + process.program() + " +" + process.priority() + " .*"), explanation);
        }
    }

    @Test
    void whoIsThereMayCallAndHoldsIsExplained() throws IOException, DeclarationException {
        assertEquals("""
                process     program          priority  time  partition  memory   restart  heartbeat
                supervisor  supervisor       254       any   root       512 KiB  always   -
                serial      serial           200       any   root       512 KiB  always   -
                clock       real-time-clock  150       any   root       256 KiB  always   -
                shell       shell            100       any   root       512 KiB  always   -

                who         may call    for          under the name  interface
                supervisor  root        processes    'processes'     peaberry.system.ProcessControl
                supervisor  root        system       'system'        peaberry.system.SystemControl
                shell       serial      console      'console'       peaberry.console.Console
                shell       serial      control      'control'       peaberry.driver.DriverControl
                shell       clock       clock        'clock'         peaberry.clock.Clock
                shell       root        system       'system'        peaberry.system.SystemControl
                shell       supervisor  supervision  'supervision'   peaberry.system.Supervision

                who     holds the device   under the name
                serial  ports 0x3f8-0x3ff  'uart'
                serial  interrupt 4        'uart'
                clock   ports 0x70-0x71    'registers'

                who         holds besides           under the name
                supervisor  64 KiB that outlive it  'memory'
                """, explanation("""
                [process.supervisor]
                program = "supervisor"
                priority = 254
                memory = "512 KiB"
                serves = { supervision = "peaberry.system.Supervision" }
                uses = { processes = "root.processes", system = "root.system" }
                kept = { memory = "64 KiB" }
                [process.serial]
                program = "serial"
                priority = 200
                memory = "512 KiB"
                serves = { console = "peaberry.console.Console", control = "peaberry.driver.DriverControl" }
                ports = { uart = "0x3f8-0x3ff" }
                interrupts = { uart = 4 }
                [process.clock]
                program = "real-time-clock"
                priority = 150
                memory = "256 KiB"
                serves = { clock = "peaberry.clock.Clock" }
                ports = { registers = "0x70-0x71" }
                [process.shell]
                program = "shell"
                priority = 100
                memory = "512 KiB"
                uses = { console = "serial.console", control = "serial.control", clock = "clock.clock", system = "root.system", supervision = "supervisor.supervision" }
                """));
    }

    @Test
    void whatIsNotOrdinaryIsExplained() throws IOException, DeclarationException {
        assertEquals("""
                process  program  priority  time           partition  memory  restart  heartbeat
                disk     disk     1         1 ms in 10 ms  fast       1 MiB   never    250 ms

                who   holds the device        under the name
                disk  ports 0x3f6, only read  'status'
                disk  PCI device 8086:7010    'controller'
                disk  64 KiB for DMA          'dma'
                disk  memory 0xb8000-0xbffff  'screen'
                disk  memory at 0xe0000000    'window'

                who   holds besides                 under the name
                disk  own-table                     'table'
                disk  8 KiB that outlive it         'marks'
                disk  256 KiB to make objects from  'objects'

                partition  window  of
                fast       2 ms    disk
                """, explanation("""
                [partition.fast]
                window = "2 ms"
                [process.disk]
                program = "disk"
                priority = 1
                budget = "1 ms"
                period = "10 ms"
                partition = "fast"
                memory = "1 MiB"
                objects = "256 KiB"
                heartbeat = "250 ms"
                restart = "never"
                ports = { status = "0x3f6 read" }
                pci = { controller = "8086:7010" }
                dma = "64 KiB"
                maps = { screen = "0xb8000-0xbffff" }
                kept = { marks = "8 KiB" }
                device-memory = { window = "0xE0000000" }
                holds = { table = "own-table" }
                """));
    }

    private String explanation(String text) throws IOException, DeclarationException {
        return Explanation.of(SystemDeclaration.read(Files.writeString(folder.resolve("system.toml"), text), program -> true));
    }
}
