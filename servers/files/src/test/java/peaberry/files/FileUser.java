package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Capability;
import peaberry.standin.Texts;

/** Somebody who has a tree of files, and what is asked of files by their paths, as programs do it. */
final class FileUser {

    /** Handles of its own. */
    private static final int FILE = 14;
    private static final int DIRECTORY = 15;
    private static final int OTHER = 13;

    private final HostedFiles host;
    private final FileSystemClient files;

    FileUser(HostedFiles host, FileSystemClient files) {
        this.host = host;
        this.files = files;
    }

    FileSystemClient files() {
        return files;
    }

    /** What is given of a path to be changed, to a person. @return null if it is not given: {@link FileSystemClient} knows why */
    FileUser giveAs(String path, int number, long user, long group) {
        return giveAs(path, number, false, user, group);
    }

    FileUser giveAs(String path, int number, boolean readOnly, long user, long group) {
        Outcome outcome = open(path, FILE);
        return user(outcome == Outcome.DONE ? files.giveAs(FILE, number, readOnly, user, group, Capability.at(1)) : outcome);
    }

    FileUser give(String path, int number) {
        Outcome outcome = open(path, FILE);
        return user(outcome == Outcome.DONE ? files.give(FILE, number, false, Capability.at(1)) : outcome);
    }

    private FileUser user(Outcome outcome) {
        FileSystemClient given = host.given(outcome);
        return given == null ? null : new FileUser(host, given);
    }

    Outcome tryGiveAs(String path, int number, long user, long group) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.giveAs(FILE, number, false, user, group, Capability.at(1)) : outcome;
    }

    Outcome tryGive(String path, int number) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.give(FILE, number, false, Capability.at(1)) : outcome;
    }

    Outcome takeBack(int number) {
        return files.takeBack(number);
    }

    Outcome open(String path, int handle) {
        return files.open(FileSystem.ROOT, Texts.of(path), handle);
    }

    Outcome look(String path) {
        return files.look(FileSystem.ROOT, Texts.of(path), true);
    }

    /** Of what was looked at last: what is allowed, as bits. */
    int allowed() {
        return files.lookAllowed();
    }

    /** Permissions, owner and group of what a path leads to. */
    String description(String path) {
        Outcome outcome = files.look(FileSystem.ROOT, Texts.of(path), false);
        return outcome == Outcome.DONE ? "%04o %d %d".formatted(files.lookPermissions(), files.lookOwner(), files.lookGroup()) : outcome.toString();
    }

    Outcome read(String path) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? read(FILE) : outcome;
    }

    Outcome read(int handle) {
        return host.read(files, handle);
    }

    Outcome write(String path, int value) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? write(FILE, value) : outcome;
    }

    Outcome write(int handle, int value) {
        return host.write(files, handle, value);
    }

    Outcome append(String path) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? host.append(files, FILE) : outcome;
    }

    Outcome resize(String path, long size) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.resize(FILE, size) : outcome;
    }

    /** Whether a directory can be listed: that it has nothing, too. */
    Outcome list(String path) {
        Outcome outcome = open(path, DIRECTORY);
        return outcome == Outcome.DONE ? list(DIRECTORY) : outcome;
    }

    Outcome list(int handle) {
        Outcome outcome = files.list(handle, 0);
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome;
    }

    /** A name in a directory. @return null if there is none */
    String firstName(String path) {
        Outcome outcome = open(path, DIRECTORY);
        outcome = outcome == Outcome.DONE ? files.list(DIRECTORY, 0) : outcome;
        return outcome == Outcome.DONE ? Texts.string(files.listName()) : null;
    }

    Outcome readLink(String path) {
        return files.target(FileSystem.ROOT, Texts.of(path));
    }

    Outcome create(String path, boolean isDirectory) {
        Outcome outcome = open(parent(path), DIRECTORY);
        return outcome == Outcome.DONE ? files.create(DIRECTORY, Texts.of(name(path)), isDirectory) : outcome;
    }

    Outcome link(String path, String target) {
        Outcome outcome = open(parent(path), DIRECTORY);
        return outcome == Outcome.DONE ? files.link(DIRECTORY, Texts.of(name(path)), Texts.of(target)) : outcome;
    }

    Outcome addName(String path, String newPath) {
        Outcome outcome = open(path, FILE);
        if (outcome == Outcome.DONE) {
            outcome = open(parent(newPath), DIRECTORY);
        }
        return outcome == Outcome.DONE ? files.addName(FILE, DIRECTORY, Texts.of(name(newPath))) : outcome;
    }

    Outcome remove(String path, boolean isDirectory) {
        Outcome outcome = open(parent(path), DIRECTORY);
        return outcome == Outcome.DONE ? files.remove(DIRECTORY, Texts.of(name(path)), isDirectory) : outcome;
    }

    Outcome rename(String path, String newPath) {
        Outcome outcome = open(parent(path), DIRECTORY);
        if (outcome == Outcome.DONE) {
            outcome = open(parent(newPath), OTHER);
        }
        return outcome == Outcome.DONE ? files.rename(DIRECTORY, Texts.of(name(path)), OTHER, Texts.of(name(newPath))) : outcome;
    }

    Outcome setPermissions(String path, int permissions) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.setPermissions(FILE, permissions) : outcome;
    }

    Outcome setOwner(String path, long owner, long group) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.setOwner(FILE, owner, group) : outcome;
    }

    Outcome setTimes(String path, long seconds) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.setTimes(FILE, seconds, 0, seconds, 0) : outcome;
    }

    Outcome touch(String path) {
        Outcome outcome = open(path, FILE);
        return outcome == Outcome.DONE ? files.touch(FILE) : outcome;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
