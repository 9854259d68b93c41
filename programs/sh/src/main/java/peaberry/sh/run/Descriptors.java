package peaberry.sh.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.sh.system.Channel;

/** Which channel stands at which descriptor. Several may have the same channel; the last that lets go of it closes it. */
final class Descriptors {

    /** A channel and by how many it is used. */
    private static final class Shared {

        private final Channel channel;
        private int users;

        Shared(Channel channel) {
            this.channel = channel;
        }

        Shared use() {
            users++;
            return this;
        }

        void letGo() {
            if (--users == 0) {
                channel.close();
            }
        }
    }

    /** What stood at a descriptor before; nothing if {@code shared} is {@code null}. */
    private record Before(int descriptor, Shared shared) {}

    /** Changes that can be undone. */
    final class Undo {

        private final List<Before> changes = new ArrayList<>();

        private Undo() {}

        /** Puts back what was there, the last change first. */
        void undo() {
            for (Before before : changes.reversed()) {
                put(before.descriptor, before.shared);
            }
            forget();
        }

        /** Lets the changes stay. */
        void forget() {
            changes.stream().map(Before::shared).filter(shared -> shared != null).forEach(Shared::letGo);
            changes.clear();
        }

        private void note(int descriptor) {
            Shared shared = open.get(descriptor);
            changes.add(new Before(descriptor, shared == null ? null : shared.use()));
        }
    }

    private final Map<Integer, Shared> open = new TreeMap<>();

    Undo undoable() {
        return new Undo();
    }

    Descriptors copy() {
        Descriptors copy = new Descriptors();
        open.forEach((descriptor, shared) -> copy.open.put(descriptor, shared.use()));
        return copy;
    }

    /** {@code null} if it is closed. */
    Channel get(int descriptor) {
        Shared shared = open.get(descriptor);
        return shared == null ? null : shared.channel;
    }

    Map<Integer, Channel> channels() {
        Map<Integer, Channel> channels = new TreeMap<>();
        open.forEach((descriptor, shared) -> channels.put(descriptor, shared.channel));
        return channels;
    }

    /** Puts a channel there that nobody else uses. */
    void set(int descriptor, Channel channel) {
        put(descriptor, new Shared(channel));
    }

    void set(int descriptor, Channel channel, Undo undo) {
        undo.note(descriptor);
        set(descriptor, channel);
    }

    void close(int descriptor, Undo undo) {
        undo.note(descriptor);
        put(descriptor, null);
    }

    /** Has one stand for what another stands for, which is open. */
    void duplicate(int from, int to, Undo undo) {
        undo.note(to);
        put(to, open.get(from));
    }

    void closeAll() {
        open.values().forEach(Shared::letGo);
        open.clear();
    }

    private void put(int descriptor, Shared shared) {
        Shared before = shared == null ? open.remove(descriptor) : open.put(descriptor, shared.use());
        if (before != null) {
            before.letGo();
        }
    }
}
