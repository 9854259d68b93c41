package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.file.FileSystem;
import peaberry.file.Namespace;
import peaberry.posix.Need.Kind;
import peaberry.posix.Tree.Handle;
import peaberry.process.Spawner;
import peaberry.runtime.Text;

/** What a process is given beside its streams: needs, looked up in what there is. What it opened is closed by {@link #close}. */
final class Allowance {

    /** log2 of the bytes that a program's heap is made from, and that of one that starts others, if nothing is said. */
    private static final int OBJECT_BITS = 21;
    private static final int STARTER_OBJECT_BITS = 22;
    /** What one may start that is not trusted, if nothing is said. */
    private static final int MOST_PROGRAMS = 8;
    private static final long MOST_BYTES = 16 << 20;

    private final Tree tree;
    private final Map<String, Part> parts = new TreeMap<>();
    private final List<String> services = new ArrayList<>();
    private Need programs;
    private boolean drawsOnTerminal;
    private long memory;
    /** How many programs it may start, and with how much memory together, if that is not said. */
    private final int programsOtherwise;
    private final long bytesOtherwise;

    /**
     * A part of the files.
     *
     * @param isReadOnly whether nothing can be changed through it
     * @param isOpened   whether the handle is to be closed
     */
    record Part(Handle handle, boolean isReadOnly, boolean isOpened) {
    }

    private Allowance(Tree tree, int programsOtherwise, long bytesOtherwise) {
        this.tree = tree;
        this.programsOtherwise = programsOtherwise;
        this.bytesOtherwise = bytesOtherwise;
    }

    /** What a program of the system is given: of its needs what there is. */
    static Allowance available(List<Need> needs, Tree tree) throws IOException {
        Allowance allowance = new Allowance(tree, Spawner.PROCESSES / 2, Long.MAX_VALUE);
        for (Need need : needs) {
            if (need.kind() == Kind.SERVICE && need.what().equals(Needs.ANY)) {
                Services.NAMES.stream().filter(name -> !Services.find(name).isNone()).forEach(allowance.services::add);
            } else if (need.kind() != Kind.SERVICE || !Services.find(need.what()).isNone()) {
                allowance.add(need, "/", false);
            }
        }
        return allowance;
    }

    /** Exactly these needs. @param directory to which paths are relative @throws IOException if there is something that cannot be given; nothing is open then */
    static Allowance of(List<Need> needs, String directory, Tree tree) throws IOException {
        Allowance allowance = new Allowance(tree, MOST_PROGRAMS, MOST_BYTES);
        try {
            for (Need need : needs) {
                allowance.add(need, directory, true);
            }
        } catch (IOException failure) {
            allowance.close();
            throw failure;
        }
        return allowance;
    }

    private void add(Need need, String directory, boolean isRequired) throws IOException {
        switch (need.kind()) {
            case READ, WRITE -> addFiles(need, Paths.absolute(directory, need.what()), isRequired);
            case SERVICE -> {
                if (Services.find(need.what()).isNone()) {
                    throw new IOException(need + ": there is no such service here");
                }
                services.add(need.what());
            }
            case PROGRAMS -> programs = need;
            case TERMINAL -> drawsOnTerminal = true;
            case MEMORY -> {
                memory = need.size();
                if (memory < 1L << Spawner.LEAST_OBJECT_BITS || memory > 1L << Spawner.MOST_OBJECT_BITS) {
                    throw new IOException(need + ": a program can have 32K to 32M");
                }
            }
        }
    }

    /** What is at the path, and each tree that is mounted below it. */
    private void addFiles(Need need, String path, boolean isRequired) throws IOException {
        boolean isReadOnly = need.kind() == Kind.READ;
        boolean isFound = false;
        for (int number = 0; number < tree.trees(); number++) {
            String place = Tree.string(tree.place(number));
            if (Paths.isWithin(place, path)) {
                put(place, new Part(new Handle(number, tree.tree(number), FileSystem.ROOT), isReadOnly, false));
                isFound = true;
            }
        }
        if (parts.containsKey(path)) {
            put(path, new Part(parts.get(path).handle(), isReadOnly, parts.get(path).isOpened()));
        } else if (!isFound || tree.isWithinOne(path)) {
            open(need, path, isRequired);
        }
        if (parts.size() > Namespace.MOST) {
            throw new IOException("a program can have " + Namespace.MOST + " files or directories");
        }
    }

    private void open(Need need, String path, boolean isRequired) throws IOException {
        if (Tree.text(path).length() > Namespace.PLACE_BYTES) {
            throw new IOException(need + ": the path is too long to be given");
        }
        try {
            Handle handle = tree.open(tree.find(path));
            if (handle == null) {
                throw Tree.failure(FileSystem.Outcome.NOT_FOUND);
            }
            put(path, new Part(handle, need.kind() == Kind.READ, true));
        } catch (IOException failure) {
            if (isRequired) {
                throw new IOException(need + ": " + failure.getMessage());
            }
        }
    }

    /** Who may change something may read it. */
    private void put(String place, Part part) {
        Part former = parts.get(place);
        if (former == null || !part.isReadOnly()) {
            parts.put(place, former == null ? part : new Part(former.handle(), false, former.isOpened()));
        }
    }

    /** The parts of the files, by where they are. */
    Map<String, Part> parts() {
        return parts;
    }

    List<String> services() {
        return services;
    }

    boolean startsPrograms() {
        return programs != null;
    }

    boolean drawsOnTerminal() {
        return drawsOnTerminal;
    }

    /** How many programs it may start at a time. */
    int programs() {
        return programs.count(programsOtherwise);
    }

    /** The most bytes that these and what they start may have together. */
    long programBytes() {
        return memory > 0 ? memory : bytesOtherwise;
    }

    /** log2 of the bytes that it makes its objects from. */
    int objectBits() {
        return memory > 0 ? Long.SIZE - 1 - Long.numberOfLeadingZeros(memory) : programs != null ? STARTER_OBJECT_BITS : OBJECT_BITS;
    }

    /** As what a part at this place is granted; the environment has to say where it is if that is not the place itself. @param index of the part */
    static String name(String place, int index) {
        Text text = Tree.text(place);
        return text.length() <= Namespace.SHORT_PLACE_BYTES ? place : Namespace.longPlace(index);
    }

    void close() {
        for (Part part : parts.values()) {
            if (part.isOpened()) {
                tree.close(part.handle());
            }
        }
        parts.clear();
    }
}
