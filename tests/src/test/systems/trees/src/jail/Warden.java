package jail;

import peaberry.abi.GrantKind;
import peaberry.abi.Outcome;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.runtime.Answer;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;

/** Reaches all files, gives some of them to others, and has the secret open all the time. */
public final class Warden extends CellServer {

    private static final int SECRET = 1;
    private static final int DIRECTORY = 2;
    private static final String TABLE = "table";
    private static final Namespace NAMES = new Namespace();
    private static final Text SECRET_PATH = new Text(Cell.MAX_PATH).append("secret");
    private static final Text EMPTY = new Text(1);
    private static final CapabilityServer SERVER = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, TABLE, new Warden());

    private static CNode table = CNode.at(0);
    private static Capability given = Capability.at(0);

    private Warden() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, TABLE).slot());
        given = Capability.at(Grants.firstFreeSlot() + Tag.MAX_CAPABILITIES);
        NAMES.open();
        open(SECRET_PATH, SECRET);
        SERVER.run();
    }

    private static FileSystemClient files() {
        NAMES.find(EMPTY);
        return NAMES.tree(0);
    }

    private static boolean isDone(FileSystem.Outcome outcome) {
        return outcome == FileSystem.Outcome.DONE;
    }

    private static boolean open(Text path, int handle) {
        return isDone(files().open(FileSystem.ROOT, path, handle));
    }

    @Override
    protected Answer give(Text path, int number, boolean readOnly) {
        table.delete(given.slot());
        boolean done = open(path, DIRECTORY) && isDone(files().give(DIRECTORY, number, readOnly, given));
        return done ? answerGive(files().giveResult()) : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer giveAs(Text path, int number, int owner, int group) {
        table.delete(given.slot());
        boolean done = open(path, DIRECTORY) && isDone(files().giveAs(DIRECTORY, number, false, owner, group, given));
        return done ? answerGiveAs(files().giveAsResult()) : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer describe(Text path, int permissions, int owner, int group) {
        boolean done = open(path, DIRECTORY) && isDone(files().setOwner(DIRECTORY, owner, group)) && isDone(files().setPermissions(DIRECTORY, permissions));
        return done ? answerDescribe() : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer takeBack(int number) {
        return isDone(files().takeBack(number)) ? answerTakeBack() : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer hasSecret() {
        long number = files().look(FileSystem.ROOT, SECRET_PATH, true) == FileSystem.Outcome.DONE ? files().lookNumber() : -1;
        return answerHasSecret(files().look(SECRET, EMPTY, true) == FileSystem.Outcome.DONE && files().lookNumber() == number);
    }

    @Override
    protected Answer makeDirectory(Text name) {
        return isDone(files().create(FileSystem.ROOT, name, true)) ? answerMakeDirectory() : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer removeDirectory(Text name) {
        return isDone(files().remove(FileSystem.ROOT, name, true)) ? answerRemoveDirectory() : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer moveOut(Text directory, Text name) {
        boolean done = open(directory, DIRECTORY) && isDone(files().rename(DIRECTORY, name, FileSystem.ROOT, name));
        return done ? answerMoveOut() : refuse(Outcome.INVALID);
    }

    @Override
    protected Answer link(Text directory, Text name, Text target) {
        boolean done = open(directory, DIRECTORY) && isDone(files().link(DIRECTORY, name, target));
        return done ? answerLink() : refuse(Outcome.INVALID);
    }
}
