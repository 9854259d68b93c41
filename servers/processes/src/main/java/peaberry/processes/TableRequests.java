package peaberry.processes;

import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTable.Outcome;
import peaberry.process.ProgramTableServer;
import peaberry.runtime.Answer;
import peaberry.runtime.ThreadControl;

/** What those do who may look at all programs. */
final class TableRequests extends ProgramTableServer {

    private final Children children;
    private final Blocks blocks;

    TableRequests(Children children, Blocks blocks) {
        this.children = children;
        this.blocks = blocks;
    }

    @Override
    protected Answer program(int from) {
        for (int index = from - 1; index < Children.MOST; index++) {
            Child child = children.at(index);
            if (child.isAlive()) {
                return tell(child);
            }
        }
        return refuse(Outcome.NOT_FOUND);
    }

    private Answer tell(Child child) {
        boolean isKnown = child.thread().usage() == KernelError.NONE;
        ThreadState state = isKnown ? ThreadState.of((int) ThreadControl.usageState()) : ThreadState.INACTIVE;
        int starter = child.client < Numbers.FIRST_CHILD ? ProgramTable.DECLARED : number(child.client - Numbers.FIRST_CHILD);
        return answerProgram(number(child.index), starter, child.isStopped, state, isKnown ? ThreadControl.usageTicks() : 0, child.memory(blocks) - child.unusedMemory(blocks), child.name);
    }

    private static int number(int index) {
        return index + 1;
    }

    @Override
    protected Answer room() {
        long used = blocks.usedBytes();
        for (int index = 0; index < Children.MOST; index++) {
            Child child = children.at(index);
            used -= child.isAlive() ? child.unusedObjects(blocks) : 0;
        }
        return answerRoom(blocks.bytes(), used);
    }
}
