package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RegionTableTest {

    private final ByteBuffer bytes = ByteBuffer.allocate((int) (UserLayout.START_PAGE + UserLayout.PAGE - UserLayout.REGION_TABLE)).order(ByteOrder.LITTLE_ENDIAN);
    private final RegionTable table = new RegionTable(new ArrayBytes(bytes.array()));

    @Test
    void inAnEmptyPageNothingIsFound() {
        assertEquals(RegionTable.NO_ROW, table.find("disk", RegionKind.DMA, 0));
        assertEquals(RegionTable.NO_ROW, table.find("", RegionKind.NONE, 0));
    }

    @Test
    void aRowIsFoundByNameKindAndNumber() {
        row("disk", RegionKind.REGISTERS, 0, 0x2000_0000, 4_096, 0);
        row("disk", RegionKind.REGISTERS, 4, 0x2000_2000, 16_384, 0);
        row("disk", RegionKind.DMA, 0, 0x2000_7000, 65_536, 0x10_0000);
        assertEquals(0, table.find("disk", RegionKind.REGISTERS, 0));
        assertEquals(1, table.find("disk", RegionKind.REGISTERS, 4));
        assertEquals(RegionTable.NO_ROW, table.find("disk", RegionKind.REGISTERS, 1));
        assertEquals(RegionTable.NO_ROW, table.find("dis", RegionKind.REGISTERS, 0));
        assertEquals(RegionTable.NO_ROW, table.find("disks", RegionKind.REGISTERS, 0));
        int dma = table.find("disk", RegionKind.DMA, 0);
        assertEquals(0x2000_7000, table.address(dma));
        assertEquals(65_536, table.size(dma));
        assertEquals(0x10_0000, table.deviceAddress(dma));
    }

    @Test
    void whereTheDeviceSeesItIsForNotificationsHowFarTheyAreApart() {
        row("disk", RegionKind.VIRTIO, VirtioStructure.NOTIFICATIONS, 0x2000_0100, 64, 4);
        assertEquals(4, table.notifyMultiplier(table.find("disk", RegionKind.VIRTIO, VirtioStructure.NOTIFICATIONS)));
    }

    @Test
    void theTableEndsWithTheFirstRowWithoutAKind() {
        row("first", RegionKind.KEPT, 0, 0x2000_0000, 4_096, 0);
        row("gap", RegionKind.NONE, 0, 0, 0, 0);
        row("last", RegionKind.KEPT, 0, 0x2000_0000, 4_096, 0);
        assertEquals(0, table.find("first", RegionKind.KEPT, 0));
        assertEquals(RegionTable.NO_ROW, table.find("last", RegionKind.KEPT, 0));
    }

    @Test
    void aFullTableFitsIntoThePage() {
        for (int i = 0; i < RegionTable.MAX_ROWS; i++) {
            row("r" + i, RegionKind.KEPT, 0, 0x2000_0000, 4_096, 0);
        }
        assertTrue(bytes.remaining() < RegionTable.ROW_BYTES);
        assertEquals(RegionTable.MAX_ROWS - 1, table.find("r" + (RegionTable.MAX_ROWS - 1), RegionKind.KEPT, 0));
        assertEquals(RegionTable.NO_ROW, table.find("other", RegionKind.KEPT, 0));
    }

    private void row(String name, RegionKind kind, int number, long address, long size, long deviceAddress) {
        int start = bytes.position();
        bytes.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + GrantTable.NAME_BYTES);
        bytes.putInt(kind.ordinal()).putInt(number).putLong(address).putLong(size).putLong(deviceAddress);
    }
}
