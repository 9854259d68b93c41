package peaberry.conformance;

import java.util.stream.Stream;

/** All cases, in the order in which they run: the one place that knows them. */
public final class Registry {

    static final Case[] ALL = Stream.of(
            DeclaredCases.ALL, UntypedCases.ALL, CNodeCases.ALL, EndpointCases.ALL, TransferCases.ALL, NotificationCases.ALL, ReplyCases.ALL, TcbCases.ALL, RegisterCases.ALL,
            FrameCases.ALL, LargeFrameCases.ALL, AddressSpaceCases.ALL, WindowCases.ALL, FaultCases.ALL, SystemCallCases.ALL, SchedulingCases.ALL,
            DeviceCases.ALL, VectorCases.ALL, SegmentCases.ALL, EntryCases.ALL, IoSpaceCases.ALL, MessageCases.ALL,
            TimeoutCases.ALL, BudgetCases.ALL, PartitionCases.ALL,
            WindowShiftCases.ALL, InterruptionCases.ALL)
            .flatMap(Stream::of).toArray(Case[]::new);

    private Registry() {
    }

    /** {@code object.name} of each case, for whoever checks that none is missing. */
    public static Stream<String> names() {
        return Stream.of(ALL).map(each -> each.object() + "." + each.name());
    }
}
