package peaberry.partitions;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;
import peaberry.runtime.Window;

/** What is divided. Nothing that it says is believed: not how large it is, and not what is written on it. */
interface Disk {

    /** Finds out how many {@link #sectors()} there are. */
    Outcome find();

    /** What {@link #find} found out; any number. */
    long sectors();

    /** Memory of the server's own, whole sectors, for what it reads itself. */
    Region memory();

    /** Reads sectors to the start of the {@link #memory()}, as many as have room there. If that fails, anything may be there. */
    Outcome look(long sector, int count);

    /** Reads sectors to a client. @param count 1 to {@link BlockDevice#MAX_SECTORS} @param ahead how many behind these it is to read next */
    Outcome read(long sector, int count, int ahead, Window to, long offset);

    /** Writes sectors of a client's. @param count 1 to {@link BlockDevice#MAX_SECTORS} */
    Outcome write(long sector, int count, Caching caching, Window from, long offset);

    /** Returns when all that was written before survives a loss of power. */
    Outcome flush();

    /** Returns when all posted writes are carried out. @param count how many there were since this was asked last, at least 1 */
    Outcome collect(int count);
}
