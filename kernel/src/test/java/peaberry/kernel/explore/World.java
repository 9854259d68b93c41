package peaberry.kernel.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import peaberry.machine.simulated.SimulatedMemory;

/**
 * Everything that a kernel has, as one row of numbers: the mutable fields of all objects that can be reached from some
 * roots. A former row can be restored, whatever happened meanwhile.
 *
 * <p>Nothing is declared by hand: what belongs to the state are the fields of the classes, as they are. A reference becomes the
 * number of the site (address and class) of the object that it names, so that equal states have equal rows.
 * An object of the simulated memory which nothing names any more is taken out of it: it is no part of the state.
 */
public final class World implements FieldAccess.Names {

    /** What belongs to an object without being referred to by a field. */
    public interface Reach {

        /** Calls {@link World#reach} for each. */
        void from(Object object, World world);

        /** Whether {@link #from} does anything for such an object. */
        boolean isNeededFor(Object object);
    }

    /** A reference to an object whose memory has become something else. */
    public static final class DanglingReference extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DanglingReference(Object object) {
            super("a reference to a " + object.getClass().getSimpleName() + " which stands nowhere");
        }
    }

    /** All sites of one class that have objects, as long as {@link #presence} is what it was. */
    private static final class Crowd {
        private long presence = -1;
        private Site[] sites;
    }

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final SimulatedMemory memory;
    private final Reach reach;
    private final Clockwork clock;
    private final Sites sites;

    private final List<Site> roots = new ArrayList<>();
    private final long[] now = new long[Sites.MOST_CELLS];

    /** What does not vary and is not walked. */
    private final List<Site> fixtures = new ArrayList<>();
    private int walk;
    private Site[] present = new Site[1024];
    private int presentCount;
    private int done;
    private Site[] spare = new Site[1024];
    /** Grows whenever other sites than before have objects. */
    private long presence;
    private final Map<Class<?>, Crowd> crowds = new HashMap<>();
    private final List<Site.Part> frozen = new ArrayList<>();
    private long[] frozenCells = new long[0];

    /**
     * @param reach  what cannot be seen from the fields
     * @param fields which fields belong to the state
     */
    public World(SimulatedMemory memory, Reach reach, StateFields fields, Clockwork clock) {
        this.memory = memory;
        this.reach = reach;
        this.clock = clock;
        sites = new Sites(memory, fields);
    }

    /** Adds an object that is there for good. */
    public void addRoot(Object object) {
        Site site = sites.root(object);
        if (!roots.contains(site)) {
            roots.add(site);
        }
    }

    /** The state as it was when last saved or restored: {@link #cells()} numbers. */
    public long[] now() {
        return now;
    }

    /** How many cells have a meaning so far; sites are met while exploring. */
    public int cells() {
        return sites.cells();
    }

    /** Whose cell it is, for people. */
    public String describeCell(int cell) {
        Site owner = sites.ownerOf(cell);
        for (Site.Part part : owner.parts) {
            if (cell >= part.firstCell() && cell < part.firstCell() + part.access().cells()) {
                return part.site().path + "[" + (cell - part.firstCell()) + "]";
            }
        }
        return owner.path + " lives";
    }

    /** Reads the whole state. */
    public void save() {
        walk++;
        int before = presentCount;
        Site[] old = present;
        present = spare;
        presentCount = 0;
        done = 0;
        for (Site root : roots) {
            visit(root);
        }
        while (done < presentCount) {
            Site owner = present[done++];
            now[owner.firstCell] = 1;
            for (Site.Part part : owner.parts) {
                part.access().save(part.site().instance, now, part.firstCell(), this);
            }
            if (!owner.isRaw) {
                reach.from(owner.instance, this);
            }
        }
        int dropped = dropUnseen(old, before);
        presence += dropped == 0 && presentCount == before ? 0 : 1;
        spare = old;
    }

    private int dropUnseen(Site[] old, int before) {
        int dropped = 0;
        for (int i = 0; i < before; i++) {
            if (old[i].seen != walk && old[i].seen != ALWAYS) {
                wipe(old[i]);
                dropped++;
            }
        }
        return dropped;
    }

    /** From now on, what never differed from the present state in the given ones is left alone: it is checked by {@link #audit}. */
    public void freeze(boolean[] varies) {
        List<Site> named = new ArrayList<>(roots);
        FieldAccess.Names collector = new FieldAccess.Names() {
            @Override
            public int name(Object object) {
                if (object != null) {
                    named.add(sites.find(object).owner);
                }
                return World.this.name(object);
            }

            @Override
            public Object named(int name) {
                return World.this.named(name);
            }

            @Override
            public long fromNow(long time) {
                return World.this.fromNow(time);
            }

            @Override
            public long moment(long cell) {
                return World.this.moment(cell);
            }
        };
        for (int i = 0; i < presentCount; i++) {
            Site owner = present[i];
            for (Site.Part part : List.copyOf(owner.parts)) {
                if (!variesIn(part, varies)) {
                    part.access().save(part.site().instance, now, part.firstCell(), collector);
                    owner.parts.remove(part);
                    frozen.add(part);
                }
            }
        }
        Set<Site> used = new HashSet<>();
        for (int i = 0; i < presentCount; i++) {
            present[i].parts.forEach(part -> used.add(part.site()));
        }
        frozen.stream().filter(this::holdsAnything).forEach(part -> used.add(part.site()));
        roots.clear();
        for (Site owner : new LinkedHashSet<>(named)) {
            if (owner.parts.isEmpty() && !reach.isNeededFor(owner.instance)) {
                owner.seen = ALWAYS;
                fixtures.add(owner);
            } else {
                roots.add(owner);
            }
            owner.members.removeIf(member -> !owner.isPlaced() && !used.contains(member));
        }
        frozenCells = Arrays.copyOf(now, sites.cells());
        presence++;
        save();
    }

    /** Visits all objects of a class that belong to the state. */
    public <T> void each(Class<T> type, Consumer<? super T> visitor) {
        Crowd crowd = crowds.computeIfAbsent(type, kind -> new Crowd());
        if (crowd.presence != presence) {
            gather(crowd, type);
        }
        for (Site site : crowd.sites) {
            visitor.accept(type.cast(site.instance));
        }
    }

    private void gather(Crowd crowd, Class<?> type) {
        List<Site> found = new ArrayList<>();
        fixtures.forEach(owner -> gather(owner, type, found));
        for (int i = 0; i < presentCount; i++) {
            gather(present[i], type, found);
        }
        crowd.sites = found.toArray(Site[]::new);
        crowd.presence = presence;
    }

    private static void gather(Site owner, Class<?> type, List<Site> found) {
        for (Site member : owner.members) {
            if (type.isInstance(member.instance)) {
                found.add(member);
            }
        }
    }

    /** The number of an object of the state; not greater than {@link #names}. 0 if it is none. */
    public int numberOf(Object object) {
        Site site = object == null ? null : sites.find(object);
        return site == null ? 0 : site.number;
    }

    /** How many numbers there are. */
    public int names() {
        return sites.count();
    }

    /** Where an object stands, or {@link Site#NOWHERE}. */
    public long addressOf(Object object) {
        return sites.find(object).address;
    }

    /** How many bytes an object of the simulated memory takes; 0 if it does not stand there by itself. */
    public long footprintOf(Object object) {
        return sites.find(object).footprint;
    }

    /** Whether an object stands in the simulated memory. */
    public boolean isPlaced(Object object) {
        return sites.find(object).isPlaced();
    }

    /** Whether an object is part of another one. */
    public boolean isEmbedded(Object object) {
        Site site = sites.find(object);
        return site.owner != site;
    }

    /** The next restoring writes everything: after an event that failed midway, or that moved the clock. */
    public void distrust() {
        sites.distrust();
    }

    private boolean holdsAnything(Site.Part part) {
        for (int i = part.firstCell(); i < part.firstCell() + part.access().cells(); i++) {
            if (now[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean variesIn(Site.Part part, boolean[] varies) {
        for (int i = part.firstCell(); i < part.firstCell() + part.access().cells(); i++) {
            if (varies[i]) {
                return true;
            }
        }
        return false;
    }

    /** Tells which cell changed although it was thought never to: -1 if that is right of all of them. */
    public int audit() {
        for (Site.Part part : frozen) {
            int first = part.firstCell();
            int end = first + part.access().cells();
            part.access().save(part.site().instance, now, first, this);
            int different = Arrays.mismatch(now, first, end, frozenCells, first, end);
            if (different >= 0) {
                return first + different;
            }
        }
        return -1;
    }

    /** To be called by {@link Reach}: this object belongs to the state, too. */
    public void reach(Object object) {
        name(object);
    }

    /** To be called by {@link Reach}: these bytes belong to the state, too. @param bytes a multiple of 8, the same each time */
    public void reachBytes(long address, int bytes) {
        Site site = sites.bytes(address, bytes);
        if (site.seen != walk && site.seen != ALWAYS) {
            visit(site);
        }
    }

    @Override
    public int name(Object object) {
        if (object == null) {
            return 0;
        }
        Site site = sites.find(object);
        if (site == null) {
            site = sites.meet(object);
        }
        int seen = site.owner.seen;
        if (seen != walk && seen != ALWAYS) {
            visit(site.owner);
        }
        return site.number;
    }

    @Override
    public Object named(int name) {
        return name == 0 ? null : sites.numbered(name).instance;
    }

    /** A moment that was never set, and one that never comes, are the same at all times. */
    @Override
    public long fromNow(long time) {
        if (time == 0) {
            return Long.MIN_VALUE;
        }
        return time == Long.MAX_VALUE ? time : time - clock.now();
    }

    @Override
    public long moment(long cell) {
        if (cell == Long.MIN_VALUE) {
            return 0;
        }
        return cell == Long.MAX_VALUE ? cell : cell + clock.now();
    }

    /** Returns to a state that was saved: everything that differs from {@link #now()} is written back. */
    public void restore(long[] state) {
        int marks = 0;
        clock.reset();
        int cells = sites.cells();
        boolean all = sites.takeReplaced();
        if (all) {
            for (int i = 0; i < cells; i = sites.ownerOf(i).endCell) {
                if (state[i] == 1 || now[i] == 1) {
                    sites.ownerOf(i).marked = true;
                    marks++;
                }
            }
        }
        for (int i = Arrays.mismatch(now, 0, cells, state, 0, cells); i >= 0;) {
            Site owner = sites.ownerOf(i);
            if (!owner.marked) {
                owner.marked = true;
                marks++;
            }
            int next = Arrays.mismatch(now, owner.endCell, cells, state, owner.endCell, cells);
            i = next < 0 ? next : owner.endCell + next;
        }
        if (marks > 0) {
            restoreMarked(state);
        }
        if (all) {
            presence++;
            presentCount = 0;
            for (int i = 0; i < cells; i = sites.ownerOf(i).endCell) {
                if (now[i] == 1 && sites.ownerOf(i).seen != ALWAYS) {
                    enter(sites.ownerOf(i));
                }
            }
        }
    }

    private void restoreMarked(long[] state) {
        int cells = sites.cells();
        // Sites that are empty in the one state may overlap with those that are full in the other.
        for (int i = 0; i < cells; i = sites.ownerOf(i).endCell) {
            Site owner = sites.ownerOf(i);
            if (owner.marked && state[i] == 0 && now[i] == 1 && owner.isPlaced()) {
                wipe(owner);
                leave(owner);
                presence++;
            }
        }
        for (int i = 0; i < cells; i = sites.ownerOf(i).endCell) {
            Site owner = sites.ownerOf(i);
            if (owner.marked && state[i] == 1 && owner.isPlaced() && (owner.isRaw || !memory.holds(owner.instance))) {
                if (!owner.isRaw) {
                    memory.putBack(owner.instance, owner.address);
                }
                if (now[i] == 0) {
                    enter(owner);
                    presence++;
                }
            }
        }
        for (int i = 0; i < cells; i = sites.ownerOf(i).endCell) {
            Site owner = sites.ownerOf(i);
            if (owner.marked && state[i] == 1) {
                for (Site.Part part : owner.parts) {
                    part.access().load(part.site().instance, state, part.firstCell(), this);
                }
                System.arraycopy(state, owner.firstCell, now, owner.firstCell, owner.endCell - owner.firstCell);
            }
            owner.marked = false;
        }
    }

    private void visit(Site owner) {
        owner.seen = walk;
        enter(owner);
    }

    private void enter(Site owner) {
        if (presentCount == present.length) {
            present = Arrays.copyOf(present, 2 * presentCount);
        }
        present[presentCount++] = owner;
    }

    private void leave(Site owner) {
        for (int i = 0; i < presentCount; i++) {
            if (present[i] == owner) {
                present[i] = present[--presentCount];
                return;
            }
        }
    }

    /** Nothing names the object any more: its memory is as good as empty. */
    private void wipe(Site owner) {
        Arrays.fill(now, owner.firstCell, owner.endCell, 0);
        if (owner.isRaw || owner.isPlaced() && memory.holds(owner.instance)) {
            memory.zero(owner.address, owner.footprint);
        }
    }
}
