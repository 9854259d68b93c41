package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.kernel.TestArchive.Segment;
import peaberry.machine.VirtualMemory;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.ThreadEnd;

class BootTest {

    private static final long MEMORY = 64 << 20;

    @Test
    void rootRunsAtTheEntryWithAllCapabilities() {
        TestKernel kernel = TestKernel.booted();
        Tcb root = kernel.current();
        assertEquals(ThreadState.RUNNING, root.state);
        assertEquals(255, root.priority());
        assertEquals(UserLayout.PROGRAM, root.context.instructionPointer());
        assertEquals(UserLayout.STACK_TOP, root.context.stackPointer());
        assertEquals(UserLayout.BOOT_INFO, TestKernel.badge(root));
        assertEquals(CapabilityType.CNODE, kernel.slot(BootInfo.OWN_CNODE).type());
        assertEquals(CapabilityType.VSPACE, kernel.slot(BootInfo.OWN_VSPACE).type());
        assertEquals(CapabilityType.TCB, kernel.slot(BootInfo.OWN_TCB).type());
        assertEquals(CapabilityType.IRQ_CONTROL, kernel.slot(BootInfo.IRQ_CONTROL).type());
        assertEquals(CapabilityType.IO_PORT_CONTROL, kernel.slot(BootInfo.IO_PORT_CONTROL).type());
        kernel.check();
    }

    @Test
    void bootInformationTellsWhatThereIs() {
        TestKernel kernel = TestKernel.booted();
        assertEquals(TestArchive.hosted().length, info(BootInfo.ARCHIVE_BYTES));
        assertEquals(1000, info(BootInfo.TICKS_PER_MICROSECOND));
        assertEquals(kernel.clock, info(BootInfo.BOOT_TICKS));
        assertTrue(info(BootInfo.MEMORY_BYTES) > MEMORY * 9 / 10 && info(BootInfo.MEMORY_BYTES) <= MEMORY);
        assertEquals(1 << BootInfo.CNODE_BITS, info(BootInfo.CNODE_SLOTS));
        long given = info(BootInfo.UNTYPED_COUNT) + info(BootInfo.DEVICE_COUNT);
        assertEquals(BootInfo.FIRST_UNTYPED + given, info(BootInfo.FIRST_FREE_SLOT));
        assertTrue(kernel.slot(info(BootInfo.FIRST_FREE_SLOT)).isEmpty());
    }

    @Test
    void untypedMemoryIsAlignedSortedAndCoversTheRest() {
        TestKernel kernel = TestKernel.booted();
        long sum = 0;
        int before = Integer.MAX_VALUE;
        for (int slot = BootInfo.FIRST_UNTYPED; !kernel.slot(slot).isDevice(); slot++) {
            Slot untyped = kernel.slot(slot);
            assertEquals(CapabilityType.UNTYPED, untyped.type());
            assertTrue(untyped.sizeBits() <= before, "not the largest first");
            assertEquals(0, untyped.base().value() % (1L << untyped.sizeBits()));
            before = untyped.sizeBits();
            sum += 1L << untyped.sizeBits();
        }
        assertTrue(sum > MEMORY - (3 << 20) && sum < MEMORY, "bytes of untyped memory: " + sum);
    }

    @Test
    void devicesMemoryIsInAlignedBlocksWhoseAddressesAreTold() {
        TestKernel kernel = TestKernel.booted();
        int first = (int) (BootInfo.FIRST_UNTYPED + info(BootInfo.UNTYPED_COUNT));
        long address = SimulatedMachine.DEVICES;
        assertEquals(2, info(BootInfo.DEVICE_COUNT));
        for (int number = 0; number < 2; number++) {
            Slot block = kernel.slot(first + number);
            assertTrue(block.isDevice());
            assertEquals(CapabilityType.UNTYPED, block.type());
            assertEquals(address, block.base().value());
            assertEquals(address, info(BootInfo.DEVICES + number * 16));
            assertEquals(block.sizeBits(), info(BootInfo.DEVICES + number * 16 + 8));
            address += 1L << block.sizeBits();
        }
        assertEquals(SimulatedMachine.DEVICES + SimulatedMachine.DEVICE_BYTES, address);
        int frame = kernel.free();
        kernel.perform(first, Invocation.UNTYPED_RETYPE, ObjectType.FRAME.ordinal(), 0, TestKernel.CNODE, frame, 1);
        assertTrue(kernel.slot(frame).isDevice());
    }

    @Test
    void archiveIsMappedToReadOnly() {
        TestKernel.booted();
        byte[] archive = TestArchive.hosted();
        for (int offset = 0; offset < archive.length; offset++) {
            assertEquals(archive[offset], VirtualMemory.loadByte(UserLayout.BOOT_ARCHIVE + offset));
        }
        assertThrows(IllegalStateException.class, () -> VirtualMemory.storeByte(UserLayout.BOOT_ARCHIVE, (byte) 1));
    }

    @Test
    void stackAndMessageBufferCanBeWrittenAndThePagesAroundNotRead() {
        TestKernel.booted();
        VirtualMemory.storeLong(UserLayout.STACK_BOTTOM, 1);
        VirtualMemory.storeLong(UserLayout.STACK_TOP - 8, 2);
        VirtualMemory.storeLong(UserLayout.MESSAGE_BUFFER + 4088, 3);
        assertEquals(3, VirtualMemory.loadLong(UserLayout.MESSAGE_BUFFER + 4088));
        assertThrows(IllegalStateException.class, () -> VirtualMemory.loadLong(UserLayout.STACK_BOTTOM - 8));
    }

    @Test
    void segmentsAreCopiedZeroedAndMappedAsTheFileSays() {
        long data = UserLayout.PROGRAM + 0x2000;
        byte[] file = TestArchive.elf(ProgramImage.EM_X86_64, UserLayout.PROGRAM,
                new Segment(UserLayout.PROGRAM, TestArchive.READ_EXECUTE, 4099, 4099),
                new Segment(data, TestArchive.READ_WRITE, 5, 9000));
        TestKernel kernel = new TestKernel(MEMORY, TestArchive.archive("root", file));
        new Boot().run(kernel.processor);
        for (int offset = 0; offset < 4099; offset++) {
            assertEquals((byte) (offset + 1), VirtualMemory.loadByte(UserLayout.PROGRAM + offset));
        }
        assertEquals(5, VirtualMemory.loadByte(data + 4));
        assertEquals(0, VirtualMemory.loadByte(data + 5));
        assertEquals(0, VirtualMemory.loadLong(data + 8992));
        VirtualMemory.storeLong(data + 8992, 77);
        assertEquals(77, VirtualMemory.loadLong(data + 8992));
        assertThrows(IllegalStateException.class, () -> VirtualMemory.storeByte(UserLayout.PROGRAM, (byte) 1));
    }

    @Test
    void refusesToStartWithoutAnArchive() {
        assertRefused("Peaberry cannot start: the loader gave no boot archive.\r\n", MEMORY, null);
    }

    @Test
    void refusesACorruptArchive() {
        byte[] archive = TestArchive.hosted();
        archive[5000 % archive.length] ^= 1;
        assertRefused("Peaberry cannot start: the archive's checksum is wrong.\r\n", MEMORY, archive);
    }

    @Test
    void refusesAnArchiveWithoutRoot() {
        byte[] archive = TestArchive.archive("shell", TestArchive.elf(ProgramImage.EM_NONE, UserLayout.PROGRAM));
        assertRefused("Peaberry cannot start: the boot archive has no program named root.\r\n", MEMORY, archive);
    }

    @Test
    void refusesARootWithWildSegments() {
        long[] wild = {0, 0x1000, UserLayout.PROGRAM_LIMIT, UserLayout.LIMIT, 0xFFFF_8000_0000_0000L, -4096};
        for (long address : wild) {
            byte[] file = TestArchive.elf(ProgramImage.EM_X86_64, address,
                    new Segment(address, TestArchive.READ_EXECUTE, 8, 8));
            assertRefused("Peaberry cannot start: the program root in the boot archive is bad: "
                    + "a segment lies outside of the program's room.\r\n", MEMORY, TestArchive.archive("root", file));
        }
    }

    @Test
    void tellsHowMuchMemoryItNeedsWhenThereIsTooLittle() {
        String text = refusal(3 << 20, TestArchive.hosted());
        assertTrue(text.matches("Peaberry needs at least \\d+ MiB of memory; this machine has 3 MiB\\.\r\n"), text);
    }

    @Test
    void refusesASegmentLargerThanTheMemory() {
        byte[] file = TestArchive.elf(ProgramImage.EM_X86_64, UserLayout.PROGRAM,
                new Segment(UserLayout.PROGRAM, TestArchive.READ_EXECUTE, 8, 8),
                new Segment(UserLayout.PROGRAM + 4096, TestArchive.READ_WRITE, 0, 100 << 20));
        String text = refusal(MEMORY, TestArchive.archive("root", file));
        assertTrue(text.matches("(?s)Peaberry needs at least 1[01]\\d MiB of memory.*"), text);
    }

    @Test
    void startsWithTheMemoryThatTheRefusalAsksFor() {
        String text = refusal(3 << 20, TestArchive.hosted());
        long needed = Long.parseLong(text.replaceAll("\\D+(\\d+) MiB of memory.*\r\n", "$1"));
        TestKernel kernel = new TestKernel(needed << 20, TestArchive.hosted());
        new Boot().run(kernel.processor);
        assertEquals(ThreadState.RUNNING, kernel.current().state);
    }

    @Test
    void noByteOfTheArchiveCanCrashTheBoot() {
        byte[] good = TestArchive.archive("root", TestArchive.elf(ProgramImage.EM_X86_64, UserLayout.PROGRAM,
                new Segment(UserLayout.PROGRAM, TestArchive.READ_EXECUTE, 8, 8)));
        Random random = new Random(20_240_501);
        for (int round = 0; round < 300; round++) {
            byte[] program = Arrays.copyOfRange(good, 4096, good.length);
            program[random.nextInt(program.length)] = (byte) random.nextInt();
            program[random.nextInt(program.length)] = (byte) random.nextInt();
            TestKernel kernel = new TestKernel(8 << 20, TestArchive.archive("root", program));
            try {
                new Boot().run(kernel.processor);
                assertEquals(ThreadState.RUNNING, kernel.current().state);
            } catch (ThreadEnd refused) {
                assertNull(kernel.current());
                assertTrue(kernel.printed().startsWith("Peaberry "), kernel.printed());
            }
        }
    }

    private static long info(int offset) {
        return VirtualMemory.loadLong(UserLayout.BOOT_INFO + offset);
    }

    private static void assertRefused(String sentence, long memory, byte[] archive) {
        assertEquals(sentence, refusal(memory, archive));
    }

    private static String refusal(long memory, byte[] archive) {
        TestKernel kernel = new TestKernel(memory, archive);
        assertThrows(ThreadEnd.class, () -> new Boot().run(kernel.processor));
        assertTrue(kernel.machine.isOff());
        assertFalse(kernel.printed().isEmpty());
        return kernel.printed();
    }
}
