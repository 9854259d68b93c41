package peaberry.tools;

/** Something that makes a digest of bytes. Who has the tool run brings one, so that this module needs no library for it. */
public interface Digest {

    void update(byte[] bytes, int offset, int length);

    /** The digest of all that came since the last one. */
    byte[] finish();
}
