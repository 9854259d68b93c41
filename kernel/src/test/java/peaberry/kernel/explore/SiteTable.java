package peaberry.kernel.explore;

import java.util.Arrays;

/** Finds the site of an object by identity: open addressing with linear probing. */
final class SiteTable {

    private Object[] keys = new Object[1 << 13];
    private Site[] sites = new Site[keys.length];
    private int count;

    Site get(Object key) {
        int mask = keys.length - 1;
        for (int i = start(key, mask); keys[i] != null; i = i + 1 & mask) {
            if (keys[i] == key) {
                return sites[i];
            }
        }
        return null;
    }

    void put(Object key, Site site) {
        if (2 * ++count > keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int i = start(key, mask);
        while (keys[i] != null) {
            i = i + 1 & mask;
        }
        keys[i] = key;
        sites[i] = site;
    }

    /** Takes out a key that is there, and moves up those which had to make way for it. */
    void remove(Object key) {
        int mask = keys.length - 1;
        int hole = start(key, mask);
        while (keys[hole] != key) {
            hole = hole + 1 & mask;
        }
        for (int i = hole + 1 & mask; keys[i] != null; i = i + 1 & mask) {
            int home = start(keys[i], mask);
            if ((i - home & mask) >= (i - hole & mask)) {
                keys[hole] = keys[i];
                sites[hole] = sites[i];
                hole = i;
            }
        }
        keys[hole] = null;
        sites[hole] = null;
        count--;
    }

    private void grow() {
        Object[] oldKeys = keys;
        Site[] oldSites = sites;
        keys = new Object[2 * oldKeys.length];
        sites = Arrays.copyOf(new Site[0], keys.length);
        count = 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                put(oldKeys[i], oldSites[i]);
            }
        }
    }

    private static int start(Object key, int mask) {
        int hash = System.identityHashCode(key);
        return (hash ^ hash >>> 15) & mask;
    }
}
