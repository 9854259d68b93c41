package peaberry.tests;

/** How a program went. @param output all that it printed @param status with which it ended */
record ProgramRun(String output, int status) {
}
