/** An ordinary Java program and what it uses. */
module libraries {
    requires com.carrotsearch.hppc;
    requires com.google.gson;
    requires diffutils;
    requires org.apache.commons.codec;
    requires org.apache.commons.csv;
    requires org.apache.commons.lang3;
    requires roaringbitmap;
}
