package org.teavm.classlib.java.security;

/** Which TeaVM has not: there are neither providers of cryptography nor settings of the platform. */
public final class TSecurity {

    private TSecurity() {
    }

    /** A setting. @return null: it is not set */
    public static String getProperty(String name) {
        return null;
    }
}
