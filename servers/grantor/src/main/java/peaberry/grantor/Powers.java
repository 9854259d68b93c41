package peaberry.grantor;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.grant.Administration;
import peaberry.grant.Sessions;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;

/**
 * What can be granted: what the server's declaration says that it uses, by the names that it has there, but for the clock, which it asks itself; and the folder of accounts. What is granted is derived
 * from a capability in a slot of this table, and so can be taken back.
 */
final class Powers {

    /** In place of a name's index. */
    static final int NONE = -1;

    private static final String CLOCK = "clock";
    private static final String PEOPLE = "people";
    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);

    private final FileSystemClient people = new FileSystemClient(Capability.NONE);
    private final Text candidate = new Text(Administration.MAX_NAME);
    private CNode table = CNode.at(Capability.NONE.slot());
    /** Of the declaration's names. */
    private int used;
    private int firstSlot;
    private int peopleSlot;
    private boolean hasPeople;

    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        while (!Grants.used(used, candidate).isNone()) {
            used++;
        }
        if (used >= Administration.NAMES) {
            throw new IllegalStateException("there are too many names");
        }
        firstSlot = OwnPages.takeSlots(Sessions.SESSIONS * Administration.NAMES);
        peopleSlot = OwnPages.takeSlots(1);
        people.connect(Capability.at(peopleSlot));
    }

    /** Takes over the folder of accounts. */
    void setPeople(Capability folder) {
        table.delete(peopleSlot);
        hasPeople = table.move(peopleSlot, table, folder.slot()) == KernelError.NONE;
    }

    /** How many indices there are; not all stand for a name. */
    int count() {
        return used + 1;
    }

    /** Tells a name. @param index less than {@link #count} @return whether there is one of that index */
    boolean name(int index, Text name) {
        name.clear();
        if (index == used) {
            name.append(PEOPLE);
            return hasPeople;
        }
        Grants.used(index, name);
        return !name.is(CLOCK);
    }

    /** The index of a name, or {@link #NONE}. */
    int find(Text name) {
        for (int index = 0; index < count(); index++) {
            if (name(index, candidate) && candidate.sameAs(name)) {
                return index;
            }
        }
        return NONE;
    }

    private int slot(int session, int index) {
        return firstSlot + session * Administration.NAMES + index;
    }

    /** Makes what is granted. @param session its row @return its place; {@link Capability#NONE} if it cannot be had */
    Capability make(int session, int index) {
        Capability place = Capability.at(slot(session, index));
        boolean isMade;
        if (index == used) {
            isMade = people.give(FileSystem.ROOT, session, false, place) == FileSystem.Outcome.DONE;
        } else {
            isMade = table.copy(place.slot(), table, Grants.used(index, candidate).slot(), SEND) == KernelError.NONE;
        }
        return isMade ? place : Capability.NONE;
    }

    /** Takes back what was granted, wherever it is by now. */
    void takeBack(int session, int index) {
        if (index == used && hasPeople) {
            people.takeBack(session);
        }
        table.revoke(slot(session, index));
        table.delete(slot(session, index));
    }
}
