package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.runtime.Message;

/** Signals. */
final class NotificationCases {

    private static final String OBJECT = "Notification";
    private static final int BADGE = 4;

    static final Case[] ALL = {
        new Case(OBJECT, "aSignalIsKeptUntilSomebodyWaits", NotificationCases::aSignalIsKeptUntilSomebodyWaits),
        new Case(OBJECT, "aSignalWakesWhoWaits", NotificationCases::aSignalWakesWhoWaits),
        new Case(OBJECT, "aSignalWakesOneThreadOnly", NotificationCases::aSignalWakesOneThreadOnly),
        new Case(OBJECT, "badgesAddUp", NotificationCases::badgesAddUp),
        new Case(OBJECT, "aSignalWithoutBadgeEndsAWait", NotificationCases::aSignalWithoutBadgeEndsAWait),
        new Case(OBJECT, "pollNeverWaits", NotificationCases::pollNeverWaits),
        new Case(OBJECT, "pollTakesTheSignals", NotificationCases::pollTakesTheSignals),
        new Case(OBJECT, "signalNeedsTheRightToWrite", NotificationCases::signalNeedsTheRightToWrite),
        new Case(OBJECT, "waitNeedsTheRightToRead", NotificationCases::waitNeedsTheRightToRead),
        new Case(OBJECT, "pollNeedsTheRightToRead", NotificationCases::pollNeedsTheRightToRead),
        new Case(OBJECT, "signalOfAnEmptySlotIsRefused", NotificationCases::signalOfAnEmptySlotIsRefused),
        new Case(OBJECT, "signalOfAnEndpointIsIllegal", NotificationCases::signalOfAnEndpointIsIllegal),
        new Case(OBJECT, "waitOnAnEmptySlotIsRefused", NotificationCases::waitOnAnEmptySlotIsRefused),
        new Case(OBJECT, "waitOnAnEndpointIsIllegal", NotificationCases::waitOnAnEndpointIsIllegal),
        new Case(OBJECT, "pollOfAnEmptySlotIsRefused", NotificationCases::pollOfAnEmptySlotIsRefused),
        new Case(OBJECT, "pollOfAnEndpointIsIllegal", NotificationCases::pollOfAnEndpointIsIllegal),
        new Case(OBJECT, "aWaitIsAbortedWithTheNotification", NotificationCases::aWaitIsAbortedWithTheNotification),
        new Case(OBJECT, "aBoundSignalEndsAReceive", NotificationCases::aBoundSignalEndsAReceive),
        new Case(OBJECT, "aBoundSignalIsTakenByTheNextReceive", NotificationCases::aBoundSignalIsTakenByTheNextReceive),
        new Case(OBJECT, "aBoundSignalDoesNotEndACall", NotificationCases::aBoundSignalDoesNotEndACall),
        new Case(OBJECT, "anUnboundSignalDoesNotEndAReceive", NotificationCases::anUnboundSignalDoesNotEndAReceive),
        new Case(OBJECT, "whoWaitsGoesBeforeWhoIsBound", NotificationCases::whoWaitsGoesBeforeWhoIsBound),
        new Case(OBJECT, "bindRefusesASecondNotification", NotificationCases::bindRefusesASecondNotification),
        new Case(OBJECT, "bindRefusesASecondThread", NotificationCases::bindRefusesASecondThread),
        new Case(OBJECT, "unbindOfNothingIsNothing", NotificationCases::unbindOfNothingIsNothing),
        new Case(OBJECT, "aDeletedThreadIsBoundNoMore", NotificationCases::aDeletedThreadIsBoundNoMore),
        new Case(OBJECT, "aDeletedNotificationIsBoundNoMore", NotificationCases::aDeletedNotificationIsBoundNoMore),
    };

    private NotificationCases() {
    }

    private static Actor waiter(int notification) {
        Actor waiter = Actor.alone();
        waiter.await(notification);
        return waiter;
    }

    private static KernelError bind(Actor actor, int notification) {
        return Kernel.call(actor.thread(), Invocation.TCB_BIND_NOTIFICATION, notification);
    }

    private static void aSignalIsKeptUntilSomebodyWaits() {
        int notification = Fresh.notification();
        Check.done(Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE)), "signalling");
        Actor waiter = waiter(notification).start();
        Actor.letAllRun();
        Check.equal(BADGE, waiter.badge(0), "the badge");
    }

    private static void aSignalWakesWhoWaits() {
        int notification = Fresh.notification();
        Actor waiter = waiter(notification).start();
        Actor.letAllRun();
        Check.state(ThreadState.WAITING, waiter, "the state of who waits");
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        Actor.letAllRun();
        Check.equal(BADGE, waiter.badge(0), "the badge");
    }

    private static void aSignalWakesOneThreadOnly() {
        int notification = Fresh.notification();
        Actor first = waiter(notification).start();
        Actor.letAllRun();
        Actor second = waiter(notification).start();
        Actor.letAllRun();
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.equal(1, first.done(0), "how often the first wait returned");
        Check.equal(0, second.done(0), "how often the second wait returned");
    }

    private static void badgesAddUp() {
        int notification = Fresh.notification();
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, 1));
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        Check.equal(1 | BADGE, Notifier.poll(notification), "the badges");
        Check.equal(0, Notifier.poll(notification), "what is left");
    }

    private static void aSignalWithoutBadgeEndsAWait() {
        int notification = Fresh.notification();
        Notifier.signal(notification);
        Actor waiter = waiter(notification).start();
        Actor.letAllRun();
        Check.equal(1, waiter.done(0), "how often the wait returned");
        Check.equal(0, waiter.badge(0), "the badge");
    }

    private static void pollNeverWaits() {
        int notification = Fresh.notification();
        Check.equal(0, Notifier.poll(notification), "the badges");
        Check.done(Message.errorOf(Message.tag()), "polling");
    }

    private static void pollTakesTheSignals() {
        int notification = Fresh.notification();
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        Check.equal(BADGE, Notifier.poll(notification), "the badges");
        Actor waiter = waiter(notification).start();
        Actor.letAllRun();
        Check.equal(0, waiter.done(0), "how often the wait returned");
    }

    private static void signalNeedsTheRightToWrite() {
        int notification = Fresh.notification();
        Check.error(KernelError.MISSING_RIGHT, Notifier.signal(Fresh.copy(notification, Rights.READ)), "signalling");
        Check.equal(0, Notifier.poll(notification), "the badges");
    }

    private static void waitNeedsTheRightToRead() {
        Actor waiter = waiter(Fresh.copy(Fresh.notification(), Rights.WRITE)).start();
        Actor.letAllRun();
        Check.error(KernelError.MISSING_RIGHT, waiter.error(0), "waiting");
    }

    private static void pollNeedsTheRightToRead() {
        Notifier.poll(Fresh.copy(Fresh.notification(), Rights.WRITE));
        Check.error(KernelError.MISSING_RIGHT, Message.errorOf(Message.tag()), "polling");
    }

    private static void signalOfAnEmptySlotIsRefused() {
        Check.error(KernelError.INVALID_CAPABILITY, Notifier.signal(Fresh.slot()), "signalling");
    }

    private static void signalOfAnEndpointIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, Notifier.signal(Fresh.endpoint()), "signalling");
    }

    private static void waitOnAnEmptySlotIsRefused() {
        Actor waiter = waiter(Fresh.slot()).start();
        Actor.letAllRun();
        Check.error(KernelError.INVALID_CAPABILITY, waiter.error(0), "waiting");
    }

    private static void waitOnAnEndpointIsIllegal() {
        Actor waiter = waiter(Fresh.endpoint()).start();
        Actor.letAllRun();
        Check.error(KernelError.ILLEGAL_OPERATION, waiter.error(0), "waiting");
    }

    private static void pollOfAnEmptySlotIsRefused() {
        Notifier.poll(Fresh.slot());
        Check.error(KernelError.INVALID_CAPABILITY, Message.errorOf(Message.tag()), "polling");
    }

    private static void pollOfAnEndpointIsIllegal() {
        Notifier.poll(Fresh.endpoint());
        Check.error(KernelError.ILLEGAL_OPERATION, Message.errorOf(Message.tag()), "polling");
    }

    private static void aWaitIsAbortedWithTheNotification() {
        int notification = Fresh.notification();
        Actor one = waiter(notification).start();
        Actor other = waiter(notification).start();
        Actor.letAllRun();
        Check.done(Fresh.delete(notification), "deleting the notification");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, one.error(0), "one wait");
        Check.error(KernelError.ABORTED, other.error(0), "the other wait");
    }

    private static void aBoundSignalEndsAReceive() {
        int notification = Fresh.notification();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(Fresh.endpoint(), 0);
        Check.done(bind(receiver, notification), "binding");
        receiver.start();
        Actor.letAllRun();
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        Actor.letAllRun();
        Check.equal(BADGE, receiver.badge(receive), "the badge");
        Check.error(KernelError.NONE, receiver.error(receive), "the receive");
    }

    private static void aBoundSignalIsTakenByTheNextReceive() {
        int notification = Fresh.notification();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(Fresh.endpoint(), 0);
        Check.done(bind(receiver, notification), "binding");
        Notifier.signal(Fresh.mint(notification, Rights.WRITE, BADGE));
        receiver.start();
        Actor.letAllRun();
        Check.equal(BADGE, receiver.badge(receive), "the badge");
    }

    private static void aBoundSignalDoesNotEndACall() {
        int notification = Fresh.notification();
        Actor client = Actor.alone();
        int call = client.call(Fresh.endpoint(), 1, 0);
        Check.done(bind(client, notification), "binding");
        client.start();
        Actor.letAllRun();
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.equal(0, client.done(call), "how often the call returned");
    }

    private static void anUnboundSignalDoesNotEndAReceive() {
        int notification = Fresh.notification();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(Fresh.endpoint(), 0);
        Check.done(bind(receiver, notification), "binding");
        Check.done(bind(receiver, 0), "undoing that");
        receiver.start();
        Actor.letAllRun();
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.equal(0, receiver.done(receive), "how often the receive returned");
    }

    private static void whoWaitsGoesBeforeWhoIsBound() {
        int notification = Fresh.notification();
        Actor receiver = Actor.alone();
        int receive = receiver.receive(Fresh.endpoint(), 0);
        Check.done(bind(receiver, notification), "binding");
        receiver.start();
        Actor waiter = waiter(notification).start();
        Actor.letAllRun();
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.equal(1, waiter.done(0), "how often the wait returned");
        Check.equal(0, receiver.done(receive), "how often the receive returned");
    }

    private static void bindRefusesASecondNotification() {
        Actor actor = Actor.alone();
        Check.done(bind(actor, Fresh.notification()), "binding");
        Check.error(KernelError.OCCUPIED, bind(actor, Fresh.notification()), "binding another notification");
    }

    private static void bindRefusesASecondThread() {
        int notification = Fresh.notification();
        Check.done(bind(Actor.alone(), notification), "binding");
        Check.error(KernelError.OCCUPIED, bind(Actor.alone(), notification), "binding another thread");
    }

    private static void unbindOfNothingIsNothing() {
        Check.done(bind(Actor.alone(), 0), "undoing nothing");
    }

    private static void aDeletedThreadIsBoundNoMore() {
        int notification = Fresh.notification();
        Actor gone = Actor.alone();
        Check.done(bind(gone, notification), "binding");
        Check.done(Fresh.delete(gone.thread()), "deleting the thread");
        Check.done(bind(Actor.alone(), notification), "binding another thread");
    }

    private static void aDeletedNotificationIsBoundNoMore() {
        int notification = Fresh.notification();
        Actor actor = Actor.alone();
        Check.done(bind(actor, notification), "binding");
        Check.done(Fresh.delete(notification), "deleting the notification");
        Check.done(bind(actor, Fresh.notification()), "binding another notification");
    }
}
