package peaberry.tests;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The PCI server with functions that QEMU has, and on machines without any. */
class PciTest {

    @TempDir
    private Path folder;

    @Test
    void functionsAreSilencedInEveryWayAndLetWorkAgain() throws IOException, InterruptedException {
        TestSystem.of("pci", folder).assertPrints("""
                there are functions
                disk: silenced DONE, enabled DONE, where it was
                controller: silenced DONE, enabled DONE, where it was
                network behind a port: silenced DONE, enabled DONE, where it was
                disk that has no such reset: silenced NO_RESET, enabled DONE, where it was
                port: silenced NOT_FOUND, enabled NOT_FOUND, where it was
                disk after the server was killed: silenced DONE, enabled DONE, where it was
                """, Machine.Q35, TestSystem.qemu(
                "-drive", "if=none,id=disk,driver=null-co,size=1M",
                "-device", "virtio-blk-pci,drive=disk,disable-legacy=on",
                "-device", "pcie-root-port,id=behind,chassis=1",
                "-netdev", "user,id=wire,restrict=on",
                "-device", "virtio-net-pci,bus=behind,netdev=wire,disable-legacy=on"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROVM", "JVM"})
    void aMachineWithoutABusHasNoFunctions(Machine machine) throws IOException, InterruptedException {
        TestSystem.of("pci", folder).assertPrints("""
                there is no function
                disk: NOT_FOUND
                controller: NOT_FOUND
                network behind a port: NOT_FOUND
                disk that has no such reset: NOT_FOUND
                port: NOT_FOUND
                disk after the server was killed: NOT_FOUND
                """, machine);
    }
}
