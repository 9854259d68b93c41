package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxModulesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeModules() throws IOException {
        Files.writeString(folder.resolve("modules.builtin"), "kernel/fs/ext4/ext4.ko\nkernel/lib/crc-16.ko\n");
        module("block/disk", "bus_pci,ring");
        module("bus-pci", "ring,bus");
        module("bus", "");
        module("ring", "crc_16,ext4");
    }

    private void module(String path, String depends) throws IOException {
        Path file = folder.resolve("kernel/" + path + ".ko");
        Files.createDirectories(file.getParent());
        Files.write(file, ("\177ELF\0license=GPL\0depends=" + depends + "\0name=x\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> order(String... names) throws Failure, IOException {
        return List.copyOf(new LinuxModules(folder).withWhatTheyNeed(List.of(names)).keySet());
    }

    @Test
    void whatIsNeededComesFirstAndOnce() throws Failure, IOException {
        assertEquals(List.of("ring", "bus", "bus_pci", "disk"), order("disk", "bus_pci"));
    }

    @Test
    void whatTheKernelHasIsNotLoaded() throws Failure, IOException {
        assertEquals(List.of(), order("ext4"));
    }

    @Test
    void aModuleThatIsNotThereIsNamed() {
        assertTrue(assertThrows(Failure.class, () -> order("nothing")).getMessage().contains("has no module nothing"));
    }

    @Test
    void theContentsAreTheFiles() throws Failure, IOException {
        byte[] content = new LinuxModules(folder).withWhatTheyNeed(List.of("bus")).get("bus");
        assertEquals("\177ELF\0license=GPL\0depends=\0name=x\0", new String(content, StandardCharsets.ISO_8859_1));
    }
}
