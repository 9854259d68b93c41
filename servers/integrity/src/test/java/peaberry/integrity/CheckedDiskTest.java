package peaberry.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.integrity.FakeDisk.Conduct;

class CheckedDiskTest {

    private static final int SECTORS = 8;
    private static final int ROOM = 6;
    private static final int CLIENT = 5;

    private final Memory memory = new Memory(ROOM);
    private final FakeDisk driver = new FakeDisk(memory, SECTORS);
    private final FakeClient client = new FakeClient();
    private final FakeKeys keys = new FakeKeys();
    private CheckedDisk disk = restarted();

    /** The server of another life, which finds what was kept. */
    private CheckedDisk restarted() {
        return new CheckedDisk(driver, new ChecksumTable(Memory.open("checksums")), client, keys);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertEquals(Outcome.DONE, write(1, 'a', 'b', 'c'));
        assertReads(1, 'a', 'b', 'c');
        assertReads(2, 'b');
    }

    @Test
    void whatIsOverwrittenIsReadAsTheNewest() {
        write(1, 'a', 'b', 'c');
        write(2, 'd');
        assertReads(1, 'a', 'd', 'c');
    }

    @Test
    void theLongestRequestIsCarriedOut() {
        Memory large = new Memory(BlockDevice.MAX_SECTORS);
        FakeDisk fake = new FakeDisk(large, BlockDevice.MAX_SECTORS);
        CheckedDisk checked = new CheckedDisk(fake, new ChecksumTable(Memory.open("checksums")), client, keys);
        for (int i = 0; i < client.bytes.length; i++) {
            client.bytes[i] = (byte) (i * 31 >> 4);
        }
        byte[] written = client.bytes.clone();
        assertEquals(Outcome.DONE, checked.write(0, BlockDevice.MAX_SECTORS, Caching.WRITE_THROUGH, FakeClient.WINDOW, 0));
        assertEquals(Caching.WRITE_THROUGH, fake.caching);
        Arrays.fill(client.bytes, (byte) 0);
        assertEquals(Outcome.DONE, checked.read(0, BlockDevice.MAX_SECTORS, 0, FakeClient.WINDOW, 0));
        assertArrayEquals(written, client.bytes);
    }

    @Test
    void whatIsPostedIsWrittenAndCounted() {
        driver.caching = Caching.WRITE_THROUGH;
        assertEquals(Outcome.DONE, post(1, 'a'));
        assertEquals(Caching.WRITE_BACK, driver.caching);
        assertReads(1, 'a');
        driver.conduct(Conduct.FAILS);
        assertEquals(Outcome.DEVICE_ERROR, post(1, 'b'), "one that was not posted");
        assertEquals(Outcome.DONE, post(2, 'c'));
        assertEquals(Outcome.DONE, disk.collect(CLIENT, 2));
        assertEquals(Outcome.FORGOTTEN, disk.collect(CLIENT, 2));
    }

    @Test
    void aServerOfAnotherLifeKnowsOfNothingThatWasPosted() {
        post(1, 'a');
        disk = restarted();
        assertEquals(Outcome.FORGOTTEN, disk.collect(CLIENT, 1));
    }

    private Outcome post(long sector, int content) {
        System.arraycopy(sector(content), 0, client.bytes, 0, BlockDevice.SECTOR_BYTES);
        return disk.post(CLIENT, sector, 1, FakeClient.WINDOW, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOES_NOTHING", "MISPLACES", "ALTERS", "IS_STALE"})
    void aReadThatBringsAnythingElseIsCorrupt(Conduct conduct) {
        write(1, 'a', 'b');
        write(1, 'c', 'd');
        driver.conduct(conduct);
        assertEquals(Outcome.CORRUPT, read(1, 2));
        assertEquals(0, client.deliveries, "none of it reaches the client");
        assertReads(1, 'c', 'd');
    }

    @ParameterizedTest
    @EnumSource(names = {"DOES_NOTHING", "MISPLACES", "ALTERS"})
    void aWriteThatWasNotDoneAsSaidIsFoundAtTheNextRead(Conduct conduct) {
        write(1, 'a', 'b');
        driver.conduct(conduct);
        assertEquals(Outcome.DONE, write(1, 'c', 'd'));
        assertEquals(Outcome.CORRUPT, read(1, 2));
        assertEquals(Outcome.DONE, write(1, 'c', 'd'), "a sector that is written again is well again");
        assertReads(1, 'c', 'd');
    }

    @Test
    void aMisplacedWriteIsFoundWhereItWentToo() {
        write(1, 'a', 'b', 'c');
        driver.conduct(Conduct.MISPLACES);
        write(1, 'd');
        assertEquals(Outcome.CORRUPT, read(2, 1));
    }

    @Test
    void equalContentsOfAnotherSectorAreFoundOutByTheirChecksum() {
        SectorChecksum checksum = new SectorChecksum();
        checksum.setKey(1, 2);
        assertFalse(checksum.of(1, driver.buffer(), 0) == checksum.of(2, driver.buffer(), 0));
    }

    @Test
    void anUnknownSectorIsTrustedAtTheFirstReadAndNotAfterwards() {
        driver.put(3, sector('x'));
        assertReads(3, 'x');
        driver.put(3, sector('y'));
        assertEquals(Outcome.CORRUPT, read(3, 1));
    }

    @Test
    void ofAnUnknownSectorThatTheDriverDoesNotReadNobodySeesWhatAnEarlierRequestLeft() {
        write(1, 'a');
        driver.conduct(Conduct.DOES_NOTHING);
        assertReads(3, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "FAILS_HALFWAY", "FAILS_AFTERWARDS"})
    void aWriteThatFailsLeavesTheOldOrTheNewInEachSector(Conduct conduct) {
        write(1, 'a', 'b');
        driver.conduct(conduct);
        assertEquals(Outcome.DEVICE_ERROR, write(1, 'c', 'd'));
        assertReads(1, conduct == Conduct.FAILS ? 'a' : 'c', conduct == Conduct.FAILS_AFTERWARDS ? 'd' : 'b');
    }

    @Test
    void afterADoubtWhatWasSeenIsWhatIsThere() {
        write(1, 'a');
        driver.conduct(Conduct.FAILS);
        write(1, 'b');
        assertReads(1, 'a');
        driver.put(1, sector('b'));
        assertEquals(Outcome.CORRUPT, read(1, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "FAILS_HALFWAY", "FAILS_AFTERWARDS"})
    void aWriteThatIsRepeatedEndsTheDoubt(Conduct conduct) {
        write(1, 'a', 'b');
        driver.conduct(conduct);
        write(1, 'c', 'd');
        int before = driver.requests;
        assertEquals(Outcome.DONE, write(1, 'c', 'd'));
        assertEquals(1, driver.requests - before, "nothing is read for it");
        driver.put(1, sector('a'));
        assertEquals(Outcome.CORRUPT, read(1, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "FAILS_HALFWAY", "FAILS_AFTERWARDS"})
    void aThirdThingMayBeWrittenWhenItIsKnownWhatIsThere(Conduct conduct) {
        write(1, 'a', 'b');
        driver.conduct(conduct);
        write(1, 'c', 'd');
        driver.conduct(Conduct.HONEST, conduct);
        assertEquals(Outcome.DEVICE_ERROR, write(1, 'e', 'f'));
        assertEquals(Outcome.DONE, read(1, 2), "the first, second or third, whichever is there");
        assertEquals(Outcome.DONE, write(1, 'g', 'h'));
        assertReads(1, 'g', 'h');
    }

    @Test
    void whatIsInDoubtAndCannotBeReadIsNotOverwrittenWithAThirdThing() {
        write(1, 'a');
        driver.conduct(Conduct.FAILS, Conduct.FAILS);
        write(1, 'b');
        assertEquals(Outcome.DEVICE_ERROR, write(1, 'c'));
        assertReads(1, 'a');
    }

    @Test
    void whatIsInDoubtAndIsNeitherTheOldNorTheNewCanBeWrittenAnew() {
        write(1, 'a');
        driver.conduct(Conduct.FAILS);
        write(1, 'b');
        driver.put(1, sector('?'));
        assertEquals(Outcome.CORRUPT, read(1, 1));
        assertEquals(Outcome.DONE, write(1, 'c'));
        assertReads(1, 'c');
    }

    @Test
    void evenIfThatFailsItMayBeThere() {
        write(1, 'a');
        driver.conduct(Conduct.FAILS);
        write(1, 'b');
        driver.put(1, sector('?'));
        driver.conduct(Conduct.HONEST, Conduct.FAILS_AFTERWARDS);
        assertEquals(Outcome.DEVICE_ERROR, write(1, 'c'));
        assertReads(1, 'c');
    }

    @Test
    void aReadThatFailsBringsNothingAndChangesNothing() {
        write(1, 'a');
        driver.conduct(Conduct.FAILS_AFTERWARDS);
        assertEquals(Outcome.DEVICE_ERROR, read(1, 1));
        assertEquals(0, client.deliveries);
        assertReads(1, 'a');
    }

    @Test
    void anotherLifeOfTheServerKnowsWhatWasWritten() {
        write(1, 'a');
        disk = restarted();
        assertReads(1, 'a');
        driver.put(1, sector('b'));
        assertEquals(Outcome.CORRUPT, read(1, 1));
    }

    @Test
    void moreSectorsThanThereIsRoomForAreNotOffered() {
        assertEquals(Outcome.DONE, disk.size());
        assertEquals(ROOM, disk.sectors());
        assertEquals(Outcome.OUT_OF_RANGE, read(ROOM, 1));
        assertEquals(Outcome.OUT_OF_RANGE, write(ROOM - 1, 'a', 'b'));
        assertEquals(Outcome.OUT_OF_RANGE, read(Long.MAX_VALUE, 1));
        assertEquals(Outcome.DONE, write(ROOM - 1, 'a'));
    }

    @Test
    void aHintIsHandedOnIfTheSectorsAreThere() {
        disk.read(1, 2, ROOM - 3, FakeClient.WINDOW, 0);
        assertEquals(ROOM - 3, driver.ahead);
        disk.read(1, 2, ROOM - 2, FakeClient.WINDOW, 0);
        assertEquals(0, driver.ahead);
    }

    @Test
    void whatIsNoTableIsMadeOne() {
        write(1, 'a');
        Memory.open("checksums").setInt64(Long.BYTES, ROOM + 1);
        assertFalse(new ChecksumTable(Memory.open("checksums")).exists(), "there is no room for so many");
        driver.put(1, sector('b'));
        assertReads(1, 'b');
    }

    @Test
    void aDiskThatIsSmallerIsOfferedAsItIs() {
        driver.said = 2;
        assertEquals(Outcome.DONE, disk.size());
        assertEquals(2, disk.sectors());
        assertEquals(Outcome.OUT_OF_RANGE, read(2, 1));
    }

    @Test
    void aDriverThatChangesItsMindAboutTheSizeLosesNoChecksums() {
        write(1, 'a');
        driver.said = 2;
        disk = restarted();
        assertEquals(Outcome.DONE, disk.size());
        assertEquals(ROOM, disk.sectors());
        driver.put(1, sector('b'));
        assertEquals(Outcome.CORRUPT, read(1, 1));
    }

    @Test
    void aDiskWithoutSectorsIsNotBelieved() {
        for (long nothing : new long[] {0, -1, Long.MIN_VALUE}) {
            driver.said = nothing;
            assertEquals(Outcome.DEVICE_ERROR, disk.size());
            assertEquals(Outcome.DEVICE_ERROR, read(0, 1));
        }
        driver.said = SECTORS;
        assertEquals(Outcome.DONE, disk.size());
    }

    @Test
    void beforeThereIsAKeyThereIsNoDisk() {
        keys.outcome = Outcome.BUSY;
        assertEquals(Outcome.BUSY, write(0, 'a'));
        assertEquals(Outcome.BUSY, disk.size());
        keys.outcome = Outcome.DONE;
        assertEquals(Outcome.DONE, write(0, 'a'));
    }

    @Test
    void anotherKeyGivesAnotherChecksum() {
        SectorChecksum checksum = new SectorChecksum();
        checksum.setKey(1, 2);
        long one = checksum.of(1, driver.buffer(), 0);
        checksum.setKey(1, 3);
        assertFalse(one == checksum.of(1, driver.buffer(), 0));
    }

    @Test
    void withoutASourceTheKeyIsThePublicOne() {
        KeySource source = new KeySource();
        assertEquals(Outcome.DONE, source.draw());
        assertFalse(source.first() == source.second());
    }

    @Test
    void aDriverThatCannotTellTheSizeIsAskedAgain() {
        driver.conduct(Conduct.FAILS);
        assertEquals(Outcome.DEVICE_ERROR, write(0, 'a'));
        assertEquals(Outcome.DONE, write(0, 'a'));
    }

    @Test
    void aWindowThatCannotBeReadChangesNothing() {
        write(1, 'a');
        client.closed = true;
        int before = driver.requests;
        assertEquals(Outcome.BAD_WINDOW, write(1, 'b'));
        assertEquals(before, driver.requests);
        client.closed = false;
        assertReads(1, 'a');
    }

    @Test
    void aWindowThatCannotBeWrittenIsTold() {
        write(1, 'a');
        client.closed = true;
        assertEquals(Outcome.BAD_WINDOW, read(1, 1));
    }

    @Test
    void aFlushIsTheDrivers() {
        assertEquals(Outcome.DONE, disk.flush());
        driver.conduct(Conduct.FAILS);
        assertEquals(Outcome.DEVICE_ERROR, disk.flush());
    }

    /** A server that dies in the midst of a write, and of its start, at each of its steps, leaves the old or the new; what is repeated is done. */
    @Test
    void aDeathAtAnyStepLosesAndInventsNothing() {
        boolean died = true;
        int steps = 0;
        for (; died; steps++) {
            died = diesAfter(steps);
        }
        assertTrue(steps > 30, steps + " steps");
    }

    private boolean diesAfter(int steps) {
        Memory other = new Memory(ROOM);
        FakeDisk its = new FakeDisk(other, SECTORS);
        CheckedDisk checked = new CheckedDisk(its, new ChecksumTable(Memory.open("checksums")), client, keys);
        its.put(1, sector('a'));
        its.put(2, sector('b'));
        String contents = "ab";
        boolean died = false;
        other.dieAfter(steps);
        for (String next : new String[] {"cd", "ef", "gh"}) {
            its.conduct(next.equals("ef") ? new Conduct[] {Conduct.FAILS_HALFWAY} : new Conduct[0]);
            try {
                write(checked, 1, next.charAt(0), next.charAt(1));
            } catch (Memory.Death death) {
                died = true;
                its.conduct();
                checked = new CheckedDisk(its, new ChecksumTable(Memory.open("checksums")), client, keys);
                assertEquals(Outcome.DONE, checked.read(1, 2, 0, FakeClient.WINDOW, 0), "step " + steps);
                for (int i = 0; i < 2; i++) {
                    assertArrayEquals(its.contents(1 + i), delivered(i), "step " + steps);
                }
                assertEquals(Outcome.DONE, write(checked, 1, next.charAt(0), next.charAt(1)));
            }
            contents = next;
        }
        other.live();
        assertEquals(Outcome.DONE, checked.read(1, 2, 0, FakeClient.WINDOW, 0), "step " + steps);
        assertArrayEquals(sector(contents.charAt(0)), delivered(0));
        its.put(1, sector('e'));
        assertEquals(Outcome.CORRUPT, checked.read(1, 2, 0, FakeClient.WINDOW, 0), "what was there before is not accepted any more");
        return died;
    }

    private Outcome write(long first, int... letters) {
        return write(disk, first, letters);
    }

    private Outcome write(CheckedDisk to, long first, int... letters) {
        for (int i = 0; i < letters.length; i++) {
            System.arraycopy(sector(letters[i]), 0, client.bytes, i * BlockDevice.SECTOR_BYTES, BlockDevice.SECTOR_BYTES);
        }
        return to.write(first, letters.length, Caching.WRITE_BACK, FakeClient.WINDOW, 0);
    }

    private Outcome read(long first, int count) {
        return disk.read(first, count, 0, FakeClient.WINDOW, 0);
    }

    private void assertReads(long first, int... letters) {
        Arrays.fill(client.bytes, (byte) '!');
        assertEquals(Outcome.DONE, read(first, letters.length));
        for (int i = 0; i < letters.length; i++) {
            assertArrayEquals(sector(letters[i]), delivered(i));
        }
    }

    private byte[] delivered(int index) {
        return Arrays.copyOfRange(client.bytes, index * BlockDevice.SECTOR_BYTES, (index + 1) * BlockDevice.SECTOR_BYTES);
    }

    private static byte[] sector(int letter) {
        byte[] bytes = new byte[BlockDevice.SECTOR_BYTES];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }
}
