/** What a shell is to somebody who sits at a terminal: lines that can be edited, a history, completion, prompts. It knows nothing of Peaberry. */
module peaberry.interactive {
    requires transitive peaberry.sh;
    exports peaberry.interactive;
}
