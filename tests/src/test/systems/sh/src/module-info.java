module visitor {
}
