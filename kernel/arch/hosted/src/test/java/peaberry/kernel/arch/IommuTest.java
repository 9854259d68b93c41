package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.abi.DeviceFault;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.simulated.DmaDevice;

/** The simulated hardware between a device and memory, as the kernel steers it. */
class IommuTest {

    private static final int FUNCTION = 2 << 8 | 3 << 3 | 1;
    private static final int BUS = 2;
    private static final int DOMAIN = 5;
    private static final int PAGE_BITS = 12;
    private static final long ADDRESS = 0x4000_0000;
    private static final long VALUE = 0x1234_5678_9ABC_DEF0L;

    private final TestKernel kernel = new TestKernel();
    private final DmaDevice device = new DmaDevice(kernel.machine, FUNCTION);
    private final PhysicalAddress contexts = kernel.page();
    private final PhysicalAddress root = kernel.page();
    private final PhysicalAddress frame = kernel.page();

    @Test
    void deviceReachesWhatIsMappedForIt() {
        assign();
        map(IoTranslation.Access.READ_WRITE);
        device.write(ADDRESS + 8, VALUE);

        assertEquals(VALUE, kernel.machine.memory().loadLong(frame.value() + 8));
        assertEquals(VALUE, device.read(ADDRESS + 8));
        assertEquals(DOMAIN, IoContexts.domainOf(FUNCTION));
    }

    @Test
    void blockedDeviceReachesNothing() {
        assertTrue(IoContexts.wantsTable(BUS));
        device.write(frame.value(), VALUE);
        assertEquals(0, kernel.machine.memory().loadLong(frame.value()));

        assign();
        map(IoTranslation.Access.READ_WRITE);
        IoContexts.release(FUNCTION, DOMAIN + 1);
        assertEquals(0, device.read(ADDRESS));
        IoContexts.release(FUNCTION, DOMAIN);
        assertEquals(-1, device.read(ADDRESS));
        assertEquals(Iommu.NO_DOMAIN, IoContexts.domainOf(FUNCTION));
    }

    @Test
    void translationsAreForgottenWithTheMapping() {
        assign();
        map(IoTranslation.Access.READ);
        assertEquals(0, device.read(ADDRESS));

        IoTranslation.remove(root, DOMAIN, ADDRESS, frame, PAGE_BITS);
        assertEquals(-1, device.read(ADDRESS));

        map(IoTranslation.Access.READ);
        assertEquals(0, device.read(ADDRESS));
        IoContexts.remove(BUS, contexts);
        assertEquals(-1, device.read(ADDRESS));
    }

    @Test
    void faultsAreReportedOnceUntilTheNextIsAwaited() {
        assign();
        map(IoTranslation.Access.READ);
        device.write(ADDRESS + 24, VALUE);
        Iommu.deliverFaults(kernel);
        device.read(0);
        Iommu.deliverFaults(kernel);
        assertEquals(List.of(DeviceFault.WRITE, ADDRESS), kernel.log);

        Iommu.awaitFault(FUNCTION);
        device.read(0);
        Iommu.deliverFaults(kernel);
        assertEquals(List.of(DeviceFault.WRITE, ADDRESS, DeviceFault.READ, 0L), kernel.log);
    }

    @Test
    void messageCountsOnlyFromItsFunction() {
        MessageInterrupts.open(1, FUNCTION);
        new DmaDevice(kernel.machine, FUNCTION + 1).write(MessageInterrupts.address(1), MessageInterrupts.data(1));
        device.write(MessageInterrupts.address(0), 0);
        device.write(MessageInterrupts.address(1), 1);
        assertEquals(-1, kernel.machine.interrupts().takeMessage());

        device.write(MessageInterrupts.address(1), MessageInterrupts.data(1));
        assertEquals(1, kernel.machine.interrupts().takeMessage());

        MessageInterrupts.block(1);
        device.write(MessageInterrupts.address(1), MessageInterrupts.data(1));
        assertEquals(-1, kernel.machine.interrupts().takeMessage());
        assertFalse(Iommu.isPage(MessageInterrupts.address(0), PAGE_BITS));
    }

    private void assign() {
        IoContexts.install(BUS, contexts);
        IoContexts.assign(FUNCTION, DOMAIN, root);
    }

    private void map(IoTranslation.Access access) {
        while (IoTranslation.map(root, DOMAIN, ADDRESS, frame, PAGE_BITS, access) == Translation.Outcome.MISSING_TABLE) {
            IoTranslation.install(root, DOMAIN, ADDRESS, kernel.page());
        }
    }
}
