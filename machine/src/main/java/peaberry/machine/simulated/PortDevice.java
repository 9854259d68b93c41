package peaberry.machine.simulated;

/** A device on the port bus. */
public interface PortDevice {

    /** Reads 8, 16 or 32 bits. @param offset from the device's first port */
    int read(int offset, int widthBits);

    /** Writes the low 8, 16 or 32 bits of {@code value}. */
    void write(int offset, int widthBits, int value);
}
