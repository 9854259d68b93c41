package libraries;

import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Apache Commons CSV. */
final class Tables {

    private Tables() {
    }

    static void run() throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").build())) {
            printer.printRecord("a", "b,c", 3);
            printer.printRecord("say \"hi\"", null, 4.5);
        }
        System.out.println(text.toString().replace('\n', '/'));
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
        for (CSVRecord row : CSVParser.parse(new StringReader("name,age\nAnna,30\n\"Bo, jr\",7\n"), format)) {
            System.out.println(row.get("name") + " " + row.get("age") + " " + row.getRecordNumber());
        }
    }
}
