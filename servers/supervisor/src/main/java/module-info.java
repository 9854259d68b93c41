/** Who watches over all processes: it hears how they fail, and has root make them anew. */
module peaberry.supervisor {
    requires peaberry.interfaces;
    exports peaberry.supervisor;
}
