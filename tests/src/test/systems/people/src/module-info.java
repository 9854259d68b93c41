module people {
    requires org.bouncycastle.provider;
    requires peaberry.interfaces;
}
