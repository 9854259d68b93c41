/** Has one program started for the host, whose standard streams come and go by a serial line. */
module peaberry.launch {
    requires peaberry.interfaces;
    exports peaberry.launch;
}
