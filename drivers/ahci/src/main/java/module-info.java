/** The driver of SATA disks at an AHCI controller. */
module peaberry.ahci {
    requires transitive peaberry.interfaces;
    exports peaberry.ahci;
}
