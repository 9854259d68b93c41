package peaberry.posix;

import java.util.List;
import peaberry.runtime.Capability;

/** The services that the process was given, or granted since, and can hand on. */
final class Services {

    /** Those that a session may have: what every one has, and what is for administration. */
    static final List<String> NAMES = List.of("clock", "entropy", "machine", "supervision", "keeping", "ping", "programs", "tracing", "injection", "pci", "disk", "network");

    /** Those that are a person's own: for the programs that are made for them. */
    private static final List<String> PERSONAL = List.of(PersonalFolders.PASSWORD, PersonalFolders.PEOPLE, Powers.ADMINISTRATION, Terminal.NAME);

    private Services() {
    }

    /** {@link Capability#NONE} if it has none of that name. */
    static Capability find(String name) {
        return NAMES.contains(name) || PERSONAL.contains(name) ? Powers.find(name) : Capability.NONE;
    }
}
