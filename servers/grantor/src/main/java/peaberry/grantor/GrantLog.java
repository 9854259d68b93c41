package peaberry.grantor;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.clock.Clock;
import peaberry.clock.ClockClient;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;

/** The log: a line for each thing that was granted, refused or taken back, and for each session: {@code 2026-11-26 20:15:03 ann granted supervision}. */
final class GrantLog {

    private static final int HANDLE = 1;
    private static final int LONGEST = 128;

    private final FileSystemClient file = new FileSystemClient(Capability.NONE);
    private final ClockClient clock = new ClockClient("clock");
    private final Text itself = new Text(1);
    private final Text line = new Text(LONGEST);
    private final byte[] bytes = new byte[LONGEST];
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;

    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        slot = OwnPages.takeSlots(1);
    }

    /** Takes over the file. */
    void setFile(Capability given) {
        table.delete(slot);
        file.connect(table.move(slot, table, given.slot()) == KernelError.NONE ? Capability.at(slot) : Capability.NONE);
    }

    /** Notes something. @param name empty if it is about the session @return whether it is in the log, also after a loss of power */
    boolean note(Text person, String what, Text name) {
        line.clear();
        appendTime();
        line.append(" ").append(person).append(" ").append(what).append(name.length() > 0 ? " " : "").append(name).append("\n");
        for (int i = 0; i < line.length(); i++) {
            bytes[i] = line.byteAt(i);
        }
        if (file.open(FileSystem.ROOT, itself, HANDLE) != FileSystem.Outcome.DONE) {
            return false;
        }
        OwnBuffer.put(bytes, 0, line.length());
        FileSystem.Outcome outcome = file.append(HANDLE, line.length(), OwnBuffer.lend(line.length(), Rights.READ), 0);
        OwnBuffer.takeBack();
        return outcome == FileSystem.Outcome.DONE && file.syncFile(HANDLE) == FileSystem.Outcome.DONE;
    }

    private void appendTime() {
        if (clock.read() == Clock.Outcome.DONE) {
            line.decimal(clock.readYear(), 4).append("-").decimal(clock.readMonth(), 2).append("-").decimal(clock.readDay(), 2).append(" ")
                    .decimal(clock.readHour(), 2).append(":").decimal(clock.readMinute(), 2).append(":").decimal(clock.readSecond(), 2);
        } else {
            line.append("at an unknown time");
        }
    }
}
