package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.LineTable;
import peaberry.abi.ByteRange;
import peaberry.abi.UserLayout;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;

/** Root's side of the keeper, the process that starts root anew: it is to hear of root's faults. */
final class Keeping {

    private static final Text SAID = new Text(200);
    private static final LineTable LINES = new LineTable();
    private static final ByteRange LINE_BYTES = new ByteRange();

    private Keeping() {
    }

    /** Has root's faults told to the keeper, if there is one. @param argument as of {@link Root#main} */
    static void begin(long argument) {
        int slot = Slots.take();
        for (int number = 1; number <= Processes.count(); number++) {
            if (Archive.SYSTEM.grants(number).find(GrantKind.ROOT_THREAD) != GrantTable.NO_ROW) {
                Slots.mintOnce(slot, Processes.endpointOf(number), Badges.FAULT);
                ThreadControl.at(BootInfo.OWN_TCB).setFaultEndpoint(Capability.at(slot));
            }
        }
        if (argument != UserLayout.BOOT_INFO) {
            sayWhere(argument);
        }
    }

    private static void sayWhere(long address) {
        SAID.append("root failed at ");
        Archive.showLines("root", LINE_BYTES);
        LINES.open(LINE_BYTES);
        if (!Words.locate(LINES, address, SAID)) {
            SAID.hex(address);
        }
        EmergencyConsole.say(SAID.append(" and was started anew; everything else goes on"));
    }
}
