package jail;

import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.file.FileSystem;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/** What the warden does when it is asked to. Paths are from the disk's top, and each has a name of its own there or in a directory there. */
@Interface
public interface Cell {

    int MAX_PATH = 64;

    /** Gives what is there. */
    Capability give(@Size(MAX_PATH) Text path, @Range(max = FileSystem.TREES - 1) int number, boolean readOnly);

    void takeBack(@Range(max = FileSystem.TREES - 1) int number);

    /** Whether the warden's own handle, which has the number that a prisoner's may have, is for what it was. */
    boolean hasSecret();

    void makeDirectory(@Size(MAX_PATH) Text name);

    void removeDirectory(@Size(MAX_PATH) Text name);

    /** Moves something out of a directory to the top. */
    void moveOut(@Size(MAX_PATH) Text directory, @Size(MAX_PATH) Text name);

    void link(@Size(MAX_PATH) Text directory, @Size(MAX_PATH) Text name, @Size(MAX_PATH) Text target);
}
