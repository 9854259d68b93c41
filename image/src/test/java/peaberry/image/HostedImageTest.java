package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootArchive;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.ByteRange;
import peaberry.abi.LineTable;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;

class HostedImageTest {

    @Test
    void everyProgramIsThereWithItsEntryAndLines() throws IOException {
        HostedImage image = HostedImage.of(ModuleFolders.onClassPath());
        BootArchive archive = new BootArchive();
        ByteRange content = new ByteRange();
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(image.archive())));

        for (int i = 0; i < Programs.ALL.size(); i++) {
            String name = Programs.ALL.get(i).name();
            ProgramImage program = new ProgramImage();
            archive.show(archive.find(name, Kind.PROGRAM), content);
            assertEquals(ProgramImage.Problem.NONE, program.open(content));
            assertTrue(program.isHosted());
            assertEquals(UserLayout.PROGRAM + 16 * i, program.entry());
            assertEquals(name, image.programs().get(i).name());

            LineTable lines = new LineTable();
            archive.show(archive.find(name + ".lines", Kind.LINE_TABLE), content);
            assertEquals(LineTable.Problem.NONE, lines.open(content));
            assertTrue(lines.rows() > 1);
        }
    }

    @Test
    void theSameClassesGiveTheSameArchive() throws IOException {
        assertArrayEquals(HostedImage.of(ModuleFolders.onClassPath()).archive(),
                HostedImage.of(ModuleFolders.onClassPath()).archive());
    }

    @Test
    void saysWhichModuleIsMissing() {
        IOException failure = assertThrows(IOException.class, () -> HostedImage.of(new ModuleFolders(Map.of())));
        assertTrue(failure.getMessage().contains("peaberry.root"), failure.getMessage());
    }
}
