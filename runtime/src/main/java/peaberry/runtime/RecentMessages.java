package peaberry.runtime;

import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;
import peaberry.machine.VirtualMemory;

/** What a server received last, written where the supervisor finds it when the server has failed ({@link UserLayout#RECENT_MESSAGES}). */
@Trusted
final class RecentMessages {

    private static long count;

    private RecentMessages() {
    }

    static void note(long badge, Tag message) {
        long place = UserLayout.RECENT_MESSAGES + UserLayout.RECENT_MESSAGE_BYTES * (1 + count % UserLayout.MAX_RECENT_MESSAGES);
        VirtualMemory.storeLong(place, badge);
        VirtualMemory.storeLong(place + Long.BYTES, message.bits());
        count++;
        VirtualMemory.storeLong(UserLayout.RECENT_MESSAGES, count);
    }
}
