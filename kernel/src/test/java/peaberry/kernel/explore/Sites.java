package peaberry.kernel.explore;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaberry.machine.simulated.SimulatedMemory;

/**
 * All places where objects of the state were found so far, and which cells are whose.
 *
 * <p>What an object has for good (embedded objects, arrays, all that its final fields name) belongs to its site.
 */
final class Sites {

    static final int MOST_CELLS = 1 << 16;
    private static final String OURS = "peaberry.";

    private final SimulatedMemory memory;
    private final StateFields fields;
    private final Map<Class<?>, FieldAccess> accesses = new HashMap<>();
    private final Map<Class<?>, List<Field>> finalFields = new HashMap<>();
    private final Map<String, Site> placed = new HashMap<>();
    private final Map<Long, Site> ranges = new HashMap<>();
    private final List<Site> numbered = new ArrayList<>();
    private final SiteTable table = new SiteTable();
    private final Site[] ownerOfCell = new Site[MOST_CELLS];
    private int cells;
    private boolean replaced;

    Sites(SimulatedMemory memory, StateFields fields) {
        this.memory = memory;
        this.fields = fields;
        numbered.add(null);
    }

    /** How many cells there are so far. */
    int cells() {
        return cells;
    }

    /** The site, one that is no part of another, whose row the cell is in. */
    Site ownerOf(int cell) {
        return ownerOfCell[cell];
    }

    /** How many sites there are, and one. */
    int count() {
        return numbered.size();
    }

    Site numbered(int number) {
        return numbered.get(number);
    }

    /** The site where an object was found, or null. */
    Site find(Object object) {
        return table.get(object);
    }

    /** Whether an object was found at a site where there had been another one; asking again, it was not. */
    boolean takeReplaced() {
        boolean answer = replaced;
        replaced = false;
        return answer;
    }

    /** Makes {@link #takeReplaced} answer true. */
    void distrust() {
        replaced = true;
    }

    /** The site of an object that is there for good. */
    Site root(Object object) {
        if (memory.holds(object)) {
            return meetPlaced(memory.outermost(object));
        }
        Site known = table.get(object);
        return known != null ? known.owner : own(object, null, Site.NOWHERE, object.getClass().getSimpleName());
    }

    /** The site of bytes that are no object. */
    Site bytes(long address, int bytes) {
        return ranges.computeIfAbsent(address, where -> {
            Site site = new Site(numbered.size(), new Object(), address, null, "bytes@" + Long.toHexString(address));
            numbered.add(site);
            site.isRaw = true;
            site.footprint = bytes;
            site.members.add(site);
            site.firstCell = cells;
            ownerOfCell[cells++] = site;
            addCells(site, new ByteAccess(memory, address, bytes / Long.BYTES));
            site.endCell = cells;
            return site;
        });
    }

    /** The site of an object that was not met before. */
    Site meet(Object object) {
        if (!memory.holds(object)) {
            throw new World.DanglingReference(object);
        }
        meetPlaced(memory.outermost(object));
        return table.get(object);
    }

    /** An object that was not here before: perhaps at a site where there was another one. */
    private Site meetPlaced(Object outermost) {
        Site known = table.get(outermost);
        if (known != null) {
            return known;
        }
        long address = memory.addressOf(outermost);
        String path = outermost.getClass().getSimpleName() + "@" + Long.toHexString(address);
        Site site = placed.get(path);
        if (site == null) {
            site = own(outermost, null, address, path);
            site.footprint = memory.sizeOf(site.type);
            placed.put(path, site);
        } else {
            replaced = true;
            replace(site, outermost);
        }
        return site;
    }

    /** Numbers an object and all that it has for good, and gives their fields cells. */
    private Site own(Object object, Site owner, long address, String path) {
        Site site = new Site(numbered.size(), object, address, owner, path);
        numbered.add(site);
        table.put(object, site);
        site.owner.members.add(site);
        if (owner == null) {
            site.firstCell = cells;
            ownerOfCell[cells++] = site;
        }
        if (object.getClass().isArray()) {
            addCells(site, ArrayAccess.of(object));
        } else {
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                addCells(site, accesses.computeIfAbsent(type, this::accessTo));
            }
        }
        forEachOwned(object, (owned, name) -> own(owned, site.owner, address, path + "." + name));
        site.owner.endCell = cells;
        return site;
    }

    private FieldAccess accessTo(Class<?> type) {
        return FieldAccessWriter.write(type, fields);
    }

    private void addCells(Site site, FieldAccess access) {
        if (access.cells() > 0) {
            site.owner.parts.add(new Site.Part(site, access, cells));
            Arrays.fill(ownerOfCell, cells, cells + access.cells(), site.owner);
            cells += access.cells();
        }
    }

    /** The object at the site is another one now; so are those embedded in it, in the same order. */
    private void replace(Site site, Object object) {
        table.remove(site.instance);
        site.instance = object;
        table.put(object, site);
        int[] next = {site.number + 1};
        replaceOwned(object, next);
    }

    private void replaceOwned(Object object, int[] next) {
        forEachOwned(object, (owned, name) -> {
            Site site = numbered.get(next[0]++);
            table.remove(site.instance);
            site.instance = owned;
            table.put(owned, site);
            replaceOwned(owned, next);
        });
    }

    private interface Owned {
        void visit(Object object, String name);
    }

    /** What an object has for good: what its final fields, or the elements of an array, refer to and nothing had before. */
    private void forEachOwned(Object object, Owned visitor) {
        if (object instanceof Object[] elements) {
            for (int i = 0; i < elements.length; i++) {
                offer(elements[i], Integer.toString(i), visitor);
            }
            return;
        }
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : finalFields(type)) {
                try {
                    offer(field.get(object), field.getName(), visitor);
                } catch (IllegalAccessException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
    }

    private void offer(Object candidate, String name, Owned visitor) {
        if (candidate != null && isState(candidate.getClass()) && table.get(candidate) == null) {
            visitor.visit(candidate, name);
        }
    }

    private boolean isState(Class<?> type) {
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        boolean ours = element.isPrimitive() || element.getName().startsWith(OURS);
        return ours && !element.isHidden() && !element.isEnum() && !element.isRecord() && !fields.foreign().contains(element);
    }

    private List<Field> finalFields(Class<?> type) {
        return finalFields.computeIfAbsent(type, owner -> Arrays.stream(owner.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .filter(field -> !field.getType().isPrimitive() && field.trySetAccessible()).toList());
    }
}
