/** Changes files without end; on the host, tells what must be there afterwards. */
module peaberry.churn {
    requires transitive peaberry.interfaces;
    exports peaberry.churn;
}
