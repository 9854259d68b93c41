package peaberry.virtio;

/** The device did what no virtio device does. It may do anything from now on, so the driver dies of it, and is made anew with a device that was reset. */
public final class ProtocolViolation extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param what the device did */
    public ProtocolViolation(String what) {
        super(what);
    }
}
