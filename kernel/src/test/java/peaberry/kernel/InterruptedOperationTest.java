package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.machine.simulated.InterruptController;

/**
 * Long operations that an interrupt stops, after each step in turn: everything is consistent then, and who goes on comes
 * to the same end as who was never stopped.
 */
class InterruptedOperationTest {

    /** What is prepared, and the operation that is interrupted. */
    private enum Case {
        REVOKE_COPIES {
            @Override
            void play(Play play) {
                int source = play.kernel.make(ObjectType.ENDPOINT);
                play.treeOfCopies(source);
                play.operate(TestKernel.CNODE, Invocation.CNODE_REVOKE, source);
            }
        },
        DELETE_WITH_CHILDREN {
            @Override
            void play(Play play) {
                int source = play.kernel.mint(play.kernel.make(ObjectType.ENDPOINT), TestKernel.ALL_RIGHTS, 5);
                play.treeOfCopies(source);
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, source);
            }
        },
        DELETE_ROOT_OF_MEMORY {
            @Override
            void play(Play play) {
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, TestKernel.UNTYPED);
            }
        },
        MOVE_WITH_CHILDREN {
            @Override
            void play(Play play) {
                int source = play.kernel.mint(play.kernel.make(ObjectType.ENDPOINT), TestKernel.ALL_RIGHTS, 5);
                play.treeOfCopies(source);
                play.operate(TestKernel.CNODE, Invocation.CNODE_MOVE, play.kernel.free(), TestKernel.CNODE, source);
            }
        },
        DELETE_MEMORY_IN_USE {
            @Override
            void play(Play play) {
                int block = play.kernel.make(ObjectType.UNTYPED, 16);
                play.populate(block);
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, block);
                play.operate(TestKernel.CNODE, Invocation.CNODE_REVOKE, TestKernel.UNTYPED);
            }
        },
        REVOKE_A_PROCESS {
            @Override
            void play(Play play) {
                int block = play.kernel.make(ObjectType.UNTYPED, 17);
                play.populate(block);
                play.operate(TestKernel.CNODE, Invocation.CNODE_REVOKE, block);
            }
        },
        DELETE_ENDPOINT_WITH_WAITING_THREADS {
            @Override
            void play(Play play) {
                int endpoint = play.kernel.make(ObjectType.ENDPOINT);
                for (int i = 0; i < 4; i++) {
                    play.wait(endpoint, 0);
                }
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, endpoint);
            }
        },
        DELETE_NOTIFICATION_WITH_WAITING_THREADS {
            @Override
            void play(Play play) {
                int notification = play.kernel.make(ObjectType.NOTIFICATION);
                for (int i = 0; i < 4; i++) {
                    play.kernel.switchTo(play.kernel.tcb(play.kernel.peer()));
                    play.kernel.await(notification);
                }
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, notification);
            }
        },
        DELETE_SERVER_WITH_CALLERS {
            @Override
            void play(Play play) {
                TestKernel kernel = play.kernel;
                int endpoint = kernel.make(ObjectType.ENDPOINT);
                int slot = kernel.peer();
                for (int i = 0; i < 4; i++) {
                    kernel.switchTo(kernel.tcb(kernel.peer()));
                    kernel.call(endpoint, i);
                }
                kernel.switchTo(kernel.tcb(slot));
                for (int i = 0; i < 4; i++) {
                    kernel.receive(endpoint, play.replies + i);
                }
                kernel.receive(endpoint, play.replies + 4);
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, slot);
            }
        },
        DELETE_ADDRESS_SPACE_WITH_PAGES {
            @Override
            void play(Play play) {
                TestKernel kernel = play.kernel;
                int space = kernel.make(ObjectType.VSPACE);
                for (int level = 0; level < 3; level++) {
                    kernel.perform(kernel.make(ObjectType.PAGE_TABLE), Invocation.PAGE_TABLE_MAP, space, TestKernel.MAPPABLE);
                }
                for (int page = 0; page < 5; page++) {
                    kernel.perform(kernel.make(ObjectType.FRAME), Invocation.FRAME_MAP, space, TestKernel.MAPPABLE + 4096L * page, 3, 0);
                }
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, space);
            }
        },
        DELETE_CNODES_IN_CNODES {
            @Override
            void play(Play play) {
                TestKernel kernel = play.kernel;
                int outer = kernel.make(ObjectType.CNODE, 6);
                int inner = kernel.make(ObjectType.CNODE, 5);
                int innermost = kernel.make(ObjectType.CNODE, 2);
                kernel.perform(innermost, Invocation.CNODE_COPY, 3, TestKernel.CNODE, outer, TestKernel.ALL_RIGHTS);
                kernel.perform(outer, Invocation.CNODE_MOVE, 60, TestKernel.CNODE, inner);
                kernel.perform(outer, Invocation.CNODE_COPY, 33, TestKernel.CNODE, innermost, TestKernel.ALL_RIGHTS);
                kernel.perform(outer, Invocation.CNODE_MOVE, 1, TestKernel.CNODE, innermost);
                play.operate(TestKernel.CNODE, Invocation.CNODE_REVOKE, outer);
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, outer);
            }
        },
        DELETE_INTERRUPT_HANDLER {
            @Override
            void play(Play play) {
                TestKernel kernel = play.kernel;
                int handler = kernel.free();
                int notification = kernel.make(ObjectType.NOTIFICATION);
                kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, 3, TestKernel.CNODE, handler);
                kernel.perform(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification);
                kernel.delete(notification);
                play.operate(TestKernel.CNODE, Invocation.CNODE_DELETE, handler);
                kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, 3, TestKernel.CNODE, handler);
            }
        },
        RETYPE_A_LARGE_CNODE {
            @Override
            void play(Play play) {
                int slot = play.kernel.free();
                play.operate(TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, ObjectType.CNODE.ordinal(), 8, TestKernel.CNODE, slot, 1);
            }
        },
        RETYPE_MEMORY_THAT_CAME_BACK {
            @Override
            void play(Play play) {
                TestKernel kernel = play.kernel;
                int block = kernel.make(ObjectType.UNTYPED, 16);
                play.populate(block);
                kernel.revoke(block);
                kernel.machine.memory().storeLong(kernel.slot(block).base().value() + 4096, 1);
                play.operate(block, Invocation.UNTYPED_RETYPE, ObjectType.TCB.ordinal(), 0, TestKernel.CNODE, kernel.free(6), 6);
            }
        };

        abstract void play(Play play);
    }

    /** A kernel in which an interrupt comes after some steps of an operation: once, or then after each further step. */
    private static final class Play {
        final TestKernel kernel = TestKernel.booted();
        final Tcb operator = kernel.current();
        final int replies = kernel.free(5);
        private final int firstStop;
        private final int laterStops;
        private boolean stopped;
        int interruptions;

        Play(int firstStop, int laterStops) {
            this.firstStop = firstStop;
            this.laterStops = laterStops;
            kernel.processor.preemption.lookAfter(1);
            kernel.perform(TestKernel.UNTYPED, Invocation.UNTYPED_RETYPE, ObjectType.REPLY.ordinal(), 0, TestKernel.CNODE, replies, 5);
        }

        /** Invokes an operation, again and again while it is interrupted. */
        void operate(long capability, Invocation operation, long... words) {
            kernel.switchTo(operator);
            kernel.check();
            InterruptController interrupts = kernel.machine.interrupts();
            KernelError error;
            do {
                interrupts.pendAfter(stopped ? laterStops : firstStop);
                error = kernel.invoke(capability, operation, words);
                interrupts.pendAfter(InterruptController.NEVER);
                kernel.check();
                if (error == KernelError.INTERRUPTED) {
                    stopped = true;
                    interruptions++;
                    kernel.systemCalls.interrupt(9);
                    kernel.switchTo(operator);
                }
            } while (error == KernelError.INTERRUPTED);
            assertEquals(KernelError.NONE, error);
        }

        void wait(int endpoint, int reply) {
            kernel.switchTo(kernel.tcb(kernel.peer()));
            kernel.receive(endpoint, reply);
        }

        /** Copies, copies of copies, and copies of these. */
        void treeOfCopies(int source) {
            for (int i = 0; i < 3; i++) {
                int copy = kernel.mint(source, TestKernel.ALL_RIGHTS, 0);
                for (int j = 0; j < 3; j++) {
                    int below = kernel.mint(copy, TestKernel.ALL_RIGHTS, 0);
                    kernel.mint(below, TestKernel.ALL_RIGHTS, 0);
                }
            }
        }

        /** Makes a running thread, what it needs, and its own copies of all. */
        void populate(int block) {
            int node = make(block, ObjectType.CNODE, 5);
            int space = make(block, ObjectType.VSPACE, 0);
            int thread = make(block, ObjectType.TCB, 0);
            int endpoint = make(block, ObjectType.ENDPOINT, 0);
            int notification = make(block, ObjectType.NOTIFICATION, 0);
            int index = 1;
            for (int source : new int[] {node, space, thread, endpoint, notification, TestKernel.IRQ_CONTROL}) {
                kernel.perform(node, Invocation.CNODE_COPY, index, TestKernel.CNODE, source, TestKernel.ALL_RIGHTS);
                index += 5;
            }
            kernel.perform(thread, Invocation.TCB_CONFIGURE, node, space, 0, 0, endpoint, 255);
            kernel.perform(thread, Invocation.TCB_BIND_NOTIFICATION, notification);
            kernel.giveTime(thread);
            kernel.perform(thread, Invocation.TCB_RESUME);
        }

        private int make(int block, ObjectType type, int bits) {
            int slot = kernel.free();
            kernel.perform(block, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, TestKernel.CNODE, slot, 1);
            return slot;
        }

        String end() {
            kernel.check();
            assertNull(kernel.processor.deletion.doomed());
            return Snapshot.of(kernel, operator);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptAtAnyStepDoesNotChangeTheEnd(Case theCase) {
        Play undisturbed = new Play(InterruptController.NEVER, InterruptController.NEVER);
        theCase.play(undisturbed);
        String end = undisturbed.end();
        int stop = 0;
        int interruptions;
        do {
            stop++;
            Play play = new Play(stop, InterruptController.NEVER);
            theCase.play(play);
            assertEquals(end, play.end(), "interrupted after " + stop + " steps");
            interruptions = play.interruptions;
        } while (interruptions > 0);
        assertTrue(stop > 1, "was hardly interrupted");
    }

    @Test
    void aZombieAllowsNothingButItsDeletion() {
        TestKernel kernel = TestKernel.booted();
        kernel.processor.preemption.lookAfter(1);
        int block = kernel.make(ObjectType.UNTYPED, 14);
        int frames = kernel.free(3);
        kernel.perform(block, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, frames, 3);
        kernel.machine.interrupts().pendAfter(2);
        assertEquals(KernelError.INTERRUPTED, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_DELETE, block));
        assertEquals(2, kernel.message.word0);
        kernel.machine.interrupts().pendAfter(InterruptController.NEVER);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, block);
        assertEquals(CapabilityType.ZOMBIE.ordinal(), kernel.message.word0);
        int free = kernel.free();
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(block, Invocation.UNTYPED_RETYPE,
                ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, free, 1));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(block, Invocation.UNTYPED_USAGE));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MOVE, free, TestKernel.CNODE, block));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_COPY, free, TestKernel.CNODE, block, 7));
        kernel.check();
        kernel.delete(frames);
        kernel.delete(block);
        assertSame(kernel.slot(TestKernel.UNTYPED), kernel.slot(frames + 1).parent());
        assertSame(kernel.slot(TestKernel.UNTYPED), kernel.slot(frames + 2).parent());
        kernel.check();
    }

    @ParameterizedTest
    @EnumSource
    void interruptsAtEveryStepDoNotChangeTheEnd(Case theCase) {
        Play undisturbed = new Play(InterruptController.NEVER, InterruptController.NEVER);
        theCase.play(undisturbed);
        String end = undisturbed.end();
        Play play = new Play(1, 1);
        theCase.play(play);
        assertEquals(end, play.end());
        assertNotEquals(0, play.interruptions);
    }
}
