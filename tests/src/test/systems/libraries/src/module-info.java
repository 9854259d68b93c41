/** An ordinary Java program and what it uses. */
module libraries {
    requires com.carrotsearch.hppc;
    requires com.google.gson;
    requires diffutils;
    requires minimal.json;
    requires org.apache.commons.codec;
    requires org.apache.commons.collections4;
    requires org.apache.commons.csv;
    requires org.apache.commons.lang3;
    requires org.jsoup;
    requires re2j;
    requires roaringbitmap;
}
