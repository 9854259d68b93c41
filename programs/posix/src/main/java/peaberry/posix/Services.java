package peaberry.posix;

import java.util.List;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;

/** The services that the process was given and can hand on. */
final class Services {

    /** Those that a session may have: what every one has, and what is for administration. */
    static final List<String> NAMES = List.of("clock", "entropy", "machine", "supervision", "keeping", "ping", "programs", "injection", "pci", "disk", "network");

    private Services() {
    }

    /** {@link Capability#NONE} if it has none of that name. */
    static Capability find(String name) {
        return NAMES.contains(name) ? Grants.find(name) : Capability.NONE;
    }
}
