package org.teavm.runtime.fs;

import peaberry.managed.MountedFiles;

/** In place of TeaVM's class of this name: files are those that are mounted in the process. */
public final class VirtualFileSystemProvider {

    private static VirtualFileSystem instance;

    private VirtualFileSystemProvider() {
    }

    public static VirtualFileSystem getInstance() {
        if (instance == null) {
            instance = new MountedFiles();
        }
        return instance;
    }

    /** TeaVM's compiler writes it anew, for the files of an operating system; nobody calls it. */
    private static VirtualFileSystem create() {
        return instance;
    }

    public static void setInstance(VirtualFileSystem instance) {
        VirtualFileSystemProvider.instance = instance;
    }
}
