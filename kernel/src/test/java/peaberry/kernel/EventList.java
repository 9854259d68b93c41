package peaberry.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.Parameter;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Timeout;

/**
 * Every system call that a configuration's threads can make with arguments that mean something there. Invocations come from
 * their declarations: each with all combinations of what is said about its parameters.
 */
final class EventList {

    private final List<Event> events = new ArrayList<>();
    private final Map<CapabilityType, long[]> places = new EnumMap<>(CapabilityType.class);
    private final Map<String, long[]> values = new HashMap<>();

    /** Says in which slots capabilities of a type may be. */
    EventList place(CapabilityType type, long... slots) {
        places.put(type, slots);
        return this;
    }

    /** Says what is given for parameters of a name, or of the name of an invocation, a dot, and that of the parameter. */
    EventList value(String parameter, long... numbers) {
        values.put(parameter, numbers);
        return this;
    }

    /** Adds the system calls on endpoints, replies and notifications. */
    EventList messages() {
        for (long endpoint : places(CapabilityType.ENDPOINT)) {
            add(Event.message("call " + endpoint, SystemCallNumber.CALL, endpoint, 0));
            add(Event.message("send " + endpoint, SystemCallNumber.SEND, endpoint, 0));
            add(Event.call("receive " + endpoint, SystemCallNumber.RECEIVE, endpoint, 0));
            for (long reply : places(CapabilityType.REPLY)) {
                add(Event.call("receive " + endpoint + " with " + reply, SystemCallNumber.RECEIVE, endpoint, reply));
                add(Event.message("reply and receive " + endpoint + " with " + reply, SystemCallNumber.REPLY_RECEIVE, endpoint, reply));
            }
        }
        for (long reply : places(CapabilityType.REPLY)) {
            add(Event.message("reply " + reply, SystemCallNumber.SEND, reply, 0));
        }
        for (long notification : places(CapabilityType.NOTIFICATION)) {
            add(Event.call("signal " + notification, SystemCallNumber.SIGNAL, notification, 0));
            add(Event.call("wait " + notification, SystemCallNumber.WAIT, notification, 0));
            add(Event.call("poll " + notification, SystemCallNumber.POLL, notification, 0));
        }
        return add(Event.call("yield", SystemCallNumber.YIELD, 0, 0)).add(Event.timer());
    }

    /** Adds the messages so far with a capability. */
    EventList transfers() {
        for (Event event : List.copyOf(events)) {
            if (event.isMessage()) {
                add(event.withCapability());
            }
        }
        return this;
    }

    /** Adds calls and receiving that end after a turn, or at once. */
    EventList timeouts() {
        for (long microseconds : new long[] {0, TestKernel.TURN}) {
            Timeout limit = Timeout.of(microseconds);
            for (long endpoint : places(CapabilityType.ENDPOINT)) {
                add(Event.message("call " + endpoint + " for " + microseconds, limit.applyTo(SystemCallNumber.CALL), endpoint, 0));
                for (long reply : places(CapabilityType.REPLY)) {
                    add(Event.call("receive " + endpoint + " with " + reply + " for " + microseconds,
                            limit.applyTo(SystemCallNumber.RECEIVE), endpoint, reply));
                }
            }
        }
        return this;
    }

    /** Adds these invocations of everything of their types. */
    EventList invocations(Invocation... operations) {
        for (Invocation operation : operations) {
            for (long target : places(operation.operation().type())) {
                combine(operation, target, new long[operation.operation().parameters().size()], 0);
            }
        }
        return this;
    }

    /** Adds the same invocations while an interrupt is pending. */
    EventList interrupted(Invocation operation) {
        for (Event event : List.copyOf(events)) {
            if (event.label() == operation.ordinal() && !event.isMessage() && event.number() == SystemCallNumber.CALL) {
                add(event.interrupted());
            }
        }
        return this;
    }

    EventList add(Event event) {
        events.add(event);
        return this;
    }

    List<Event> list() {
        return List.copyOf(events);
    }

    private void combine(Invocation operation, long target, long[] words, int index) {
        if (index == words.length) {
            add(Event.invoke(target, operation, words.clone()));
            return;
        }
        for (long value : candidates(operation, operation.operation().parameters().get(index))) {
            words[index] = value;
            combine(operation, target, words, index + 1);
        }
    }

    private long[] candidates(Invocation operation, Parameter parameter) {
        long[] own = values.get(operation + "." + parameter.name());
        if (own != null) {
            return own;
        }
        if (values.containsKey(parameter.name())) {
            return values.get(parameter.name());
        }
        return switch (parameter.kind()) {
            case CAPABILITY -> places(parameter.type());
            case OPTIONAL_CAPABILITY -> {
                long[] some = places(parameter.type());
                long[] orNone = new long[some.length + 1];
                System.arraycopy(some, 0, orNone, 1, some.length);
                yield orNone;
            }
            case RIGHTS -> new long[] {TestKernel.ALL_RIGHTS};
            case FLAG -> new long[] {0, 1};
            default -> new long[] {0};
        };
    }

    private long[] places(CapabilityType type) {
        return places.getOrDefault(type, new long[0]);
    }
}
