package peaberry.posix;

import java.util.Map;
import java.util.TreeMap;
import peaberry.grant.Administration;
import peaberry.grant.AdministrationClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnPages;

/** What the process has by names: what it was given when it was started, and what the person whose shell it is was granted since. */
final class Powers {

    /** Under which a shell has the means to ask for more. */
    static final String ADMINISTRATION = "administration";

    private static final AdministrationClient CLIENT = new AdministrationClient(ADMINISTRATION);
    private static final Map<String, Capability> GRANTED = new TreeMap<>();
    /** Of each name that was ever granted. */
    private static final Map<String, Capability> PLACES = new TreeMap<>();

    private Powers() {
    }

    /** {@link Capability#NONE} if it has nothing of that name. */
    static Capability find(String name) {
        return GRANTED.containsKey(name) ? GRANTED.get(name) : Grants.find(name);
    }

    static AdministrationClient administration() {
        return CLIENT;
    }

    /** Asks for what has a name. */
    static Administration.Outcome ask(String name) {
        Capability place = PLACES.computeIfAbsent(name, none -> Capability.at(OwnPages.takeSlots(1)));
        GRANTED.remove(name);
        Processes.empty(place);
        Administration.Outcome outcome = CLIENT.grant(Tree.text(name), place);
        if (outcome == Administration.Outcome.DONE) {
            GRANTED.put(name, place);
        }
        return outcome;
    }

    /** Gives it back. */
    static Administration.Outcome giveBack(String name) {
        Administration.Outcome outcome = CLIENT.giveBack(Tree.text(name));
        if (outcome == Administration.Outcome.DONE) {
            GRANTED.remove(name);
        }
        return outcome;
    }
}
