package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SupervisorBadges;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;

/**
 * How the supervisor hears of signs of life and of what devices tried: one notification, which is root's and outlives it, so that nothing that
 * was signalled is lost, with two bits for each process.
 */
final class SupervisorSignals {

    private static int notification;
    private static int firstBadged;

    private SupervisorSignals() {
    }

    /** @param processes how many there are, which are numbered from 1 */
    static KernelError prepare(int processes) {
        notification = Slots.take();
        firstBadged = Slots.take(2 * processes);
        KernelError error = Memory.make(ObjectType.NOTIFICATION, 0, notification);
        for (int number = 1; number <= processes && error == KernelError.NONE; number++) {
            error = mint(signOfLife(number), SupervisorBadges.signOfLife(number));
            if (error == KernelError.NONE) {
                error = mint(blockedAccess(number), SupervisorBadges.blockedAccess(number));
            }
        }
        return error;
    }

    private static KernelError mint(Capability to, long badge) {
        return Slots.mintOnce(to.slot(), notification, Badges.SIGNAL | badge);
    }

    /** What is bound to the supervisor's thread. */
    static Capability notification() {
        return Capability.at(notification);
    }

    /** What a process signals to give a sign of life. */
    static Capability signOfLife(int number) {
        return Capability.at(firstBadged + 2 * (number - 1));
    }

    /** What is signalled when a process's PCI function tries what it may not. */
    static Capability blockedAccess(int number) {
        return Capability.at(firstBadged + 2 * (number - 1) + 1);
    }
}
