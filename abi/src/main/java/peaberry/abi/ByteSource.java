package peaberry.abi;

/**
 * Bytes that are no window on other bytes. A {@link ByteRange} looks at one of these, never at another range, so that
 * reading a byte never recurses, as the kernel's compiler demands.
 */
public interface ByteSource extends Bytes {
}
