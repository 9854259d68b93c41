package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Operation;
import peaberry.abi.Parameter;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;

/** What is checked of each invocation, as it is declared, before the object's own code runs. */
class InvocationTest {

    private final TestKernel kernel = TestKernel.booted();
    private final Map<CapabilityType, Integer> examples = new EnumMap<>(CapabilityType.class);

    InvocationTest() {
        for (ObjectType type : ObjectType.values()) {
            int slot = kernel.make(type, type == ObjectType.CNODE ? 4 : 12);
            examples.put(kernel.slot(slot).type(), slot);
        }
        int handler = kernel.free();
        kernel.perform(TestKernel.IRQ_CONTROL, Invocation.IRQ_CONTROL_ISSUE, 5, TestKernel.CNODE, handler);
        int ports = kernel.free();
        kernel.perform(TestKernel.IO_PORT_CONTROL, Invocation.IO_PORT_CONTROL_ISSUE, 0x60, 0x67, TestKernel.CNODE, ports);
        examples.put(CapabilityType.PARTITION_CONTROL, TestKernel.PARTITION_CONTROL);
        int window = kernel.free();
        kernel.perform(TestKernel.VSPACE, Invocation.VSPACE_MAKE_WINDOW, 1 << 12, 1, TestKernel.ALL_RIGHTS, TestKernel.CNODE, window);
        examples.put(CapabilityType.WINDOW, window);
        examples.put(CapabilityType.IRQ_CONTROL, TestKernel.IRQ_CONTROL);
        examples.put(CapabilityType.IRQ_HANDLER, handler);
        examples.put(CapabilityType.IO_SPACE_CONTROL, TestKernel.IO_SPACE_CONTROL);
        examples.put(CapabilityType.IO_PORT_CONTROL, TestKernel.IO_PORT_CONTROL);
        examples.put(CapabilityType.IO_PORT, ports);
    }

    @AfterEach
    void nothingIsKept() {
        kernel.check();
        for (int word = 0; word < Tag.REGISTER_WORDS; word++) {
            assertNull(kernel.processor.arguments.capability(word));
        }
        assertNull(kernel.processor.arguments.caller());
    }

    @ParameterizedTest
    @EnumSource
    void capabilityOfAnotherTypeHasNoSuchOperation(Invocation invocation) {
        examples.forEach((type, slot) -> {
            if (type != invocation.operation().type() && type != CapabilityType.ENDPOINT) {
                assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(slot, invocation), type.name());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachParameterMustBeInTheMessage(Invocation invocation) {
        int parameters = invocation.operation().parameters().size();
        for (int length = 0; length < parameters; length++) {
            assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(target(invocation), invocation, new long[length]));
        }
        assertNotEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(target(invocation), invocation, new long[parameters]));
    }

    @ParameterizedTest
    @EnumSource
    void messageThatCarriesCapabilitiesIsRefused(Invocation invocation) {
        kernel.message.tag = Tag.of(invocation.ordinal(), 6).bits() | 1 << 7;
        kernel.trap(SystemCallNumber.CALL, target(invocation), 0);
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.error());
    }

    @ParameterizedTest
    @EnumSource
    void rightIsNeededAsDeclared(Invocation invocation) {
        Rights right = invocation.operation().right();
        if (Slot.isCopied(invocation.operation().type())) {
            int copy = kernel.mint(target(invocation), Rights.ALL.bits() & ~right.bits(), 0);
            KernelError error = kernel.invoke(copy, invocation, new long[6]);
            assertEquals(right.bits() == 0, error != KernelError.MISSING_RIGHT, error.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void parameterMustNameACapabilityOfItsType(Invocation invocation) {
        List<Parameter> parameters = invocation.operation().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            if (parameters.get(index).isCapability()) {
                int other = parameters.get(index).type() == CapabilityType.FRAME ? TestKernel.CNODE : examples.get(CapabilityType.FRAME);
                for (long wrong : new long[] {-1, 1 << 20, kernel.free(), other}) {
                    long[] words = likelyWords(invocation.operation());
                    words[index] = wrong;
                    assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(target(invocation), invocation, words));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void parameterMustHaveItsRights(Invocation invocation) {
        List<Parameter> parameters = invocation.operation().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            for (int right = 1; parameter.isCapability() && right <= Rights.ALL.bits(); right <<= 1) {
                if ((parameter.rights().bits() & right) != 0) {
                    long[] words = likelyWords(invocation.operation());
                    words[index] = kernel.mint((int) words[index], Rights.ALL.bits() & ~right, 0);
                    assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(target(invocation), invocation, words));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void optionalParameterMayBeMissing(Invocation invocation) {
        List<Parameter> parameters = invocation.operation().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            Parameter.Kind kind = parameters.get(index).kind();
            long[] words = likelyWords(invocation.operation());
            words[index] = 0;
            KernelError error = kernel.invoke(target(invocation), invocation, words);
            if (kind == Parameter.Kind.CAPABILITY) {
                assertEquals(KernelError.FAILED_LOOKUP, error);
            } else if (kind == Parameter.Kind.OPTIONAL_CAPABILITY) {
                assertNotEquals(KernelError.FAILED_LOOKUP, error);
            }
        }
    }

    @Test
    void unknownLabelIsNoOperation() {
        for (int label : new int[] {Invocation.values().length, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            kernel.call(TestKernel.CNODE, label, 1, 2, 3, 4, 5, 6);
            assertEquals(KernelError.ILLEGAL_OPERATION, kernel.error());
        }
    }

    @Test
    void checksAreMadeInTheOrderThatIsDeclared() {
        int reader = kernel.mint(TestKernel.CNODE, TestKernel.READ_ONLY, 0);
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(reader, Invocation.FRAME_MAP));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(reader, Invocation.CNODE_COPY, 0, 0, 0));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(reader, Invocation.CNODE_COPY, 0, 0, 0, 0));
        assertEquals(KernelError.FAILED_LOOKUP, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_COPY, 0, 0, 0, 0));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_COPY, 0, TestKernel.CNODE, 0, 0));
    }

    private int target(Invocation invocation) {
        return examples.get(invocation.operation().type());
    }

    /** Words of which those that name capabilities are right. */
    private long[] likelyWords(Operation operation) {
        long[] words = new long[operation.parameters().size()];
        for (int index = 0; index < words.length; index++) {
            Parameter parameter = operation.parameters().get(index);
            words[index] = parameter.isCapability() ? examples.get(parameter.type()) : 0;
        }
        return words;
    }
}
