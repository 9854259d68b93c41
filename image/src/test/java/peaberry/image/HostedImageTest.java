package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootArchive;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.ByteRange;
import peaberry.abi.LineTable;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.ProcessDeclaration;

class HostedImageTest {

    @Test
    void everyProgramIsThereWithItsEntryAndLines() throws Exception {
        HostedImage image = image();
        BootArchive archive = new BootArchive();
        ByteRange content = new ByteRange();
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(image.archive())));

        List<String> programs = Stream.concat(Stream.of("root"), SystemSource.minimal(SystemSource.repository()).read(ModuleFolders.onClassPath())
                .processes().stream().map(ProcessDeclaration::programName)).distinct().toList();
        for (int i = 0; i < programs.size(); i++) {
            String name = programs.get(i);
            ProgramImage program = new ProgramImage();
            archive.show(archive.find(name, Kind.PROGRAM), content);
            assertEquals(ProgramImage.Problem.NONE, program.open(content));
            assertTrue(program.isHosted());
            assertEquals(UserLayout.PROGRAM + 16 * i, program.entry());
            assertEquals(name, image.programs().get(i).name());

            LineTable lines = new LineTable();
            archive.show(archive.find(name, Kind.LINE_TABLE), content);
            assertEquals(LineTable.Problem.NONE, lines.open(content));
            assertTrue(lines.rows() > 1);
        }
    }

    @Test
    void theSameClassesGiveTheSameArchive() throws Exception {
        assertArrayEquals(image().archive(), image().archive());
    }

    private static HostedImage image() throws Exception {
        return HostedImage.of(SystemSource.minimal(SystemSource.repository()), ModuleFolders.onClassPath());
    }

    @Test
    void saysWhichProgramIsMissing() throws IOException {
        SystemSource system = SystemSource.minimal(SystemSource.repository());
        DeclarationException failure = assertThrows(DeclarationException.class, () -> HostedImage.of(system, new ModuleFolders(Map.of())));
        assertTrue(failure.getMessage().contains("there is no program 'shell' for 'shell'"), failure.getMessage());
    }
}
