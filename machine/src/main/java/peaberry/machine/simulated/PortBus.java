package peaberry.machine.simulated;

import java.util.ArrayList;
import java.util.List;

/** The I/O ports, 0 to 0xFFFF. Where no device is, reads give all ones and writes are lost, as on a PC. */
public final class PortBus {

    private record Place(int first, int last, PortDevice device) {
    }

    private final List<Place> places = new ArrayList<>();

    PortBus() {
    }

    /** Puts a device at the ports {@code first} to {@code last}. */
    public void attach(int first, int last, PortDevice device) {
        places.add(new Place(first, last, device));
    }

    /** Reads {@code widthBits} (8, 16, 32) from a port, zero-extended; 32 bits as an {@code int}. */
    public int read(int port, int widthBits) {
        Place place = at(port);
        return place == null ? -1 >>> 32 - widthBits : place.device.read(port - place.first, widthBits);
    }

    /** Writes the low {@code widthBits} (8, 16, 32) of {@code value}. */
    public void write(int port, int widthBits, int value) {
        Place place = at(port);
        if (place != null) {
            place.device.write(port - place.first, widthBits, value);
        }
    }

    private Place at(int port) {
        for (Place place : places) {
            if (port >= place.first && port <= place.last) {
                return place;
            }
        }
        return null;
    }
}
