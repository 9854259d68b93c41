/** {@code sha256sum}, with another one's SHA-256. */
module peaberry.sha256sum {
    requires peaberry.posix;
    requires peaberry.tools;
    requires org.bouncycastle.provider;
    exports peaberry.sha256sum;
}
