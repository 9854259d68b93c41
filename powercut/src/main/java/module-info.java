/** Makes the disks that a loss of power could have left behind, and judges them. */
module peaberry.powercut {
    requires peaberry.churn;
    requires peaberry.files;
    requires peaberry.standin;
    exports peaberry.powercut;
}
