/** The file server: ext4 on a partition. */
module peaberry.files {
    requires transitive peaberry.interfaces;
    exports peaberry.files;
    exports peaberry.files.disk to peaberry.powercut;
    exports peaberry.files.ext4 to peaberry.powercut;
}
