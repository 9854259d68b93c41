/** People: their accounts, and the ordinary programs by which they log in and change these. */
module peaberry.people {
    requires peaberry.interfaces;
    requires org.bouncycastle.provider;
    exports peaberry.people;
}
