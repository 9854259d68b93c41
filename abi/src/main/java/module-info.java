/** What kernel and programs share: system calls, message layout, capability kinds, the formats of the boot image. */
module peaberry.abi {
    requires transitive peaberry.machine;
    exports peaberry.abi;
}
