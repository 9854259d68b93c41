package peaberry.processes;

import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTable.Outcome;
import peaberry.process.ProgramTableServer;
import peaberry.runtime.Answer;
import peaberry.runtime.ThreadControl;

/** What those do who may look at all programs, and end any. */
final class TableRequests extends ProgramTableServer {

    private final Children children;
    private final Blocks blocks;
    private final SpawnRequests requests;

    TableRequests(Children children, Blocks blocks, SpawnRequests requests) {
        this.children = children;
        this.blocks = blocks;
        this.requests = requests;
    }

    @Override
    protected Answer program(int from) {
        Child child = children.programs().from(from);
        return child == null ? refuse(Outcome.NOT_FOUND) : tell(child);
    }

    private Answer tell(Child child) {
        boolean isKnown = child.thread().usage() == KernelError.NONE;
        ThreadState state = isKnown ? ThreadState.of((int) ThreadControl.usageState()) : ThreadState.INACTIVE;
        int starter = child.client < Numbers.FIRST_CHILD ? ProgramTable.DECLARED : children.at(child.client - Numbers.FIRST_CHILD).program;
        return answerProgram(child.program, starter, child.isStopped, state, isKnown ? ThreadControl.usageTicks() : 0, child.memory(blocks) - child.unusedMemory(blocks), child.name);
    }

    @Override
    protected Answer signal(int program, ProgramSignal signal, int status) {
        Child child = children.programs().find(program);
        if (child == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        requests.signal(child, signal, status);
        return answerSignal();
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
