package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** Who was given a part of the files reaches that and nothing else, and who was given it as a person does nothing there that permissions do not allow: tests/src/test/systems/trees. */
class TreesTest {

    @TempDir
    private Path folder;

    private Path disk() throws IOException, InterruptedException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("cell/sub"));
        Files.createDirectories(tree.resolve("cell/door"));
        Files.createDirectories(tree.resolve("other"));
        Files.createDirectories(tree.resolve("people/ann"));
        Files.createDirectories(tree.resolve("people/bob"));
        Files.createDirectories(tree.resolve("people/all"));
        Files.writeString(tree.resolve("people/ann/diary"), "dear diary");
        Files.writeString(tree.resolve("people/open"), "for all");
        Files.writeString(tree.resolve("secret"), "SECRET");
        Files.writeString(tree.resolve("notes"), "some notes");
        Files.writeString(tree.resolve("cell/own"), "its own");
        Files.writeString(tree.resolve("cell/sub/deep"), "deep");
        Files.createSymbolicLink(tree.resolve("cell/up"), Path.of(".."));
        Files.createSymbolicLink(tree.resolve("cell/sub/up"), Path.of(".."));
        Files.createSymbolicLink(tree.resolve("cell/top"), Path.of("/"));
        Files.createSymbolicLink(tree.resolve("cell/stolen"), Path.of("/secret"));
        Files.createSymbolicLink(tree.resolve("cell/far"), Path.of("sub/../../../secret"));
        Files.createSymbolicLink(tree.resolve("cell/loop"), Path.of("loop"));
        Path disk = folder.resolve("disk");
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", "-d", tree.toString(), disk.toString(), "16M");
        return disk;
    }

    @Test
    void nothingLeadsOutOfATree() throws IOException, InterruptedException {
        Path disk = disk();
        String output = TestSystem.of("trees", folder).run(Machine.Q35, "--disk", disk.toString());
        assertEquals("""
                ..: the top
                ../..: the top
                /..: the top
                ./..: the top
                sub/../..: the top
                up: the top
                up/..: the top
                up/up/up: the top
                top: the top
                sub/up: the top
                ../secret: NOT_FOUND
                /../secret: NOT_FOUND
                /secret: NOT_FOUND
                sub/../../secret: NOT_FOUND
                up/secret: NOT_FOUND
                up/up/secret: NOT_FOUND
                stolen: NOT_FOUND
                far: NOT_FOUND
                top/secret: NOT_FOUND
                sub/../up/./../secret: NOT_FOUND
                loop: TOO_MANY_LINKS
                own/..: NOT_A_DIRECTORY
                own/../../secret: NOT_A_DIRECTORY
                name '': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name '.': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name '..': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name '../secret': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name '/secret': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name 'sub/x': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                name '/': NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME NO_NAME
                its own link: NOT_FOUND
                its own link to all: the top
                through it: NOT_FOUND
                the warden's link: NOT_FOUND
                the warden's handle: NOT_OPEN
                which it has still: yes
                a file of one tree in another: NOT_OPEN
                a tree's file in its reader: NOT_OPEN
                a reader's file in the tree: NOT_OPEN
                takes back what it did not give: DONE
                which is there: DONE, its own
                another's badge: INVALID_ARGUMENT
                what is not there any more: NOT_FOUND
                but is open: DONE, deep
                above it: a directory
                beside it: NOT_FOUND
                from the top: NOT_FOUND
                along its link: NOT_FOUND
                takes it in again: NO_NAME
                takes what is above: NO_NAME
                takes what is in it: DONE
                which is there: DONE, deep
                reads: DONE, its own
                writes: READ_ONLY
                appends: READ_ONLY
                shortens: READ_ONLY
                opens to all: READ_ONLY
                takes: READ_ONLY
                makes older: READ_ONLY
                touches: READ_ONLY
                touches the top: READ_ONLY
                creates: READ_ONLY
                makes a directory: READ_ONLY
                links: READ_ONLY
                names: READ_ONLY
                removes: READ_ONLY
                renames: READ_ONLY
                gives to be changed: DONE
                writes through that: READ_ONLY
                shortens through that: READ_ONLY
                reads through that: DONE, its own
                says that it can be changed: no
                syncs: DONE
                opens the file: DONE
                reads the file: DONE, some notes
                writes the file: DONE
                appends to the file: DONE
                appends once more: DONE
                reads it again: DONE, !ome notes??
                the file as directory: NOT_A_DIRECTORY
                above the file: NOT_A_DIRECTORY
                beside the file: NOT_A_DIRECTORY
                lists the file: NOT_A_DIRECTORY
                creates in the file: NOT_A_DIRECTORY
                names beside the file: NOT_A_DIRECTORY
                gives 33 more
                one in another's place: DONE
                opens it: DONE
                reads it: DONE, its own
                takes it back: DONE
                reads it after that: NOT_OPEN
                gives it again: DONE
                opens it again: DONE
                the server dies: DONE
                an open file: DONE, its own
                another tree: NOT_FOUND
                the warden takes all back: DONE
                its file: NOT_OPEN
                its directory: NOT_OPEN
                its handle: NOT_OPEN
                what it gave: NOT_OPEN
                gives more: NOT_OPEN
                syncs: NOT_OPEN
                the server dies: DONE
                its file: NOT_OPEN
                its directory: NOT_OPEN
                its handle: NOT_OPEN
                what it gave: NOT_OPEN
                gives more: NOT_OPEN
                syncs: NOT_OPEN
                a handle from before: NOT_OPEN
                its file: NOT_OPEN
                its directory: NOT_OPEN
                its handle: NOT_OPEN
                what it gave: NOT_OPEN
                gives more: NOT_OPEN
                syncs: NOT_OPEN
                the reader: DONE, its own
                what is not empty is removed: INVALID
                the top is removed: DONE
                the top that is gone: NOT_OPEN
                its number is another one's: yes
                the top that is another one: NOT_OPEN
                what was open below it: NOT_OPEN
                creates in another one: NOT_OPEN
                another one: NOT_FOUND
                its number is another one's: yes
                the top that is another one: NOT_OPEN
                what was open below it: NOT_OPEN
                creates in another one: NOT_OPEN
                another one: NOT_FOUND
                its number is another one's: yes
                the top that is another one: NOT_OPEN
                what was open below it: NOT_OPEN
                creates in another one: NOT_OPEN
                another one: NOT_FOUND
                gives a part: DONE
                creates there: DONE
                creates there when it was moved out: DONE
                creates there when what it was a part of is gone: NOT_OPEN
                his link: DONE
                his link from the top: DONE
                his link to hers: DONE
                she reads through his: DONE, dear diary
                the system reads hers: DONE, dear diary
                ann/diary: DENIED
                ann/nothing: DENIED
                ann/diary/..: DENIED
                ann/..: DENIED
                ann/.: DENIED
                bob/../ann/diary: DENIED
                ./ann//diary: DENIED
                bob/hers: DENIED
                bob/far: DENIED
                bob/door/diary: DENIED
                all/../ann/diary: DENIED
                from her directory: DENIED
                above her directory: DENIED
                lists her directory: DENIED
                opens her directory anew: DONE
                lists that: DENIED
                creates in hers: DENIED
                makes what is there: DENIED
                links in hers: DENIED
                removes: DENIED
                removes nothing: DENIED
                takes: DENIED
                takes nothing: DENIED
                puts: DENIED
                takes the directory: DENIED
                removes the directory: DENIED
                moves his own: DENIED
                opens it to all: DENIED
                takes it as his: DENIED
                gives her his: DENIED
                opens the top to all: DENIED
                makes it older: DENIED
                touches it: DENIED
                names hers: DENIED
                writes hers: DENIED
                appends to hers: DENIED
                shortens hers: DENIED
                touches hers: DENIED
                a program of his: DONE
                that acts as he does: DONE
                which he gives her: DENIED
                she creates for all: DONE
                he creates for all: DONE
                removes her note: DENIED
                renames her note: DENIED
                replaces her note: DENIED
                removes his: DONE
                she removes her note: DONE
                she closes what was open: DONE
                he reads on: DONE, for all
                he writes: DENIED
                he opens it anew: DENIED
                from the handle: DONE
                which he reads: DENIED
                gives as her: DENIED
                gives as of her group: DENIED
                gives as nobody: DENIED
                gives all on: DONE
                which leads to hers: DENIED
                gives that as her: DENIED
                gives her file: DONE
                which is opened: DONE
                and read: DENIED
                and opened to all: DENIED
                gives her directory: DONE
                which has her file: DENIED
                which he lists: DENIED
                opens it to all: DENIED
                the server dies: DONE
                he reads on: DONE, for all
                he writes: DENIED
                hers: DENIED
                hers by a part: DENIED
                she: DONE, dear diary
                takes back: DONE
                the part: NOT_OPEN
                he reads on: NOT_OPEN
                her directory by a part: NOT_OPEN
                she in his place: DONE, dear diary
                he in hers: NOT_OPEN
                """, output);
        assertEquals("", DiskCheck.complaint(disk));
    }
}
