package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaberry.abi.LineTable;
import peaberry.abi.ProgramImage;
import peaberry.faults.code.ProgramCode;
import peaberry.image.ModuleFolders;
import peaberry.image.SystemSource;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.ProcessDeclaration;
import peaberry.image.system.SystemDeclaration;

/** What faults are injected into is understood: the whole code of each program, as it was built. */
class DecodedProgramsTest {

    private static final int FEWEST_INSTRUCTIONS = 100;

    /** Those of the ordinary system, root among them: what other tests build beside them has whatever instructions it tests. */
    static List<String> programs() throws IOException, DeclarationException {
        List<ProcessDeclaration> processes = SystemSource.minimal(Repository.HOME).read(ModuleFolders.in(Repository.classes(""))).processes();
        return Stream.concat(Stream.of(SystemDeclaration.ROOT), processes.stream().map(ProcessDeclaration::program)).distinct().sorted().toList();
    }

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        try (ConsoleSession build = ConsoleSession.command("image")) {
            assertEquals(0, build.status(), build.errors());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyInstructionIsDecodedAndEveryLineStartsWithOne(String program) throws IOException {
        byte[] file = BootFiles.program(program);
        ProgramImage image = new ProgramImage();
        assertEquals(ProgramImage.Problem.NONE, image.open(new ArrayBytes(file)));
        int segment = executable(image);
        int offset = (int) image.fileOffset(segment);
        ProgramCode code = new ProgramCode();
        code.add(Arrays.copyOfRange(file, offset, file.length), (int) image.fileSize(segment));
        code.decode();
        assertEquals(image.fileSize(segment), code.bytes());
        assertEquals(0, code.undecodable());
        assertTrue(code.instructions() > FEWEST_INSTRUCTIONS);
        assertEquals(List.of(), rowsWithin(program, code, image.address(segment)));
    }

    /** Addresses of the line table at which no instruction starts. */
    private static List<Long> rowsWithin(String program, ProgramCode code, long base) throws IOException {
        LineTable lines = new LineTable();
        assertEquals(LineTable.Problem.NONE, lines.open(new ArrayBytes(Files.readAllBytes(Repository.IMAGE.resolve(program + ".lines")))));
        List<Long> within = new ArrayList<>();
        for (int row = 0; row < lines.rows(); row++) {
            int offset = (int) (lines.address(row) - base);
            if (lines.line(row) > 0 && !code.isStart(offset)) {
                within.add(lines.address(row));
            }
        }
        return within;
    }

    private static int executable(ProgramImage image) {
        for (int segment = 0; segment < image.segments(); segment++) {
            if (image.access(segment) == ProgramImage.Access.READ_EXECUTE) {
                return segment;
            }
        }
        throw new AssertionError("no code");
    }
}
