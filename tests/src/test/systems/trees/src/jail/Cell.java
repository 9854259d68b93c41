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
    int MAX_PERSON = 65_535;

    /** Gives what is there. */
    Capability give(@Size(MAX_PATH) Text path, @Range(max = FileSystem.TREES - 1) int number, boolean readOnly);

    /** Gives what is there to a person. */
    Capability giveAs(@Size(MAX_PATH) Text path, @Range(max = FileSystem.TREES - 1) int number, @Range(max = MAX_PERSON) int owner, @Range(max = MAX_PERSON) int group);

    void takeBack(@Range(max = FileSystem.TREES - 1) int number);

    /** Whether the warden's own handle, which has the number that a prisoner's may have, is for what it was. */
    boolean hasSecret();

    /** Says who may do what with something, and whose it is. */
    void describe(@Size(MAX_PATH) Text path, @Range(max = 07777) int permissions, @Range(max = MAX_PERSON) int owner, @Range(max = MAX_PERSON) int group);

    void makeDirectory(@Size(MAX_PATH) Text name);

    void removeDirectory(@Size(MAX_PATH) Text name);

    /** Moves something out of a directory to the top. */
    void moveOut(@Size(MAX_PATH) Text directory, @Size(MAX_PATH) Text name);

    void link(@Size(MAX_PATH) Text directory, @Size(MAX_PATH) Text name, @Size(MAX_PATH) Text target);
}
