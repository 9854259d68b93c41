package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;
import peaberry.system.BootPrograms.Outcome;
import peaberry.system.BootProgramsServer;

/** Shows programs of the boot archive: a window on where root has it, to read. The last one stays in a slot until the next one. */
final class BootProgramRequests extends BootProgramsServer {

    private static final VSpace OWN = VSpace.at(BootInfo.OWN_VSPACE);

    private static int shown;

    /** Takes the slot for what is shown. */
    static void prepare() {
        shown = Slots.take();
    }

    @Override
    protected Answer open(Text name) {
        int program = Archive.program(name);
        Slots.OWN.delete(shown);
        boolean isShown = program != Archive.NONE
                && OWN.makeWindow(Archive.address(program), Archive.length(program), Rights.READ, Slots.OWN, shown) == KernelError.NONE;
        return isShown ? answerOpen(Archive.length(program), Window.at(shown)) : refuse(Outcome.NOT_FOUND);
    }
}
