/** Ordinary Java programs, which know nothing of where they run. */
module managed {
}
