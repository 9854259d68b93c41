/** The commands about the system itself: who runs, what each may do, what failed. Ordinary Java that has what was granted to it. */
module peaberry.administration {
    requires peaberry.interfaces;
    exports peaberry.administration;
}
